import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { npmCommandLine, spawnable } from '../../tools/command.ts';

describe('a command', () => {
  it('goes through the shell of Windows, quoted, when it is a batch file', () => {
    const args = ['--user-data-dir=C:\\a b\\', '--wait', 'x & y', 'say "hi"'];
    const code = { command: 'C:\\Program Files\\VS Code\\bin\\code.cmd', args };
    assert.deepEqual(spawnable(code, 'win32'), {
      command: `"C:\\Program Files\\VS Code\\bin\\code.cmd" "--user-data-dir=C:\\a b\\\\" "--wait" "x & y" "say ""hi"""`,
      args: [],
      shell: true,
    });
  });

  it('is started directly otherwise', () => {
    const node = { command: 'C:\\node.exe', args: ['a b'] };
    assert.deepEqual(spawnable(node, 'win32'), { ...node, shell: false });
    const script = { command: '/usr/bin/code.cmd', args: ['a b'] };
    assert.deepEqual(spawnable(script, 'linux'), { ...script, shell: false });
  });

  it("is npm's own script on this Node where npm tells it", () => {
    const script = '/opt/npm/bin/npm-cli.js';
    const expected = { command: process.execPath, args: [script, 'install'] };
    assert.deepEqual(npmCommandLine(['install'], script), expected);
  });

  it('is the npm of PATH where another package manager runs', () => {
    const { command, args } = npmCommandLine(['install'], '/opt/pnpm/pnpm.cjs');
    assert.match(command, /npm/);
    assert.doesNotMatch(command, /pnpm/);
    assert.deepEqual(args, ['install']);
  });
});
