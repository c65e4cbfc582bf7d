import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { maskText } from '../../src/core/mask.ts';
import { commands } from '../../src/views/ids.ts';
import {
  childrenOf,
  closeEditors,
  drawTree,
  itemOf,
  labelsAt,
  labelsOf,
  nodeAt,
  useProfile,
  waitFor,
} from './editor.ts';
import { type Answer, denied, queues, type ScriptedAws, startScriptedAws } from './scriptedAws.ts';
import { addProfile } from './sharedFiles.ts';

describe('the tree', () => {
  before(() => useProfile('demo'));
  after(closeEditors);

  it('has the configured profiles as roots and marks the active one', async () => {
    const roots = await childrenOf();
    const labels = await labelsOf(roots);
    assert.deepEqual([...labels].sort(), ['broken', 'demo', 'demo-other']);
    const items = await Promise.all(roots.map(itemOf));
    const active = items.filter((item) => item.contextValue === 'activeProfile');
    assert.deepEqual(
      active.map(({ label }) => label),
      ['demo'],
    );
  });

  it('goes down to an object', async () => {
    const bucket = await nodeAt('demo', 'S3', 'Buckets', 'meadow-media');
    assert.match(await drawTree(bucket, 1), /^ {2}catalogue/m);
    const folders = await labelsOf(await childrenOf(bucket));
    const covers = folders.find((label) => label.startsWith('covers'));
    assert.ok(covers, folders.join(', '));
    const catalogue = folders.find((label) => label.startsWith('catalogue')) ?? '';
    const path = ['demo', 'S3', 'Buckets', 'meadow-media', catalogue];
    assert.deepEqual(await labelsAt(...path), ['books.json', 'music.json']);
  });

  it('shows the bucket of another region', async () => {
    const bucket = await nodeAt('demo', 'S3', 'Buckets', 'meadow-invoices');
    const objects = (await childrenOf(bucket)).filter(({ kind }) => kind === 'resource');
    const labels = await labelsOf(objects);
    assert.equal(labels.length, 1);
    assert.match(labels[0] ?? '', /^2025/);
  });

  it('shows instances with their names and states', async () => {
    const node = await nodeAt('demo', 'EC2', 'Instances');
    const picture = await drawTree(node, 1);
    assert.match(picture, /^ {2}web-1 .*running/m);
    assert.match(picture, /^ {2}nightly-reports .*stopped/m);
  });

  it('shows the first page at once and loads more on request', async () => {
    const bucket = await nodeAt('demo', 'S3', 'Buckets', 'meadow-access-logs');
    const first = await childrenOf(bucket);
    const more = first.find(({ kind }) => kind === 'more');
    assert.ok(more);
    await vscode.commands.executeCommand(commands.loadMore, more);
    const second = await childrenOf(bucket);
    assert.ok(second.length > first.length, `${second.length} after ${first.length}`);
    assert.equal(new Set(await labelsOf(second)).size, second.length);
  });

  it('opens the JSON of a resource', async () => {
    const object = await nodeAt(
      ...['demo', 'S3', 'Buckets', 'meadow-media'],
      ...[await labelStarting('catalogue'), 'books.json'],
    );
    await vscode.commands.executeCommand(commands.openJson, object);
    const document = await waitFor('the document', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.path.includes('books.json')),
    );
    assert.equal(document.uri.scheme, 'awscope');
    assert.equal(document.languageId, 'json');
    assert.equal(JSON.parse(document.getText()).ContentType, 'application/json');
  });

  it('hides the variables of a function, and keeps their names', async () => {
    const collection = await nodeAt('demo', 'Lambda', 'Functions');
    const [node] = await childrenOf(collection);
    await vscode.commands.executeCommand(commands.openJson, node);
    const document = await waitFor('the document', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.path.startsWith('/lambda.Function')),
    );
    const { Variables } = JSON.parse(document.getText()).Environment;
    assert.deepEqual(Variables, { TABLE: maskText, MAIL_KEY: maskText });
  });

  it('copies the id and the ARN', async () => {
    const bucket = await nodeAt('demo', 'S3', 'Buckets', 'meadow-media');
    await vscode.commands.executeCommand(commands.copyId, bucket);
    assert.equal(await vscode.env.clipboard.readText(), 'meadow-media');
    await vscode.commands.executeCommand(commands.copyArn, bucket);
    assert.equal(await vscode.env.clipboard.readText(), 'arn:aws:s3:::meadow-media');
  });

  it('says why a profile is broken', async () => {
    const [problem] = await childrenOf(await nodeAt('broken'));
    assert.equal(problem?.kind, 'failure');
    const { tooltip } = await itemOf(problem);
    const text = tooltip instanceof vscode.MarkdownString ? tooltip.value : String(tooltip);
    assert.match(text.replaceAll('\\', ''), /config:\d+/);
  });
});

