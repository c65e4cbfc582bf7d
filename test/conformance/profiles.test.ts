// Where keys come from, as botocore has it: the cases of tools/conformance/profiles.py, which wrote what botocore did.

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, posix, relative } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { readSharedConfig } from '../../src/core/config/sharedConfig.ts';
import { planCredentials } from '../../src/core/credentials/chain.ts';
import { AwscopeError, ServiceError } from '../../src/core/errors.ts';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import { Session } from '../../src/core/session.ts';
import { readCases } from './kind.ts';
import {
  type Answers,
  newDpopKey,
  type ProfileServer,
  startProfileServer,
} from './profileServer.ts';

interface Case {
  readonly name: string;
  readonly config?: string;
  readonly credentials?: string;
  readonly profile: string | null;
  /** Below ~/.aws. */
  readonly files?: Readonly<Record<string, string>>;
  readonly answers?: Answers;
  /** Null takes a variable away that is set for all. */
  readonly environment?: Readonly<Record<string, string | null>>;
  /** True when the expiration is random. */
  readonly jitter?: boolean;
  readonly method?: string | null;
  readonly keys?: readonly (string | null)[];
  readonly account?: string;
  readonly minutes?: number;
  /** The class of botocore's error. */
  readonly error?: string;
  /** AWS's own code, where it is AWS that refused. */
  readonly awsCode?: string;
  readonly calls?: readonly unknown[];
  readonly written?: Readonly<Record<string, unknown>>;
}

interface Result {
  readonly outcome: unknown;
  readonly calls: readonly unknown[];
  readonly written: Readonly<Record<string, unknown>>;
}

const [first, ...cases] = readCases<Case & { readonly defaults: Answers }>('profiles.jsonl');
const catalogue = openCatalogue({ searchPath: [] });

describe('keys of a profile, as botocore has them', { concurrency: 8 }, () => {
  test('there are at least 150 cases', () => assert.ok(cases.length >= 150, `${cases.length}`));

  for (const one of cases) {
    test(`it takes: ${one.name}`, { skip: skipReason(one) }, async (t) => {
      const ours = await run(t, one);
      const theirs = { outcome: expected(one), calls: one.calls ?? [], written: one.written ?? {} };
      const deviation = deviations[one.name]?.(one);
      assert.deepEqual(ours, { ...theirs, ...deviation });
      if (deviation) assert.notDeepEqual(deviation, theirs, 'it does not differ any more');
    });
  }
});

const roleKeys = {
  kind: 'assume-role',
  keys: ['ASIAAdmin', 'secret-of-Admin', 'token-of-Admin'],
  account: '123456789012',
  minutes: 60,
};
const assumed = {
  call: 'AssumeRole',
  by: 'AKIAIOSFODNN7EXAMPLE',
  form: { RoleArn: 'arn:aws:iam::123456789012:role/Admin' },
};
const adminFile = 'cli/cache/51e7b105b5040ce662656c8dc6ab4de70c4de7ad.json';
const adminKeys = {
  Credentials: {
    AccessKeyId: 'ASIAAdmin',
    SecretAccessKey: 'secret-of-Admin',
    SessionToken: 'token-of-Admin',
    Expiration: '+60m UTC',
    AccountId: '123456789012',
  },
  AssumedRoleUser: {
    AssumedRoleId: 'id:x',
    Arn: 'arn:aws:sts::123456789012:assumed-role/Admin/x',
  },
};
const signIn = { outcome: { code: 'ExpiredSignIn', awsCode: undefined } };
const wholeRole = { outcome: roleKeys, calls: [assumed], written: { [adminFile]: adminKeys } };

