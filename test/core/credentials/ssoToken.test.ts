// Keys by SSO over a real local server: how often AWS is asked, and who else may renew the token meanwhile.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { ssoTokenFile } from '../../../src/core/credentials/cacheFiles.ts';
import { dumpJson } from '../../../src/core/credentials/pythonJson.ts';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { Session } from '../../../src/core/session.ts';
import { type Answers, startProfileServer } from '../../conformance/profileServer.ts';
import { makeHome } from '../session/folder.ts';

const catalogue = openCatalogue({ searchPath: [] });
const startUrl = 'https://example.awsapps.com/start#/';
const config =
  '[profile p]\nregion = eu-west-1\nsso_session = my\nsso_account_id = 123456789012\nsso_role_name = Reader\n' +
  `[sso-session my]\nsso_start_url = ${startUrl}\nsso_region = eu-west-1\n`;
const keys = {
  accessKeyId: 'ASIASSO',
  secretAccessKey: 'secret-of-sso',
  sessionToken: 'token-of-sso',
  expiration: Date.now() + 3_600_000,
};
const portal = {
  'GET /federation/credentials': { body: JSON.stringify({ roleCredentials: keys }) },
};

function token(accessToken: string, minutes: number) {
  return {
    startUrl,
    region: 'eu-west-1',
    accessToken,
    expiresAt: `${new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 19)}Z`,
    clientId: 'client',
    clientSecret: 'client-secret',
    registrationExpiresAt: '2099-01-01T00:00:00Z',
    refreshToken: 'first',
  };
}

async function setUp(
  t: TestContext,
  minutes: number,
  answers: Answers,
  beforeAnswer = (_file: string, _body: string) => {},
) {
  const home = await makeHome(t, { config });
  const file = ssoTokenFile('my', { home: home.home });
  await home.write(file.slice(join(home.home, '.aws').length + 1), dumpJson(token('old', minutes)));
  const server = await startProfileServer({ ...portal, ...answers }, (text) => {
    beforeAnswer(file, text);
    return text;
  });
  t.after(() => server.close());
  const environment = { AWS_ENDPOINT_URL: server.url, AWS_MAX_ATTEMPTS: '1' };
  const session = new Session({ profile: 'p', home: home.home, environment, catalogue });
  return { session, server, file };
}

const bearer = (call: unknown) =>
  (call as Readonly<Record<string, string>>)['x-amz-sso_bearer_token'];

describe('keys by SSO', () => {
  test('it makes exactly one call with a good token, however many wait', async (t) => {
    const { session, server } = await setUp(t, 480, {});
    const all = await Promise.all(Array.from({ length: 10 }, () => session.credentials()));
    assert.ok(all.every(({ accessKeyId }) => accessKeyId === 'ASIASSO'));
    await session.inRegion('eu-west-2').credentials();
    assert.deepEqual(server.calls, [
      {
        call: 'GET /federation/credentials',
        'x-amz-sso_bearer_token': 'old',
        query: { account_id: '123456789012', role_name: 'Reader' },
      },
    ]);
  });

  test('it renews an old token once, and writes it as the AWS CLI does, byte by byte', async (t) => {
    const renewed = { accessToken: 'renewed', expiresIn: 28_800, refreshToken: 'next' };
    const answers = { 'POST /token': { body: JSON.stringify(renewed) } };
    const { session, server, file } = await setUp(t, 5, answers);
    await Promise.all([session.credentials(), session.credentials()]);
    assert.deepEqual(server.calls.map(bearer), [undefined, 'renewed']);
    const text = await readFile(file, 'utf8');
    const expiresAt = /"expiresAt": "([^"]*)"/.exec(text)?.[1];
    assert.ok(Math.abs(Date.parse(String(expiresAt)) - Date.now() - 28_800_000) < 5_000);
    assert.equal(
      text,
      `{"startUrl": "${startUrl}", "region": "eu-west-1", "accessToken": "renewed", "expiresAt": "${expiresAt}", ` +
        '"clientId": "client", "clientSecret": "client-secret", "registrationExpiresAt": "2099-01-01T00:00:00Z", ' +
        '"refreshToken": "next"}',
    );
  });

  test('it takes the token that another process got meanwhile', async (t) => {
    const headers = { 'x-amzn-errortype': 'InvalidGrantException' };
    const refusal = { status: 400, headers, body: '{}' };
    const meanwhile = (file: string, body: string) => {
      if (body === '{}') writeFileSync(file, dumpJson(token('of-the-other', 480)));
    };
    const { session, server } = await setUp(t, -5, { 'POST /token': refusal }, meanwhile);
    await session.credentials();
    assert.deepEqual(server.calls.map(bearer), [undefined, 'of-the-other']);
  });
});
