// The demo's AWS: moto's server, from PATH or from a virtual environment in the user's cache.

import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder } from '../atExit.ts';
import { cacheFolder } from '../cache.ts';
import { runOrThrow, startChild } from '../child.ts';
import { findCommand } from '../command.ts';
import { ensurePackages } from '../host/debian.ts';

const requirement = 'moto[server]~=5.2';

/** Written last; a virtual environment holds its own path, so it cannot be made elsewhere and moved. */
const marker = 'installed.txt';

export interface Moto {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** How many requests it answered so far. */
  requestCount(): number;
  stop(): Promise<void>;
}

export interface MotoOptions {
  /** False: functions fail as they do on a machine without Docker. Else moto fetches an image to run them in, which takes minutes. */
  readonly usesDocker?: boolean;
}

/** Starts an empty AWS on a free loopback port; ready when the promise is. */
export async function startMoto({ usesDocker = true }: MotoOptions = {}): Promise<Moto> {
  const server = await ensureMoto();
  const folder = makeTemporaryFolder('moto');
  let requests = 0;
  const child = startChild(server, ['-H', '127.0.0.1', '-p', '0'], {
    cwd: folder.path,
    env: { ...motoEnvironment(), ...(!usesDocker && withoutDocker) },
    onLine: (line) => {
      if (line.includes(' HTTP/1.1" ')) requests++;
    },
  });
  const stop = async () => {
    await child.stop();
    folder.remove();
  };
  try {
    const [, url] = await child.waitFor(/Running on (http:\/\/127\.0\.0\.1:\d+)/, 60);
    if (!url) throw new Error('moto did not print its address.');
    return { url, requestCount: () => requests, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** moto must neither find the user's keys nor forward a request to AWS. */
function motoEnvironment(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter((name) => !name.startsWith('AWS_'));
  return {
    ...Object.fromEntries(names.map((name) => [name, process.env[name]])),
    PYTHONUNBUFFERED: '1',
    // Services of containers run their tasks from the start.
    MOTO_ECS_SERVICE_RUNNING: '2',
    // Certificates are issued at once, and not a minute after they were asked for.
    MOTO_ACM_VALIDATION_WAIT: '0',
  };
}

/** Nobody listens there. */
const withoutDocker = { DOCKER_HOST: 'tcp://127.0.0.1:1' };

/** The path of `moto_server`; installs it on first use. */
export async function ensureMoto(): Promise<string> {
  const onPath = findCommand('moto_server');
  if (onPath) return onPath;
  const folder = join(cacheFolder(), 'moto');
  if (!existsSync(join(folder, marker))) await installMoto(folder);
  return binIn(folder, 'moto_server');
}

async function installMoto(folder: string): Promise<void> {
  await ensurePackages(['python3', 'python3-venv'], 'the demo AWS');
  const python = findCommand('python3', 'python');
  if (!python) throw new Error('Python 3 is needed for the demo AWS (moto). Install python3.');
  console.log(`Installing the demo AWS (${requirement}) into ${folder}; once ...`);
  await mkdir(cacheFolder(), { recursive: true });
  try {
    await runOrThrow(python, ['-m', 'venv', folder]);
    await runOrThrow(binIn(folder, 'python'), ['-m', 'pip', 'install', '-q', requirement]);
    await writeFile(join(folder, marker), `${requirement}\n`);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

function binIn(folder: string, name: string): string {
  return process.platform === 'win32'
    ? join(folder, 'Scripts', `${name}.exe`)
    : join(folder, 'bin', name);
}
