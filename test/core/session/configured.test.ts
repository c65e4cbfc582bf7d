// Every setting of a profile and of the environment, from the file or the variable to what leaves the machine.

import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, type TestContext, test } from 'node:test';
import { s3SettingRules, settingRules } from '../../../src/core/config/settingRules.ts';
import type { Send } from '../../../src/core/http/message.ts';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { Session } from '../../../src/core/session.ts';
import { makeHome } from './folder.ts';
import { type Sent, type SettingCase, settingCases } from './settingCases.ts';

const catalogue = openCatalogue({ searchPath: [] });
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  accountId: '123456789012',
};

async function look(
  t: TestContext,
  lines: string,
  variables: Record<string, string>,
  one: SettingCase,
) {
  const config = `[profile p]\nregion = us-east-1\n${one.base ?? ''}\n${lines}\n`;
  const { home, environment } = await makeHome(t, { config });
  const sent: Sent = { requests: [], options: [] };
  const send: Send = async (request, options) => {
    sent.requests.push(request);
    sent.options.push(options);
    const body = Readable.from([Buffer.from('{}')]);
    return { statusCode: 200, headers: {}, body };
  };
  const place = { home, environment: { ...environment, ...variables }, catalogue, send };
  return one.look(new Session({ ...place, profile: 'p', credentials }), sent);
}

describe('a setting', () => {
  test('each has its case', () => {
    const names = [...Object.keys(settingRules), ...Object.keys(s3SettingRules)];
    assert.deepEqual(
      Object.keys(settingCases).map((name) => name.replace('s3 ', '')),
      names,
    );
  });

  for (const [name, one] of Object.entries(settingCases)) {
    const rules: Readonly<Record<string, { readonly variable?: string }>> =
      name in settingRules ? settingRules : s3SettingRules;
    test(`${name} is what the profile says, and else as usual`, async (t) => {
      assert.deepEqual(await look(t, '', {}, one), one.without);
      assert.deepEqual(await look(t, one.lines, {}, one), one.with);
    });

    test(`${name} is what the environment says`, async (t) => {
      const [variable, value] = one.variable ?? [];
      assert.equal(variable, rules[name.replace('s3 ', '')]?.variable);
      if (variable !== undefined && value !== undefined) {
        assert.deepEqual(await look(t, '', { [variable]: value }, one), one.with);
      }
    });
  }
});
