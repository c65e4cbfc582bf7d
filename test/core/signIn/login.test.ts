import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { Session } from '../../../src/core/session.ts';
import type { SignInOptions, SignInPrompt } from '../../../src/core/signIn/options.ts';
import { pythonOf } from '../../python.ts';
import { type Home, makeHome } from '../session/folder.ts';
import { type LoginServer, startLoginServer } from './loginServer.ts';

const ada = 'arn:aws:iam::123456789012:user/ada';

interface World {
  readonly server: LoginServer;
  readonly home: Home;
  readonly session: Session;
  readonly tokenFile: string;
}

async function makeWorld(t: TestContext): Promise<World> {
  const server = await startLoginServer();
  t.after(() => server.stop());
  const config = [
    `[profile p]\nlogin_session = ${ada}\nregion = eu-west-1\nendpoint_url = ${server.url}\n`,
    `[profile no-region]\nlogin_session = ${ada}\n`,
  ];
  const home = await makeHome(t, { config: config.join('') });
  const name = createHash('sha256').update(ada).digest('hex');
  const tokenFile = join(home.home, '.aws', 'login', 'cache', `${name}.json`);
  return { server, home, session: new Session({ profile: 'p', ...home }), tokenFile };
}

async function visit({ url }: SignInPrompt): Promise<void> {
  const response = await fetch(url);
  assert.equal(response.status, 200, await response.text());
}

const browser: SignInOptions = { method: 'browser', show: visit };

function copying({ server }: World): SignInOptions {
  return { method: 'deviceCode', show: visit, askCode: async () => ` ${server.copied}\n` };
}

async function problemOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => assert.fail('it went well'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Error);
  assert.doesNotMatch(`${error.stack} ${JSON.stringify(error)}`, /SECRET/);
  return `${error.name}: ${error.message}`;
}

describe('a sign-in to the AWS Console', () => {
  for (const method of ['browser', 'deviceCode'] as const) {
    test(`it gives keys, by ${method}, in a file as the AWS CLI writes it`, async (t) => {
      const world = await makeWorld(t);
      const { session, tokenFile } = world;
      assert.deepEqual(session.signInTarget, { kind: 'login', profile: 'p', session: ada });
      const signedIn = await session.signIn(method === 'browser' ? browser : copying(world));
      assert.deepEqual(signedIn, { loginSession: ada });
      const keys = await session.credentials();
      assert.equal(keys.accessKeyId, 'ASIAIOSFODNN7EXAMPLE');
      assert.equal(keys.accountId, '123456789012');
      const text = await readFile(tokenFile, 'utf8');
      const token = JSON.parse(text);
      const members = [
        'accessToken',
        'tokenType',
        'clientId',
        'refreshToken',
        'idToken',
        'dpopKey',
      ];
      assert.deepEqual(Object.keys(token), members);
      const names = ['accessKeyId', 'secretAccessKey', 'sessionToken', 'accountId', 'expiresAt'];
      assert.deepEqual(Object.keys(token.accessToken), names);
      assert.match(token.dpopKey, /^-----BEGIN EC PRIVATE KEY-----\n(.{64}\n)+.{1,64}\n-----END/);
      assert.equal((await stat(tokenFile)).mode & 0o777, 0o600);
      const python = pythonOf(t, 'json');
      if (!python) return;
      const dumped = await python('import json,sys; print(json.dumps(json.load(sys.stdin)))', text);
      assert.equal(dumped, text);
    });
  }

  test('it is renewed with the key it was made for', async (t) => {
    const { home, session, tokenFile } = await makeWorld(t);
    await session.signIn(browser);
    const token = JSON.parse(await readFile(tokenFile, 'utf8'));
    token.accessToken.expiresAt = '2020-01-01T00:00:00Z';
    await writeFile(tokenFile, JSON.stringify(token));
    const keys = await new Session({ profile: 'p', ...home }).credentials();
    assert.ok(keys.expiration && keys.expiration.getTime() > Date.now());
    assert.notEqual(keys.secretAccessKey, token.accessToken.secretAccessKey);
  });

  test('it works for a profile that nobody signed in to yet', async (t) => {
    const { session } = await makeWorld(t);
    const signedIn = await session.signIn(browser, { kind: 'login', profile: 'p' });
    assert.deepEqual(signedIn, { loginSession: ada });
  });

  test('it takes the code that is copied where no browser reaches this machine', async (t) => {
    const world = await makeWorld(t);
    const options = { ...copying(world), method: 'browser', forwardPort: async () => undefined };
    assert.equal((await world.session.signIn(options as SignInOptions)).loginSession, ada);
  });

  for (const [title, codeOf, problem] of [
    ['half a code', (code: string) => code.slice(0, 20), /not the whole code/],
    ['no code', () => '', /not the whole code/],
    ['another code', () => Buffer.from('state=x&code=y').toString('base64'), /another sign-in/],
  ] as const) {
    test(`it refuses ${title}`, async (t) => {
      const world = await makeWorld(t);
      const options = { ...copying(world), askCode: async () => codeOf(world.server.copied) };
      assert.match(await problemOf(world.session.signIn(options)), problem);
    });
  }

  test('it keeps nothing of somebody else unless that is wanted', async (t) => {
    const { server, session, home } = await makeWorld(t);
    server.user = 'arn:aws:iam::210987654321:user/bob';
    const folder = join(home.home, '.aws', 'login');
    assert.match(await problemOf(session.signIn(browser)), /user\/bob; nothing was kept/);
    await assert.rejects(stat(folder));
    const asked: unknown[] = [];
    const acceptOther = async (change: unknown) => asked.push(change) === 1;
    const signedIn = await session.signIn({ ...browser, acceptOther });
    assert.deepEqual(signedIn, { loginSession: server.user });
    assert.deepEqual(asked, [{ was: ada, is: server.user }]);
    await rm(folder, { recursive: true });
  });

  for (const [reason, problem] of [
    ['AUTHCODE_EXPIRED', 'the code from the browser has expired.'],
    ['INSUFFICIENT_PERMISSIONS', 'the user needs the managed policy SignInLocalDevelopmentAccess'],
    ['server_error', 'The sign-in service refuses.'],
  ] as const) {
    test(`it says what ${reason} means`, async (t) => {
      const { server, session } = await makeWorld(t);
      server.refusal = reason;
      const said = await problemOf(session.signIn(browser));
      assert.ok(said.startsWith('SignInError: Sign-in to AWS as profile p: '), said);
      assert.ok(said.includes(problem), said);
    });
  }

  test('it asks for a region', async (t) => {
    const { home } = await makeWorld(t);
    const session = new Session({ profile: 'no-region', ...home });
    assert.match(await problemOf(session.signIn(browser)), /Add "region" to the profile/);
  });
});
