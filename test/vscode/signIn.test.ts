// Signing in inside the editor: the server is real, and its page confirms as soon as the browser opens it.

import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { commands, settings } from '../../src/views/ids.ts';
import { type SsoServer, startSsoServer } from '../core/signIn/ssoServer.ts';
import { activate, childrenOf, itemOf, labelsOf, nodeAt, useProfile, waitFor } from './editor.ts';
import { addToConfig } from './sharedFiles.ts';

describe('a sign-in by SSO', () => {
  let server: SsoServer;
  let restore: () => Promise<void>;

  before(async () => {
    server = await startSsoServer();
    restore = await addToConfig(
      '[profile signed]',
      'sso_session = meadow',
      'sso_account_id = 123456789012',
      'sso_role_name = Reader',
      'region = eu-west-1',
      'services = meadow',
      `endpoint_url = ${process.env.AWSCOPE_TEST_URL}`,
      '[services meadow]',
      'sso =',
      `  endpoint_url = ${server.url}`,
      'sso_oidc =',
      `  endpoint_url = ${server.url}`,
      '[sso-session meadow]',
      'sso_start_url = https://meadow.awsapps.com/start#/',
      'sso_region = eu-central-1',
    );
    await waitFor('the profile', async () => {
      return (await labelsOf(await childrenOf())).includes('signed');
    });
  });

  afterEach(async () => {
    await vscode.workspace.getConfiguration().update(settings.signInMethod, undefined, true);
    await useProfile('demo');
  });

  after(async () => {
    await restore();
    await server.stop();
  });

  it('loads the node that waited for it, without another click', async () => {
    const queues = await nodeAt('signed', 'SQS', 'Queues');
    const [failure] = await childrenOf(queues);
    assert.ok(failure);
    const item = await itemOf(failure);
    assert.equal(item.contextValue, 'signIn');
    assert.equal(item.command?.command, commands.signIn);
    const { explorer } = await activate();
    const changed: unknown[] = [];
    const listener = explorer.provider.onDidChangeTreeData?.((nodes) => changed.push(nodes));
    await vscode.commands.executeCommand(commands.signIn, failure);
    await waitFor('the node to be drawn again', () => changed.length > 0);
    listener?.dispose();
    assert.ok((await labelsOf(await childrenOf(queues))).includes('orders'));
    assert.ok(server.requests.includes('GET /device'), 'the browser opened the page');
  });

  it('asks for the keys with one call while the token is good', async () => {
    const before = server.requests.length;
    const { sessions } = await activate();
    await sessions.get('signed', 'eu-central-1').credentials();
    assert.deepEqual(server.requests.slice(before), []);
  });

  it('comes back by the browser where that can reach the editor, and else by a device code', async () => {
    await vscode.workspace.getConfiguration().update(settings.signInMethod, 'browser', true);
    const before = server.requests.length;
    await vscode.commands.executeCommand(commands.signIn, 'signed');
    const requests = server.requests.slice(before);
    // The server that stands in for the desktop forwards ports under a path of its own.
    const page = vscode.env.uiKind === vscode.UIKind.Web ? 'GET /device' : 'GET /authorize';
    assert.ok(requests.includes(page), requests.join());
  });

  it('brings the account into the status bar', async () => {
    await useProfile('signed');
    const { profiles } = await activate();
    assert.equal(await profiles.session?.account(), '123456789012');
  });
});
