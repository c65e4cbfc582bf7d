import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';

function openCounted() {
  const files: string[] = [];
  const catalogue = openCatalogue({
    searchPath: [],
    readFile: (file) => {
      files.push(path.basename(file));
      return readFile(file);
    },
  });
  return { catalogue, files };
}

test('it reads nothing when opened', () => {
  assert.deepEqual(openCounted().files, []);
});

test('it reads one file for one service, once', async () => {
  const { catalogue, files } = openCounted();
  const [first, second] = await Promise.all([catalogue.service('sts'), catalogue.service('sts')]);
  assert.equal(first, second);
  assert.equal(await catalogue.service('sts'), first);
  assert.equal(first.id, 'sts');
  assert.equal(first.metadata.serviceId, 'STS');
  assert.deepEqual(files, ['sts.json']);
});

test('it reads the index once, and only the index', async () => {
  const { catalogue, files } = openCounted();
  const services = await catalogue.services();
  assert.equal(await catalogue.services(), services);
  assert.deepEqual(files, ['index.json']);
});

test('it asks again after a failure', async () => {
  let isBroken = true;
  const catalogue = openCatalogue({
    searchPath: [],
    readFile: async (file) => {
      if (isBroken) {
        throw Object.assign(new Error('too many open files'), { code: 'EMFILE' });
      }
      return readFile(file);
    },
  });
  await assert.rejects(catalogue.service('sts'), { code: 'Model', message: /too many open files/ });
  isBroken = false;
  assert.equal((await catalogue.service('sts')).id, 'sts');
});

test('it suggests the service that was meant', async () => {
  const { catalogue } = openCounted();
  await assert.rejects(catalogue.service('dynamo'), {
    code: 'UnknownService',
    message: 'There is no service "dynamo". Did you mean dynamodb, dynamodbstreams?',
  });
  await assert.rejects(catalogue.service('step-functions'), /Did you mean stepfunctions\?/);
  await assert.rejects(catalogue.regions('S3', 'aws'), /Did you mean s3\b/);
});

test('it takes no other file for a service', async () => {
  const { catalogue } = openCounted();
  for (const id of ['index', 'partitions', '../models/sts', 'STS', '']) {
    await assert.rejects(catalogue.service(id), { code: 'UnknownService' }, id);
  }
});

test('it gives the regions of a service as AWS lists them', async () => {
  const { catalogue } = openCounted();
  assert.deepEqual(await catalogue.regions('s3', 'aws-cn'), ['cn-north-1', 'cn-northwest-1']);
  assert.ok((await catalogue.regions('cloudwatch', 'aws')).includes('eu-west-1'));
  assert.deepEqual(await catalogue.regions('iam', 'aws'), []);
  assert.deepEqual(await catalogue.regions('s3', 'aws-moon'), []);
});

test('it gives the partitions', async () => {
  const { partitions } = await openCounted().catalogue.partitions();
  const aws = partitions.find(({ id }) => id === 'aws');
  assert.equal(aws?.outputs.dnsSuffix, 'amazonaws.com');
  assert.equal(aws?.regions['eu-central-1']?.description, 'Europe (Frankfurt)');
});

test('it says which folder has no catalogue', async () => {
  const catalogue = openCatalogue({ folder: path.join('no', 'such'), searchPath: [] });
  await assert.rejects(catalogue.services(), { code: 'Model', message: /no.such.*index\.json/ });
});
