import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { IncompleteActionError } from '../../../src/core/errors.ts';
import { maskText } from '../../../src/core/mask.ts';
import type { Document } from '../../../src/core/protocols/protocol.ts';
import { data, identifier } from '../../../src/core/resources/sources.ts';
import { declare, service } from './declared.ts';
import { recordSession } from './recordedSession.ts';

describe('an action whose answer lists what was not done', () => {
  test('it ends as an error that names it, and has the answer', async () => {
    const failure = { arn: 'c-1', reason: 'RESOURCE:MEMORY', detail: 'None has so much.' };
    const output = { tasks: [{ taskArn: 't-1' }], failures: [failure] };
    await assert.rejects(run('ecs.RunTask', 'failures', output), (error) => {
      assert.ok(error instanceof IncompleteActionError);
      assert.equal(
        error.message,
        'ecs.RunTask (dev, eu-west-1): not all of it was done. ' +
          'AWS says: c-1: RESOURCE:MEMORY, None has so much.',
      );
      assert.equal(error.code, 'IncompleteAction');
      assert.deepEqual([error.failures, error.output], [[failure], output]);
      return true;
    });
  });

  test('it is done where the list is empty or absent', async () => {
    for (const output of [{ failures: [] }, {}]) {
      assert.deepEqual(await run('ecs.RunTask', 'failures', output), output);
    }
    const none = { failedVersions: {} };
    const operation = 'codeartifact.DeletePackageVersions';
    assert.deepEqual(await run(operation, 'failedVersions', none), none);
  });

  test('it tells three, and how many more', async () => {
    const failures = ['a', 'b', 'c', 'd', 'e'].map((reason) => ({ reason }));
    await fails('ecs.RunTask', 'failures', { failures }, 'a; b; c; and 2 more');
  });

  test('it tells a reason that stands further within, after what it is about', async () => {
    const reason = { Code: 'InvalidVpcEndpointId.NotFound', Message: 'It does not exist.' };
    const output = {
      Unsuccessful: [{ Error: reason, ResourceId: 'vpce-1', Other: { Text: 'x' } }],
    };
    const told = 'vpce-1: InvalidVpcEndpointId.NotFound, It does not exist.';
    await fails('ec2.DeleteVpcEndpoints', 'Unsuccessful', output, told);
  });

  test('it reads a map by its keys, and plain texts as they are', async () => {
    const failedVersions = { '1.0.0': { errorCode: 'NOT_ALLOWED', errorMessage: 'No.' } };
    const operation = 'codeartifact.DeletePackageVersions';
    await fails(operation, 'failedVersions', { failedVersions }, '1.0.0: NOT_ALLOWED, No.');
    const output = { InvalidLabels: ['aws', '1st'] };
    await fails('ssm.LabelParameterVersion', 'InvalidLabels', output, 'aws; 1st');
  });

  test('it knows it among the entries that went well', async () => {
    const output = { Entries: [{ EventId: 'e' }, { ErrorMessage: 'It is too large.' }] };
    await fails('events.PutEvents', 'Entries[].ErrorMessage', output, 'It is too large.');
  });

  test('it keeps to itself what the model calls sensitive', async () => {
    const errors = [{ jobIdentifier: 'job', code: '404', message: 'It is gone.' }];
    const operation = 'bedrock.BatchDeleteEvaluationJob';
    await fails(operation, 'errors', { errors }, `${maskText}: 404, It is gone.`);
  });

  test('it may have changed what was not all done', async () => {
    const statuses = ['ACTIVE', 'INACTIVE'];
    const { one, calls } = open('ecs.UpdateCluster', 'failures', {
      'ecs.DescribeClusters': () => ({ clusters: [{ status: statuses.shift() }] }),
      'ecs.UpdateCluster': () => ({ failures: [{ reason: 'no' }] }),
    });
    await one.load();
    for (const _ of [1, 2]) await assert.rejects(one.act('Run'), IncompleteActionError);
    assert.deepEqual(
      calls.filter((call) => call.includes('Update')),
      ['ACTIVE', 'INACTIVE'].map((status) => `ecs.UpdateCluster(eu-west-1) {"Is":"${status}"}`),
    );
  });
});

async function run(operation: string, failures: string, output: Document): Promise<Document> {
  const { one } = open(operation, failures, { [operation]: () => output });
  return (await one.act('Run')).output;
}

async function fails(operation: string, failures: string, output: Document, told: string) {
  await assert.rejects(run(operation, failures, output), {
    summary: `not all of it was done. AWS says: ${told}`,
  });
}

/** A resource with one action, which is this operation. */
function open(name: string, failures: string, answers: Parameters<typeof recordSession>[0]) {
  const [id = '', operation = ''] = name.split('.');
  const { session, calls } = recordSession(answers);
  const load = { operation: 'DescribeClusters', path: 'clusters[0]' };
  const params = operation === 'UpdateCluster' ? { Is: data('status') } : { Id: identifier('Id') };
  const action = { title: 'Run', risk: 'W', operation, params, failures } as const;
  const kinds = service(id, {
    Thing: { identifiers: ['Id'], icon: 'gear', load, actions: { Run: action } },
  });
  return { one: declare(session, kinds).get('Thing', { Id: '1' }), calls };
}
