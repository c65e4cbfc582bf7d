import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { formatVariables, variablesOf } from '../../../src/views/profiles/environment.ts';

const credentials = {
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: `wJalr'X"$HOME\`id\``,
  sessionToken: 'token==',
  expiration: new Date('2030-01-01T12:00:00Z'),
};

describe('keys as environment variables', () => {
  it('are all that a program needs, and nothing that would count instead', () => {
    const variables = variablesOf({ credentials, region: 'eu-west-1', endpoint: undefined });
    assert.deepEqual(variables, {
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_SESSION_TOKEN: 'token==',
      AWS_SECURITY_TOKEN: null,
      AWS_CREDENTIAL_EXPIRATION: '2030-01-01T12:00:00.000Z',
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_ENDPOINT_URL: null,
      AWS_PROFILE: null,
      AWS_DEFAULT_PROFILE: null,
    });
    const { accessKeyId, secretAccessKey } = credentials;
    const endpoint = 'http://localhost:4566';
    const lasting = variablesOf({
      credentials: { accessKeyId, secretAccessKey },
      region: undefined,
      endpoint,
    });
    assert.equal(lasting.AWS_SESSION_TOKEN, null);
    assert.equal(lasting.AWS_REGION, null);
    assert.equal(lasting.AWS_ENDPOINT_URL, endpoint);
  });

  it('are read by a shell as they are', { skip: process.platform === 'win32' }, () => {
    const variables = variablesOf({ credentials, region: 'eu-west-1', endpoint: undefined });
    const script = `${formatVariables(variables, 'Bash, Zsh')}env`;
    const printed = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8', env: {} });
    assert.ok(printed.includes(`AWS_SECRET_ACCESS_KEY=${credentials.secretAccessKey}\n`), printed);
    assert.doesNotMatch(printed, /AWS_PROFILE/);
  });

  it('are written for each shell', () => {
    const variables = { A: "it's", B: null };
    assert.equal(formatVariables(variables, 'Bash, Zsh'), `export A='it'\\''s'\n`);
    assert.equal(formatVariables(variables, 'PowerShell'), `$Env:A = 'it''s'\n`);
    assert.equal(formatVariables(variables, 'Command Prompt'), `set "A=it's"\n`);
  });
});
