// How each of those compared does a call.

import { Agent, request } from 'undici';
import type { Client, Session } from '../../src/library.ts';
import type { BenchCase } from './cases.ts';
import { requireSdk } from './sdk.ts';

export type SubjectKind = 'ours' | 'raw' | 'sdk';

export interface Subject {
  /** Gets ready; what it gives does the call once. */
  call(bench: BenchCase): Promise<() => Promise<unknown>>;
  /** Gets ready; the pages are fetched as they are asked for. */
  pages(bench: BenchCase): Promise<AsyncIterable<unknown>>;
}

/** AWS's documented example keys. */
export const exampleKeys = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
export const region = 'eu-west-1';

export function createSubject(kind: SubjectKind, url: string): Promise<Subject> {
  return { ours: createOurs, raw: createRaw, sdk: createSdk }[kind](url);
}

const core = new URL('../../dist/core.mjs', import.meta.url).href;

async function createOurs(url: string): Promise<Subject> {
  const library = (await import(core)) as { Session: typeof Session };
  const clients = new Map<string, Client>();
  const clientOf = async ({ service, path }: BenchCase) => {
    const known = clients.get(path);
    if (known) return known;
    const options = { region, credentials: exampleKeys, endpoint: `${url}/${path}` };
    const client = await new library.Session({ ...options, environment: {} }).client(service);
    clients.set(path, client);
    return client;
  };
  return {
    async call(bench) {
      const client = await clientOf(bench);
      return () => client.call(bench.operation, bench.input);
    },
    async pages(bench) {
      return (await clientOf(bench)).pages(bench.operation, bench.input);
    },
  };
}

/** The least that any client must do: get the bytes, and for JSON make objects of them. */
async function createRaw(url: string): Promise<Subject> {
  const dispatcher = new Agent();
  const bytes = async (path: string) => {
    const { body } = await request(`${url}/${path}`, { dispatcher });
    return body.bytes();
  };
  return {
    async call({ path, isJson }) {
      if (!isJson) return () => bytes(path);
      return async () => {
        const { buffer, byteOffset, byteLength } = await bytes(path);
        return JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString());
      };
    },
    async pages({ path }) {
      return (async function* () {
        for (let page = 0; page < 100; page++) {
          yield (await bytes(`${path}?continuation-token=page-${page}`)).length;
        }
      })();
    },
  };
}

interface SdkClient {
  send(command: object): Promise<unknown>;
}

type SdkModule = Readonly<Record<string, new (options: object) => object>> & {
  readonly paginateListObjectsV2?: (options: object, input: object) => AsyncIterable<unknown>;
};

const sdkNames: Readonly<Record<string, string>> = {
  s3: 's3:S3',
  ec2: 'ec2:EC2',
  iam: 'iam:IAM',
  dynamodb: 'dynamodb:DynamoDB',
  logs: 'cloudwatch-logs:CloudWatchLogs',
  sts: 'sts:STS',
};

async function createSdk(url: string): Promise<Subject> {
  const load = ({ service, path }: BenchCase) => {
    const [packageName, className] = (sdkNames[service] ?? '').split(':');
    const module = requireSdk()(`@aws-sdk/client-${packageName}`) as SdkModule;
    const options = { region, credentials: exampleKeys, endpoint: `${url}/${path}` };
    const client = make(module, `${className}Client`, { ...options, forcePathStyle: true });
    return { module, client: client as SdkClient };
  };
  const clients = new Map<string, ReturnType<typeof load>>();
  const clientOf = (bench: BenchCase) => {
    const known = clients.get(bench.path) ?? load(bench);
    clients.set(bench.path, known);
    return known;
  };
  return {
    async call(bench) {
      const { module, client } = clientOf(bench);
      return () => client.send(make(module, `${bench.operation}Command`, bench.input));
    },
    async pages(bench) {
      const { module, client } = clientOf(bench);
      const pages = module.paginateListObjectsV2?.({ client }, bench.input);
      if (!pages) throw new Error('The SDK has no paginator of ListObjectsV2.');
      return pages;
    },
  };
}

function make(module: SdkModule, name: string, options: object): object {
  const Class = module[name];
  if (!Class) throw new Error(`The SDK has no ${name}.`);
  return new Class(options);
}
