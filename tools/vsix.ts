import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runOrThrow } from './child.ts';
import { root } from './root.ts';

/** Builds and packs the extension; the path of the .vsix. */
export async function buildPackage(): Promise<string> {
  const file = join(root, 'out', 'awscope.vsix');
  await mkdir(join(root, 'out'), { recursive: true });
  await runVsce('package', '--no-rewrite-relative-links', '--out', file);
  return file;
}

/** The paths of all files that the package would have. */
export async function listPackage(): Promise<readonly string[]> {
  return (await runVsce('ls')).split('\n').filter(Boolean);
}

/** All that runs is bundled, so nothing of node_modules goes along. */
function runVsce(command: string, ...args: readonly string[]): Promise<string> {
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const all = [vsce, command, '--no-dependencies', ...args];
  if (command === 'package') all.push('--allow-missing-repository');
  return runOrThrow(process.execPath, all, { cwd: root });
}
