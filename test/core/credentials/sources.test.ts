// The sources that read files, start programs or ask a service, each with a real counterpart where it needs one.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { readSharedConfig } from '../../../src/core/config/sharedConfig.ts';
import { planCredentials } from '../../../src/core/credentials/chain.ts';
import type { Credentials } from '../../../src/core/credentials/credentials.ts';
import type { CallService } from '../../../src/core/credentials/source.ts';
import { CredentialsError, ServiceError } from '../../../src/core/errors.ts';
import { createSend } from '../../../src/core/http/send.ts';
import { newDpopKey } from '../../conformance/profileServer.ts';
import { type Home, makeHome, quietEnvironment } from '../session/folder.ts';

const now = new Date('2030-01-01T12:00:00Z');
const send = createSend();

interface LoadOptions {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly call?: CallService;
  readonly signal?: AbortSignal;
}

/** The keys of the profile `p` in this home. */
async function load({ home }: Home, options: LoadOptions = {}): Promise<Credentials | undefined> {
  const environment = { ...quietEnvironment, PATH: process.env.PATH, ...options.environment };
  const config = readSharedConfig({ home, environment });
  const chain = { config, profile: 'p', environment, home, usesEnvironment: false };
  const call = options.call ?? (async () => assert.fail('AWS was called'));
  const { signal } = options;
  return planCredentials(chain).load({ call, send, clock: () => now, region: 'eu-west-1', signal });
}

async function messageOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => assert.fail('it went well'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof CredentialsError, String(error));
  assert.ok(!/SECRET/.test(`${error.stack} ${JSON.stringify(error)} ${error.cause}`));
  return `${error.code}: ${error.message}`;
}

function refusal(code: string): ServiceError {
  return new ServiceError({ where: {}, code, message: 'no', statusCode: 401, retryable: false });
}

function sha(algorithm: string, text: string): string {
  return createHash(algorithm).update(text).digest('hex');
}

describe('SSO', () => {
  const startUrl = 'https://example.awsapps.com/start#/';
  const role = 'sso_account_id = 111122223333\nsso_role_name = Reader\n';
  const where = `sso_start_url = ${startUrl}\nsso_region = eu-central-1\n`;
  const withSession = `[profile p]\nsso_session = my org\n${role}[sso-session "my org"]\n${where}`;
  const older = `[profile p]\n${role}${where}`;

  function cache(name: string, expiresAt = '2030-01-01T13:00:00Z'): Record<string, string> {
    const token = { startUrl, region: 'eu-central-1', accessToken: 'SECRET-token', expiresAt };
    return { [`sso/cache/${sha('sha1', name)}.json`]: JSON.stringify(token) };
  }

  for (const [title, config, name] of [
    ['of a session', withSession, 'my org'],
    ['of the older form', older, startUrl],
  ] as const) {
    test(`it asks for the role’s keys with the cached token ${title}, once`, async (t) => {
      const home = await makeHome(t, { config, ...cache(name) });
      const calls: unknown[] = [];
      const call: CallService = async (service, operation, input, { region, credentials }) => {
        calls.push([service, operation, input, region, credentials]);
        const keys = { accessKeyId: 'ASIA', secretAccessKey: 's', sessionToken: 't' };
        return { roleCredentials: { ...keys, expiration: 1893502800000 } };
      };
      assert.deepEqual(await load(home, { call }), {
        accessKeyId: 'ASIA',
        secretAccessKey: 's',
        sessionToken: 't',
        accountId: '111122223333',
        expiration: new Date('2030-01-01T13:00:00Z'),
      });
      const input = { accountId: '111122223333', roleName: 'Reader', accessToken: 'SECRET-token' };
      assert.deepEqual(calls, [['sso', 'GetRoleCredentials', input, 'eu-central-1', undefined]]);
    });
  }

  test('it says how to sign in when the token has expired or is missing', async (t) => {
    const missing = await makeHome(t, { config: withSession });
    const help = 'Sign in with: aws sso login --profile p';
    assert.equal(
      await messageOf(load(missing)),
      `ExpiredSignIn: Profile p: nobody is signed in. ${help}`,
    );
    const old = cache('my org', '2030-01-01T11:59:00UTC');
    const expired = await makeHome(t, { config: withSession, ...old });
    assert.equal(
      await messageOf(load(expired)),
      `ExpiredSignIn: Profile p: the sign-in has expired. ${help}`,
    );
  });

  test('it says so when AWS takes the token no more', async (t) => {
    const home = await makeHome(t, { config: older, ...cache(startUrl) });
    const call: CallService = async () => {
      throw refusal('UnauthorizedException');
    };
    assert.match(await messageOf(load(home, { call })), /^ExpiredSignIn: .*no longer accepted/);
  });

  test('it says which role has no keys', async (t) => {
    const home = await makeHome(t, { config: older, ...cache(startUrl) });
    const call: CallService = async () => {
      throw Object.assign(new Error('No access'), { code: 'ForbiddenException' });
    };
    assert.equal(
      await messageOf(load(home, { call })),
      'Credentials: Profile p: there are no keys for role Reader in account 111122223333. No access',
    );
  });
});

