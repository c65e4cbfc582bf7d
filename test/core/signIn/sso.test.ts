import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { Session } from '../../../src/core/session.ts';
import type { SignInOptions, SignInPrompt } from '../../../src/core/signIn/options.ts';
import { pythonOf } from '../../python.ts';
import { type Home, makeHome } from '../session/folder.ts';
import { type SsoServer, startSsoServer } from './ssoServer.ts';

const role = 'sso_account_id = 123456789012\nsso_role_name = Reader\n';

function configOf(url: string): string {
  const where = `sso_start_url = https://meadow.awsapps.com/start#/\nsso_region = eu-central-1\n`;
  const profile = `region = eu-west-1\nendpoint_url = ${url}\n${role}`;
  return [
    `[profile p]\nsso_session = grün\n${profile}`,
    `[profile of-p]\nrole_arn = arn:aws:iam::210987654321:role/x\nsource_profile = p\nendpoint_url = ${url}\n`,
    `[profile older]\n${profile}${where}`,
    `[profile keys]\naws_access_key_id = a\naws_secret_access_key = b\n`,
    `[sso-session grün]\n${where}sso_registration_scopes = sso:account:access, codewhisperer:analysis\n`,
  ].join('\n');
}

interface World {
  readonly server: SsoServer;
  readonly home: Home;
  session(profile: string): Session;
}

async function makeWorld(t: TestContext): Promise<World> {
  const server = await startSsoServer();
  t.after(() => server.stop());
  const home = await makeHome(t, { config: configOf(server.url) });
  const session = (profile: string) => new Session({ profile, ...home });
  return { server, home, session };
}

/** A person whose browser opens the page, as browsers do. */
const visit = async ({ url }: SignInPrompt) => {
  const response = await fetch(url);
  assert.equal(response.status, 200, await response.text());
};

const browser: SignInOptions = { method: 'browser', show: visit };
const deviceCode: SignInOptions = { method: 'deviceCode', show: visit };

function tokenFile({ home }: World, name: string): string {
  const hash = createHash('sha1').update(name).digest('hex');
  return join(home.home, '.aws', 'sso', 'cache', `${hash}.json`);
}

async function problemOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => assert.fail('it went well'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Error);
  assert.doesNotMatch(`${error.stack} ${JSON.stringify(error)} ${error.cause}`, /SECRET/);
  return `${error.name}: ${error.message}`;
}

