// The AWS CLI and Awscope side by side over one home folder: what one of them has asked for, the other does not ask again.

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import { Session } from '../../src/core/session.ts';
import { type Home, keys, makeHome } from '../core/session/folder.ts';
import { pythonOf } from '../python.ts';
import { readCases } from './kind.ts';
import { type Answers, startProfileServer } from './profileServer.ts';

const [first] = readCases<{ readonly defaults: Answers }>('profiles.jsonl');
const identity =
  '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>';
const catalogue = openCatalogue({ searchPath: [] });
const config =
  `[profile p]\nrole_arn = arn:aws:iam::123456789012:role/Admin\nsource_profile = s\nexternal_id = é-1\n[profile s]\n${keys}` +
  '[profile sso]\nsso_session = my\nsso_account_id = 123456789012\nsso_role_name = Reader\n' +
  '[sso-session my]\nsso_start_url = https://example.awsapps.com/start#/\nsso_region = eu-west-1\n';
const token = {
  startUrl: 'https://example.awsapps.com/start#/',
  region: 'eu-west-1',
  accessToken: 'old',
  expiresAt: '2020-01-01T00:00:00Z',
  clientId: 'client',
  clientSecret: 'client-secret',
  registrationExpiresAt: '2099-01-01T00:00:00Z',
  refreshToken: 'first',
};
const tokenFile = 'sso/cache/3ece1471f44f63177cbc35ba0b904e0c096b6783.json';

/** The AWS CLI itself, as far as the choice of keys goes; the first version does not cache SSO roles, so its cache is given. */
const cli = `
import sys
import awscli.clidriver
from botocore.utils import JSONFileCache
driver = awscli.clidriver.create_clidriver()
def keep(session, **_):
    import os
    folder = os.path.expanduser('~/.aws/cli/cache')
    session.get_component('credential_provider').get_provider('sso').cache = JSONFileCache(folder)
driver.session.register('session-initialized', keep)
sys.exit(driver.main(['sts', 'get-caller-identity', '--profile', sys.stdin.read().strip()]))
`;

async function setUp(t: TestContext) {
  const python = pythonOf(t, 'awscli');
  const home = await makeHome(t, { config, [tokenFile]: JSON.stringify(token) });
  const fill = (text: string, more: Readonly<Record<string, string>> = {}) =>
    text.replace(/<<([^<>]*)>>/g, (_, name: string) => {
      if (more[name] !== undefined) return more[name];
      const then = Date.now() + 60 * 60_000;
      return name.startsWith('ms') ? String(then) : new Date(then).toISOString();
    });
  const answers = { ...first?.defaults, GetCallerIdentity: { body: identity } };
  const server = await startProfileServer(answers, fill);
  t.after(() => server.close());
  const environment = { AWS_ENDPOINT_URL: server.url, AWS_DEFAULT_REGION: 'us-east-1' };
  const callNames = () => server.calls.map((call) => nameOf(call));
  return { python, home, environment, callNames };
}

function nameOf(call: unknown): string {
  const { call: name, by = 'nobody' } = call as { readonly call: string; readonly by?: string };
  return `${name} by ${by}`;
}

function sessionOf({ home }: Home, environment: Readonly<Record<string, string>>, profile: string) {
  return new Session({ profile, home, environment, catalogue });
}

const cases = [
  ['p', ['AssumeRole by AKIAIOSFODNN7EXAMPLE', 'GetCallerIdentity by ASIAAdmin'], 'ASIAAdmin'],
  [
    'sso',
    [
      'POST /token by nobody',
      'GET /federation/credentials by nobody',
      'GetCallerIdentity by ASIASSO',
    ],
    'ASIASSO',
  ],
] as const;

for (const [profile, calls, key] of cases) {
  test(`the AWS CLI takes the keys of ${profile} from what Awscope cached`, async (t) => {
    const { python, home, environment, callNames } = await setUp(t);
    const session = sessionOf(home, environment, profile);
    assert.equal((await session.credentials()).accessKeyId, key);
    if (python) await python(cli, profile, { ...environment, HOME: home.home });
    assert.deepEqual(callNames(), python ? calls : calls.slice(0, -1));
  });

  test(`Awscope takes the keys of ${profile} from what the AWS CLI cached`, async (t) => {
    const { python, home, environment, callNames } = await setUp(t);
    if (!python) return;
    await python(cli, profile, { ...environment, HOME: home.home });
    const session = sessionOf(home, environment, profile);
    const { accessKeyId, accountId } = await session.credentials();
    assert.deepEqual([accessKeyId, accountId], [key, '123456789012']);
    assert.deepEqual(callNames(), calls);
  });
}
