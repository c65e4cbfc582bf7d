import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Profile } from '../../../src/core/config/profile.ts';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { lookOf, plainLook } from '../../../src/views/profileLook.ts';
import { buildFaultItems, buildProfileItems } from '../../../src/views/profiles/profileItems.ts';
import { buildRegionItems } from '../../../src/views/profiles/regionItems.ts';

const profiles: Profile[] = [
  { name: 'prod', region: 'eu-west-1', source: 'config', credentialKind: 'sso' },
  { name: 'demo', region: 'us-east-1', source: 'both', credentialKind: 'static' },
  { name: 'bad', source: 'config', credentialKind: 'none', problem: 'config:9: no keys.' },
  { name: 'app', source: 'config', credentialKind: 'assume-role', account: '210987654321' },
];

/** Nothing used lately, and nothing known of any profile. */
const usual = {
  active: undefined,
  recent: [],
  pickedRegion: () => undefined,
  knownAccount: () => undefined,
  knownAlias: () => undefined,
  lookOf: () => plainLook,
};

describe('the list of profiles', () => {
  it('has the recently used first, then all others by name', () => {
    const items = buildProfileItems(profiles, {
      active: 'demo',
      recent: ['demo', 'gone', 'prod'],
      pickedRegion: (name) => (name === 'prod' ? 'eu-north-1' : undefined),
      knownAccount: (name) => (name === 'demo' ? '123456789012' : undefined),
      knownAlias: (name, account) => (name === 'app' ? `app-of-${account}` : undefined),
      lookOf: () => plainLook,
    });
    assert.equal(
      items.map((i) => `${i.group} | ${i.label} | ${i.description}`).join('\n'),
      [
        'recently used | $(check) demo | us-east-1 · 123456789012 · access keys · active',
        'recently used | $(account) prod | eu-north-1 · IAM Identity Center',
        'others | $(account) app | no region · 210987654321 (app-of-210987654321) · assumed role',
        'others | $(warning) bad | no region · no credentials',
      ].join('\n'),
    );
  });

  it('has the one in use first, though nobody picked it yet', () => {
    const items = buildProfileItems(profiles, { ...usual, active: 'prod' });
    assert.deepEqual(
      items.map(({ profile }) => profile.name),
      ['prod', 'app', 'bad', 'demo'],
    );
  });

  it('shows what the person chose for a profile, and leaves hidden ones out', () => {
    const setting = {
      prod: { alias: 'Production', icon: 'flame', readOnly: true },
      '*': { hidden: true },
      '[pd]*': { hidden: false },
      demo: { icon: 'beaker' },
      p: { hidden: false },
      PROD: { hidden: false },
    };
    const items = buildProfileItems(profiles, {
      ...usual,
      active: 'demo',
      lookOf: (name) => lookOf(setting, name),
    });
    assert.deepEqual(
      items.map((i) => `${i.label} | ${i.description}`),
      [
        '$(check) demo | us-east-1 · access keys · active',
        '$(flame) Production | prod · read-only · eu-west-1 · IAM Identity Center',
      ],
    );
  });

  it('gives a broken profile’s reason, with the name of its file', () => {
    const file = '/home/ada/.aws/credentials';
    const problem = `${file}:4: half a key.`;
    const half = { name: 'half', source: 'both', credentialKind: 'static', problem } as const;
    const items = buildProfileItems([...profiles, { ...half, fault: { file, line: 4 } }], usual);
    assert.deepEqual(
      items.map(({ detail }) => detail),
      [undefined, 'config:9: no keys.', undefined, 'credentials:4: half a key.', undefined],
    );
    assert.deepEqual(new Set(items.map(({ group }) => group)), new Set(['profiles']));
  });

  it('has what could not be read, by section and place', () => {
    const file = 'C:\\Users\\ada\\.aws\\config';
    const items = buildFaultItems([
      { file, problem: 'the file cannot be read (EACCES)' },
      { file, line: 9, section: 'dev', problem: 'AWS ignores this section' },
    ]);
    assert.deepEqual(
      items.map((i) => `${i.group} | ${i.label} | ${i.detail}`),
      [
        'not read | $(warning) config | config: the file cannot be read (EACCES).',
        'not read | $(warning) [dev] | config:9: AWS ignores this section.',
      ],
    );
  });
});

describe('the list of regions', () => {
  async function regionItems(typed: string) {
    const partitions = await openCatalogue().partitions();
    const regions = ['eu-west-1', 'us-east-1', 'eu-central-1'];
    const facts = { regions, partitions, current: 'us-east-1', own: 'eu-west-1', typed };
    return buildRegionItems(facts).map(({ label, description }) => `${label} | ${description}`);
  }
  const all = [
    '$(check) us-east-1 | US East (N. Virginia) · in use',
    'eu-west-1 | Europe (Ireland) · the profile’s own',
    'eu-central-1 | Europe (Frankfurt)',
  ];

  it('has the current first, then the profile’s own, with their names', async () => {
    assert.deepEqual(await regionItems(''), all);
  });

  it('takes a name it does not know as it is', async () => {
    assert.deepEqual(await regionItems(' Mars-1 '), [...all, 'mars-1 | use this name as it is']);
  });

  it('does not offer what is no name, or is there already', async () => {
    assert.deepEqual(await regionItems('north virginia!'), all);
    assert.deepEqual(await regionItems('eu-west-1'), all);
  });

  it('has those last that the account has not switched on', async () => {
    const items = buildRegionItems({
      regions: ['af-south-1', 'eu-west-1', 'us-east-1'],
      disabled: new Set(['af-south-1']),
      partitions: await openCatalogue().partitions(),
      current: 'us-east-1',
      own: undefined,
      typed: '',
    });
    assert.deepEqual(
      items.map(({ region }) => region),
      ['us-east-1', 'eu-west-1', 'af-south-1'],
    );
    assert.equal(items[2]?.description, 'Africa (Cape Town) · not enabled in this account');
  });
});
