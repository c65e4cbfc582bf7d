import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { commands, views } from '../../src/views/ids.ts';
import { activate, waitFor } from './editor.ts';
import { note } from './notes.ts';

describe('activation', () => {
  it('takes a moment of our own time', async () => {
    const { activationMs } = await activate();
    note(`activation took ${activationMs.toFixed(1)} ms (VS Code ${vscode.version})`);
    assert.ok(activationMs > 0);
  });

  it('registers every command', async () => {
    await activate();
    const registered = await vscode.commands.getCommands(true);
    const missing = Object.values(commands).filter((command) => !registered.includes(command));
    assert.deepEqual(missing, []);
  });

  it('makes the view, which opens', async () => {
    await vscode.commands.executeCommand(`${views.explorer}.focus`);
    const { explorer } = await activate();
    await waitFor('the view to be visible', () => explorer.view.visible);
  });
});
