import type { Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, data, identifier } from '../core/resources/sources.ts';
import { act, asks, list, offers, to } from './rules.ts';

const ofQueue = { QueueUrl: identifier('QueueUrl') };
const ofMessage = { ...ofQueue, ReceiptHandle: identifier('ReceiptHandle') };

/** In an answer that holds only the URL. */
const theQueue = { kind: 'Queue', identifiers: { QueueUrl: 'QueueUrl' } };

const queue: Kind = {
  identifiers: ['QueueUrl'],
  label: ['{QueueUrl|last}'],
  description: [
    '{ApproximateNumberOfMessages|count:message}',
    '{ApproximateNumberOfMessagesNotVisible|swap:0=} in flight',
    '{FifoQueue|if:FIFO}',
  ],
  columns: [
    ['URL', 'QueueUrl'],
    ['Messages', 'ApproximateNumberOfMessages'],
    ['In flight', 'ApproximateNumberOfMessagesNotVisible'],
    ['Delayed', 'ApproximateNumberOfMessagesDelayed'],
    ['Visibility timeout', '{VisibilityTimeout|count:second}'],
    ['Kept for', '{MessageRetentionPeriod|count:second}'],
    ['Created', '{CreatedTimestamp|date}'],
  ],
  icon: 'list-ordered',
  urls: [
    'https://sqs.{region}.{dns}/{account}/{QueueUrl|last}',
    'https://{region}.queue.{dns}/{account}/{QueueUrl|last}',
  ],
  arn: 'arn:{partition}:sqs:{region}:{account}:{QueueUrl|last}',
  consoleUrl: '{c}/sqs/v3/home?region={region}#/queues/{QueueUrl}',
  load: {
    operation: 'GetQueueAttributes',
    params: { ...ofQueue, AttributeNames: ['All'] },
    path: 'Attributes',
  },
  hydrate: true,
  collections: {
    // Without MaxResults the answer ends at 1,000 queues and has no token.
    DeadLetterSourceQueues: {
      ...list('Dead-Letter Sources', 'ListDeadLetterSourceQueues', ofQueue, [
        'Queue',
        'queueUrls[]',
        { QueueUrl: '@' },
      ]),
      pageSize: 100,
    },
  },
  actions: {
    // A read with side effects: it hides the messages and counts as a delivery.
    ReceiveMessages: {
      ...act('Receive Messages (Hides Them, Counts a Receive)', 'D', 'ReceiveMessage', {
        ...ofQueue,
        ...offers('MaxNumberOfMessages', 'VisibilityTimeout', 'WaitTimeSeconds'),
      }),
      result: {
        kind: 'Message',
        path: 'Messages[]',
        identifiers: { ...ofQueue, ReceiptHandle: 'ReceiptHandle' },
      },
    },
    SendMessage: act('Send Message', 'W', 'SendMessage', { ...ofQueue, ...asks('MessageBody') }),
    SendMessages: act(
      'Send Messages',
      'W',
      'SendMessageBatch',
      {
        ...ofQueue,
        ...asks('Entries'),
      },
      { failures: 'Failed' },
    ),
    StartMessageMoveTask: act('Redrive Messages', 'D', 'StartMessageMoveTask', {
      SourceArn: data('QueueArn'),
    }),
    Tags: act('Show Tags', 'R', 'ListQueueTags', ofQueue),
    SetAttributes: act('Set Attributes', 'D', 'SetQueueAttributes', {
      ...ofQueue,
      ...asks('Attributes'),
    }),
    AddPermission: act('Add Permission', 'D', 'AddPermission', {
      ...ofQueue,
      ...asks('Label', 'AWSAccountIds', 'Actions'),
    }),
    RemovePermission: act('Remove Permission', 'D', 'RemovePermission', {
      ...ofQueue,
      ...asks('Label'),
    }),
    ChangeMessageVisibilityBatch: act(
      'Change Visibility of Messages',
      'D',
      'ChangeMessageVisibilityBatch',
      { ...ofQueue, ...asks('Entries') },
      { failures: 'Failed' },
    ),
    DeleteMessage: act('Delete Message', 'X', 'DeleteMessage', {
      ...ofQueue,
      ...asks('ReceiptHandle'),
    }),
    DeleteMessages: act(
      'Delete Messages',
      'X',
      'DeleteMessageBatch',
      {
        ...ofQueue,
        ...asks('Entries'),
      },
      { failures: 'Failed' },
    ),
    Purge: act('Purge', 'X', 'PurgeQueue', ofQueue),
    Delete: act('Delete', 'X', 'DeleteQueue', ofQueue),
  },
  has: {
    Message: { kind: 'Message', identifiers: { ...ofQueue, ReceiptHandle: ask('ReceiptHandle') } },
    Key: to('KmsMasterKeyId', 'kms.Key'),
  },
  usedBy: ['DeadLetterSourceQueues'],
};

const message: Kind = {
  identifiers: ['QueueUrl', 'ReceiptHandle'],
  id: 'MessageId',
  label: ['MessageId', 'ReceiptHandle'],
  description: ['Body'],
  columns: [
    ['Message ID', 'MessageId'],
    ['Body', 'Body'],
    ['Sent', '{Attributes.SentTimestamp|date}'],
    ['Received', '{Attributes.ApproximateReceiveCount|count:time}'],
  ],
  icon: 'mail',
  actions: {
    ChangeVisibility: act('Change Visibility', 'D', 'ChangeMessageVisibility', {
      ...ofMessage,
      ...asks('VisibilityTimeout'),
    }),
    Delete: {
      ...act('Delete', 'X', 'DeleteMessage', ofMessage),
      batch: {
        size: 10,
        operation: 'DeleteMessageBatch',
        params: {
          ...ofQueue,
          Entries: [{ Id: data('MessageId'), ReceiptHandle: identifier('ReceiptHandle') }],
        },
        failures: 'Failed',
      },
    },
  },
  has: { Queue: { kind: 'Queue', identifiers: ofQueue } },
};

export const sqs: ServiceKinds = {
  service: 'sqs',
  title: 'SQS',
  icon: 'list-ordered',
  collections: {
    Queues: {
      ...list('Queues', 'ListQueues', {}, ['Queue', 'QueueUrls[]', { QueueUrl: '@' }]),
      pageSize: 100,
    },
  },
  kinds: { Queue: queue, Message: message },
  actions: {
    CreateQueue: {
      ...act('Create Queue', 'W', 'CreateQueue', asks('QueueName')),
      result: theQueue,
    },
    GetQueueByName: {
      ...act('Find Queue by Name', 'R', 'GetQueueUrl', asks('QueueName')),
      result: theQueue,
    },
  },
};
