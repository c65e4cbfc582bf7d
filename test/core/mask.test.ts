import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maskSensitive, maskSignatures, maskText } from '../../src/core/mask.ts';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import type { Service, Shape } from '../../src/core/models/model.ts';
import { outputPlaces, placeOf } from '../../src/core/resources/shapes.ts';
import { forgotten } from '../../src/core/secrets.ts';

const catalogue = openCatalogue();
const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

describe('masking by the model', () => {
  const shapes: Readonly<Record<string, Shape>> = {
    Text: { type: 'string' },
    Secret: { type: 'string', sensitive: true },
    Bytes: { type: 'blob', sensitive: true },
    Pin: { type: 'integer', sensitive: true },
    Day: { type: 'timestamp', sensitive: true },
    Card: {
      type: 'structure',
      sensitive: true,
      members: { Number: { shape: 'Text' }, Limits: { shape: 'Texts' }, Owner: { shape: 'Text' } },
    },
    Texts: { type: 'list', member: { shape: 'Text' } },
    Secrets: { type: 'list', member: { shape: 'Secret' } },
    Variables: {
      type: 'map',
      sensitive: true,
      key: { shape: 'Text' },
      value: { shape: 'Text' },
    },
    Tree: {
      type: 'structure',
      members: {
        Name: { shape: 'Text' },
        Key: { shape: 'Secret' },
        Bytes: { shape: 'Bytes' },
        Pin: { shape: 'Pin' },
        Day: { shape: 'Day' },
        Card: { shape: 'Card' },
        Secrets: { shape: 'Secrets' },
        Variables: { shape: 'Variables' },
        Plain: { shape: 'Texts' },
        Branches: { shape: 'Trees' },
      },
    },
    Trees: { type: 'list', member: { shape: 'Tree' } },
  };

  for (const [member, value, expected, count] of [
    ['Key', secret, maskText, 1],
    ['Key', '', maskText, 1],
    ['Bytes', new Uint8Array([1, 2]), maskText, 1],
    ['Pin', 1234, maskText, 1],
    ['Pin', 2n ** 60n, maskText, 1],
    ['Day', new Date(0), maskText, 1],
    ['Key', null, null, 0],
    ['Secrets', ['a', 'b'], [maskText, maskText], 2],
    ['Variables', { TOKEN: 'a', URL: 'b' }, { TOKEN: maskText, URL: maskText }, 2],
    ['Card', { Number: '1', Limits: ['2'] }, { Number: maskText, Limits: [maskText] }, 2],
    ['Branches', [{ Name: 'n', Key: 'k' }], [{ Name: 'n', Key: maskText }], 1],
  ] as const) {
    it(`hides ${member} and keeps its neighbours: ${String(value)}`, () => {
      const masked = mask({ Name: 'oak', [member]: value });
      assert.deepEqual(masked, { value: { Name: 'oak', [member]: expected }, count });
    });
  }

  it('copies only what leads to a secret', () => {
    const value = { Plain: ['a'], Branches: [{ Name: 'leaf' }, { Key: 'k' }] };
    const { value: masked } = mask(value);
    assert.ok(typeof masked === 'object' && masked && 'Plain' in masked && 'Branches' in masked);
    assert.equal(masked.Plain, value.Plain);
    assert.ok(Array.isArray(masked.Branches));
    assert.equal(masked.Branches[0], value.Branches[0]);
    assert.equal(value.Branches[1]?.Key, 'k');
    const open = { Name: 'oak', Branches: [{ Name: 'leaf' }] };
    assert.equal(mask(open).value, open);
  });

  it('counts a value once that is secret in two shapes', () => {
    assert.equal(mask({ Key: 'k' }, ['Tree', 'Tree']).count, 1);
  });

  it('takes the events of a stream for what the model says of one', () => {
    assert.deepEqual(mask([{ Key: 'k' }]), { value: [{ Key: maskText }], count: 1 });
  });

  function mask(value: unknown, names: readonly string[] = ['Tree']) {
    const service = { id: 'orchard', shapes } as unknown as Service;
    return maskSensitive(
      names.flatMap((name) => placeOf(service, name) ?? []),
      value,
    );
  }
});

