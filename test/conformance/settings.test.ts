// Profiles in every shape, and what botocore read out of them: each line of `settings.jsonl` is one of
// tools/conformance/settings.py.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { configuredEndpoint } from '../../src/core/config/endpoints.ts';
import { parseConfigFile } from '../../src/core/config/iniFile.ts';
import { chooseProfile } from '../../src/core/config/profileChoice.ts';
import { clientSettingsOf, regionOf } from '../../src/core/config/settings.ts';
import { buildSharedConfig } from '../../src/core/config/sharedConfig.ts';
import { planCredentials, profileNotFound } from '../../src/core/credentials/chain.ts';
import { listProfiles } from '../../src/core/credentials/profiles.ts';
import { AwscopeError } from '../../src/core/errors.ts';
import { makeHome } from '../core/session/folder.ts';
import { readCases } from './kind.ts';

interface Answer {
  readonly profiles: readonly string[];
  readonly region: string | null | BotocoreError;
  readonly credentials: null | BotocoreError | BotocoreKeys;
  readonly endpoints: Readonly<Record<string, string | null | BotocoreError>>;
  readonly settings: Readonly<Record<string, unknown>>;
}

interface BotocoreError {
  readonly error: string;
}

interface BotocoreKeys {
  readonly method: string;
  readonly keys?: readonly (string | null)[];
}

interface Setup {
  readonly name: string;
  readonly config: string;
  readonly credentials: string;
  readonly profile: string | null;
  readonly environment: Readonly<Record<string, string>>;
  readonly answer: Answer;
}

const setups = readCases<Setup>('settings.jsonl');

describe('a profile, as botocore has it', () => {
  for (const setup of setups) {
    test(`it takes: ${setup.name}`, { skip: skipReason(setup) }, async (t) => {
      const { answer, environment } = setup;
      const ours = read(setup);
      assert.deepEqual([...ours.config.profiles.keys()].sort(), answer.profiles);
      if (typeof answer.region !== 'object' || answer.region === null) {
        assert.equal(regionOf(ours.entry, environment) ?? null, answer.region);
      }
      const { home } = await makeHome(t);
      assert.deepEqual(await keysOf(ours, home), expectedKeys(answer), 'keys');
      assertEndpoints(ours, answer);
      assertSettings(ours, answer);
    });
  }

  test('it lists as broken what cannot have keys, and nothing else', () => {
    const wrong = setups.filter((setup) => setup.profile === 'p' && isListedWrongly(setup));
    const names = wrong.map(({ name }) => name);
    assert.deepEqual(names, []);
  });
});

/** The programs of these set-ups are Unix ones; a text where options belong makes botocore itself stumble. */
function skipReason({ name, config }: Setup): string | false {
  if (name === 's3 that is text') return 'botocore fails in its own code';
  const isUnix = process.platform !== 'win32';
  return config.includes('credential_process') && !isUnix && 'needs /bin/echo';
}

function read({ config, credentials, environment, profile }: Setup) {
  const shared = buildSharedConfig(
    parseConfigFile(config, 'config'),
    parseConfigFile(credentials, 'credentials'),
  );
  const choice = chooseProfile(profile ?? undefined, shared, environment);
  return { ...choice, config: shared, environment };
}

type Ours = ReturnType<typeof read>;

const methods: Readonly<Record<string, string>> = {
  env: 'environment',
  'assume-role': 'assume-role',
  'assume-role-with-web-identity': 'web-identity',
  sso: 'sso',
  'shared-credentials-file': 'static',
  'config-file': 'static',
  'custom-process': 'process',
};

const codes: Readonly<Record<string, string>> = {
  ProfileNotFound: 'ProfileNotFound',
  PartialCredentialsError: 'Config',
  InvalidConfigError: 'Config',
  InfiniteLoopConfigError: 'Config',
  CredentialRetrievalError: 'Credentials',
  JSONDecodeError: 'Credentials',
  FileNotFoundError: 'Credentials',
};

function expectedKeys({ credentials }: Answer): unknown {
  if (credentials === null) return { code: 'NoCredentials' };
  if ('error' in credentials) return { code: codes[credentials.error] };
  const { method, keys } = credentials;
  return { kind: methods[method], ...(keys && { keys }) };
}

