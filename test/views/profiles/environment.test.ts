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

const plain = { region: 'eu-west-1', endpoint: undefined, more: {}, isDefaultElsewhere: false };

describe('keys as environment variables', () => {
  it('are all that a program needs, and nothing that would count instead', () => {
    const variables = variablesOf({ ...plain, credentials });
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
      ...plain,
      credentials: { accessKeyId, secretAccessKey },
      region: undefined,
      endpoint,
    });
    assert.equal(lasting.AWS_SESSION_TOKEN, null);
    assert.equal(lasting.AWS_REGION, null);
    assert.equal(lasting.AWS_ENDPOINT_URL, endpoint);
  });

  it('lead where the profile leads, whatever the default one says', () => {
    const more = { AWS_CA_BUNDLE: '/certs.pem', AWS_USE_FIPS_ENDPOINT: 'true' };
    const ignored = (exported: Partial<Parameters<typeof variablesOf>[0]>) =>
      variablesOf({ ...plain, credentials, isDefaultElsewhere: true, ...exported })
        .AWS_IGNORE_CONFIGURED_ENDPOINT_URLS;
    assert.equal(ignored({ more }), 'true');
    assert.equal(ignored({ endpoint: 'http://localhost:4566' }), undefined);
    assert.equal(ignored({ more: { AWS_ENDPOINT_URL_S3: 'http://localhost' } }), undefined);
    assert.equal(variablesOf({ ...plain, credentials, more }).AWS_CA_BUNDLE, '/certs.pem');
  });

  it('are read by a shell as they are', { skip: process.platform === 'win32' }, () => {
    const variables = variablesOf({ ...plain, credentials });
    const script = `${formatVariables(variables, 'Bash, Zsh')}env`;
    const env = { AWS_PROFILE: 'another', AWS_ENDPOINT_URL: 'http://another' };
    const printed = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8', env });
    assert.ok(printed.includes(`AWS_SECRET_ACCESS_KEY=${credentials.secretAccessKey}\n`), printed);
    assert.doesNotMatch(printed, /another/);
  });

  it('are written for each shell', () => {
    const variables = { A: "it's", B: null, C: null };
    assert.equal(formatVariables(variables, 'Bash, Zsh'), `unset B C\nexport A='it'\\''s'\n`);
    assert.equal(
      formatVariables(variables, 'PowerShell'),
      `Remove-Item Env:B, Env:C -ErrorAction Ignore\n$Env:A = 'it''s'\n`,
    );
    assert.equal(
      formatVariables(variables, 'Command Prompt'),
      `set "B="\nset "C="\nset "A=it's"\n`,
    );
    assert.equal(formatVariables({ A: '1' }, 'Bash, Zsh'), "export A='1'\n");
  });
});
