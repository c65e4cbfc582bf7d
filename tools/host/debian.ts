import { runChild, runOrThrow } from '../child.ts';
import { isExecutable } from '../command.ts';

/** Installs the Debian packages that are missing, when this is Debian and we are root; else says what to install. */
export async function ensurePackages(packages: readonly string[], why: string): Promise<void> {
  if (!isExecutable('/usr/bin/dpkg-query')) return;
  const missing: string[] = [];
  for (const name of packages) if (!(await isInstalled(name))) missing.push(name);
  if (missing.length === 0) return;
  const names = missing.join(' ');
  if (process.getuid?.() !== 0) {
    throw new Error(`${why} needs Debian packages: sudo apt-get install -y ${names}`);
  }
  console.log(`Installing Debian packages for ${why}: ${names} ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runOrThrow('apt-get', ['update', '-q'], { env });
  const args = ['install', '-q', '-y', '--no-install-recommends', ...missing];
  await runOrThrow('apt-get', args, { env });
}

async function isInstalled(name: string): Promise<boolean> {
  const { output } = await runChild('dpkg-query', ['-W', '-f', '$' + '{db:Status-Status}', name]);
  return output === 'installed';
}
