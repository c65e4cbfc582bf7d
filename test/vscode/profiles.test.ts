import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { commands } from '../../src/views/ids.ts';
import {
  activate,
  childrenOf,
  itemOf,
  labelsAt,
  labelsOf,
  nodeAt,
  useProfile,
  waitFor,
} from './editor.ts';
import { addProfile } from './sharedFiles.ts';

describe('a switch of the profile', () => {
  before(() => useProfile('demo'));
  afterEach(() => useProfile('demo'));

  it('makes another account the active one', async () => {
    const { profiles } = await activate();
    await useProfile('demo-other');
    assert.equal(profiles.profile, 'demo-other');
    assert.equal(await profiles.session?.account(), '210987654321');
    await useProfile('demo');
    assert.equal(await profiles.session?.account(), '123456789012');
  });

  it('shows the resources of that account and none of the other', async () => {
    const buckets = await labelsAt('demo', 'S3', 'Buckets');
    assert.ok(buckets.includes('meadow-media'));
    await useProfile('demo-other');
    assert.deepEqual(await labelsAt('demo-other', 'S3', 'Buckets'), ['analytics-exports']);
    assert.deepEqual(await labelsAt('demo-other', 'SQS', 'Queues'), ['analytics-jobs']);
  });

  it('leaves nothing under a node of the profile it left', async () => {
    const old = await nodeAt('demo', 'S3', 'Buckets');
    assert.notEqual((await childrenOf(old)).length, 0);
    await useProfile('demo-other');
    assert.deepEqual(await childrenOf(old), []);
  });

  it('gives the roots new ids, so that VS Code keeps nothing of them open', async () => {
    const idOf = async () => (await itemOf(await nodeAt('demo'))).id;
    const before = await idOf();
    await useProfile('demo-other');
    assert.notEqual(await idOf(), before);
  });

  it('refuses a profile that is not there', async () => {
    const { profiles } = await activate();
    await useProfile('nobody');
    assert.equal(profiles.profile, 'demo');
  });
});

describe('a switch of the region', () => {
  before(() => useProfile('demo'));
  afterEach(async () => {
    await vscode.commands.executeCommand(commands.selectRegion, 'eu-west-1');
  });

  it('asks the other region', async () => {
    await vscode.commands.executeCommand(commands.selectRegion, 'eu-central-1');
    const { profiles } = await activate();
    assert.equal(profiles.session?.region, 'eu-central-1');
    const [empty] = await childrenOf(await nodeAt('demo', 'EC2', 'Instances'));
    assert.equal(empty?.kind, 'empty');
    assert.match(String((await itemOf(empty)).description), /eu-central-1/);
  });
});

describe('the shared files', () => {
  it('are watched: a new profile appears and goes without a reload', async () => {
    const restore = await addProfile('added-later', process.env.AWSCOPE_TEST_URL ?? '');
    await waitFor('the new profile', () => hasRoot('added-later'));
    assert.ok((await labelsAt('added-later', 'S3', 'Buckets')).includes('meadow-media'));
    await restore();
    await waitFor('the profile to go', async () => !(await hasRoot('added-later')));
  });
});

async function hasRoot(name: string): Promise<boolean> {
  return (await labelsOf(await childrenOf())).includes(name);
}
