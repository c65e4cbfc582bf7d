// Faults of what a kind leads to, answers with, does to many and is found by.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import type { ServiceKinds } from '../../src/core/resources/kind.ts';
import { data, identifier, requested } from '../../src/core/resources/sources.ts';
import { checkDeclarations } from '../../src/services/check/check.ts';

const ofQueue = { QueueUrl: identifier('Url') };

const broken: ServiceKinds = {
  service: 'sqs',
  title: 'SQS',
  icon: 'mail',
  aliases: { Gone: 'Nothing', Queue: 'Message' },
  collections: {
    Queues: {
      title: 'Queues',
      operation: 'ListQueues',
      scope: { global: {} },
      items: [{ kind: 'Queue', path: 'QueueUrls[]', identifiers: { Url: '@' } }],
    },
  },
  kinds: {
    Queue: {
      identifiers: ['Url'],
      icon: 'mail',
      arn: 'QueueArn',
      arnPattern: 'aws:sqs:{Nobody}',
      idPattern: '(',
      urls: ['queue {region}'],
      load: { operation: 'GetQueueAttributes', params: ofQueue, path: 'Attributes' },
      usedBy: ['Sources'],
      has: {
        Key: { member: 'KmsMasterKey', kind: 'Key' },
        Message: { member: 'QueueArn', kind: 'Message', identifiers: { Owner: data('No') } },
        First: { kind: 'Message', path: 'Messages[]', identifiers: { Url: 'MessageId' } },
      },
      actions: {
        Send: {
          title: 'Send',
          risk: 'W',
          operation: 'SendMessage',
          params: { ...ofQueue, MessageBody: 'x' },
          failures: 'MessageId',
          result: {
            kind: 'Message',
            identifiers: { Url: requested('Queue'), Handle: 'Handle' },
          },
          batch: { size: 10, operation: 'SendMessageBatch', failures: 'Failures[]' },
        },
        Delete: {
          title: 'Delete',
          risk: 'X',
          operation: 'DeleteQueue',
          params: ofQueue,
          batch: { size: 10 },
          result: { kind: 'Nothing', path: 'Made[]', identifiers: {} },
        },
      },
    },
    Message: { identifiers: ['Url', 'Handle'], icon: 'mail', idPattern: '^m$' },
  },
};

test('it has every fault of these words reported', async () => {
  const models = new Map([['sqs', await openCatalogue().service('sqs')]]);
  assert.deepEqual(checkDeclarations({ services: [broken], models }), [
    'sqs collection Queues has a scope without a region.',
    'sqs alias Gone stands for Nothing, which is not declared.',
    'sqs alias Queue is a kind itself.',
    'sqs Queue action Send takes an identifier from Handle, which is no text of @.',
    'sqs Queue action Send reads Queue, which no request has.',
    'sqs Queue action Send has no failures MessageId.',
    'sqs Queue action Send has another operation for many, and not its parameters.',
    'sqs Queue action Send calls sqs.SendMessageBatch, which lacks the required parameter Entries.',
    'sqs Queue action Send calls sqs.SendMessageBatch, which has no parameter MessageBody.',
    'sqs Queue action Send has no list that could name many.',
    'sqs Queue action Send has no failures Failures[].',
    'sqs Queue action Delete names the kind Nothing, which is not declared.',
    'sqs Queue action Delete has no list that could name many.',
    'sqs Queue has Key reads KmsMasterKey, which no listing and no description gives.',
    'sqs Queue has Key leads to the kind Key, which is not declared.',
    'sqs Queue has Message gives Message a Owner, which it lacks.',
    'sqs Queue has Message reads No, which no listing and no description gives.',
    'sqs Queue has Message gives no Url to Message.',
    'sqs Queue has First has no Messages[].',
    'sqs Queue usedBy names Sources, which is no collection of it.',
    'sqs Queue idPattern has to begin with ^ and to end with $.',
    'sqs Queue idPattern is no regular expression.',
    'sqs Queue arnPattern reads Nobody, which no listing and no description gives.',
    'sqs Queue arnPattern is no template of an ARN.',
    'sqs Queue urls has queue {region}, which is no address.',
    'sqs Queue urls has queue {region}, which does not tell Url.',
    'sqs Message idPattern is for kinds with one identifier.',
  ]);
});
