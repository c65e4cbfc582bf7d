import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findInText, findReferences } from '../../src/core/resources/findReferences.ts';
import { declaredServices } from '../../src/services/index.ts';

describe('references in a document', () => {
  const role = 'arn:aws:iam::123456789012:role/web';

  test('it finds ARNs, addresses and ids at any depth, and tells where', () => {
    const value = {
      Role: role,
      Targets: [{ Arn: 'arn:aws:s3:::b', Weight: 1, At: new Date(0) }, 's3://b/k'],
      Policy: `{"Principal":{"AWS":"${role}"},"Resource":["arn:aws:s3:::b/*","arn:aws:s3:::c"]}`,
      ByArn: { 'arn:aws:s3:::d': null },
    };
    const found = findReferences(value, declaredServices).map(
      ({ path, start, location }) =>
        `${path.join('.')}@${start} ${location.service}.${location.kind}`,
    );
    assert.deepEqual(found, [
      'Role@0 iam.Role',
      'Targets.0.Arn@0 s3.Bucket',
      'Targets.1@0 s3.Object',
      'Policy@21 iam.Role',
      `Policy@${value.Policy.indexOf('arn:aws:s3:::c')} s3.Bucket`,
      'ByArn.arn:aws:s3:::d@0 s3.Bucket',
    ]);
  });

  test('it finds them in prose, without what ends the sentence', () => {
    const found = findInText(
      `User is not allowed to assume ${role}. Ask (${role}).`,
      declaredServices,
    );
    assert.deepEqual(
      found.map(({ text, start }) => [text, start]),
      [
        [role, 30],
        [role, 71],
      ],
    );
  });

  test('it asks about ARNs that no declaration knows, and about nothing else', () => {
    const queue = 'arn:aws:mediaconvert:eu-west-1:123456789012:queues/fast';
    const location = { service: 'mediaconvert', kind: 'Queue', identifiers: { Name: 'fast' } };
    const asked: string[] = [];
    const text = `${queue}, ${role}, arn:aws:mediaconvert:*:123456789012:queues/* and i-0000.`;
    const found = findInText(text, declaredServices, {}, (arn) => {
      asked.push(arn);
      return location;
    });
    assert.deepEqual(asked, [queue]);
    assert.deepEqual(found[0], { text: queue, start: 0, location });
    assert.deepEqual(
      found.map(({ location: { kind } }) => kind),
      ['Queue', 'Role'],
    );
  });

  test('it finds ids and addresses in prose, and takes no word for one', () => {
    const prose =
      'Instance i-0123456789abcdef0: not in subnet-0a1b2c3d. See https://s3.eu-west-1.amazonaws.com/b/k, well-deceased, ' +
      'x/i-0123456789abcdef0 and 2024-05-01 or eu-west-12345678.';
    const found = findInText(prose, declaredServices).map(
      ({ text, location }) => `${text} ${location.kind}`,
    );
    assert.deepEqual(found, [
      'i-0123456789abcdef0 Instance',
      'subnet-0a1b2c3d Subnet',
      'https://s3.eu-west-1.amazonaws.com/b/k Object',
    ]);
  });

  test('it reads a long text quickly', () => {
    const text = `${'arn:aws:'.repeat(20_000)} ${'https://'.repeat(20_000)} ${'a-'.repeat(20_000)} ${'a1'.repeat(20_000)}`;
    const start = performance.now();
    findInText(text, declaredServices);
    assert.ok(performance.now() - start < 1000);
  });
});