describe('aws login', () => {
  const config = '[profile p]\nlogin_session = arn:aws:iam::111122223333:user/me\n';
  const name = `login/cache/${sha('sha256', 'arn:aws:iam::111122223333:user/me')}.json`;

  function token(expiresAt: string, more: object = {}): string {
    const accessToken = { accessKeyId: 'ASIA', secretAccessKey: 'SECRET', sessionToken: 't' };
    return JSON.stringify({
      accessToken: { ...accessToken, accountId: '1', expiresAt },
      refreshToken: 'SECRET',
      clientId: 'arn:aws:signin:::devtools/same-device',
      dpopKey: 'SECRET',
      ...more,
    });
  }

  test('it takes the keys of the cache while they are good', async (t) => {
    const home = await makeHome(t, { config, [name]: token('2030-01-01T12:10:00Z') });
    const found = await load(home);
    assert.deepEqual([found?.accessKeyId, found?.accountId], ['ASIA', '1']);
  });

  test('it takes the keys that another process got meanwhile', async (t) => {
    const old = token('2030-01-01T11:00:00Z', { dpopKey: JSON.parse(`"${newDpopKey()}"`) });
    const home = await makeHome(t, { config, [name]: old });
    const calls: unknown[] = [];
    const call: CallService = async (service, operation) => {
      calls.push(`${service}.${operation}`);
      const others = token('2030-01-01T12:15:00Z', { refreshToken: 'another' });
      await writeFile(join(home.home, '.aws', name), others);
      throw refusal('AccessDeniedException');
    };
    assert.equal((await load(home, { call }))?.accessKeyId, 'ASIA');
    assert.deepEqual(calls, ['signin.CreateOAuth2Token']);
    const same = await makeHome(t, { config, [name]: old });
    const refuse: CallService = async () => {
      throw refusal('AccessDeniedException');
    };
    assert.match(await messageOf(load(same, { call: refuse })), /could not be renewed/);
  });

  test('it says how to sign in when they are not', async (t) => {
    const home = await makeHome(t, { config, [name]: token('2030-01-01T11:00:00Z') });
    assert.match(
      await messageOf(load(home)),
      /^ExpiredSignIn: .*cannot be read.*aws login --profile p/,
    );
    assert.match(await messageOf(load(await makeHome(t, { config }))), /nobody is signed in/);
  });
});

