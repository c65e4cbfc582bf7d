import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseConfigFile } from '../../../src/core/config/iniFile.ts';
import { buildSharedConfig, configPaths } from '../../../src/core/config/sharedConfig.ts';
import {
  dependentsOf,
  draftOf,
  editsOf,
  type ProfileDraft,
  removalOf,
} from '../../../src/core/profileFiles/draft.ts';
import { planEdits } from '../../../src/core/profileFiles/profileFiles.ts';
import { Session } from '../../../src/core/session.ts';
import { Sessions } from '../../../src/core/sessions.ts';
import { makeHome, startSts } from '../session/folder.ts';

const keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'SECRET' };
const start = { url: 'https://meadow.awsapps.com/start#/', region: 'eu-central-1' };
const sso = { session: 'meadow', start, account: '123456789012', role: 'Reader' };
const role = { arn: 'arn:aws:iam::210987654321:role/x', sourceProfile: 'base' };

const drafts: readonly (readonly [ProfileDraft, config: string, credentials: string])[] = [
  [
    { name: 'p', region: 'eu-west-1', source: { kind: 'keys', keys } },
    '[profile p]\nregion = eu-west-1\n',
    '[p]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = SECRET\n',
  ],
  [
    { name: 'default', source: { kind: 'keys', keys: { ...keys, sessionToken: 'T' } } },
    '',
    '[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = SECRET\naws_session_token = T\n',
  ],
  [
    { name: 'p', region: 'us-east-1', source: { kind: 'sso', sso } },
    '[profile p]\nsso_session = meadow\nsso_account_id = 123456789012\nsso_role_name = Reader\nregion = us-east-1\n\n' +
      '[sso-session meadow]\nsso_start_url = https://meadow.awsapps.com/start#/\nsso_region = eu-central-1\n' +
      'sso_registration_scopes = sso:account:access\n',
    '',
  ],
  [
    { name: 'a b', source: { kind: 'role', role: { ...role, mfaSerial: 'arn:mfa' } } },
    '[profile "a b"]\nrole_arn = arn:aws:iam::210987654321:role/x\nsource_profile = base\nmfa_serial = arn:mfa\n',
    '',
  ],
  [
    { name: 'p', source: { kind: 'process', command: '/bin/x --y "z"' } },
    '[profile p]\ncredential_process = /bin/x --y "z"\n',
    '',
  ],
  [
    { name: 'p', source: { kind: 'login', loginSession: 'arn:x' } },
    '[profile p]\nlogin_session = arn:x\n',
    '',
  ],
  [
    { name: 'p', endpoint: 'http://localhost:4566', source: { kind: 'keys', keys } },
    '[profile p]\nendpoint_url = http://localhost:4566\n',
    '[p]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = SECRET\n',
  ],
];

describe('a draft', () => {
  for (const [draft, config, credentials] of drafts) {
    test(`it becomes a profile of the kind ${draft.source.kind}, and can be read again`, async (t) => {
      const home = await makeHome(t);
      const planned = await planEdits(configPaths(home), editsOf(draft));
      const texts = planned.files.map(({ after }) => after);
      assert.deepEqual(texts, [credentials, config]);
      const again = draftOf(planned.config, draft.name);
      assert.ok(again);
      const back = await planEdits(configPaths(home), editsOf(again));
      if (again.source.kind === 'keys' || again.source.kind === 'sso') return;
      assert.deepEqual(
        back.files.map(({ after }) => after),
        texts,
      );
    });
  }

  test('it takes keys out of the config file, where they would be left behind', async (t) => {
    const home = await makeHome(t, {
      config: '[profile p]\naws_access_key_id = old\naws_secret_access_key = OLD\noutput = json\n',
    });
    const edits = editsOf({ name: 'p', source: { kind: 'keys', keys } });
    const [, config] = (await planEdits(configPaths(home), edits)).files;
    assert.equal(config?.after, '[profile p]\noutput = json\n');
  });

  test('it changes the region of a profile and leaves its keys', async (t) => {
    const home = await makeHome(t, { credentials: '[p]\naws_access_key_id = a\nother = 1\n' });
    const edits = editsOf({ name: 'p', region: 'eu-west-1', source: { kind: 'keys' } });
    const texts = (await planEdits(configPaths(home), edits)).files.map(({ after }) => after);
    assert.deepEqual(texts, [
      '[p]\naws_access_key_id = a\nother = 1\n',
      '[profile p]\nregion = eu-west-1\n',
    ]);
  });

  test('it is none for a profile that is of no such kind', () => {
    const text =
      '[profile p]\nregion = x\n[profile q]\nrole_arn = x\ncredential_source = Environment\n';
    const config = buildSharedConfig(parseConfigFile(text, 'a'), parseConfigFile('', 'b'));
    for (const name of ['p', 'q', 'nobody']) assert.equal(draftOf(config, name), undefined);
  });
});

