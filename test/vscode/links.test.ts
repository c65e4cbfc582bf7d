import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Resource } from '../../src/core/resources/resource.ts';
import { commands } from '../../src/views/ids.ts';
import { closeEditors, nodeAt, useProfile, waitFor } from './editor.ts';

describe('the links of a document', () => {
  before(() => useProfile('demo'));
  after(closeEditors);

  it('lead from an instance to its network and its role, and open there', async () => {
    const instance = await nodeAt('demo', 'EC2', 'Instances', 'web-1');
    await vscode.commands.executeCommand(commands.openJson, instance);
    const shown = await documentOf(/Instance web-1/);
    const links = await linksOf(shown);
    const kinds = new Set(links.map(({ tooltip }) => tooltip));
    for (const kind of ['Vpc', 'Subnet', 'SecurityGroup', 'Image']) {
      assert.ok(kinds.has(`Go to ec2 ${kind}`), [...kinds].join(', '));
    }
    const vpc = links.find(({ tooltip }) => tooltip === 'Go to ec2 Vpc');
    assert.match(shown.getText(vpc?.range), /^vpc-[0-9a-f]+$/);
    await run(vpc?.target ?? assert.fail('the link has no target'));
    assert.match((await documentOf(/ec2\.Vpc /)).getText(), /"CidrBlock"/);
  });

  it('lead from the address of a page to what stands in the account of the document', async () => {
    const instance = await nodeAt('demo', 'EC2', 'Instances', 'web-1');
    assert.ok(instance.kind === 'resource');
    const owner = instance.resource as Resource;
    const Value =
      'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/shop/services/web/health';
    const account = await owner.session.account();
    await owner.act('CreateTags', { Tags: [{ Key: 'Page', Value }] });
    await vscode.commands.executeCommand(commands.openJson, instance);
    const links = await waitFor('the link of the page', async () => {
      const found = await linksOf(await documentOf(/Instance web-1/));
      return found.some(({ tooltip }) => tooltip === 'Go to ecs Service') && found;
    });
    const page = links.find(({ tooltip }) => tooltip === 'Go to ecs Service');
    const [location] = JSON.parse(decodeURIComponent(page?.target?.query ?? ''));
    assert.equal(location.identifiers.clusterArn, `arn:aws:ecs:eu-west-1:${account}:cluster/shop`);
    await owner.act('DeleteTags', { Tags: [{ Key: 'Page' }] }, { confirm: owner.confirmation });
  });

  it('lead from ARNs and ids in any JSON, where nothing else is taken for a name', async () => {
    const content = JSON.stringify({
      Principal: { AWS: 'arn:aws:iam::123456789012:role/deploy' },
      Queue: 'arn:aws:mediaconvert:eu-west-1:123456789012:queues/fast',
      Gateway: 'arn:aws:ec2:eu-west-1:123456789012:carrier-gateway/cagw-0abcdef1234567890',
      homepage: 'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/shop/services/web/health',
      id: 'i-0abcdef1234567890',
      build: 'd-A1B2C3D4E',
    });
    const document = await vscode.workspace.openTextDocument({ language: 'json', content });
    const own = (await linksOf(document)).filter(({ target }) => target?.scheme === 'command');
    assert.deepEqual(
      own.map(({ range, tooltip }) => [document.getText(range), tooltip]),
      [
        ['arn:aws:iam::123456789012:role/deploy', 'Go to iam Role'],
        ['arn:aws:mediaconvert:eu-west-1:123456789012:queues/fast', 'Go to mediaconvert Queue'],
        [
          'arn:aws:ec2:eu-west-1:123456789012:carrier-gateway/cagw-0abcdef1234567890',
          'Go to ec2 CarrierGateway',
        ],
        ['i-0abcdef1234567890', 'Go to ec2 Instance'],
      ],
    );
    const [location, ...others] = JSON.parse(decodeURIComponent(own[0]?.target?.query ?? ''));
    assert.equal(location.identifiers.RoleName, 'deploy');
    assert.deepEqual(others, []);
  });

  it('lead from a function to its role, whose name alone the kind knows', async () => {
    const user = await nodeAt('demo', 'Lambda', 'Functions', 'send-receipt');
    await vscode.commands.executeCommand(commands.openJson, user);
    const links = await linksOf(await documentOf(/Function send-receipt/));
    const role = links.find(({ tooltip }) => tooltip === 'Go to iam Role');
    await run(role?.target ?? assert.fail(links.map(({ tooltip }) => tooltip).join(', ')));
    assert.match((await documentOf(/iam\.Role /)).getText(), /"RoleName"/);
  });
});

async function documentOf(title: RegExp): Promise<vscode.TextDocument> {
  return waitFor(`a document like ${title}`, () => {
    const document = vscode.window.activeTextEditor?.document;
    return document && title.test(document.uri.path) ? document : undefined;
  });
}

async function linksOf({ uri }: vscode.TextDocument): Promise<readonly vscode.DocumentLink[]> {
  return vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
}

/** What a click does. */
async function run(target: vscode.Uri): Promise<void> {
  assert.equal(target.scheme, 'command');
  const args = JSON.parse(decodeURIComponent(target.query)) as unknown[];
  await vscode.commands.executeCommand(target.path, ...args);
}
