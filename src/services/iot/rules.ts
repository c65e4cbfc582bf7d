import type { Kind } from '../../core/resources/kind.ts';
import { identifier } from '../../core/resources/sources.ts';
import { act, to } from '../rules.ts';

const ofRule = { ruleName: identifier('ruleName') };
const ofJob = { jobId: identifier('jobId') };
const arn = 'arn:{partition}:iot:{region}:{account}';

/** What happens with messages, and what devices are told to do. */
export const ruleKinds: Readonly<Record<string, Kind>> = {
  TopicRule: {
    identifiers: ['ruleName'],
    description: ['topicPattern', '{ruleDisabled|if:disabled/}'],
    columns: [
      ['Topic', 'topicPattern'],
      ['SQL', 'sql'],
      ['Description', 'description'],
      ['Disabled', '{ruleDisabled|if:yes/no}'],
      ['Actions', '{actions|length}'],
      ['Created', '{createdAt|date}'],
    ],
    icon: 'zap',
    arn: 'ruleArn',
    arnPattern: `${arn}:rule/{ruleName}`,
    consoleUrl: '{c}/iot/home?region={region}#/rule/{ruleName}',
    load: { operation: 'GetTopicRule', params: ofRule, path: 'rule' },
    actions: {
      Enable: act('Enable', 'W', 'EnableTopicRule', ofRule),
      Disable: act('Disable', 'D', 'DisableTopicRule', ofRule),
      Delete: act('Delete', 'X', 'DeleteTopicRule', ofRule),
    },
    has: {
      Functions: to('actions[].lambda.functionArn', 'lambda.Function'),
      Topics: to('actions[].sns.targetArn', 'sns.Topic'),
      Buckets: to('actions[].s3.bucketName', 's3.Bucket'),
      Queues: to('actions[].sqs.queueUrl', 'sqs.Queue'),
      Streams: to('actions[].kinesis.streamName', 'kinesis.Stream'),
    },
  },
  Job: {
    identifiers: ['jobId'],
    state: 'status',
    description: ['status', '{targetSelection|lower}', '{createdAt|date}'],
    columns: [
      ['Status', 'status'],
      ['Selection', 'targetSelection'],
      ['Description', 'description'],
      ['Targets', 'targets'],
      ['Succeeded', 'jobProcessDetails.numberOfSucceededThings'],
      ['Failed', 'jobProcessDetails.numberOfFailedThings'],
      ['Created', '{createdAt|date}'],
      ['Completed', '{completedAt|date}'],
    ],
    icon: 'checklist',
    arn: 'jobArn',
    arnPattern: `${arn}:job/{jobId}`,
    consoleUrl: '{c}/iot/home?region={region}#/job/{jobId}',
    load: { operation: 'DescribeJob', params: ofJob, path: 'job' },
    actions: {
      Cancel: act('Cancel', 'D', 'CancelJob', ofJob),
      Delete: act('Delete', 'X', 'DeleteJob', ofJob),
    },
    has: { Targets: to('targets[]') },
  },
};
