import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import { deriveKinds } from '../../src/services/derived/derive.ts';
import { failureMember } from '../../src/services/failures.ts';

describe('the member of an answer that lists what was not done', () => {
  const catalogue = openCatalogue({ searchPath: [] });

  test('it is known by its name', async () => {
    assert.deepEqual(await membersOf('ecs', 'RunTask', 'StartTask', 'CreateCluster'), [
      'failures',
      'failures',
      undefined,
    ]);
    assert.deepEqual(await membersOf('codeartifact', 'CopyPackageVersions'), ['failedVersions']);
    assert.deepEqual(await membersOf('workspaces', 'RebootWorkspaces'), ['FailedRequests']);
    assert.deepEqual(await membersOf('glue', 'BatchDeleteConnection'), ['Errors']);
    assert.deepEqual(await membersOf('s3', 'DeleteObjects'), ['Errors']);
  });

  test('it is no part of what is described', async () => {
    assert.deepEqual(await membersOf('rds', 'ModifyIntegration'), [undefined]);
    assert.deepEqual(await membersOf('ssm', 'UpdatePatchBaseline'), [undefined]);
  });

  test('it is not what an operation was to find out', async () => {
    const operations = ['DetectEntities', 'BatchDetectEntities'];
    assert.deepEqual((await membersOf('comprehend', ...operations))[0], undefined);
    assert.deepEqual(await membersOf('osis', 'ValidatePipeline'), [undefined]);
    assert.deepEqual(await membersOf('ecr', 'BatchGetImage'), [undefined]);
  });

  test('it counts for derived actions too', async () => {
    const { kinds } = await deriveKinds(await catalogue.service('fms'));
    const { actions = {} } = kinds.ResourceSet ?? {};
    assert.equal(actions.BatchAssociateResource?.failures, 'FailedItems');
    assert.equal(actions.Delete?.failures, undefined);
  });

  async function membersOf(service: string, ...operations: readonly string[]) {
    const model = await catalogue.service(service);
    return operations.map((operation) => failureMember(model, operation));
  }
});