describe('a removal', () => {
  const text =
    '[profile a]\nsso_session = s\n[profile b]\nsource_profile = a\n[sso-session s]\nx = 1\n';
  const read = (config: string) =>
    buildSharedConfig(parseConfigFile(config, 'a'), parseConfigFile('', 'b'));

  test('it knows who would miss the profile', () => {
    assert.deepEqual(dependentsOf(read(text), 'a'), { roles: ['b'], ssoSession: 's' });
    const shared = read(`${text}[profile c]\nsso_session = s\n`);
    assert.deepEqual(dependentsOf(shared, 'a'), { roles: ['b'], ssoSession: undefined });
  });

  test('it takes the profile out of both files, and its session where that is wanted', async (t) => {
    const home = await makeHome(t, { config: text, credentials: '[a]\nx = 1\n[b]\n' });
    const texts = async (session?: string) =>
      (await planEdits(configPaths(home), removalOf('a', session))).files.map(({ after }) => after);
    assert.deepEqual(await texts(), ['[b]\n', text.replace('[profile a]\nsso_session = s\n', '')]);
    assert.deepEqual(await texts('s'), ['[b]\n', '[profile b]\nsource_profile = a\n']);
  });
});

describe('a profile that is tried before it is written', () => {
  test('it is asked who it is', async (t) => {
    const sts = await startSts(t);
    const home = await makeHome(t);
    const sessions = new Sessions(home);
    t.after(() => sessions.dispose());
    const source = { kind: 'keys', keys } as const;
    const draft = { name: 'p', region: 'eu-west-1', endpoint: sts.url, source };
    const { config } = await planEdits(configPaths(home), editsOf(draft));
    assert.equal(await sessions.tryOut(config, 'p').account(), '111122223333');
    assert.deepEqual(await sessions.profiles(), []);
  });
});

describe('a profile that no file has', () => {
  const profile = (revision: number, values: Record<string, string>) => ({
    name: 'kept',
    values,
    keys: { revision, read: async () => keys },
  });

  test('it has a Session, is listed last, and can be a source of keys', async (t) => {
    const sts = await startSts(t);
    const config = `[profile r]\nrole_arn = arn:aws:iam::210987654321:role/x\nsource_profile = kept\nregion = eu-west-1\nendpoint_url = ${sts.url}\n`;
    const home = await makeHome(t, { config });
    const kept = () => [profile(1, { region: 'eu-west-1', endpoint_url: sts.url })];
    const sessions = new Sessions({ kept, ...home });
    t.after(() => sessions.dispose());
    const listed = await sessions.profiles();
    assert.deepEqual(
      listed.map(({ name, source, problem }) => [name, source, problem]),
      [
        ['r', 'config', undefined],
        ['kept', 'kept', undefined],
      ],
    );
    assert.deepEqual(listed[1], {
      name: 'kept',
      source: 'kept',
      credentialKind: 'static',
      region: 'eu-west-1',
      endpoint: sts.url,
    });
    assert.equal(await sessions.get('kept').account(), '111122223333');
    assert.equal((await sessions.get('r').credentials()).accessKeyId, 'ASIAx');
  });

  test('it is made anew when its keys are others, and hidden by one of the files', async (t) => {
    const home = await makeHome(t);
    let kept = [profile(1, { region: 'eu-west-1' })];
    const sessions = new Sessions({ kept: () => kept, ...home });
    t.after(() => sessions.dispose());
    await sessions.profiles();
    let changes = 0;
    t.after(sessions.onDidChange(() => changes++));
    const first = sessions.get('kept');
    await sessions.profiles();
    assert.equal(sessions.get('kept'), first);
    kept = [profile(2, { region: 'eu-west-1' })];
    await sessions.profiles();
    assert.notEqual(sessions.get('kept'), first);
    assert.equal(changes, 1);
    await home.write('config', '[profile kept]\nregion = us-east-1\n');
    const [listed, ...others] = await sessions.profiles();
    assert.deepEqual([listed?.source, others], ['config', []]);
    assert.equal(new Session({ profile: 'kept', ...home }).region, 'us-east-1');
  });

  test('it says so when its keys are gone', async (t) => {
    const home = await makeHome(t);
    const gone = { name: 'kept', values: {}, keys: { revision: 1, read: async () => undefined } };
    const sessions = new Sessions({ kept: () => [gone], ...home });
    t.after(() => sessions.dispose());
    await assert.rejects(sessions.get('kept').credentials(), /no longer kept here/);
  });
});
