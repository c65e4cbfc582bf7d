import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Document } from '../../src/core/protocols/protocol.ts';
import { serviceResource } from '../../src/services/registry.ts';
import { type RecordedOptions, recordSession } from '../core/resources/recordedSession.ts';

/** The one call that makes a bucket: where it goes, and the configuration it sends. */
async function created(
  input: Document,
  options?: RecordedOptions,
): Promise<readonly [string | undefined, unknown]> {
  const { session, calls } = recordSession({ 's3.CreateBucket': () => ({}) }, options);
  const s3 = await serviceResource(session, 's3');
  await s3.act('CreateBucket', { Bucket: 'b', ...input });
  await s3.get('Bucket', { Name: 'b' }).act('Create', input);
  const [call, same, ...others] = calls;
  assert.equal(call, same);
  assert.deepEqual(others, []);
  const [, region, request = ''] = /^s3\.CreateBucket\(([\w-]+)\) (.*)$/.exec(call ?? '') ?? [];
  return [region, JSON.parse(request).CreateBucketConfiguration];
}

const inRegion = (LocationConstraint: string) => ({
  CreateBucketConfiguration: { LocationConstraint },
});

describe('a new bucket', () => {
  it('is made in the region of the Session', async () => {
    const configuration = { LocationConstraint: 'af-south-1' };
    assert.deepEqual(await created({}, { region: 'af-south-1' }), ['af-south-1', configuration]);
  });

  it('is made in us-east-1 without a name for that, which S3 refuses', async () => {
    assert.deepEqual(await created({}, { region: 'us-east-1' }), ['us-east-1', undefined]);
  });

  it('is made in the first region of other partitions by its name', async () => {
    const configuration = { LocationConstraint: 'cn-north-1' };
    const china = { region: 'cn-north-1', partition: 'aws-cn' };
    assert.deepEqual(await created({}, china), ['cn-north-1', configuration]);
  });

  it('is made in the region that the caller names, by a call to that one', async () => {
    const west = { LocationConstraint: 'us-west-2' };
    assert.deepEqual(await created(inRegion('us-west-2')), ['us-west-2', west]);
    assert.deepEqual(await created(inRegion('EU')), ['eu-west-1', { LocationConstraint: 'EU' }]);
  });

  it('gets no other place than the zone that the caller names', async () => {
    const CreateBucketConfiguration = {
      Location: { Type: 'AvailabilityZone', Name: 'euw1-az1' },
      Bucket: { Type: 'Directory', DataRedundancy: 'SingleAvailabilityZone' },
    };
    assert.deepEqual(await created({ CreateBucketConfiguration }), [
      'eu-west-1',
      CreateBucketConfiguration,
    ]);
  });
});
