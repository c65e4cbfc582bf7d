// A person at the editor: one window, one step after the other. Each step leaves a picture in out/screenshots.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { exitOnSignals } from '../../tools/atExit.ts';
import { type DemoEditor, openDemoEditor } from '../../tools/host/demoEditor.ts';
import type { Workbench } from '../../tools/host/workbench.ts';
import { pictureEachStep } from './pictures.ts';

exitOnSignals();

describe('a person', () => {
  let editor: DemoEditor;
  let workbench: Workbench;

  before(async () => {
    editor = await openDemoEditor({ width: 1280, height: 1000 });
    workbench = editor.workbench;
  });

  pictureEachStep('', () => workbench);

  after(() => editor[Symbol.asyncDispose]());

  async function waitForKept(what: string, isSo: (texts: readonly string[]) => boolean) {
    for (let i = 0; i < 150; i++) {
      if (isSo(await editor.keptTexts('inputs'))) return;
      await workbench.page.waitForTimeout(100);
    }
    assert.fail(`Waited 15 seconds for ${what} to be on disk.`);
  }

  it('opens the view and sees every profile, and AWS is not asked for it', async () => {
    await workbench.statusEntry('demo · eu-west-1').waitFor();
    await workbench.openAwsView();
    await workbench.row('demo').waitFor();
    await workbench.row('demo-other').waitFor();
    await workbench.row('S3').waitFor();
    assert.ok(editor.requestsAtStart > 0);
    assert.equal(editor.demo.requestCount(), editor.requestsAtStart);
  });

  it('expands down to an object and opens its JSON', async () => {
    for (const label of ['S3', 'Buckets', 'meadow-media', 'catalogue']) {
      await workbench.expand(label);
    }
    await workbench.row('books.json').click();
    const text = await workbench.readEditor('books.json');
    assert.match(text, /"ContentType": "application\/json"/);
  });

  it('opens the console at exactly the address of an object', async () => {
    const url = await workbench.openFromMenu('books.json', 'Open in AWS Console');
    assert.match(url, /\/meadow-media\?region=eu-west-1&prefix=catalogue%2Fbooks\.json$/);
  });

  it('loads more of a long list', async () => {
    await workbench.expand('meadow-access-logs');
    await workbench.row('access-00001.log').waitFor();
    await workbench.waitAtEndOfTree('Load more…');
    await workbench.row('Load more…').click();
    await workbench.waitAtEndOfTree('access-01150.log');
    await workbench.collapse('meadow-access-logs');
  });

  it('runs S3 ListBuckets from the palette', async () => {
    await workbench.runOperation('s3 listb', 'ListBuckets');
    const text = await workbench.readEditor('s3.ListBuckets (demo, eu-west-1).json');
    assert.match(text, /"Name": "meadow-archive"/);
  });

  it('runs EC2 DescribeInstances from the palette', async () => {
    await workbench.runOperation('ec2 descinst', 'DescribeInstances');
    const text = await workbench.readEditor('ec2.DescribeInstances (demo, eu-west-1).json');
    assert.match(text, /"Reservations": \[/);
  });

  it('runs STS GetCallerIdentity from the palette and sees the account', async () => {
    await workbench.runOperation('sts getcaller', 'GetCallerIdentity');
    const text = await workbench.readEditor('sts.GetCallerIdentity (demo, eu-west-1).json');
    assert.match(text, /"Account": "123456789012"/);
    await workbench.statusEntry('demo · eu-west-1 · 123456789012').waitFor();
  });

  it('sees what is wrong with an input, and nothing is lost', async () => {
    await workbench.runOperation('dynamodb scan', 'Scan');
    const title = 'dynamodb.Scan input (demo, eu-west-1).json';
    assert.match(await workbench.readEditor(title), /"TableName"/);
    await workbench.replaceText('{ "TableName": 7, "Limmit": 3 }');
    await workbench.runCommand('AWS: Run This Input');
    const told =
      'Nothing was sent. TableName must be text, not this number. There is 1 more fault.';
    await workbench.statusEntry(told).waitFor();
    assert.equal(await workbench.notification(/nothing was sent/i).count(), 0);
    await workbench.page.locator('.squiggly-error').first().waitFor();
    assert.match(await workbench.readEditor(title), /"Limmit": 3/);
  });

  it('reloads the window, and the input is still there', async () => {
    // The editor saves by itself a moment after the last key, and shows no mark until then.
    await waitForKept('the input', (texts) => texts.some((text) => text.includes('"Limmit": 3')));
    const title = 'dynamodb.Scan input (demo, eu-west-1).json';
    await workbench.waitUntilNoted(title);
    await workbench.reload();
    assert.match(await workbench.readEditor(title), /"Limmit": 3/);
    await workbench.statusEntry('demo · eu-west-1').waitFor();
  });

  it('runs DynamoDB Scan with its input document', async () => {
    await workbench.replaceText('{ "TableName": "orders", "Limit": 3 }');
    const result = workbench.page.locator('.view-lines').filter({ hasText: '"2025-0001"' });
    await workbench.clickLens('▶ Run in demo (eu-west-1)', result);
  });

  it('is told what AWS says to a wrong name, and keeps the input', async () => {
    await workbench.runOperation('dynamodb describetable', 'DescribeTable');
    const title = 'dynamodb.DescribeTable input (demo, eu-west-1).json';
    await workbench.readEditor(title);
    await workbench.page.getByText('▶ Run in demo (eu-west-1)').waitFor();
    await workbench.page.keyboard.type('no-such-table');
    await workbench.page.keyboard.press('ControlOrMeta+Enter');
    await workbench.notification(/ResourceNotFoundException/).waitFor();
    assert.match(await workbench.readEditor(title), /"TableName": "no-such-table"/);
  });

  it('closes its inputs, and what was typed is not kept on disk any longer', async () => {
    await waitForKept('both inputs', (texts) => texts.length === 2);
    await workbench.runCommand('View: Close All Editors');
    await waitForKept('nothing', (texts) => texts.length === 0);
  });

  it('switches the profile in the status bar, and nothing of the old one stays', async () => {
    await workbench.statusEntry('demo · eu-west-1').click();
    await workbench.pick('demo-other');
    await workbench.statusEntry('demo-other · eu-west-1').waitFor();
    await workbench.row('books.json').waitFor({ state: 'detached' });
  });

  it('sees the other account in the tree', async () => {
    await workbench.expand('S3');
    await workbench.expand('Buckets');
    await workbench.row('analytics-exports').waitFor();
    assert.equal(await workbench.row('meadow-media').count(), 0);
    await workbench.statusEntry('210987654321').waitFor();
  });

  it('picks another region in the status bar', async () => {
    await workbench.page.getByRole('button', { name: 'AWS region eu-west-1' }).click();
    await workbench.quickInput().fill('eu-central-1');
    await workbench.pick('eu-central-1');
    await workbench.statusEntry('demo-other · eu-central-1 · 210987654321').waitFor();
  });
});
