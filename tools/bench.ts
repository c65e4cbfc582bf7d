// Prints what Awscope costs next to the least that the same work could cost: a bare `undici` request of the same bytes,
// in the same process and the same run, round by round. Only the ratios travel from one machine to another.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Agent, request } from 'undici';
import { openCatalogue } from '../src/core/models/catalogue.ts';
import { findOperations } from '../src/core/models/search.ts';
import { Session } from '../src/core/session.ts';
import { measureActivation } from './bench/activation.ts';

const agent = new Agent({ connections: 1 });
const exampleKeys = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const typed = ['s3 listb', 's3 getbpol', 'ec2 describe instances', 'dynamodb scan', 'caller'];

const server = await startServer();
try {
  print('case', 'ours', 'raw undici', 'ratio');
  const tinyMs = await compareCall('sts', 'GetCallerIdentity', {}, 'tiny', 400);
  await compareCall('s3', 'ListObjectsV2', { Bucket: 'example' }, 'objects', 60);
  await compareCall('ec2', 'DescribeInstances', {}, 'instances', 8);
  await benchSearch(tinyMs);
  const activationMs = await measureActivation();
  print('activation (in the editor)', ms(activationMs), ms(tinyMs), ratio(activationMs / tinyMs));
} finally {
  server.stop();
  await agent.close();
}

/** Our call against a bare request of the same path, alternating; gives the median of the bare request in ms. */
async function compareCall(
  service: string,
  operation: string,
  input: Record<string, unknown>,
  path: string,
  rounds: number,
): Promise<number> {
  const session = new Session({
    region: 'eu-west-1',
    credentials: exampleKeys,
    endpoint: `${server.url}/${path}`,
    environment: {},
  });
  const client = await session.client(service);
  const ours: number[] = [];
  const raw: number[] = [];
  for (let round = -Math.ceil(rounds / 4); round < rounds; round++) {
    const rawMs = await time(() => rawRequest(path));
    const ourMs = await time(() => client.call(operation, input));
    if (round < 0) continue;
    raw.push(rawMs);
    ours.push(ourMs);
  }
  const ratios = ours.map((value, index) => value / (raw[index] ?? Number.NaN));
  print(`${service}.${operation}`, ms(median(ours)), ms(median(raw)), ratio(median(ratios)));
  return median(raw);
}

async function rawRequest(path: string): Promise<void> {
  const { body } = await request(`${server.url}/${path}`, { dispatcher: agent });
  await body.arrayBuffer();
}

/** One keystroke after the other, as a person types; the slowest counts as much as the usual one. */
async function benchSearch(tinyMs: number): Promise<void> {
  const services = await openCatalogue().services();
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    for (const text of typed) {
      for (let end = 1; end <= text.length; end++) {
        const start = performance.now();
        findOperations(services, text.slice(0, end), 100);
        times.push(performance.now() - start);
      }
    }
  }
  const count = services.reduce((sum, service) => sum + service.operations.length, 0);
  const usual = median(times.slice(1));
  print(`search of ${count} operations, a keystroke`, ms(usual), ms(tinyMs), ratio(usual / tinyMs));
  print('  first keystroke', ms(times[0] ?? 0), '', '');
  print('  slowest later keystroke', ms(Math.max(...times.slice(1))), '', '');
}

async function startServer(): Promise<{ url: string; stop: () => void }> {
  const child = spawn(process.execPath, [new URL('./bench/server.ts', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [port] = await once(createInterface({ input: child.stdout }), 'line');
  return { url: `http://127.0.0.1:${port}`, stop: () => child.stdin.end() };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function print(name: string, ours: string, raw: string, times: string): void {
  console.log(`${name.padEnd(44)}${ours.padStart(12)}${raw.padStart(12)}${times.padStart(10)}`);
}

function ms(value: number): string {
  return `${value.toFixed(3)} ms`;
}

function ratio(value: number): string {
  return `${value.toFixed(2)} x`;
}
