import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { settings } from '../../src/views/ids.ts';
import {
  childrenOf,
  closeEditors,
  labelsAt,
  labelsOf,
  nodeAt,
  useProfile,
  waitFor,
} from './editor.ts';
import { queues, type ScriptedAws, startScriptedAws } from './scriptedAws.ts';
import { addProfile } from './sharedFiles.ts';

const definition = `{
  "service": "sqs",
  "collections": {
    "Lines": { "title": "Lines", "operation": "ListQueues",
      "items": [{ "kind": "Line", "path": "QueueUrls[]", "identifiers": { "QueueUrl": "@" } }] } },
  "kinds": { "Line": { "identifiers": ["QueueUrl"], "label": ["{QueueUrl|last}"],
      "collections": { "Sources": { "title": "Sources", "operation": "ListDeadLetterSourceQueues",
          "params": { "QueueUrl": { "from": "identifier", "name": "QueueUrl" } },
          "items": [{ "kind": "Line", "path": "queueUrls[]", "identifiers": { "QueueUrl": "@" } }] } },
      "actions": { "Purge": { "title": "Purge", "risk": "X", "operation": "PurgeQueue",
          "params": { "QueueUrl": { "from": "identifier", "name": "QueueUrl" } } } } } } }
`;

describe('kinds that the workspace declares', () => {
  let aws: ScriptedAws;
  let restore: () => Promise<void>;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const file = join(folder, '.vscode', 'awscope-kinds.json');
  const uri = vscode.Uri.file(file);

  before(async () => {
    assert.ok(folder, 'A folder is open.');
    aws = await startScriptedAws();
    aws.answerWith(queues('first', 'second'));
    restore = await addProfile('lines', aws.url);
    await waitFor('the new profile', async () =>
      (await labelsOf(await childrenOf())).includes('lines'),
    );
    await mkdir(join(folder, '.vscode'), { recursive: true });
  });

  after(async () => {
    await rm(file, { force: true });
    await restore();
    await aws.stop();
    await useProfile('demo');
  });

  const hasLines = async () => (await labelsAt('lines', 'SQS')).includes('Lines');

  it('are in the tree as soon as they are saved, with a child', async () => {
    assert.equal(await hasLines(), false);
    await writeFile(file, definition);
    await waitFor('the collection', hasLines);
    assert.deepEqual(await labelsAt('lines', 'SQS', 'Lines'), ['first', 'second']);
    assert.deepEqual(await labelsAt('lines', 'SQS', 'Lines', 'first'), ['Sources']);
    const node = await nodeAt('lines', 'SQS', 'Lines', 'first');
    assert.ok(node.kind === 'resource');
    assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
  });

  it('are told of at their line when they are wrong, and the others stay', async () => {
    const other = definition.replaceAll('Line"', 'Row"').replaceAll('Lines', 'Rows');
    const broken = other.replace('ListQueues', 'ListLines');
    await writeFile(file, `[${definition},${broken}]`);
    const [fault] = await waitFor('the diagnostic', () => {
      const found = vscode.languages.getDiagnostics(uri).filter((one) => one.source === 'Awscope');
      return found.length > 0 && found;
    });
    assert.match(fault?.message ?? '', /ListLines, which does not exist/);
    const line = `[${definition},${broken}]`
      .split('\n')
      .findIndex((one) => one.includes('ListLines'));
    assert.equal(fault?.range.start.line, line);
    assert.equal(await hasLines(), true);
    await writeFile(file, `[${definition},${other}]`);
    await waitFor('both', async () => (await labelsAt('lines', 'SQS')).includes('Rows'));
    assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
  });

  it('go when their file goes, and come from the setting too', async () => {
    await rm(file);
    await waitFor('the end of it', async () => !(await hasLines()));
    const configuration = vscode.workspace.getConfiguration();
    const { Global } = vscode.ConfigurationTarget;
    await configuration.update(settings.kinds, [JSON.parse(definition)], Global);
    await waitFor('the collection', hasLines);
    await configuration.update(settings.kinds, undefined, Global);
    await waitFor('the end of it', async () => !(await hasLines()));
  });

  it('are found in a folder that came with them', async () => {
    for (let time = 0; time < 12; time++) {
      await rm(dirname(file), { recursive: true });
      await waitFor('the end of it', async () => !(await hasLines()));
      // At once, as a checkout does it: whoever watches folders one by one hears of the first only.
      mkdirSync(dirname(file));
      writeFileSync(file, definition);
      await waitFor('the collection', hasLines);
    }
    await rm(file);
    await waitFor('the end of it', async () => !(await hasLines()));
  });

  const broken = JSON.parse(definition.replace('ListQueues', 'ListLines'));

  /** What we say of a document of settings, and the line it is said of. */
  async function toldIn(isSettings: (uri: vscode.Uri) => boolean) {
    return waitFor('the diagnostic', async () => {
      const all = vscode.languages.getDiagnostics().filter(([one]) => isSettings(one));
      const [found] = all.flatMap(([one, faults]) =>
        faults.filter(({ source }) => source === 'Awscope').map((fault) => [one, fault] as const),
      );
      if (!found) return undefined;
      const [place, { message, range }] = found;
      const { text } = (await vscode.workspace.openTextDocument(place)).lineAt(range.start.line);
      return { message, text };
    });
  }

  async function end(target: vscode.ConfigurationTarget): Promise<void> {
    await vscode.workspace.getConfiguration().update(settings.kinds, undefined, target);
    await waitFor('the end of it', () =>
      vscode.languages
        .getDiagnostics()
        .every(([, faults]) => faults.every(({ source }) => source !== 'Awscope')),
    );
  }

  it('are told of at their line in the settings of the workspace', async () => {
    const { Workspace } = vscode.ConfigurationTarget;
    await vscode.workspace.getConfiguration().update(settings.kinds, [broken], Workspace);
    const { message, text } = await toldIn(({ path }) => path.endsWith('/.vscode/settings.json'));
    assert.match(message, /ListLines, which does not exist/);
    assert.match(text, /"operation": "ListLines"/);
    await end(Workspace);
  });

  it('are told of in the settings of the person once these are open', async () => {
    const { Global } = vscode.ConfigurationTarget;
    const faulty = [JSON.parse(definition), { ...broken, colour: 'red' }];
    await vscode.workspace.getConfiguration().update(settings.kinds, faulty, Global);
    await waitFor('the collection', hasLines);
    await vscode.commands.executeCommand('workbench.action.openSettingsJson', {
      revealSetting: { key: settings.kinds },
    });
    const { message, text } = await toldIn(({ path }) => path.endsWith('/User/settings.json'));
    assert.match(message, /colour is not known here/);
    assert.match(text, /"colour": "red"/);
    const uri = vscode.window.activeTextEditor?.document.uri ?? assert.fail('nothing is open');
    await waitFor('what VS Code says by the schema', () =>
      vscode.languages
        .getDiagnostics(uri)
        .some((one) => one.source !== 'Awscope' && /colour/.test(one.message)),
    );
    await closeEditors();
    await end(Global);
  });
});
