import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { commands, settings } from '../../src/views/ids.ts';
import { exampleKeys } from '../../tools/demo/keys.ts';
import { activate, waitFor } from './editor.ts';
import { addProfile } from './sharedFiles.ts';

describe('a terminal with a profile', () => {
  let restore: () => Promise<void>;
  let folder: string;

  before(async () => {
    restore = await addProfile('handed', process.env.AWSCOPE_TEST_URL ?? '');
    folder = await mkdtemp(join(tmpdir(), 'awscope-terminal-'));
  });

  after(async () => {
    for (const terminal of vscode.window.terminals) terminal.dispose();
    await restore();
    await rm(folder, { recursive: true });
  });

  it('has the keys in its environment, and no other terminal has', async () => {
    await vscode.commands.executeCommand(commands.openTerminal, 'handed');
    const terminal = await waitFor('the terminal', () =>
      vscode.window.terminals.find(({ name }) => name === 'AWS handed'),
    );
    const other = vscode.window.createTerminal('other');
    const own = await environmentOf(terminal, 'own');
    assert.ok(own.includes(`AWS_ACCESS_KEY_ID=${exampleKeys.accessKeyId}\n`));
    assert.ok(own.includes(`AWS_SECRET_ACCESS_KEY=${exampleKeys.secretAccessKey}\n`));
    assert.ok(own.includes('AWS_REGION=eu-west-1\n'));
    assert.ok(own.includes(`AWS_ENDPOINT_URL=${process.env.AWSCOPE_TEST_URL}\n`));
    assert.doesNotMatch(own, /^AWS_PROFILE=/m);
    assert.doesNotMatch(await environmentOf(other, 'other'), /AWS_SECRET_ACCESS_KEY/);
  });

  it('is not brought back by a reload, which would keep its environment', () => {
    const [terminal] = vscode.window.terminals.filter(({ name }) => name === 'AWS handed');
    const options = terminal?.creationOptions;
    assert.ok(options && 'isTransient' in options && options.isTransient);
  });

  async function environmentOf(terminal: vscode.Terminal, name: string): Promise<string> {
    const file = join(folder, name);
    terminal.sendText(`env > ${file}.tmp && mv ${file}.tmp ${file}`);
    return waitFor(`the environment of ${terminal.name}`, async () => {
      try {
        return await readFile(file, 'utf8');
      } catch {
        return undefined;
      }
    });
  }
});

describe('the setting of profiles', () => {
  const update = (value: unknown) =>
    vscode.workspace
      .getConfiguration()
      .update(settings.profiles, value, vscode.ConfigurationTarget.Global);

  after(() => update(undefined));

  it('makes a profile read-only at once, wherever a call comes from', async () => {
    const { sessions } = await activate();
    const sqs = await sessions.get('demo').client('sqs');
    const remove = () => sqs.call('DeleteQueue', { QueueUrl: 'https://example.com/nobody' });
    await update({ 'd?mo': { readOnly: true } });
    await assert.rejects(remove(), { code: 'ReadOnly' });
    assert.ok(Array.isArray((await sqs.call('ListQueues')).QueueUrls));
    await update(undefined);
    await assert.rejects(remove(), { name: 'ServiceError' });
  });

  it('is the person’s own: a workspace cannot take read-only back', async () => {
    await update({ demo: { readOnly: true } });
    const ofWorkspace = vscode.workspace
      .getConfiguration()
      .update(
        settings.profiles,
        { demo: { readOnly: false } },
        vscode.ConfigurationTarget.Workspace,
      );
    await assert.rejects(Promise.resolve(ofWorkspace));
  });
});