describe('credential_process', { skip: process.platform === 'win32' && 'needs a shell' }, () => {
  function config(script: string): Record<string, string> {
    return { config: `[profile p]\ncredential_process = /bin/sh -c '${script}'\n` };
  }

  const good = '{"Version": 1, "AccessKeyId": "AKIA", "SecretAccessKey": "SECRET"';

  test('it takes what the program prints', async (t) => {
    const expires = '"SessionToken": "t", "Expiration": "2030-01-01T13:00:00Z", "AccountId": "1"';
    const home = await makeHome(
      t,
      config(`echo "${`${good}, ${expires}}`.replaceAll('"', '\\"')}"`),
    );
    assert.deepEqual(await load(home), {
      accessKeyId: 'AKIA',
      secretAccessKey: 'SECRET',
      sessionToken: 't',
      accountId: '1',
      expiration: new Date('2030-01-01T13:00:00Z'),
    });
  });

  const failures: readonly (readonly [title: string, script: string, message: RegExp])[] = [
    ['fails', 'echo SECRET >&2; echo SECRET; exit 3', /\/bin\/sh failed with exit code 3/],
    ['prints no JSON', 'echo SECRET', /did not print a JSON object/],
    ['prints another version', 'echo {\\"Version\\": 2, \\"a\\": \\"SECRET\\"}', /"Version": 1/],
    [
      'prints half a key',
      'echo {\\"Version\\": 1, \\"AccessKeyId\\": \\"A\\"}',
      /no SecretAccessKey/,
    ],
    ['prints no end', 'while echo SECRET; do :; done', /printed more than a mebibyte\.$/],
    ['cannot be started', `exit 0 ${'SECRET '.repeat(30_000)}`, /cannot be started \(E2BIG\)\.$/],
  ];
  for (const [title, script, message] of failures) {
    test(`it tells nothing secret of a program that ${title}`, async (t) => {
      assert.match(await messageOf(load(await makeHome(t, config(script)))), message);
    });
  }

  test('it says when the program is not there, without its arguments', async (t) => {
    const config = '[profile p]\ncredential_process = /nowhere/creds --key SECRET\n';
    const message = await messageOf(load(await makeHome(t, { config })));
    assert.match(message, /credential_process \/nowhere\/creds was not found/);
  });

  test('it stops the program when cancelled', async (t) => {
    const home = await makeHome(t, config('sleep 60'));
    const controller = new AbortController();
    const loading = load(home, { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    await assert.rejects(loading, { name: 'AbortError' });
  });
});

describe('the machine’s own keys', () => {
  const expiration = '2030-01-01T13:00:00Z';
  const answer = {
    AccessKeyId: 'ASIA',
    SecretAccessKey: 'SECRET',
    Token: 't',
    Expiration: expiration,
  };
  const expected = {
    accessKeyId: 'ASIA',
    secretAccessKey: 'SECRET',
    sessionToken: 't',
    expiration: new Date(expiration),
  };

  async function serve(context: TestContext, listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    context.after(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  test('it asks the container’s service, with the token of the file', async (t) => {
    const asked: unknown[] = [];
    const url = await serve(t, (request, response) => {
      asked.push([request.url, request.headers.authorization]);
      response.end(JSON.stringify(answer));
    });
    const home = await makeHome(t, { config: '[profile p]\n' });
    const environment = {
      AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url}/v1/keys?a=b`,
      AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: await home.write('token', 'pod-token'),
    };
    assert.deepEqual(await load(home, { environment }), expected);
    assert.deepEqual(asked, [['/v1/keys?a=b', 'pod-token']]);
  });

  test('it sends no token to another host without TLS', async (t) => {
    const home = await makeHome(t, { config: '[profile p]\n' });
    const environment = { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://example.com/keys' };
    await assert.rejects(load(home, { environment }), { code: 'Config' });
  });

  test('it says what the container’s service answers', async (t) => {
    const url = await serve(t, (_, response) => response.writeHead(500).end('SECRET'));
    const home = await makeHome(t, { config: '[profile p]\n' });
    const environment = { AWS_CONTAINER_CREDENTIALS_FULL_URI: url };
    assert.match(await messageOf(load(home, { environment })), /gave no keys \(status 500\)/);
  });

  test('it asks the instance’s metadata service, version 2', async (t) => {
    const asked: string[] = [];
    const url = await serve(t, (request, response) => {
      const token = request.headers['x-aws-ec2-metadata-token'] ?? '';
      asked.push(`${request.method} ${request.url} ${token}`.trim());
      if (request.method === 'PUT') return response.end('issued');
      if (request.url?.endsWith('/')) return response.end('my-role\n');
      return response.end(JSON.stringify(answer));
    });
    const home = await makeHome(t, { config: '[profile p]\n' });
    const environment = {
      AWS_EC2_METADATA_DISABLED: 'false',
      AWS_EC2_METADATA_SERVICE_ENDPOINT: url,
    };
    assert.deepEqual(await load(home, { environment }), expected);
    const roles = '/latest/meta-data/iam/security-credentials/';
    assert.deepEqual(asked, [
      'PUT /latest/api/token',
      `GET ${roles} issued`,
      `GET ${roles}my-role issued`,
    ]);
  });

  test('it says what was tried when there are no keys', async (t) => {
    const home = await makeHome(t, { config: '[profile p]\nregion = eu-west-1\n' });
    const environment = {
      AWS_EC2_METADATA_DISABLED: 'false',
      AWS_EC2_METADATA_SERVICE_ENDPOINT: 'http://127.0.0.1:1',
    };
    assert.match(await messageOf(load(home, { environment })), /^NoCredentials: Profile p: there/);
  });
});