describe('a failure in the tree', () => {
  let aws: ScriptedAws;
  let restore: () => Promise<void>;

  before(async () => {
    aws = await startScriptedAws();
    restore = await addProfile('scripted', aws.url);
    await waitFor('the new profile', async () =>
      (await labelsOf(await childrenOf())).includes('scripted'),
    );
  });

  after(async () => {
    await restore();
    await aws.stop();
    await useProfile('demo');
  });

  it('is a node with what AWS said, and goes with Retry', async () => {
    aws.answerWith(denied('not for you'));
    const node = await nodeAt('scripted', 'SQS', 'Queues');
    const [failure] = await childrenOf(node);
    assert.equal(failure?.kind, 'failure');
    assert.match(String((await itemOf(failure)).label), /AccessDenied.*not for you/);
    aws.answerWith(queues('first', 'second'));
    await vscode.commands.executeCommand(commands.retry, failure);
    assert.deepEqual(await labelsOf(await childrenOf(node)), ['first', 'second']);
  });

  it('is one of refreshing only where it was asked for', async () => {
    aws.answerWith(queues('third'));
    const node = await nodeAt('scripted', 'SQS', 'Queues');
    await vscode.commands.executeCommand(commands.refreshNode, node);
    assert.deepEqual(await labelsAt('scripted', 'SQS', 'Queues'), ['third']);
  });
});

describe('an answer that comes late', () => {
  let aws: ScriptedAws;
  let restore: () => Promise<void>;

  before(async () => {
    aws = await startScriptedAws();
    restore = await addProfile('slow', aws.url);
    await waitFor('the new profile', async () =>
      (await labelsOf(await childrenOf())).includes('slow'),
    );
    await useProfile('slow');
  });

  after(async () => {
    await restore();
    await aws.stop();
    await useProfile('demo');
  });

  /** Answers the next request when it is told to. */
  function answerLate(answer: Answer) {
    const asked = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    aws.answerWith((request, response) => {
      asked.resolve();
      void answered.promise.then(() => answer(request, response));
    });
    return { asked: asked.promise, answer: answered.resolve };
  }

  it('is dropped when the profile was switched meanwhile', async () => {
    const late = answerLate(queues('late'));
    const node = await nodeAt('slow', 'SQS', 'Queues');
    const arriving = childrenOf(node);
    await late.asked;
    await useProfile('demo');
    late.answer();
    assert.deepEqual(await labelsOf(await arriving), []);
    assert.deepEqual(await labelsOf(await childrenOf(node)), []);
  });

  it('opens no document of a profile that was left', async () => {
    await useProfile('slow');
    aws.answerWith(queues('first'));
    const queue = await nodeAt('slow', 'SQS', 'Queues', 'first');
    const late = answerLate(queues('late'));
    const opening = vscode.commands.executeCommand(commands.openJson, queue);
    const running = vscode.commands.executeCommand(commands.runOperation, {
      service: 'sqs',
      operation: 'ListQueues',
    });
    await late.asked;
    await useProfile('demo');
    late.answer();
    await Promise.all([opening, running]);
    const titles = vscode.workspace.textDocuments.map(({ fileName }) => fileName);
    assert.deepEqual(
      titles.filter((title) => title.includes('slow')),
      [],
    );
  });
});

async function labelStarting(start: string): Promise<string> {
  const labels = await labelsAt('demo', 'S3', 'Buckets', 'meadow-media');
  return labels.find((label) => label.startsWith(start)) ?? start;
}
