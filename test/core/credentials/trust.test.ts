// Files of a workspace that the person does not trust, named by AWS_CONFIG_FILE or a link.

import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { Session } from '../../../src/core/session.ts';
import { Sessions } from '../../../src/core/sessions.ts';
import { keys, makeHome, secretKey } from '../session/folder.ts';

const catalogue = openCatalogue({ searchPath: [] });
const refused = { code: 'Config', message: /workspace that is not trusted/ };

/** A profile `p` whose config file is not trusted, while its credentials file is. */
async function make(
  t: TestContext,
  lines: string,
  { credentials = `[mine]\n${keys}`, environment = {} } = {},
) {
  const files = { config: `[profile p]\nregion = eu-west-1\n${lines}\n`, credentials };
  const { home, environment: quiet } = await makeHome(t, files);
  const options = {
    home,
    environment: { ...quiet, ...environment },
    catalogue,
    isTrusted: (file: string) => file !== join(home, '.aws', 'config'),
    send: async () => assert.fail('something was sent'),
  };
  return { home, options, session: new Session({ ...options, profile: 'p' }) };
}

const role = 'role_arn = arn:aws:iam::123456789012:role/Admin\n';
const sources: Readonly<Record<string, string>> = {
  'a web identity': `${role}web_identity_token_file = /etc/passwd`,
  'a role of keys that are trusted': `${role}source_profile = mine`,
  'a role of the environment': `${role}credential_source = Environment`,
  SSO: 'sso_account_id = 1\nsso_role_name = r\nsso_start_url = https://x.example\nsso_region = eu-west-1',
  '`aws login`': 'login_session = arn:aws:iam::123456789012:user/me',
};

describe('a file that is not trusted', () => {
  test('it runs none of its programs', async (t) => {
    const { home, options, session } = await make(t, 'credential_process = /usr/bin/touch "$MARK"');
    const mark = join(home, 'mark');
    const own = await make(t, `credential_process = /usr/bin/touch ${mark}`);
    for (const one of [session, own.session]) await assert.rejects(one.credentials(), refused);
    await assert.rejects(access(mark));
    const sessions = new Sessions(options);
    t.after(() => sessions.dispose());
    const [listed] = await sessions.profiles();
    assert.match(listed?.problem ?? '', refused.message);
  });

  test('it runs them for no trusted profile that names one of its own', async (t) => {
    const { home, options } = await make(t, '');
    const mark = join(home, 'mark');
    const config = `[profile evil]\ncredential_process = /usr/bin/touch ${mark}\n`;
    const place = await makeHome(t, { config, credentials: `[p]\n${role}source_profile = evil\n` });
    const isTrusted = (file: string) => file !== join(place.home, '.aws', 'config');
    const session = new Session({ ...options, home: place.home, isTrusted, profile: 'p' });
    await assert.rejects(session.credentials(), refused);
    await assert.rejects(access(mark));
  });

  for (const [name, lines] of Object.entries(sources)) {
    test(`it gives no keys of ${name}`, async (t) => {
      const { session } = await make(t, lines);
      await assert.rejects(session.credentials(), refused);
    });
  }

  test('it gives the keys that stand in it', async (t) => {
    const { session } = await make(t, keys);
    assert.equal((await session.credentials()).secretAccessKey, secretKey);
  });

  for (const name of ['SSO', '`aws login`'] as const) {
    test(`it lets nobody sign in by ${name}`, async (t) => {
      const { session } = await make(t, sources[name] ?? '');
      const show = async () => assert.fail('shown');
      await assert.rejects(session.signIn({ method: 'deviceCode', show }), refused);
    });
  }

  test('it lets nobody sign in for a trusted profile that takes keys from one of its own', async (t) => {
    const credentials = `[mine]\n${role}source_profile = p\n`;
    const { options } = await make(t, sources.SSO ?? '', { credentials });
    const show = async () => assert.fail('shown');
    const session = new Session({ ...options, profile: 'mine' });
    await assert.rejects(session.signIn({ method: 'deviceCode', show }), refused);
  });

  test('it asks for no MFA code', async (t) => {
    const { options } = await make(t, `${keys}mfa_serial = arn:aws:iam::123456789012:mfa/me`);
    const askMfa = async () => assert.fail('asked');
    const session = new Session({ ...options, profile: 'p', askMfa });
    assert.equal((await session.credentials()).secretAccessKey, secretKey);
  });

  const elsewhere = 'endpoint_url = http://127.0.0.1:1';

  test('it does not say where requests go that are signed with keys of a trusted file', async (t) => {
    const { session } = await make(t, elsewhere, { credentials: `[p]\n${keys}` });
    await assert.rejects(session.credentials(), refused);
    const byName = `[services s]\nsqs =\n  ${elsewhere}`;
    const credentials = `[q]\n${keys}services = s\n[plain]\n${keys}`;
    const { options } = await make(t, byName, { credentials });
    await assert.rejects(new Session({ ...options, profile: 'q' }).credentials(), refused);
    const plain = new Session({ ...options, profile: 'plain' });
    assert.equal((await plain.credentials()).secretAccessKey, secretKey);
  });

  test('nor where those go that are signed with keys of the environment or of the machine', async (t) => {
    const environment = {
      AWS_PROFILE: 'p',
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: secretKey,
    };
    const { options } = await make(t, elsewhere, { environment });
    await assert.rejects(new Session(options).credentials(), refused);
    await assert.rejects((await make(t, elsewhere)).session.credentials(), refused);
  });

  test('it gets no token', async (t) => {
    const environment = { AWS_BEARER_TOKEN_BEDROCK: 'SECRET' };
    const { session } = await make(t, 'endpoint_url = http://127.0.0.1:1', { environment });
    const bedrock = await session.client('bedrock');
    await assert.rejects(bedrock.call('ListFoundationModels', {}), refused);
  });

  test('it is as any other once it is trusted', async (t) => {
    const { options } = await make(
      t,
      `credential_process = /bin/echo '{"Version": 1, "AccessKeyId": "A", "SecretAccessKey": "s"}'`,
    );
    let isTrusted = false;
    const session = new Session({ ...options, profile: 'p', isTrusted: () => isTrusted });
    await assert.rejects(session.credentials(), refused);
    isTrusted = true;
    assert.equal((await session.credentials()).accessKeyId, 'A');
  });
});
