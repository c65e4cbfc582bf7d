import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeProblem, describeDevice } from '../../../src/views/profiles/mfaWords.ts';
import {
  chooseMethod,
  describeTarget,
  formatPrompt,
  keyOf,
} from '../../../src/views/profiles/signInWords.ts';

const where = { startUrl: 'https://meadow.awsapps.com/start', region: 'eu-central-1' };
const meadow = { kind: 'sso', session: 'meadow', ...where } as const;
const older = { kind: 'sso', ...where } as const;

describe('a sign-in', () => {
  it('is by browser only where the browser runs beside the editor, unless the person says so', () => {
    assert.equal(chooseMethod('auto', false), 'browser');
    assert.equal(chooseMethod(undefined, true), 'deviceCode');
    assert.equal(chooseMethod('browser', true), 'browser');
    assert.equal(chooseMethod('deviceCode', false), 'deviceCode');
  });

  it('is one for all profiles of a session', () => {
    const keys = ['a', 'b'].map((profile) => keyOf({ profile, signInTarget: meadow }));
    assert.equal(new Set(keys).size, 1);
    assert.notEqual(keyOf({ profile: 'a', signInTarget: older }), keys[0]);
    assert.notEqual(keyOf({ profile: 'a', signInTarget: undefined }), keys[0]);
  });

  it('names what is signed in to', () => {
    const named = describeTarget({ profile: 'a', signInTarget: meadow });
    assert.equal(named, 'IAM Identity Center (meadow)');
    const byUrl = describeTarget({ profile: 'a', signInTarget: older });
    assert.equal(byUrl, 'IAM Identity Center (https://meadow.awsapps.com/start)');
  });

  it('shows the code to compare, and a way back to the page', () => {
    const url = 'https://example.com/device?user_code=ABCD-EFGH';
    const text = formatPrompt({ url, userCode: 'ABCD-EFGH' });
    assert.match(text, /shows the code ABCD-EFGH/);
    assert.ok(text.endsWith(`[Open the page again](${url})`));
    assert.doesNotMatch(formatPrompt({ url }), /shows the code/);
  });
});

describe('an MFA device', () => {
  it('is told by its name and account', () => {
    const arn = 'arn:aws:iam::123456789012:mfa/team/phone';
    assert.equal(describeDevice(arn), 'phone of account 123456789012');
    assert.equal(describeDevice('GAHT12345678'), 'device GAHT12345678');
  });

  it('has codes of six digits', () => {
    for (const code of ['123456', ' 123456 ']) assert.equal(codeProblem(code), undefined);
    for (const code of ['', '12345', '1234567']) assert.match(codeProblem(code) ?? '', /Six/);
    for (const code of ['12345a', '12 456']) assert.match(codeProblem(code) ?? '', /digits only/);
  });
});