/** Outputs with a secret each, `hidden` in its place. */
const outputs: readonly (readonly [service: string, operation: string, output: object])[] = [
  ['secretsmanager', 'GetSecretValue', { Name: 'a', SecretString: 'hidden' }],
  ['secretsmanager', 'GetSecretValue', { Name: 'a', SecretBinary: 'hidden' }],
  ['secretsmanager', 'BatchGetSecretValue', { SecretValues: [{ SecretString: 'hidden' }] }],
  ['secretsmanager', 'GetRandomPassword', { RandomPassword: 'hidden' }],
  ['sts', 'GetSessionToken', credentialsOutput()],
  ['sts', 'AssumeRole', credentialsOutput()],
  ['sts', 'AssumeRoleWithWebIdentity', credentialsOutput()],
  ['sts', 'GetFederationToken', credentialsOutput()],
  ['sso', 'GetRoleCredentials', roleCredentials()],
  ['sso-oidc', 'CreateToken', { accessToken: 'hidden', refreshToken: 'hidden', idToken: 'hidden' }],
  ['cognito-identity', 'GetCredentialsForIdentity', cognitoCredentials()],
  ['cognito-idp', 'InitiateAuth', { AuthenticationResult: { AccessToken: 'hidden' } }],
  ['iam', 'CreateAccessKey', { AccessKey: { AccessKeyId: 'a', SecretAccessKey: 'hidden' } }],
  ['lambda', 'GetFunction', { Configuration: variables(), Code: { Location: 'hidden' } }],
  ['lambda', 'GetFunctionConfiguration', variables()],
  ['lambda', 'GetLayerVersion', { Content: { Location: 'hidden', CodeSize: 3 } }],
  ['ecr', 'GetAuthorizationToken', { authorizationData: [{ authorizationToken: 'hidden' }] }],
  ['ec2', 'CreateKeyPair', { KeyName: 'a', KeyMaterial: 'hidden' }],
  ['ec2', 'GetPasswordData', { InstanceId: 'a', PasswordData: 'hidden' }],
  ['ec2', 'DescribeInstanceAttribute', { InstanceId: 'a', UserData: { Value: 'hidden' } }],
  ['ec2', 'GetConsoleOutput', { InstanceId: 'a', Output: 'hidden' }],
  ['ssm', 'GetParameter', { Parameter: { Name: 'a', Type: 'SecureString', Value: 'hidden' } }],
  ['ssm', 'GetParametersByPath', { Parameters: [{ Name: 'a', Value: 'hidden' }] }],
  ['ssm', 'GetDocument', { Name: 'a', Content: 'hidden' }],
  ['rds', 'DescribeDBInstances', pendingPassword()],
  ['kms', 'Decrypt', { KeyId: 'a', Plaintext: 'hidden' }],
  ['kms', 'GenerateDataKey', { KeyId: 'a', Plaintext: 'hidden' }],
  ['apigateway', 'GetApiKey', { id: 'a', value: 'hidden' }],
  ['appsync', 'ListApiKeys', { apiKeys: [{ id: 'hidden', expires: 3 }] }],
  ['lightsail', 'GetInstanceAccessDetails', { accessDetails: { privateKey: 'hidden' } }],
  ['glue', 'GetConnection', { Connection: { ConnectionProperties: { PASSWORD: 'hidden' } } }],
  ['codebuild', 'BatchGetProjects', { projects: [{ environment: codebuildVariables() }] }],
  ['batch', 'DescribeJobDefinitions', batchVariables()],
  ['ecs', 'DescribeTaskDefinition', { taskDefinition: ecsVariables() }],
  ['cloudformation', 'DescribeStacks', { Stacks: [stack()] }],
  ['elasticbeanstalk', 'DescribeConfigurationSettings', beanstalkSettings()],
];