/** What Awscope does where it means to do something else than botocore, and why. */
const deviations: Readonly<Record<string, (one: Case) => Partial<Result>>> = {
  // With an endpoint of its own, botocore wants a region for STS; without one it calls the global endpoint, as we do always.
  'role without a region': () => wholeRole,
  // botocore falls over a file that is not what it wrote; here it is as if it were not there.
  'cached role that is not JSON': () => wholeRole,
  'SSO with a token that is no JSON': () => signIn,
  'SSO with a token until a time without a zone': () => signIn,
  // botocore signs with an empty key.
  'login with half its keys': () => signIn,
  // Keys that a role is assumed with are cached too, under the name they would have in a profile of their own.
  'role of an SSO profile': ({ written }) => ({
    written: {
      ...written,
      'cli/cache/22e23c54a2230f8b2853163afc7b3b1c2c3b93df.json': {
        ProviderType: 'sso',
        Credentials: {
          AccessKeyId: 'ASIASSO',
          SecretAccessKey: 'secret-of-sso',
          SessionToken: 'token-of-sso',
          Expiration: '+60m Z',
          AccountId: '123456789012',
        },
      },
    },
  }),
  'role of a web identity': ({ written }) => ({
    written: {
      ...written,
      'cli/cache/32da2d65b4179ce244a07d61f03c68c72bb14e7a.json': JSON.parse(
        JSON.stringify(adminKeys).replaceAll('Admin', 'Pod'),
      ),
    },
  }),
  // botocore asks once more.
  'container whose keys have expired': ({ calls }) => ({ calls: calls?.slice(1) ?? [] }),
};

function skipReason({ config = '', credentials = '' }: Case): string | false {
  const isUnix = process.platform !== 'win32';
  return /\/bin\//.test(config + credentials) && !isUnix && 'needs /bin/sh';
}

async function run(t: TestContext, one: Case): Promise<Result> {
  const home = await mkdtemp(join(tmpdir(), 'awscope-home-'));
  t.after(() => rm(home, { recursive: true, force: true }));
  const dpop = newDpopKey();
  let server: ProfileServer | undefined;
  const fill = (text: string, more: Readonly<Record<string, string>> = {}) =>
    fillPlaces(text, { server: server?.url ?? '', home, dpop, ...more });
  server = await startProfileServer({ ...first?.defaults, ...one.answers }, fill);
  t.after(() => server.close());
  const before = await writeFiles(one, home, fill);
  const environment = environmentOf(one, server.url, fill);
  const outcome = await outcomeOf(one, { home, environment });
  return { outcome, calls: server.calls, written: await cacheFiles(home, before) };
}

function environmentOf(
  { environment }: Case,
  server: string,
  fill: (text: string) => string,
): Record<string, string> {
  const all = {
    PATH: '/usr/bin:/bin',
    AWS_MAX_ATTEMPTS: '1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_ENDPOINT_URL: server,
    AWS_EC2_METADATA_SERVICE_ENDPOINT: server,
    ...environment,
  };
  const set = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries(set.map(([name, value]) => [name, fill(value)]));
}

async function outcomeOf(
  one: Case,
  place: { readonly home: string; readonly environment: Readonly<Record<string, string>> },
): Promise<unknown> {
  const profile = one.profile ?? undefined;
  try {
    const askMfa = async () => '123456';
    const session = new Session({ ...place, ...(profile && { profile }), catalogue, askMfa });
    const { accessKeyId, secretAccessKey, sessionToken, expiration, accountId } =
      await session.credentials();
    return {
      kind: kindOf(one, place),
      keys: [accessKeyId, secretAccessKey, sessionToken ?? null],
      account: accountId,
      minutes: expiration && !one.jitter ? minutesLeft(expiration) : undefined,
    };
  } catch (error) {
    if (!(error instanceof AwscopeError)) throw error;
    const isAccident =
      accidents.has(one.error ?? '') && /^(?:Config|Credentials)$/.test(error.code);
    const awsCode = error.cause instanceof ServiceError ? error.cause.code : undefined;
    return { code: isAccident ? accident : error.code, awsCode: one.awsCode && awsCode };
  }
}

function kindOf(
  { profile }: Case,
  place: { readonly home: string; readonly environment: Readonly<Record<string, string>> },
): string {
  const { AWS_PROFILE = 'default' } = place.environment;
  const config = readSharedConfig(place);
  const usesEnvironment = profile === null;
  return planCredentials({ ...place, config, profile: profile ?? AWS_PROFILE, usesEnvironment })
    .kind;
}

