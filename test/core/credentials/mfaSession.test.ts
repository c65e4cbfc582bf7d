// MFA for keys without a role: a profile with `mfa_serial` and no `role_arn`.

import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readSharedConfig } from '../../../src/core/config/sharedConfig.ts';
import { planCredentials } from '../../../src/core/credentials/chain.ts';
import type { Credentials } from '../../../src/core/credentials/credentials.ts';
import type { AskMfa } from '../../../src/core/credentials/source.ts';
import { type Home, keys, makeHome, secretKey } from '../session/folder.ts';

const serial = 'arn:aws:iam::123456789012:mfa/me';
const config = `[profile p]\n${keys}mfa_serial = ${serial}\nregion = eu-west-1\n`;
const now = new Date('2030-01-01T12:00:00Z');

function make({ home }: Home, askMfa?: AskMfa) {
  const calls: unknown[] = [];
  const shared = readSharedConfig({ home, environment: {} });
  const { load } = planCredentials({
    config: shared,
    profile: 'p',
    environment: {},
    home,
    usesEnvironment: false,
  });
  const run = (refused?: Credentials, isEarly = false) =>
    load({
      call: async (service, operation, input, { region, credentials }) => {
        calls.push([service, operation, input, region, credentials?.secretAccessKey]);
        const Expiration = new Date('2030-01-02T00:00:00Z');
        const made = { SecretAccessKey: 's', SessionToken: 't', Expiration };
        return { Credentials: { AccessKeyId: `ASIA${calls.length}`, ...made } };
      },
      send: async () => assert.fail('sent'),
      clock: () => now,
      region: 'eu-west-1',
      askMfa,
      refused,
      isEarly,
    });
  return { calls, run };
}

describe('keys with MFA and no role', () => {
  test('it asks for a code once, and keeps the session', async (t) => {
    const home = await makeHome(t, { config });
    const asked: string[] = [];
    const askMfa: AskMfa = async (device, { profile }) => {
      asked.push(`${profile}: ${device}`);
      return '123456';
    };
    const { run, calls } = make(home, askMfa);
    const expiration = new Date('2030-01-02T00:00:00Z');
    const session = { accessKeyId: 'ASIA1', secretAccessKey: 's', sessionToken: 't', expiration };
    assert.deepEqual(await run(), session);
    assert.deepEqual(await make(home, askMfa).run(), session);
    assert.deepEqual(asked, [`p: ${serial}`]);
    const input = { SerialNumber: serial, TokenCode: '123456' };
    assert.deepEqual(calls, [['sts', 'GetSessionToken', input, 'eu-west-1', secretKey]]);
    assert.equal((await readdir(join(home.home, '.aws', 'cli', 'cache'))).length, 1);
  });

  test('it asks again when a service takes the session no more', async (t) => {
    const { run } = make(await makeHome(t, { config }), async () => '123456');
    const session = await run();
    assert.ok(session);
    assert.equal((await run(session))?.accessKeyId, 'ASIA2');
  });

  test('it asks nobody while there are keys that are good yet', async (t) => {
    const home = await makeHome(t, { config });
    const { run, calls } = make(home, async () => assert.fail('asked'));
    await assert.rejects(run(undefined, true), { code: 'Credentials', message: /and not yet\.$/ });
    assert.deepEqual(calls, []);
  });

  test('it takes the keys themselves where nobody can be asked, as the AWS CLI does', async (t) => {
    const { run, calls } = make(await makeHome(t, { config }));
    assert.equal((await run())?.secretAccessKey, secretKey);
    assert.deepEqual(calls, []);
  });

  test('it takes keys of a session as they are', async (t) => {
    const home = await makeHome(t, { config: `${config}aws_session_token = t\n` });
    const { run } = make(home, async () => assert.fail('asked'));
    assert.equal((await run())?.sessionToken, 't');
  });

  test('it takes the keys themselves for a role that another profile assumes with them', async (t) => {
    const role = 'arn:aws:iam::123456789012:role/Admin';
    const files = {
      config: `[profile p]\nrole_arn = ${role}\nsource_profile = q\n${config.replace('profile p', 'profile q')}`,
    };
    const { run, calls } = make(await makeHome(t, files), async () => assert.fail('asked'));
    await run();
    assert.deepEqual(
      calls.map((call) => (Array.isArray(call) ? call[1] : call)),
      ['AssumeRole'],
    );
  });
});
