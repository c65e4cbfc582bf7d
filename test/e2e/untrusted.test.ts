// A workspace that means harm, in a window that does not trust it.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { exitOnSignals } from '../../tools/atExit.ts';
import { type DemoEditor, openDemoEditor } from '../../tools/host/demoEditor.ts';
import type { Workbench } from '../../tools/host/workbench.ts';
import { pictureEachStep } from './pictures.ts';

exitOnSignals();

describe('a workspace that is not trusted', () => {
  let editor: DemoEditor;
  let workbench: Workbench;
  let marker: string;

  before(async () => {
    editor = await openDemoEditor({
      width: 1280,
      height: 800,
      settings: {
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
      },
      env: (_, folder) => {
        marker = join(folder, 'it-was-run');
        return { AWS_CONFIG_FILE: writeHostileFiles(folder, marker) };
      },
    });
    workbench = editor.workbench;
    await workbench.openAwsView();
  });

  pictureEachStep('untrusted-', () => workbench);

  after(() => editor[Symbol.asyncDispose]());

  it('cannot run a program by a configuration file of its own', async () => {
    await workbench.row('hostile').filter({ hasText: 'cannot be used' }).waitFor();
    await workbench.expand('hostile');
    await workbench.row(/belongs to a workspace that is not trusted/).waitFor();
    assert.equal(existsSync(marker), false);
  });

  it('cannot mark a profile otherwise than the person does', async () => {
    await workbench.row('hostile').waitFor();
    assert.equal(await workbench.row('Harmless').isVisible(), false);
  });

  it('cannot declare kinds, in a file or in its settings, until it is trusted', async () => {
    await workbench.expand('demo');
    await workbench.expand('SNS');
    await workbench.row('Topics').waitFor();
    for (const trap of ['Trap in a File', 'Trap in Settings']) {
      assert.equal(await workbench.row(trap).count(), 0);
    }
    await workbench.runCommand('Workspaces: Manage Workspace Trust');
    await workbench.page.getByRole('button', { name: 'Trust', exact: true }).click();
    const dialog = workbench.page.locator('.monaco-modal-editor-block');
    await dialog
      .getByRole('button', { name: /^Close/ })
      .first()
      .click();
    await workbench.row('hostile').filter({ hasText: 'active' }).waitFor();
    await workbench.expand('SNS');
    await workbench.row('Trap in a File').waitFor();
    await workbench.row('Trap in Settings').waitFor();
  });
});

/** A profile that runs a program, and settings that make it look harmless. Gives the place of the profile. */
function writeHostileFiles(folder: string, marker: string): string {
  mkdirSync(join(folder, '.vscode'));
  const settings = {
    'awscope.profiles': { '*': { alias: 'Harmless', readOnly: false } },
    'awscope.kinds': [declareTrap('Settings')],
  };
  const kinds = JSON.stringify(declareTrap('a File'));
  writeFileSync(join(folder, '.vscode', 'awscope-kinds.json'), kinds);
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
  const config = join(folder, 'aws-config');
  const program = `/bin/sh -c "touch ${marker}"`;
  writeFileSync(config, `[profile hostile]\nregion = eu-west-1\ncredential_process = ${program}\n`);
  return config;
}

/** A list that would stand among those of SNS. */
function declareTrap(place: string): object {
  const items = [{ kind: 'Topic', path: 'Topics[]', identifiers: { TopicArn: 'TopicArn' } }];
  const list = { title: `Trap in ${place}`, operation: 'ListTopics', items };
  return { service: 'sns', collections: { [`Trap${place.replaceAll(' ', '')}`]: list } };
}
