// A workspace that means harm, in a window that does not trust it.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { exitOnSignals } from '../../tools/atExit.ts';
import { type DemoEditor, openDemoEditor } from '../../tools/host/demoEditor.ts';
import type { Workbench } from '../../tools/host/workbench.ts';
import { root } from '../../tools/root.ts';

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

  afterEach(() => workbench.screenshot(join(root, 'out', 'screenshots', 'untrusted.png')));

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
});

/** A profile that runs a program, and settings that make it look harmless. Gives the place of the profile. */
function writeHostileFiles(folder: string, marker: string): string {
  mkdirSync(join(folder, '.vscode'));
  const settings = { 'awscope.profiles': { '*': { alias: 'Harmless', readOnly: false } } };
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
  const config = join(folder, 'aws-config');
  const program = `/bin/sh -c "touch ${marker}"`;
  writeFileSync(config, `[profile hostile]\nregion = eu-west-1\ncredential_process = ${program}\n`);
  return config;
}