describe('a sign-in by SSO', () => {
  for (const [profile, name, options] of [
    ['p', 'grün', browser],
    ['p', 'grün', deviceCode],
    ['of-p', 'grün', browser],
    ['older', 'https://meadow.awsapps.com/start#/', deviceCode],
    // The server knows the way by browser for sessions only.
    ['older', 'https://meadow.awsapps.com/start#/', browser],
  ] as const) {
    test(`it gives ${profile} keys, by ${options.method}`, async (t) => {
      const world = await makeWorld(t);
      const session = world.session(profile);
      assert.match(await problemOf(world.session('p').credentials()), /nobody is signed in/);
      await session.signIn(options);
      const own = profile === 'of-p' ? world.session('p') : session;
      assert.equal(own.knownExpiration, undefined);
      const { accessKeyId, expiration } = await own.credentials();
      assert.equal(accessKeyId, 'ASIAIOSFODNN7EXAMPLE');
      assert.ok(expiration && own.inRegion('us-east-1').knownExpiration === expiration);
      assert.equal((await stat(tokenFile(world, name))).mode & 0o777, 0o600);
    });
  }

  test('it gives the token that lists accounts and roles', async (t) => {
    const { session } = await makeWorld(t);
    assert.match(await problemOf(session('p').ssoToken()), /nobody is signed in/);
    await session('p').signIn(browser);
    const accessToken = await session('p').ssoToken();
    const sso = await session('p').client('sso', { region: 'eu-central-1' });
    const { accountList } = await sso.call('ListAccounts', { accessToken });
    assert.ok(Array.isArray(accountList) && accountList.length === 2);
  });

  test('it registers once, by name, and asks for what the session says', async (t) => {
    const { server, session } = await makeWorld(t);
    await session('p').signIn(browser);
    await session('p').signIn(browser);
    await session('p').signIn(deviceCode);
    assert.deepEqual(server.registered, [
      {
        clientName: 'Awscope',
        clientType: 'public',
        scopes: ['sso:account:access', 'codewhisperer:analysis'],
        grantTypes: ['authorization_code', 'refresh_token'],
        redirectUris: ['http://127.0.0.1/oauth/callback'],
        issuerUrl: 'https://meadow.awsapps.com/start#/',
      },
      {
        clientName: 'Awscope',
        clientType: 'public',
        scopes: ['sso:account:access', 'codewhisperer:analysis'],
      },
    ]);
  });

  test('it registers anew when the server has forgotten it', async (t) => {
    const { server, session } = await makeWorld(t);
    await session('p').signIn(deviceCode);
    server.forgetClients();
    await session('p').signIn(deviceCode);
    assert.equal(server.registered.length, 2);
  });

  test('it shows the code that the person compares', async (t) => {
    const { session } = await makeWorld(t);
    const shown: (string | undefined)[] = [];
    const show = async (prompt: SignInPrompt) => {
      shown.push(prompt.userCode);
      await visit(prompt);
    };
    await session('p').signIn({ method: 'deviceCode', show });
    assert.deepEqual(shown, ['ABCD-EFGH']);
  });

  test('it writes the token as Python writes it, and botocore takes it', async (t) => {
    const world = await makeWorld(t);
    await world.session('p').signIn(browser);
    const text = await readFile(tokenFile(world, 'grün'), 'utf8');
    const keys = ['startUrl', 'region', 'accessToken', 'expiresAt', 'clientId', 'clientSecret'];
    assert.deepEqual(Object.keys(JSON.parse(text)), [
      ...keys,
      'registrationExpiresAt',
      'refreshToken',
    ]);
    const python = pythonOf(t, 'botocore');
    if (!python) return;
    assert.equal(
      await python('import json,sys; print(json.dumps(json.load(sys.stdin)))', text),
      text,
    );
    const found = await python(readCredentials, 'p', { HOME: world.home.home });
    assert.deepEqual(JSON.parse(found), [
      'ASIAIOSFODNN7EXAMPLE',
      'SECRET-key-of-Reader',
      '123456789012',
    ]);
  });

  test('it hands over a token that botocore refreshes', async (t) => {
    const world = await makeWorld(t);
    world.server.lifetime = 60;
    await world.session('p').signIn(browser);
    const python = pythonOf(t, 'botocore');
    if (!python) return;
    world.server.lifetime = 3600;
    await python(readToken, 'p', { HOME: world.home.home });
    const kept = JSON.parse(await readFile(tokenFile(world, 'grün'), 'utf8'));
    assert.ok(Date.parse(kept.expiresAt) > Date.now() + 3000_000, kept.expiresAt);
    assert.equal((await world.session('p').credentials()).accountId, '123456789012');
  });

  test('it goes on slower when the server asks for it, and past a pending answer', async (t) => {
    const { server, session } = await makeWorld(t);
    server.hurdles.push('AuthorizationPendingException', 'SlowDownException');
    const started = performance.now();
    await session('p').signIn(deviceCode);
    assert.ok(performance.now() - started >= 5000);
    assert.equal(server.requests.filter((request) => request === 'POST /token').length, 3);
  });

  for (const [code, problem] of [
    ['ExpiredTokenException', 'the code was not confirmed in time. Try again.'],
    ['AccessDeniedException', 'the request was refused in the browser. Try again.'],
    [
      'InvalidRequestException',
      'the server refused it. It says: The server says hurdle. Try again.',
    ],
  ] as const) {
    test(`it says what ${code} means`, async (t) => {
      const { server, session } = await makeWorld(t);
      server.hurdles.push(code);
      const said = await problemOf(session('p').signIn(deviceCode));
      assert.equal(said, `SignInError: Sign-in to SSO session grün: ${problem}`);
    });
  }

  test('it repeats the words of a server that refuses in the browser', async (t) => {
    const { session } = await makeWorld(t);
    const show = async ({ url }: SignInPrompt) => {
      const { searchParams } = new URL(url);
      const query = {
        error: 'access_denied',
        error_description: '<b>no',
        state: searchParams.get('state') ?? '',
      };
      const page = await fetch(`${searchParams.get('redirect_uri')}?${new URLSearchParams(query)}`);
      assert.match(await page.text(), /Nobody was signed in: access_denied, {2}b no/);
    };
    const said = await problemOf(session('p').signIn({ method: 'browser', show }));
    assert.match(said, /SSO session grün: the server refused it. It says: access_denied,/);
  });

  test('it refuses an answer with another state, and waits for its own', async (t) => {
    const { session } = await makeWorld(t);
    const show = async (prompt: SignInPrompt) => {
      const { searchParams } = new URL(prompt.url);
      for (const query of ['code=x&state=y', 'code=x', 'error=x&state=y']) {
        const { status } = await fetch(`${searchParams.get('redirect_uri')}?${query}`);
        assert.equal(status, 400);
      }
      assert.equal((await fetch(new URL('/', searchParams.get('redirect_uri') ?? ''))).status, 404);
      assert.equal(
        (await fetch(`${new URL('/', searchParams.get('redirect_uri') ?? '')}/`)).status,
        404,
      );
      await visit(prompt);
    };
    await session('p').signIn({ method: 'browser', show });
  });

  test('it sends the browser to the port that leads here', async (t) => {
    const { session } = await makeWorld(t);
    const ports: number[] = [];
    const forwardPort = async (port: number) => {
      ports.push(port);
      return 1;
    };
    const show = async ({ url }: SignInPrompt) => {
      const response = await fetch(url, { redirect: 'manual' });
      const back = new URL(response.headers.get('location') ?? '');
      assert.equal(back.port, '1');
      back.port = String(ports[0]);
      assert.equal((await fetch(back)).status, 200);
    };
    await session('p').signIn({ method: 'browser', show, forwardPort });
  });

  test('it takes a device code where no browser reaches this machine', async (t) => {
    const { server, session } = await makeWorld(t);
    await session('p').signIn({ ...browser, forwardPort: async () => undefined });
    assert.ok(server.requests.includes('GET /device'));
    assert.ok(!server.requests.includes('GET /authorize'));
  });

  for (const method of ['browser', 'deviceCode'] as const) {
    test(`it stops at once when cancelled, by ${method}, and leaves nothing behind`, async (t) => {
      const world = await makeWorld(t);
      const controller = new AbortController();
      const shown: SignInPrompt[] = [];
      const show = async (prompt: SignInPrompt) => {
        shown.push(prompt);
        setTimeout(() => controller.abort(), 20);
      };
      const { signal } = controller;
      const said = await problemOf(world.session('p').signIn({ method, show, signal }));
      assert.match(said, /^AbortError/);
      await assert.rejects(stat(tokenFile(world, 'grün')));
      const back = new URL(shown[0]?.url ?? '').searchParams.get('redirect_uri');
      if (back) await assert.rejects(fetch(back), 'nobody listens any more');
    });
  }

  test('it refuses a profile whose keys need no sign-in', async (t) => {
    const { session } = await makeWorld(t);
    assert.equal(session('keys').signInTarget, undefined);
    const said = await problemOf(session('keys').signIn(browser));
    assert.equal(said, 'SignInError: Profile keys: its keys need no sign-in.');
  });

  test('it takes a damaged cache for none', async (t) => {
    const world = await makeWorld(t);
    await world.session('p').signIn(browser);
    await writeFile(tokenFile(world, 'grün'), '{');
    await world.session('p').signIn(browser);
    assert.equal((await world.session('p').credentials()).accountId, '123456789012');
  });
});

const readCredentials = `
import json, sys, botocore.session
keys = botocore.session.Session(profile=sys.stdin.read()).get_credentials()
frozen = keys.get_frozen_credentials()
print(json.dumps([frozen.access_key, frozen.secret_key, frozen.account_id]))`;

const readToken = `
import sys, botocore.session
session = botocore.session.Session(profile=sys.stdin.read())
assert session.get_auth_token().get_frozen_token().token.startswith('SECRET-access-')`;
