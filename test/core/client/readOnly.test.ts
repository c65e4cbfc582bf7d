// Read-only mode: what may not be sent is refused where requests leave, whoever asks and in whatever way.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ReadOnlyError } from '../../../src/core/errors.ts';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { isReading } from '../../../src/core/readOnly.ts';
import { Session } from '../../../src/core/session.ts';
import { declaredServices } from '../../../src/services/index.ts';
import { serviceResource } from '../../../src/services/registry.ts';
import { makeHome, startSts } from '../session/folder.ts';

describe('read-only mode', () => {
  const actions = declaredServices.flatMap(({ service, kinds, actions: own = {} }) =>
    [own, ...Object.values(kinds).map((kind) => kind.actions ?? {})].flatMap((table) =>
      Object.values(table).map((action) => ({ ...action, service: action.service ?? service })),
    ),
  );

  const judged = actions.filter(({ risk }) => risk !== 'L');

  test(`it agrees with the class of ${judged.length} declared actions`, () => {
    assert.ok(judged.length > 100);
    for (const { service, operation, params, risk } of judged) {
      assert.equal(
        isReading(service, operation, params),
        risk === 'R',
        `${service}.${operation} is ${risk}`,
      );
    }
  });

  test('of what hands over to a program it allows what reads, and nothing that opens a way around it', () => {
    const handingOver = actions.filter(({ risk }) => risk === 'L');
    const names = handingOver.map(({ service, operation }) => `${service}.${operation}`);
    assert.deepEqual([...new Set(names.filter(isAllowed))].sort(), [
      'codecommit.GetRepository',
      'eks.DescribeCluster',
      's3.GetObject',
    ]);
  });

  test('it lets the tree list and describe everything it knows', () => {
    for (const { service, collections, kinds } of declaredServices) {
      const lists = [collections, ...Object.values(kinds).map((kind) => kind.collections ?? {})];
      const rules = [
        ...lists.flatMap((table) => Object.values(table).flatMap((rule) => [rule, rule.join])),
        ...Object.values(kinds).flatMap((kind) => [kind.load, kind.region]),
      ];
      for (const rule of rules) {
        if (rule) assert.ok(isReading(rule.service ?? service, rule.operation), rule.operation);
      }
    }
  });

  test('it knows what writes in all of AWS by its verb', async () => {
    const catalogue = openCatalogue();
    const exceptions = ['s3.CreateSession', 'logs.StopQuery'];
    const services = await catalogue.services();
    const models = await Promise.all(services.map(({ id }) => catalogue.service(id)));
    const names = models.flatMap(({ id, operations }) =>
      Object.keys(operations).map((operation) => [id, operation] as const),
    );
    const reading = names.filter(([id, operation]) => isReading(id, operation));
    const wrong = reading.filter(([, operation]) => writing.test(operation));
    assert.deepEqual(wrong.map((name) => name.join('.')).sort(), exceptions.sort());
    assert.ok(reading.length > 7_500 && reading.length < names.length / 2, `${reading.length}`);
  });

  for (const name of [
    'sqs.ReceiveMessage',
    'secretsmanager.GetSecretValue',
    'secretsmanager.BatchGetSecretValue',
    'sts.GetSessionToken',
    'sts.AssumeRole',
    'sts.AssumeRoleWithWebIdentity',
    'ssm.StartSession',
    'ecs.ExecuteCommand',
    'sagemaker.CreatePresignedNotebookInstanceUrl',
    'ec2.GetPasswordData',
    'ecr.GetAuthorizationToken',
    'cognito-identity.GetCredentialsForIdentity',
    'redshift.GetClusterCredentialsWithIAM',
    'license-manager.CheckInLicense',
    'batch.Nonsense',
    'x.Getaway',
  ]) {
    test(`it refuses ${name}`, () => assert.equal(isAllowed(name), false));
  }

  for (const name of [
    'iam.GetCredentialReport',
    'iam.GetAccountPasswordPolicy',
    'waf.GetChangeToken',
    'sts.GetCallerIdentity',
  ]) {
    test(`it allows ${name}`, () => assert.equal(isAllowed(name), true));
  }

  test('it tells a read that gives out a secret by its input', () => {
    assert.equal(isReading('apigateway', 'GetApiKey', { apiKey: 'k' }), true);
    assert.equal(isReading('apigateway', 'GetApiKey', { apiKey: 'k', includeValue: true }), false);
    assert.equal(isReading('apigateway', 'GetApiKeys', { includeValues: true }), false);
  });

  test('it sends nothing, however it is asked, until the person allows it again', async (t) => {
    const sts = await startSts(t);
    const keys = 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = x\n';
    const config = `[default]\nregion = eu-west-1\nendpoint_url = ${sts.url}\n${keys}`;
    const home = await makeHome(t, { config });
    let isReadOnly = true;
    const session = new Session({ profile: 'default', isReadOnly: () => isReadOnly, ...home });
    const s3 = await session.client('s3');
    const other = await session.inRegion('us-east-1').client('s3');
    const bucket = (await serviceResource(session, 's3')).get('Bucket', { Name: 'b' });
    const object = { Bucket: 'b', Key: 'k' };
    const attempts: readonly (() => Promise<unknown>)[] = [
      () => s3.call('DeleteObject', object),
      () => s3.prepare('DeleteObject', object),
      () => s3.presign('PutObject', object),
      () => s3.presignPost(object),
      () => other.call('DeleteObject', object),
    ];
    for (const attempt of attempts) await assert.rejects(attempt, ReadOnlyError);
    assert.equal(sts.requests.length, 0);
    // It asks where the bucket is, which only reads.
    await assert.rejects(bucket.act('Delete', {}, { confirm: 'b' }), ReadOnlyError);
    await assert.rejects(s3.call('DeleteObject', object), {
      code: 'ReadOnly',
      message: /^s3\.DeleteObject \(default, eu-west-1\): the profile is read-only/,
    });
    assert.equal(await session.account(), '111122223333');
    assert.match(await s3.presign('GetObject', object), /X-Amz-Signature/);
    isReadOnly = false;
    assert.match(await s3.presign('PutObject', object), /X-Amz-Signature/);
  });
});

function isAllowed(name: string): boolean {
  const [service = '', operation = ''] = name.split('.');
  return isReading(service, operation);
}

const writing =
  /^(?:Add|Attach|Cancel|Change|Copy|Create|Delete|Deregister|Detach|Disable|Disassociate|Enable|Execute|Import|Invoke|Modify|Move|Post|Publish|Purchase|Purge|Put|Reboot|Register|Reject|Release|Remove|Replace|Reset|Restore|Revoke|Rotate|Run|Send|Set|Stop|Submit|Tag|Terminate|Untag|Update|Upgrade|Upload|Write)(?![a-z])/;
