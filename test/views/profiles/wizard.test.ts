import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KeptProfiles } from '../../../src/views/profiles/keptProfiles.ts';
import {
  type Answers,
  answersOf,
  checkAccessKeyId,
  checkName,
  checkRoleArn,
  checkStartUrl,
  checkUrl,
  draftOfAnswers,
  noAnswers,
  proposeName,
  proposeSession,
} from '../../../src/views/profiles/wizard/answers.ts';

const keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'SECRET' };

describe('the answers of the wizard', () => {
  const cases: readonly Partial<Answers>[] = [
    {
      kind: 'sso',
      session: 'meadow',
      account: '123456789012',
      role: 'Reader',
      region: 'eu-west-1',
    },
    { kind: 'login', loginSession: 'arn:aws:iam::123456789012:user/ada', region: 'eu-west-1' },
    { kind: 'role', roleArn: 'arn:x', sourceProfile: 'base', mfaSerial: 'arn:mfa' },
    { kind: 'process', command: '/bin/x' },
    { kind: 'keys', accessKeyId: keys.accessKeyId, keptKeyId: keys.accessKeyId },
    { kind: 'emulator', endpoint: 'http://localhost:4566', accessKeyId: 'a', keptKeyId: 'a' },
  ];
  for (const answers of cases) {
    it(`come back from a profile of the kind ${answers.kind}`, () => {
      const all = { ...noAnswers, isNew: false, name: 'p', ...answers };
      assert.deepEqual(answersOf(draftOfAnswers(all), all.keptKeyId), all);
    });
  }

  it('leave keys alone that are not given', () => {
    const answers = { ...noAnswers, name: 'p', accessKeyId: 'AKIAIOSFODNN7EXAMPLE' };
    assert.deepEqual(draftOfAnswers(answers).source, { kind: 'keys' });
    assert.deepEqual(draftOfAnswers({ ...answers, ...keys }).source, { kind: 'keys', keys });
  });

  it('bring a new session with the profile', () => {
    const start = { startUrl: 'https://meadow.awsapps.com/start', ssoRegion: 'eu-central-1' };
    const draft = draftOfAnswers({ ...noAnswers, kind: 'sso', session: 'meadow', ...start });
    assert.deepEqual(draft.source, {
      kind: 'sso',
      sso: { session: 'meadow', start: { url: start.startUrl, region: start.ssoRegion } },
    });
  });
});

describe('the wizard', () => {
  it('takes what can be, and says what is wrong with the rest', () => {
    const good = [
      checkAccessKeyId('AKIAIOSFODNN7EXAMPLE'),
      checkRoleArn('arn:aws:iam::123456789012:role/a/b'),
      checkRoleArn('arn:aws-us-gov:iam::123456789012:role/x'),
      checkUrl('http://localhost:4566'),
      checkStartUrl('https://meadow.awsapps.com/start#/'),
      checkName(['other'])('my profile'),
    ];
    assert.deepEqual(
      good,
      good.map(() => undefined),
    );
    const bad = [
      checkAccessKeyId('AKIA'),
      checkAccessKeyId('AKIA IOSFODNN7EXAMPLE'),
      checkRoleArn('arn:aws:iam::123456789012:user/x'),
      checkRoleArn('arn:aws:iam::123456789012:role/x\nsource_profile = y'),
      checkUrl('localhost:4566'),
      checkUrl('file:///etc/passwd'),
      checkStartUrl('http://meadow.awsapps.com/start'),
      checkName(['other'])('other'),
      checkName([])('a]b'),
    ];
    for (const problem of bad) assert.equal(typeof problem, 'string');
  });

  it('proposes names', () => {
    assert.equal(proposeSession('https://meadow.awsapps.com/start#/'), 'meadow');
    assert.equal(proposeSession('nonsense'), '');
    assert.equal(proposeName('Meadow (prod)', '', 'Read Only'), 'Meadow-prod-Read-Only');
  });
});

describe('profiles that the editor keeps', () => {
  function setUp() {
    const memory = new Map<string, unknown>();
    const secrets = new Map<string, string>();
    const kept = new KeptProfiles(
      {
        get: <T>(key: string) => memory.get(key) as T,
        update: async (key: string, value: unknown) => void memory.set(key, value),
      },
      {
        get: async (key) => secrets.get(key),
        store: async (key, value) => void secrets.set(key, value),
        delete: async (key) => void secrets.delete(key),
      },
    );
    return { kept, memory, secrets };
  }

  it('have their keys in the store of secrets, and nowhere else', async () => {
    const { kept, memory, secrets } = setUp();
    await kept.save('p', { region: 'eu-west-1' }, keys);
    assert.doesNotMatch(JSON.stringify([...memory]), /SECRET|AKIA/);
    assert.equal(secrets.size, 1);
    const [profile] = kept.list();
    assert.deepEqual([profile?.name, profile?.values], ['p', { region: 'eu-west-1' }]);
    assert.deepEqual(await profile?.keys.read(), keys);
  });

  it('are others once their keys are', async () => {
    const { kept } = setUp();
    await kept.save('p', {}, keys);
    const revision = () => kept.list()[0]?.keys.revision;
    const first = revision();
    await kept.save('p', { region: 'eu-west-1' }, undefined);
    assert.equal(revision(), first);
    assert.deepEqual(await kept.list()[0]?.keys.read(), keys);
    await kept.save('p', {}, { ...keys, sessionToken: 'TOKEN' });
    assert.notEqual(revision(), first);
    assert.equal((await kept.list()[0]?.keys.read())?.sessionToken, 'TOKEN');
  });

  it('can be told from others without their keys', async () => {
    const { kept, secrets } = setUp();
    const prints = [kept.print];
    await kept.save('p', {}, keys);
    prints.push(kept.print);
    await kept.save('p', {}, { ...keys, sessionToken: 'TOKEN' });
    prints.push(kept.print);
    assert.equal(new Set(prints).size, 3);
    assert.doesNotMatch(prints.join(), /SECRET|AKIA|TOKEN/);
    assert.deepEqual(
      [...secrets.keys()].map((key) => kept.isSecret(key)),
      [true],
    );
    assert.equal(kept.isSecret('another'), false);
  });

  it('leave nothing behind', async () => {
    const { kept, memory, secrets } = setUp();
    await kept.save('p', {}, keys);
    await kept.save('q', {}, keys);
    const [gone] = kept.list();
    await kept.remove('p');
    assert.deepEqual(
      kept.list().map(({ name }) => name),
      ['q'],
    );
    assert.equal(await gone?.keys.read(), undefined);
    assert.equal(secrets.size, 1);
    await kept.remove('q');
    assert.deepEqual([...memory.values()], [[]]);
  });
});
