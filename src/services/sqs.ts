import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, data, identifier } from '../core/resources/sources.ts';

const ofQueue = { QueueUrl: identifier('QueueUrl') };

export const sqs: ServiceKinds = {
  service: 'sqs',
  title: 'SQS',
  icon: 'list-ordered',
  collections: {
    Queues: {
      title: 'Queues',
      operation: 'ListQueues',
      // Without MaxResults the answer ends at 1,000 queues and has no token.
      pageSize: 100,
      items: [{ kind: 'Queue', path: 'QueueUrls[]', identifiers: { QueueUrl: '@' } }],
    },
  },
  kinds: {
    Queue: {
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
        ['Created', '{CreatedTimestamp|date}'],
      ],
      icon: 'list-ordered',
      arn: 'arn:{partition}:sqs:{region}:{account}:{QueueUrl|last}',
      consoleUrl: '{c}/sqs/v3/home?region={region}#/queues/{QueueUrl}',
      load: {
        operation: 'GetQueueAttributes',
        params: { ...ofQueue, AttributeNames: ['All'] },
        path: 'Attributes',
      },
      hydrate: true,
      collections: {
        DeadLetterSourceQueues: {
          title: 'Dead-Letter Sources',
          operation: 'ListDeadLetterSourceQueues',
          params: ofQueue,
          pageSize: 100,
          items: [{ kind: 'Queue', path: 'queueUrls[]', identifiers: { QueueUrl: '@' } }],
        },
      },
      actions: {
        // A read with side effects: it hides the messages and counts as a delivery.
        ReceiveMessages: {
          title: 'Receive Messages',
          risk: 'D',
          operation: 'ReceiveMessage',
          params: { ...ofQueue, MaxNumberOfMessages: 10 },
        },
        SendMessage: {
          title: 'Send Message',
          risk: 'W',
          operation: 'SendMessage',
          params: { ...ofQueue, MessageBody: ask('MessageBody') },
        },
        DeleteMessage: {
          title: 'Delete Message',
          risk: 'X',
          operation: 'DeleteMessage',
          params: { ...ofQueue, ReceiptHandle: ask('ReceiptHandle') },
        },
        StartMessageMoveTask: {
          title: 'Redrive Messages',
          risk: 'D',
          operation: 'StartMessageMoveTask',
          params: { SourceArn: data('QueueArn') },
        },
        SetAttributes: {
          title: 'Set Attributes',
          risk: 'D',
          operation: 'SetQueueAttributes',
          params: { ...ofQueue, Attributes: ask('Attributes') },
        },
        Purge: { title: 'Purge', risk: 'X', operation: 'PurgeQueue', params: ofQueue },
        Delete: { title: 'Delete', risk: 'X', operation: 'DeleteQueue', params: ofQueue },
      },
    },
  },
};
