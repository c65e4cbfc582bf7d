import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { maskText } from '../../src/core/mask.ts';
import { commands } from '../../src/views/ids.ts';
import { databasePassword } from '../../tools/demo/secrets.ts';
import { closeEditors, useProfile, waitFor } from './editor.ts';

describe('an operation', () => {
  before(() => useProfile('demo'));
  afterEach(closeEditors);

  it('that needs nothing runs at once', async () => {
    await runOperation('s3', 'ListBuckets');
    const output = await waitForResult('s3.ListBuckets (demo, eu-west-1).json');
    const names = output.Buckets.map(({ Name }: { Name: string }) => Name);
    assert.ok(names.includes('meadow-media'));
  });

  it('runs in the profile that is active', async () => {
    await useProfile('demo-other');
    await runOperation('sts', 'GetCallerIdentity');
    const output = await waitForResult('sts.GetCallerIdentity (demo-other, eu-west-1).json');
    assert.equal(output.Account, '210987654321');
    await useProfile('demo');
  });

  it('describes instances', async () => {
    await runOperation('ec2', 'DescribeInstances');
    const output = await waitForResult('ec2.DescribeInstances (demo, eu-west-1).json');
    assert.equal(output.Reservations.length, 3);
  });

  it('hides the secrets it gives until they are revealed, and again when told', async () => {
    await runOperation('secretsmanager', 'GetSecretValue');
    const input = await waitForInput('secretsmanager.GetSecretValue input (demo, eu-west-1).json');
    await replaceText(input, '{ "SecretId": "shop/database" }');
    await vscode.commands.executeCommand(commands.runInput, input.uri);
    const title = 'secretsmanager.GetSecretValue (demo, eu-west-1).json';
    assert.equal((await waitForResult(title)).SecretString, maskText);
    const document = documentAt('awscope', title);
    assert.ok(document);
    assert.ok(!document.getText().includes(databasePassword));
    assert.deepEqual(await lensesOf(document), ['1 secret value is hidden · Reveal']);
    await vscode.commands.executeCommand(commands.revealValues, document.uri);
    await waitFor('the secret', () => document.getText().includes(databasePassword));
    assert.deepEqual(await lensesOf(document), ['1 secret value is shown · Hide']);
    await vscode.commands.executeCommand(commands.hideValues, document.uri);
    await waitFor('the mask', () => !document.getText().includes(databasePassword));
  });

  it('that destroys for good is asked about before it is sent', async () => {
    const { window } = vscode;
    const { showWarningMessage } = window;
    const asked: string[] = [];
    window.showWarningMessage = async (message: string) => {
      asked.push(message);
      return undefined;
    };
    try {
      await runOperation('iam', 'DeleteAccountPasswordPolicy');
    } finally {
      window.showWarningMessage = showWarningMessage;
    }
    assert.deepEqual(asked, ['Run DeleteAccountPasswordPolicy in demo (eu-west-1)?']);
  });

  it('that needs an input gets a document with what is required', async () => {
    await runOperation('dynamodb', 'Scan');
    const input = await waitForInput('dynamodb.Scan input (demo, eu-west-1).json');
    assert.ok('TableName' in JSON.parse(input.getText()));
    await replaceText(input, '{ "TableName": "orders", "Limit": 2 }');
    await vscode.commands.executeCommand(commands.runInput, input.uri);
    const output = await waitForResult('dynamodb.Scan (demo, eu-west-1).json');
    assert.equal(output.Items.length, 2);
  });

  it('with an input that is not JSON shows where, and keeps it', async () => {
    await runOperation('dynamodb', 'DescribeTable');
    const input = await waitForInput('dynamodb.DescribeTable input (demo, eu-west-1).json');
    const text = '{\n  "TableName": "orders"\n  oops\n}';
    await replaceText(input, text);
    void vscode.commands.executeCommand(commands.runInput, input.uri);
    await waitForProblems(input, [2]);
    assert.equal(input.getText(), text);
  });

  it('with a parameter of the wrong type shows every fault at its place', async () => {
    await runOperation('dynamodb', 'Query');
    const input = await waitForInput('dynamodb.Query input (demo, eu-west-1).json');
    await replaceText(input, '{\n  "TableName": 7,\n  "Limmit": 3\n}');
    void vscode.commands.executeCommand(commands.runInput, input.uri);
    await waitForProblems(input, [1, 2]);
  });

  it('that AWS refuses keeps its input', async () => {
    await runOperation('dynamodb', 'GetItem');
    const input = await waitForInput('dynamodb.GetItem input (demo, eu-west-1).json');
    const text = '{ "TableName": "no-such-table", "Key": { "id": { "S": "1" } } }';
    await replaceText(input, text);
    await vscode.commands.executeCommand(commands.runInput, input.uri);
    assert.equal(input.getText(), text);
    assert.equal(vscode.window.activeTextEditor?.document.uri.scheme, 'awscope-input');
  });
});

function runOperation(service: string, operation: string): Thenable<void> {
  return vscode.commands.executeCommand(commands.runOperation, { service, operation });
}

async function waitForInput(title: string): Promise<vscode.TextDocument> {
  return waitFor(`the input ${title}`, () => documentAt('awscope-input', title));
}

async function waitForResult(title: string) {
  const document = await waitFor(`the result ${title}`, () => documentAt('awscope', title));
  return JSON.parse(document.getText());
}

async function lensesOf({ uri }: vscode.TextDocument): Promise<readonly string[]> {
  const lenses: readonly vscode.CodeLens[] = await vscode.commands.executeCommand(
    'vscode.executeCodeLensProvider',
    uri,
    10,
  );
  return lenses.map(({ command }) => command?.title ?? '');
}

function documentAt(scheme: string, title: string): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.uri.scheme === scheme && document.uri.path.endsWith(`/${title}`)
    ? document
    : undefined;
}

async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Exactly one problem in each of these lines, counted from 0. */
async function waitForProblems(
  document: vscode.TextDocument,
  lines: readonly number[],
): Promise<void> {
  await waitFor(`problems in the lines ${lines}`, () => {
    const problems = vscode.languages.getDiagnostics(document.uri);
    const found = problems.map(({ range }) => range.start.line).sort();
    return found.join() === lines.join() ? true : undefined;
  });
}