describe('masking of what AWS answers', () => {
  for (const [id, operation, output] of outputs) {
    it(`hides the secrets of ${id}.${operation} and nothing else`, async () => {
      const service = await catalogue.service(id);
      assert.ok(service.operations[operation], 'The operation is not in the model.');
      const { value, count } = maskSensitive(outputPlaces(service, operation), output);
      const text = JSON.stringify(output);
      assert.equal(JSON.stringify(value), text.replaceAll('"hidden"', `"${maskText}"`));
      assert.equal(count, text.split('"hidden"').length - 1);
    });
  }

  it('leaves an answer without secrets as it is', async () => {
    const service = await catalogue.service('s3');
    const output = { Buckets: [{ Name: 'meadow-media' }] };
    assert.equal(maskSensitive(outputPlaces(service, 'ListBuckets'), output).value, output);
  });

  it('forgets no more than there is: every member named by hand is in its model', async () => {
    for (const [id, members] of Object.entries(forgotten)) {
      const { shapes } = await catalogue.service(id);
      for (const path of members) {
        const [name = '', member = ''] = path.split('.');
        const shape = shapes[name];
        assert.ok(shape?.type === 'structure' && shape.members[member], `${id} ${path}`);
      }
    }
  });
});

describe('masking of signed addresses', () => {
  const signature = '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7';

  it('takes the signature and the token, and leaves the rest', () => {
    const url = (token: string, key: string) =>
      `https://a.s3.amazonaws.com/b?X-Amz-Expires=60&X-Amz-Security-Token=${token}&X-Amz-Signature=${key}`;
    const { text, count } = maskSignatures(
      JSON.stringify({ url: url('abc%2Fd', signature), n: 1 }),
    );
    assert.equal(text, JSON.stringify({ url: url(maskText, maskText), n: 1 }));
    assert.equal(count, 2);
  });

  it('finds one inside another address', () => {
    const url = `https://a.example/?to=https%3A%2F%2Fb%3FX-Amz-Signature%3D${signature}%26c%3D1`;
    const { text } = maskSignatures(url);
    assert.equal(text, url.replace(signature, maskText));
  });
});

function credentialsOutput() {
  const keys = { AccessKeyId: 'a', SecretAccessKey: 'hidden', SessionToken: 'hidden' };
  return { Credentials: { ...keys, Expiration: 'e' } };
}

function roleCredentials() {
  return {
    roleCredentials: { accessKeyId: 'a', secretAccessKey: 'hidden', sessionToken: 'hidden' },
  };
}

function cognitoCredentials() {
  return { Credentials: { AccessKeyId: 'a', SecretKey: 'hidden', SessionToken: 'hidden' } };
}

function variables() {
  return { FunctionName: 'a', Environment: { Variables: { TABLE: 'hidden', TOKEN: 'hidden' } } };
}

function pendingPassword() {
  return { DBInstances: [{ PendingModifiedValues: { Port: 1, MasterUserPassword: 'hidden' } }] };
}

function codebuildVariables() {
  return { image: 'a', environmentVariables: [{ name: 'a', value: 'hidden', type: 'PLAINTEXT' }] };
}

function batchVariables() {
  const environment = [{ name: 'a', value: 'hidden' }];
  return { jobDefinitions: [{ containerProperties: { image: 'a', environment } }] };
}

function ecsVariables() {
  return { containerDefinitions: [{ name: 'a', environment: [{ name: 'b', value: 'hidden' }] }] };
}

function stack() {
  const Parameters = [{ ParameterKey: 'a', ParameterValue: 'hidden' }];
  return { StackName: 's', Parameters, Outputs: [{ OutputKey: 'a', OutputValue: 'hidden' }] };
}

function beanstalkSettings() {
  return { ConfigurationSettings: [{ OptionSettings: [{ OptionName: 'a', Value: 'hidden' }] }] };
}
