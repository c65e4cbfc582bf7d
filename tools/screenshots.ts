// npm run screenshots: takes the README's pictures from the demo account.

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { exitOnSignals } from './atExit.ts';
import { runOrThrow } from './child.ts';
import { openDemoEditor } from './host/demoEditor.ts';
import type { Workbench } from './host/workbench.ts';
import { root } from './root.ts';

exitOnSignals();
await runOrThrow(process.execPath, ['esbuild.mjs', '--minify'], { cwd: root });
await using editor = await openDemoEditor({
  width: 1280,
  height: 800,
  settings: {
    'editor.fontSize': 13,
    'editor.minimap.enabled': false,
    'window.commandCenter': false,
    'workbench.layoutControl.enabled': false,
    'workbench.colorTheme': 'Default Dark Modern',
    // So few that all that is opened fits into the picture.
    'awscope.services': ['cloudformation', 'dynamodb', 'ec2', 'iam', 'lambda', 's3', 'sqs'],
  },
});
const { workbench } = editor;
await workbench.openAwsView();
await workbench.widenSideBar(120);
await takeExplorer(workbench);
await takeActions(workbench);
await takeRunOperation(workbench);
await takeInput(workbench);
await takeSwitchProfile(workbench);
await takeAddProfile(workbench);

async function takeExplorer(window: Workbench): Promise<void> {
  for (const label of ['CloudFormation', 'Stacks']) await window.expand(label);
  for (const label of ['Lambda', 'Functions']) await window.expand(label);
  for (const label of ['S3', 'Buckets', 'meadow-media', 'catalogue']) await window.expand(label);
  await window.row('books.json').click();
  await window.readEditor('books.json');
  await window.statusEntry('123456789012').waitFor();
  await take('explorer');
}

async function takeActions(window: Workbench): Promise<void> {
  for (const label of ['S3', 'Lambda', 'CloudFormation']) await window.collapse(label);
  for (const label of ['EC2', 'Instances', 'web-1']) await window.expand(label);
  await window.row('web-1').click();
  await window.readEditor('ec2.Instance web-1');
  await window.chooseFromMenu('web-1', 'Run Action…');
  await window.choice('Open Shell').waitFor();
  await take('actions');
  await window.page.keyboard.press('Escape');
  await window.collapse('EC2');
}

async function takeRunOperation(window: Workbench): Promise<void> {
  await window.runCommand('AWS: Run Operation…');
  await window.page.getByText(/^Run Operation in /).waitFor();
  await window.quickInput().fill('s3 listb');
  await window.focusedChoice('ListBuckets').waitFor();
  await take('run-operation');
  await window.page.keyboard.press('Escape');
}

async function takeInput(window: Workbench): Promise<void> {
  await window.closeEditors();
  // Both documents want the room.
  await window.toggleSideBar();
  await window.runOperation('dynamodb scan', 'Scan');
  await window.readEditor('dynamodb.Scan');
  await window.page.getByText('▶ Run in demo (eu-west-1)').waitFor();
  // The cursor stands where the first value is to be filled in.
  await window.page.keyboard.type('orders');
  await window.page.getByText('▶ Run in demo (eu-west-1)').click();
  await window.page.locator('.view-lines').filter({ hasText: '"2025-0001"' }).waitFor();
  await window.runCommand('View: Move Editor into Right Group');
  await window.page.locator('.editor-group-container').nth(1).waitFor();
  await window.page.getByText('▶ Run in demo (eu-west-1)').waitFor();
  await window.notificationsGone();
  await take('input');
  await window.toggleSideBar();
}

async function takeSwitchProfile(window: Workbench): Promise<void> {
  await window.statusEntry('demo · eu-west-1').click();
  await window.choice('demo-other').waitFor();
  await take('switch-profile');
}

async function takeAddProfile(window: Workbench): Promise<void> {
  await window.page.keyboard.press('Escape');
  await window.runCommand('AWS: Add Profile…');
  await window.choice('IAM Identity Center').waitFor();
  await take('add-profile');
}

async function take(name: string): Promise<void> {
  const path = join(root, 'media', 'readme', `${name}.png`);
  await workbench.notificationsGone();
  await workbench.leaveWithMouse();
  await workbench.screenshot(path);
  console.log(`${path}: ${Math.round((await stat(path)).size / 1024)} KB`);
}
