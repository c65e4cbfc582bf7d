// A person among the services that nobody declared, and with kinds of their own. Each step leaves a picture in out/screenshots.

import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { exitOnSignals } from '../../tools/atExit.ts';
import { type DemoEditor, openDemoEditor } from '../../tools/host/demoEditor.ts';
import type { Workbench } from '../../tools/host/workbench.ts';
import { pictureEachStep } from './pictures.ts';

exitOnSignals();

const ofLine = { QueueUrl: { from: 'identifier', name: 'QueueUrl' } };

const ownKinds = {
  service: 'sqs',
  collections: {
    Lines: {
      title: 'Lines',
      operation: 'ListQueues',
      items: [{ kind: 'Line', path: 'QueueUrls[]', identifiers: { QueueUrl: '@' } }],
    },
  },
  kinds: {
    Line: {
      identifiers: ['QueueUrl'],
      label: ['{QueueUrl|last}'],
      actions: {
        Greet: {
          title: 'Greet',
          risk: 'W',
          operation: 'SendMessage',
          params: { ...ofLine, MessageBody: { from: 'input', name: 'MessageBody' } },
        },
      },
    },
  },
};

describe('a person among all services', () => {
  let editor: DemoEditor;
  let workbench: Workbench;

  before(async () => {
    editor = await openDemoEditor({
      width: 1280,
      height: 900,
      settings: { 'awscope.services': ['sqs', 'timestream-write'] },
    });
    workbench = editor.workbench;
    await workbench.openAwsView();
    await workbench.row('SQS').waitFor();
  });

  pictureEachStep('services-', () => workbench);

  after(() => editor[Symbol.asyncDispose]());

  it('finds all of them, with those that nobody declared', async () => {
    await workbench.expand('All Services');
    await workbench.row('Amplify Backend').waitFor();
    await workbench.collapse('All Services');
  });

  it('makes something in one that nobody declared', async () => {
    await workbench.expand('Timestream Write');
    await workbench.expand('Databases');
    await workbench.row(/^$/).getByText('No databases in eu-west-1').waitFor();
    // The tree is drawn again when the account is known, which closes any menu.
    await workbench.statusEntry('123456789012').waitFor();
    await workbench.chooseFromMenu('Timestream Write', 'Run Action…');
    await workbench.page.getByText('Run Action on Timestream Write in demo (eu-west-1)').waitFor();
    await workbench.pick('Create Database…');
    await workbench.page.getByText('Create Database: Timestream Write in demo').waitFor();
    await workbench.page.locator('.quick-input-widget').getByText('Database Name').waitFor();
    await workbench.quickInput().fill('visits');
    await workbench.page.keyboard.press('Enter');
    await workbench.notification('Create Database: Timestream Write. AWS accepted it.').waitFor();
  });

  it('opens it down to an item, and the details of that', async () => {
    await workbench.expand('Databases');
    await workbench.expand('visits');
    await workbench.row('Tags').waitFor();
    await workbench.row('visits').click();
    const text = await workbench.readEditor('timestream-write.Database visits (demo, eu-west-1)');
    assert.match(text, /"DatabaseName": "visits"/);
    await workbench.collapse('Timestream Write');
  });

  it('has a kind of their own as soon as its file is saved', async () => {
    await workbench.expand('SQS');
    await workbench.row('Queues').waitFor();
    const file = join(editor.home, 'shop', '.vscode', 'awscope-kinds.json');
    await mkdir(dirname(file));
    await writeFile(file, JSON.stringify(ownKinds));
    await workbench.expand('Lines');
    await workbench.row('orders-dead-letters').waitFor();
  });

  it('runs an action of that kind from the tree', async () => {
    await workbench.chooseFromMenu('orders-dead-letters', 'Run Action…');
    await workbench.pick('Greet…');
    await workbench.quickInput().fill('good morning');
    await workbench.page.keyboard.press('Enter');
    await workbench.notification('Greet: orders-dead-letters. AWS accepted it.').waitFor();
    await workbench.collapse('Lines');
    await workbench.expand('Queues');
    await workbench.row('orders-dead-letters').click();
    const text = await workbench.readEditor('sqs.Queue orders-dead-letters');
    assert.match(text, /"ApproximateNumberOfMessages": "1"/);
  });
});
