import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { note } from './notes.ts';

describe('the extension host', () => {
  it('has the extension', () => {
    assert.ok(vscode.extensions.getExtension('awscope.awscope'));
    note(`VS Code ${vscode.version}, Node ${process.version}`);
  });
});
