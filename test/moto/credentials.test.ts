// Keys that STS hands out, asked of moto's STS over HTTP: roles, chains of them, web identities and MFA.

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import { Session, type SessionOptions } from '../../src/core/session.ts';
import { exampleKeys, homeRegion } from '../../tools/demo/keys.ts';
import { useAws } from './aws.ts';

const { url } = await useAws();
const catalogue = openCatalogue({ searchPath: [] });
const mfa = 'arn:aws:iam::123456789012:mfa/me';

const config = (home: string) => `[profile shop]
region = ${homeRegion}
endpoint_url = ${url}
[profile role]
region = ${homeRegion}
endpoint_url = ${url}
role_arn = arn:aws:iam::111122223333:role/Reader
source_profile = shop
role_session_name = me
[profile chain]
region = ${homeRegion}
endpoint_url = ${url}
role_arn = arn:aws:iam::444455556666:role/Admin
source_profile = role
[profile pod]
region = ${homeRegion}
endpoint_url = ${url}
role_arn = arn:aws:iam::111122223333:role/Pod
web_identity_token_file = ${home}/token
[profile proven]
region = ${homeRegion}
endpoint_url = ${url}
mfa_serial = ${mfa}
`;

describe('keys of STS', () => {
  let home: string;
  const calls: string[] = [];

  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'awscope-home-'));
    await mkdir(join(home, '.aws'));
    const keys = `aws_access_key_id = ${exampleKeys.accessKeyId}\naws_secret_access_key = ${exampleKeys.secretAccessKey}\n`;
    await writeFile(join(home, '.aws', 'config'), config(home));
    await writeFile(join(home, '.aws', 'credentials'), `[shop]\n${keys}[proven]\n${keys}`);
    await writeFile(join(home, 'token'), 'a-token-of-the-pod');
  });

  after(() => rm(home, { recursive: true }));

  function sessionOf(profile: string, options: Partial<SessionOptions> = {}): Session {
    calls.length = 0;
    const onCall = ({ operation }: { readonly operation: string }) => calls.push(operation);
    return new Session({ profile, home, environment: {}, catalogue, onCall, ...options });
  }

  it('are those of a role, once for all Sessions', async () => {
    const { expiration, accountId } = await sessionOf('role').credentials();
    assert.ok(expiration && expiration.getTime() > Date.now() + 50 * 60_000);
    assert.equal(accountId, '111122223333');
    assert.deepEqual(calls, ['AssumeRole']);
    const again = sessionOf('role');
    assert.equal(await again.account(), '111122223333');
    assert.match(again.knownArn ?? '', /assumed-role\/Reader\/me$/);
    assert.deepEqual(calls, ['GetCallerIdentity']);
  });

  it('are those of a role that a role assumes, in another account', async () => {
    const session = sessionOf('chain');
    assert.equal(await session.account(), '444455556666');
    assert.deepEqual(calls, ['AssumeRole', 'GetCallerIdentity']);
  });

  it('are those of a web identity', async () => {
    assert.equal((await sessionOf('pod').credentials()).accountId, '111122223333');
    assert.deepEqual(calls, ['AssumeRoleWithWebIdentity']);
  });

  it('are those of a session proven by MFA, kept for the next', async () => {
    const asked: string[] = [];
    const askMfa = async (serial: string) => {
      asked.push(serial);
      return '123456';
    };
    const { sessionToken } = await sessionOf('proven', { askMfa }).credentials();
    assert.ok(sessionToken);
    assert.equal((await sessionOf('proven', { askMfa }).credentials()).sessionToken, sessionToken);
    assert.deepEqual(asked, [mfa]);
  });

  it('leave nothing else than files of the AWS CLI behind', async () => {
    const names = await readdir(join(home, '.aws', 'cli', 'cache'));
    assert.equal(names.length, 4);
    assert.ok(names.every((name) => /^[0-9a-f]{40}\.json$/.test(name)));
  });

  it('tell which regions the account has', async () => {
    const regions = await sessionOf('shop').listRegions();
    const virginia = { name: 'us-east-1', title: 'US East (N. Virginia)', isEnabled: true };
    assert.deepEqual(
      regions.find(({ name }) => name === 'us-east-1'),
      virginia,
    );
    assert.deepEqual(new Set(calls), new Set(['ListRegions', 'DescribeRegions']));
  });
});
