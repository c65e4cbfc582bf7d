// node tools/run.mjs COMMAND ARGS: makes sure that node_modules fits package-lock.json, then runs tools/COMMAND.ts on the
// Node that is among the packages. Plain JavaScript without dependencies, since it runs before there are any, on any
// Node from 18 on, which is what Debian 12 has.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const onWindows = process.platform === 'win32';
const [command = '', ...args] = process.argv.slice(2);

const script = join(root, 'tools', `${command}.ts`);
if (!/^[a-z]+$/.test(command) || !existsSync(script)) {
  console.error(`There is no tool "${command}". See the scripts in package.json.`);
  process.exit(2);
}
if (!isInstalled()) install();
run();

/** True when every package that the lock file asks for is there in that version; optional ones may be missing. */
function isInstalled() {
  const lockFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(lockFile) || !existsSync(nodePath())) return false;
  const installed = readPackages(lockFile);
  return Object.entries(readPackages(join(root, 'package-lock.json'))).every(
    ([path, wanted]) =>
      path === '' ||
      (installed[path] ? installed[path].version === wanted.version : Boolean(wanted.optional)),
  );
}

function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function install() {
  console.log('Installing the development packages (npm ci) ...');
  const options = { cwd: root, stdio: 'inherit', shell: onWindows };
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], options);
  if (status !== 0) {
    console.error('npm ci failed; its output is above.');
    process.exit(status ?? 1);
  }
}

function run() {
  const bin = join(root, 'node_modules', '.bin');
  const path = `${bin}${onWindows ? ';' : ':'}${process.env.PATH ?? ''}`;
  const child = spawn(nodePath(), [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`Could not start ${nodePath()}: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code) => process.exit(code ?? 1));
}

function nodePath() {
  return join(root, 'node_modules', 'node', 'bin', onWindows ? 'node.exe' : 'node');
}
