// A person who does something to resources. Each step leaves a picture in out/screenshots.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { exitOnSignals } from '../../tools/atExit.ts';
import { type DemoEditor, openDemoEditor } from '../../tools/host/demoEditor.ts';
import type { Workbench } from '../../tools/host/workbench.ts';
import { pictureEachStep } from './pictures.ts';

exitOnSignals();

describe('a person who acts on resources', () => {
  let editor: DemoEditor;
  let workbench: Workbench;

  before(async () => {
    editor = await openDemoEditor({ width: 1280, height: 800 });
    workbench = editor.workbench;
    await workbench.openAwsView();
    await workbench.row('S3').waitFor();
  });

  pictureEachStep('acts-', () => workbench);

  after(() => editor[Symbol.asyncDispose]());

  it('creates a bucket, and sees it in the list', async () => {
    await workbench.expand('S3');
    await workbench.expand('Buckets');
    // The tree is drawn again when the account is known, which closes any menu.
    await workbench.statusEntry('123456789012').waitFor();
    await workbench.row('S3').getByText('global').waitFor();
    await workbench.chooseFromMenu('S3', 'Run Action…');
    await workbench.pick('Create Bucket…');
    await workbench.page.getByText('Create Bucket: S3').waitFor();
    await workbench.quickInput().fill('meadow-made-here');
    await workbench.page.keyboard.press('Enter');
    await workbench.notification(/Create Bucket/).waitFor();
    await workbench.expand('Buckets');
    await workbench.row('meadow-made-here').waitFor();
  });

  it('sees all that can be done to it', async () => {
    await workbench.chooseFromMenu('meadow-made-here', 'Run Action…');
    await workbench.choice('Show Versioning').waitFor();
  });

  it('looks at how it is set up', async () => {
    await workbench.pick('Show Versioning');
    await workbench.readEditor('s3.GetBucketVersioning meadow-made-here');
  });

  it('goes to a resource by its ARN, and to what it leads to', async () => {
    await workbench.runCommand('AWS: Go to Resource…');
    await workbench.page.getByText(/^Go to Resource in demo/).waitFor();
    await workbench.quickInput().fill('arn:aws:s3:::meadow-media');
    await workbench.page.keyboard.press('Enter');
    await workbench.readEditor('s3.Bucket meadow-media');
    await workbench.expand('EC2');
    await workbench.expand('Instances');
    await workbench.chooseFromMenu('web-1', 'Go to Related…');
    await workbench.page.getByPlaceholder('Where to go').waitFor();
    await workbench.quickInput().fill('vpc');
    await workbench.page.keyboard.press('Enter');
    assert.match(await workbench.readEditor('ec2.Vpc '), /"CidrBlock"/);
    await workbench.collapse('EC2');
  });

  it('deletes it only with its name typed out', async () => {
    await workbench.chooseFromMenu('meadow-made-here', 'Run Action…');
    await workbench.pick('Delete');
    await workbench.page.getByText('Delete: meadow-made-here').waitFor();
    await workbench.quickInput().fill('meadow-made');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.getByText('It has to be exactly meadow-made-here.').waitFor();
    assert.equal(await workbench.row('meadow-made-here').count(), 1);
    await workbench.quickInput().fill('meadow-made-here');
    await workbench.page.keyboard.press('Enter');
    await workbench.row('meadow-made-here').waitFor({ state: 'detached' });
  });

  it('is told what AWS accepted and did not do', async () => {
    await workbench.collapse('S3');
    await workbench.expand('SQS');
    await workbench.expand('Queues');
    await workbench.chooseFromMenu('orders-dead-letters', 'Run Action…');
    await workbench.pick('Send Messages…');
    await workbench.page.getByText('Send Messages: orders-dead-letters').waitFor();
    const late = { Id: 'late', MessageBody: 'hello', DelaySeconds: 1000 };
    await workbench.quickInput().fill(JSON.stringify([late]));
    await workbench.page.keyboard.press('Enter');
    await workbench
      .notification(/sqs\.SendMessageBatch \(demo, eu-west-1\): not all of it was done/)
      .waitFor();
  });
});