/** By botocore's name for the method. Files of older tools, containers and instances are the machine's, which no profile names. */
const kinds: Readonly<Record<string, string>> = {
  env: 'environment',
  'assume-role': 'assume-role',
  'assume-role-with-web-identity': 'web-identity',
  sso: 'sso',
  login: 'login',
  'shared-credentials-file': 'static',
  'config-file': 'static',
  'custom-process': 'process',
};

function expected(one: Case): unknown {
  const { awsCode } = one;
  if (one.error !== undefined) {
    return {
      code: accidents.has(one.error) ? accident : (codes[one.error] ?? 'Credentials'),
      awsCode,
    };
  }
  if (one.method === null || one.method === undefined) return { code: 'NoCredentials', awsCode };
  const { account, minutes } = one;
  return { kind: kinds[one.method] ?? 'none', keys: one.keys, account, minutes };
}

/** Our code by botocore's class: something is written wrongly, somebody has to sign in, or else a source gave no keys. */
const codes: Readonly<Record<string, string>> = {
  ProfileNotFound: 'ProfileNotFound',
  PartialCredentialsError: 'Config',
  InvalidConfigError: 'Config',
  InfiniteLoopConfigError: 'Config',
  ConfigNotFound: 'Config',
  ConfigParseError: 'Config',
  InvalidIMDSEndpointError: 'Config',
  InvalidIMDSEndpointModeError: 'Config',
  SSOTokenLoadError: 'ExpiredSignIn',
  UnauthorizedSSOTokenError: 'ExpiredSignIn',
  TokenRetrievalError: 'ExpiredSignIn',
  LoginTokenLoadError: 'ExpiredSignIn',
  LoginRefreshRequired: 'ExpiredSignIn',
};

/** Where botocore stumbles over what it did not expect, it does not tell which of the two it is. */
const accidents: ReadonlySet<string> = new Set([
  'AttributeError',
  'FileNotFoundError',
  'JSONDecodeError',
  'KeyError',
  'ParserError',
  'PermissionError',
  'RuntimeError',
  'TypeError',
  'ValueError',
]);

const accident = 'Config or Credentials';

function minutesLeft(moment: Date): number {
  return Math.round((moment.getTime() - Date.now()) / 60_000);
}

function fillPlaces(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/<<([^<>]*)>>/g, (_, name: string) => {
    const moment = /^(ms|utc)?([+-]\d+)m$/.exec(name);
    if (!moment) return values[name] ?? assert.fail(name);
    const then = new Date(Date.now() + Number(moment[2]) * 60_000);
    if (moment[1] === 'ms') return String(then.getTime());
    return `${then.toISOString().slice(0, 19)}${moment[1] === 'utc' ? 'UTC' : 'Z'}`;
  });
}

/** Their content by path. */
async function writeFiles(
  { config = '', credentials = '', files }: Case,
  home: string,
  fill: (text: string) => string,
): Promise<ReadonlyMap<string, string>> {
  const all = Object.entries({ config, credentials, ...files }).map(
    ([name, text]) => [join(home, '.aws', name), fill(text)] as const,
  );
  for (const [file, text] of all) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return new Map(all);
}

/** By their names below ~/.aws, those that are new or not what they were. */
async function cacheFiles(home: string, before: ReadonlyMap<string, string>) {
  const root = join(home, '.aws');
  const names = await readdir(root, { recursive: true });
  const found: Record<string, unknown> = {};
  for (const name of names.filter((one) => /[\\/]cache[\\/].*\.json$/.test(one)).sort()) {
    const file = join(root, name);
    const text = await readFile(file, 'utf8');
    const key = relative(root, file).replaceAll('\\', posix.sep);
    if (before.get(file) !== text) found[key] = plain(JSON.parse(text));
  }
  return found;
}

function plain(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([name]) => name !== 'dpopKey');
    return Object.fromEntries(members.map(([name, member]) => [name, plain(member)]));
  }
  const moment = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(Z|UTC)$/.exec(String(value));
  if (!moment) return value;
  const minutes = minutesLeft(new Date(`${moment[1]}Z`));
  return `${minutes < 0 ? '' : '+'}${minutes}m ${moment[2]}`;
}
