import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAbort, ServiceError } from '../../../src/core/errors.ts';
import { identifier } from '../../../src/core/resources/sources.ts';
import { to } from '../../../src/services/rules.ts';
import { readRelated } from '../../../src/views/explorer/readRelated.ts';
import { declare, service } from '../../core/resources/declared.ts';
import { type Answers, recordSession } from '../../core/resources/recordedSession.ts';

const icon = 'circle-outline';
const kinds = service('ec2', {
  Vpc: { identifiers: ['VpcId'], icon },
  Instance: { identifiers: ['InstanceId'], icon },
  Group: {
    identifiers: ['GroupId'],
    icon,
    has: { Vpc: to('VpcId', 'Vpc') },
    load: {
      operation: 'DescribeSecurityGroups',
      params: { GroupIds: [identifier('GroupId')] },
      path: 'SecurityGroups[0]',
    },
    usedBy: ['Instances'],
    collections: {
      Instances: {
        title: 'Instances',
        operation: 'DescribeInstances',
        items: [{ kind: 'Instance', path: 'Items[]', identifiers: { InstanceId: 'Id' } }],
      },
    },
  },
});
const denied = new ServiceError({
  where: { service: 'ec2', operation: 'DescribeInstances' },
  code: 'UnauthorizedOperation',
  message: 'no',
  statusCode: 403,
  retryable: false,
});

async function read(answers: Answers, signal = new AbortController().signal) {
  const { session } = recordSession({
    'ec2.DescribeSecurityGroups': () => ({ SecurityGroups: [{ VpcId: 'vpc-1' }] }),
    'ec2.DescribeInstances': () => ({ Items: [{ Id: 'i-1' }] }),
    ...answers,
  });
  const related = await readRelated(declare(session, kinds).get('Group', { GroupId: 'g' }), signal);
  return {
    found: related.found.map(({ resource, title }) => `${title} ${resource.id}`),
    failure: related.failure,
  };
}

describe('what is related to a resource', () => {
  it('is what it leads to, and what uses it', async () => {
    assert.deepEqual(await read({}), { found: ['VPC vpc-1', 'Instances i-1'], failure: undefined });
  });

  it('is told as far as it can be read, and why not further', async () => {
    const related = await read({ 'ec2.DescribeInstances': () => denied });
    assert.deepEqual(related, { found: ['VPC vpc-1'], failure: denied });
  });

  it('is asked for no longer once the person has cancelled', async () => {
    await assert.rejects(read({}, AbortSignal.abort()), isAbort);
  });
});