const roleKeys = {
  AccessKeyId: 'ASIA',
  SecretAccessKey: 'secret',
  SessionToken: 'token',
  Expiration: new Date('2099-01-01T00:00:00Z'),
};

/** The keys of sources that call nobody; the code of our error. */
async function keysOf(ours: Ours, home: string): Promise<unknown> {
  try {
    if (ours.isMissing) throw profileNotFound(ours.config, ours.entryName);
    const { kind, load } = planCredentials({ ...ours, profile: ours.entryName, home });
    if (kind === 'web-identity' || kind === 'sso') return { kind };
    const found = await load({
      call: async (_service, operation) => {
        assert.equal(operation, 'AssumeRole');
        return { Credentials: roleKeys };
      },
      send: async () => assert.fail('sent'),
      clock: () => new Date(),
      region: undefined,
      askMfa: async () => '123456',
    });
    if (!found || kind === 'assume-role') return { kind };
    const { accessKeyId, secretAccessKey, sessionToken = null, accountId = null } = found;
    return { kind, keys: [accessKeyId, secretAccessKey, sessionToken, accountId] };
  } catch (error) {
    // The source of a role has no token or file here; that it is asked is what matters.
    const values = ours.entry?.values;
    const isRole = values?.has('source_profile') && values.has('role_arn');
    const code = codeOf(error);
    return isRole && code !== 'Config' ? { kind: 'assume-role' } : { code };
  }
}

function codeOf(error: unknown): string {
  if (error instanceof AwscopeError) return error.code;
  throw error;
}

const serviceIds: Readonly<Record<string, string>> = {
  s3: 'S3',
  sts: 'STS',
  stepfunctions: 'SFN',
  ce: 'Cost Explorer',
  'iot-data': 'IoT Data Plane',
  elbv2: 'Elastic Load Balancing v2',
};

function assertEndpoints(ours: Ours, { endpoints, settings }: Answer): void {
  if (ours.isMissing || ('error' in settings && !isServicesFault(ours, settings.error))) return;
  for (const [id, expected] of Object.entries(endpoints)) {
    const ask = () => configuredEndpoint(ours, serviceIds[id] ?? '') ?? null;
    if (expected !== null && typeof expected === 'object') assert.throws(ask, { code: 'Config' });
    else assert.equal(ask(), expected, id);
  }
}

function isServicesFault({ entry }: Ours, error: unknown): boolean {
  return error === 'InvalidConfigError' && Boolean(entry?.values.has('services'));
}

/** What botocore says of a profile that sets nothing; here the same is said by absence. */
const defaults = setups[0]?.answer.settings ?? {};

function assertSettings(ours: Ours, { settings }: Answer): void {
  const ask = () => clientSettingsOf(ours.entry, ours.environment);
  if ('error' in settings) {
    const isOurs = /ValueError|InvalidRetryMode|InvalidS3/.test(String(settings.error));
    if (isOurs) assert.throws(ask, { code: 'Config' });
    return;
  }
  const { s3, ...found } = { s3: {}, ...ask() };
  assert.deepEqual(Object.entries(found).sort(), set(settings, defaults), 'settings');
  assert.deepEqual(Object.entries(s3).sort(), set(settings.s3 ?? {}, {}), 's3');
}

function set(settings: object, usual: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(settings)
    .filter(([name, value]) => name !== 's3' && value !== null && value !== usual[name])
    .map(([name, value]) => [name, name.endsWith('Bytes') ? Number(value) : lower(name, value)])
    .sort();
}

/** botocore lowers these when it makes a client. */
function lower(name: string, value: unknown): unknown {
  return name.endsWith('Validation') && typeof value === 'string' ? value.toLowerCase() : value;
}

function isListedWrongly(setup: Setup): boolean {
  const { config, environment } = read(setup);
  const listed = listProfiles({ config, environment }).find(({ name }) => name === setup.profile);
  if (!listed) return false;
  const { credentials, settings } = setup.answer;
  const error = credentials !== null && 'error' in credentials ? credentials.error : undefined;
  const isBroken = codes[error ?? ''] === 'Config' || 'error' in settings;
  return isBroken !== (listed.problem !== undefined) && setup.name !== 's3 that is text';
}
