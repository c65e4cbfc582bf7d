import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type StartOptions, startChild } from '../../tools/child.ts';

function start(script: string, options: StartOptions = {}) {
  return startChild(process.execPath, ['-e', script], options);
}

const many = `for (let i = 1; i <= 5000; i++) console.log('line ' + i);`;

describe('a child that goes on', () => {
  it('is ready when a line says so, and is looked at no longer', async () => {
    let looks = 0;
    class Counting extends RegExp {
      override exec(text: string) {
        looks++;
        return super.exec(text);
      }
    }
    const child = start(`console.log('ready on 1'); setTimeout(() => { ${many} }, 100)`);
    const [, port] = await child.waitFor(new Counting('ready on (\\d+)'), 20);
    assert.equal(port, '1');
    assert.equal((await child.ended).isGood, true);
    assert.equal(looks, 1);
  });

  it('keeps the last of what it printed, and tells of every line', async () => {
    let count = 0;
    const child = start(many, { onLine: () => count++ });
    await child.ended;
    assert.equal(count, 5000);
    const kept = child.output().split('\n');
    assert.equal(kept.length, 1000);
    assert.equal(kept.at(-1), 'line 5000');
  });

  it('says with its output that it ended before it was ready', async () => {
    const child = start(`console.error('no such display'); process.exit(3)`);
    await assert.rejects(child.waitFor(/ready/, 20), /ended with 3:\nno such display/);
    assert.deepEqual(await child.ended, { isGood: false, how: 'ended with 3' });
  });

  it('says that it could not be started', async () => {
    const child = startChild('/no/such/command', []);
    const { isGood, how } = await child.ended;
    assert.equal(isGood, false);
    assert.match(how, /could not be started .*ENOENT/);
    await assert.rejects(child.waitFor(/ready/, 20), /could not be started/);
  });

  it('is stopped with what it started', async () => {
    const child = start(
      `const { spawn } = require('node:child_process');
      const below = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
      console.log('below ' + below.pid);`,
    );
    const [, pid] = await child.waitFor(/below (\d+)/, 20);
    await child.stop();
    await goneBy(Number(pid), Date.now() + 5000);
  });
});

async function goneBy(pid: number, end: number): Promise<void> {
  while (isRunning(pid)) {
    assert.ok(Date.now() < end, `The process ${pid} is still there.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
