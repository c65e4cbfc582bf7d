// A person who adds, changes, signs in to and removes profiles, with the keyboard. Each step leaves a picture in
// out/screenshots.

import assert from 'node:assert/strict';
import { appendFile, chmod, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { exitOnSignals } from '../../tools/atExit.ts';
import { exampleKeys } from '../../tools/demo/keys.ts';
import { type DemoEditor, openDemoEditor } from '../../tools/host/demoEditor.ts';
import type { Workbench } from '../../tools/host/workbench.ts';
import { findTexts, plantedMarks } from '../../tools/suites/secrets.ts';
import { type SsoServer, startSsoServer } from '../core/signIn/ssoServer.ts';
import { pictureEachStep, takePicture } from './pictures.ts';

exitOnSignals();

describe('a person with profiles', () => {
  let sso: SsoServer;
  let editor: DemoEditor;
  let workbench: Workbench;

  before(async () => {
    sso = await startSsoServer();
    editor = await openDemoEditor({
      width: 1280,
      height: 800,
      env: ({ url }) => ({
        AWS_ENDPOINT_URL_SSO: sso.url,
        AWS_ENDPOINT_URL_SSO_OIDC: sso.url,
        AWS_ENDPOINT_URL: url,
      }),
    });
    workbench = editor.workbench;
    await workbench.statusEntry('demo · eu-west-1').waitFor();
    await workbench.openAwsView();
  });

  pictureEachStep('profiles-', () => workbench);

  after(async () => {
    await editor[Symbol.asyncDispose]();
    await sso.stop();
  });

  const picture = (name: string) => takePicture(workbench, `profiles-${name}`);

  const readShared = (name: 'config' | 'credentials') =>
    readFile(join(editor.demo.folder, name), 'utf8');

  /** Types into the box with this prompt. */
  async function answer(prompt: string | RegExp, text: string, at = workbench): Promise<void> {
    await at.page.locator('.quick-input-widget').getByText(prompt).waitFor();
    await at.quickInput().fill(text);
    await at.page.keyboard.press('Enter');
  }

  async function choose(
    placeholder: string | RegExp,
    label: string,
    at = workbench,
  ): Promise<void> {
    await at.page.getByPlaceholder(placeholder).waitFor();
    await at.pick(label);
  }

  /** In a list that is longer than what is shown of it. */
  async function find(placeholder: string | RegExp, text: string, at = workbench): Promise<void> {
    await at.page.getByPlaceholder(placeholder).waitFor();
    await at.quickInput().fill(text);
    await at.choice(text).waitFor();
    await at.page.keyboard.press('Enter');
  }

  /** Up to the last step. */
  async function addKeptKeys(name: string, at = workbench): Promise<void> {
    await at.runCommand('AWS: Add Profile…');
    await choose('Where do its keys come from?', 'Access Keys', at);
    await answer(/^Access key ID/, exampleKeys.accessKeyId, at);
    await answer(/^Secret access key/, 'SECRET-key-of-the-editor', at);
    await find(/region to begin in/, 'eu-west-1', at);
    await choose(/Where are the keys to be kept/, 'In the editor only', at);
    await answer('Name of the profile', name, at);
    await choose(`AWS knows ${name}. Save it?`, 'Save', at);
    await at.row(name).waitFor();
  }

  const dialog = () => workbench.page.locator('.monaco-dialog-box');

  /** As if the time of the sign-in, and of the keys that came by it, were over. */
  async function forgetSignIn(): Promise<void> {
    for (const folder of ['sso', 'cli']) {
      await rm(join(editor.home, '.aws', folder, 'cache'), { recursive: true });
    }
  }

  it('adds access keys, which are tried before they are written', async () => {
    await workbench.runCommand('AWS: Add Profile…');
    await choose('Where do its keys come from?', 'Access Keys');
    await answer(/^Access key ID/, 'AKIA');
    await workbench.page.getByText('An access key ID has at least 16').waitFor();
    await picture('a-wrong-answer');
    await workbench.quickInput().fill(exampleKeys.accessKeyId);
    await workbench.page.keyboard.press('Enter');
    await answer(/^Secret access key/, exampleKeys.secretAccessKey);
    await find(/region to begin in/, 'eu-west-1');
    await choose(/Where are the keys to be kept/, 'In the credentials file');
    await answer('Name of the profile', 'shop keys');
    await workbench.page.getByPlaceholder('AWS knows shop keys. Save it?').waitFor();
    await workbench.page.getByText('Account 123456789012').waitFor();
    assert.doesNotMatch(await readShared('config'), /shop keys/);
    await picture('ready-to-save');
    await workbench.pick('Save');
    await workbench.row('shop keys').waitFor();
    await workbench.statusEntry('shop keys · eu-west-1').waitFor();
    assert.match(await readShared('config'), /\n\[profile "shop keys"\]\nregion = eu-west-1\n$/);
    assert.match(await readShared('credentials'), /\[shop keys\]\naws_access_key_id = AKIA/);
    const { mode } = await stat(join(editor.demo.folder, 'credentials'));
    assert.equal(mode & 0o777, 0o600);
  });

  it('goes back to any answer', async () => {
    await workbench.runCommand('AWS: Add Profile…');
    await choose('Where do its keys come from?', 'External Program');
    await answer(/program and its arguments/, '/bin/false');
    await workbench.page.getByPlaceholder(/region to begin in/).waitFor();
    await workbench.page.getByRole('button', { name: 'Back' }).click();
    await workbench.page
      .locator('.quick-input-widget')
      .getByText(/program and its/)
      .waitFor();
    assert.equal(await workbench.quickInput().inputValue(), '/bin/false');
    await workbench.page.getByRole('button', { name: 'Back' }).click();
    await choose('Where do its keys come from?', 'Emulator');
    await workbench.page.keyboard.press('Escape');
    assert.doesNotMatch(await readShared('config'), /false/);
  });

  it('may save what does not work yet', async () => {
    await workbench.runCommand('AWS: Add Profile…');
    await choose('Where do its keys come from?', 'External Program');
    await answer(/program and its arguments/, '/bin/false --secret');
    await find(/region to begin in/, 'eu-west-1');
    await answer('Name of the profile', 'later');
    await dialog().getByText('The profile later does not work yet.').waitFor();
    await dialog()
      .getByText(/its credential_process \/bin\/false failed.*to see why\.$/)
      .waitFor();
    await picture('does-not-work-yet');
    await dialog().getByText('Go Back', { exact: true }).click();
    await answer('Name of the profile', 'later');
    const config = join(editor.demo.folder, 'config');
    await chmod(config, 0o444);
    await dialog().getByText('Save Anyway', { exact: true }).click();
    await dialog().getByText('The profile later could not be saved.').waitFor();
    await dialog()
      .getByText(/the file is read-only/)
      .waitFor();
    await picture('cannot-be-saved');
    await chmod(config, 0o600);
    await dialog().getByText('Try Again', { exact: true }).click();
    await workbench.row('later').waitFor();
    assert.match(
      await readShared('config'),
      /\[profile later\]\ncredential_process = \/bin\/false/,
    );
  });

  it('adds an account and role of IAM Identity Center from lists, after a sign-in', async () => {
    await workbench.runCommand('AWS: Add Profile…');
    await choose('Where do its keys come from?', 'IAM Identity Center');
    await answer(/Start URL/, 'https://meadow.awsapps.com/start#/');
    await find(/region that IAM Identity Center is in/, 'eu-central-1');
    await answer(/A name for this sign-in/, 'meadow');
    await workbench.page.getByPlaceholder('Which account?').waitFor();
    await picture('accounts');
    await workbench.pick('Meadow');
    await choose(/Which role in account 123456789012/, 'Reader');
    await find(/region to begin in/, 'eu-west-1');
    await workbench.page.locator('.quick-input-widget').getByText('Name of the profile').waitFor();
    assert.equal(await workbench.quickInput().inputValue(), 'meadow-123456789012-Reader');
    await answer('Name of the profile', 'meadow');
    await workbench.page.getByPlaceholder('AWS knows meadow. Save it?').waitFor();
    await workbench.pick('Save');
    await workbench.row('meadow').waitFor();
    const config = await readShared('config');
    assert.match(
      config,
      /\[profile meadow\]\nsso_session = meadow\nsso_account_id = 123456789012\n/,
    );
    assert.match(config, /\[sso-session meadow\]\nsso_start_url = https:\/\/meadow\.awsapps\.com/);
    assert.ok(sso.requests.includes('GET /device'));
  });

  it('signs in again from the tree, which goes on by itself', async () => {
    await forgetSignIn();
    await workbench.reload();
    await workbench.statusEntry('meadow · eu-west-1').waitFor();
    await workbench.expand('SQS');
    await workbench.expand('Queues');
    await workbench.row('Sign in…').waitFor();
    await workbench.statusEntry('meadow · eu-west-1 · sign in').waitFor();
    await workbench
      .notification('You are not signed in to IAM Identity Center (meadow).')
      .waitFor();
    await picture('not-signed-in');
    await workbench.row('Sign in…').click();
    await workbench.row('orders-dead-letters').waitFor();
    await workbench.statusEntry('meadow · eu-west-1 · 123456789012').waitFor();
  });

  it('signs in from an operation, which is then run', async () => {
    await forgetSignIn();
    await workbench.reload();
    await workbench.statusEntry('meadow · eu-west-1').waitFor();
    await workbench.runOperation('sqs listq', 'ListQueues');
    const failed = workbench.notification('sign in').filter({ hasText: 'Sign In' });
    await failed.waitFor();
    await picture('operation-not-signed-in');
    await failed.getByText('Sign In', { exact: true }).click();
    const text = await workbench.readEditor('sqs.ListQueues (meadow, eu-west-1).json');
    assert.match(text, /orders-dead-letters/);
    await workbench.closeEditors();
  });

  it('signs in from an action, which is then done with what was said', async () => {
    await forgetSignIn();
    await workbench.reload();
    await workbench.statusEntry('meadow · eu-west-1').waitFor();
    await workbench.row('SQS').waitFor();
    await workbench.chooseFromMenu('SQS', 'Run Action…');
    await workbench.pick('Create Queue…');
    await workbench.page.getByText('Create Queue: SQS').waitFor();
    await workbench.quickInput().fill('made-after-sign-in');
    await workbench.page.keyboard.press('Enter');
    await workbench.notification(/Create Queue: SQS\. AWS accepted it\./).waitFor();
  });

  it('keeps keys out of every file where that is wanted', async () => {
    await addKeptKeys('kept');
    assert.doesNotMatch(await readShared('config'), /kept/);
    assert.doesNotMatch(await readShared('credentials'), /SECRET-key/);
  });

  it('changes a profile, and what is not said stays', async () => {
    await workbench.chooseFromMenu('shop keys', 'Edit Profile…');
    await answer(/^Access key ID/, exampleKeys.accessKeyId);
    await answer('Secret access key; leave it empty to keep it', '');
    await find(/region to begin in/, 'us-east-1');
    await workbench.page.getByPlaceholder('AWS knows shop keys. Save it?').waitFor();
    await workbench.pick('Save');
    await workbench.row('shop keys').filter({ hasText: 'us-east-1' }).waitFor();
    const config = await readShared('config');
    assert.match(config, /\n\[profile "shop keys"\]\nregion = us-east-1\n/);
    assert.match(await readShared('credentials'), /\[shop keys\]\naws_access_key_id = AKIA/);
  });

  it('removes a profile once that is confirmed', async () => {
    await workbench.chooseFromMenu('meadow', 'Remove Profile…');
    await dialog().getByText('Remove the AWS profile meadow?').waitFor();
    await picture('confirm-removal');
    await dialog().getByText('Remove with Session meadow', { exact: true }).click();
    await workbench.row('meadow').waitFor({ state: 'detached' });
    assert.doesNotMatch(await readShared('config'), /meadow/);
    await workbench.chooseFromMenu('kept', 'Remove Profile…');
    await dialog().getByText('Remove', { exact: true }).click();
    await workbench.row('kept').waitFor({ state: 'detached' });
    await workbench.statusEntry('demo · eu-west-1').waitFor();
  });

  it('gives the code of an MFA device, and the list goes on', async () => {
    const lines = [
      '',
      '[profile guarded]',
      'role_arn = arn:aws:iam::123456789012:role/guarded',
      'source_profile = demo',
      'mfa_serial = arn:aws:iam::123456789012:mfa/phone',
      'region = eu-west-1',
      '',
    ];
    await appendFile(join(editor.demo.folder, 'config'), lines.join('\n'));
    await workbench.chooseFromMenu('guarded', 'Use This Profile');
    await workbench.row('guarded').filter({ hasText: 'active' }).waitFor();
    await workbench.row('demo').and(workbench.page.locator('[aria-expanded="false"]')).waitFor();
    await workbench.expand('SQS');
    await workbench.row('Queues').locator('.monaco-tl-twistie').click();
    const box = workbench.page.locator('.quick-input-widget');
    await box.getByText(/phone of account 123456789012 shows now/).waitFor();
    await box.getByText('MFA Code for guarded', { exact: true }).waitFor();
    await picture('mfa-code');
    await workbench.quickInput().fill('123456');
    await workbench.page.keyboard.press('Enter');
    await workbench.row('orders-dead-letters').waitFor();
    await workbench.statusEntry(/guarded · eu-west-1 · \d{12}/).hover();
    await workbench.page
      .locator('.monaco-hover')
      .getByText(/Keys: good for \d+ minutes/)
      .waitFor();
    await picture('status-bar');
    await workbench.leaveWithMouse();
  });

  it('sees profiles as they were marked, and finds them in one list', async () => {
    await editor.setSettings({
      'awscope.profiles': {
        guarded: { alias: 'Production', colour: 'red', icon: 'flame', readOnly: true },
        later: { hidden: true },
      },
    });
    await workbench.reload();
    await workbench.row('Production').waitFor();
    await workbench.row('later').waitFor({ state: 'detached' });
    await workbench.leaveWithMouse();
    await picture('marked-in-red');
    await workbench.statusEntry(/Production · eu-west-1/).click();
    await workbench.choice('Add Profile…').waitFor();
    await picture('marked');
    await workbench.page.keyboard.press('Escape');
  });

  it('has another profile in another window', async () => {
    const other = await editor.openWindow('other');
    await other.statusEntry('demo · eu-west-1').waitFor();
    await other.openAwsView();
    await other.chooseFromMenu('demo-other', 'Use This Profile');
    await other.statusEntry('demo-other · eu-west-1').waitFor();
    await addKeptKeys('of the other window', other);
    await other.waitUntilNoted('of the other window');
    await other.page.close();
    await workbench.comeBack();
    await workbench.statusEntry(/Production · eu-west-1/).waitFor();
    await workbench.waitAtEndOfTree('of the other window');
  });

  it('leaves no secret in anything the editor wrote', async () => {
    const secrets = [exampleKeys.secretAccessKey, ...plantedMarks];
    assert.deepEqual(await findTexts(editor.dataFolder, secrets), []);
    // Where the window keeps the memory of extensions, and what is open in it.
    const kept = await workbench.readStorage();
    assert.match(kept, /recentProfiles/);
    for (const secret of secrets) assert.ok(!kept.includes(secret), `${secret} is in the storage`);
  });
});
