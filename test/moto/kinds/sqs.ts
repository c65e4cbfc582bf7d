import assert from 'node:assert/strict';
import type { Resource } from '../../../src/library.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

const entries = [
  { Id: 'a', MessageBody: 'one' },
  { Id: 'b', MessageBody: 'two' },
];

export const scenarios: ServiceScenarios = {
  kinds: {
    Queue: {
      create: async (stage) => {
        const queue = await stage.make(stage.service, 'CreateQueue', {
          QueueName: stage.unique('queue'),
          Attributes: { VisibilityTimeout: '0' },
        });
        const name = queue.label;
        const found = await stage.make(stage.service, 'GetQueueByName', { QueueName: name });
        assert.equal(found.path, queue.path);
        return queue;
      },
      loaded: { VisibilityTimeout: '0', ApproximateNumberOfMessages: '0' },
      actions: [
        run('SetAttributes', { Attributes: { DelaySeconds: '1' } }),
        run('SetAttributes', { Attributes: { DelaySeconds: '0' } }),
        run('SendMessage', { MessageBody: 'hello' }, ({ output }) => assert.ok(output.MessageId)),
        run('SendMessages', { Entries: entries }, { Successful: [{ Id: 'a' }, { Id: 'b' }] }),
        run('ReceiveMessages', { MaxNumberOfMessages: 1 }, ({ resources }) => {
          assert.equal(resources[0]?.kind, 'Message');
        }),
        run('ChangeMessageVisibilityBatch', async (stage, queue) => ({
          Entries: [{ Id: 'a', VisibilityTimeout: 0, ReceiptHandle: await receive(stage, queue) }],
        })),
        run('DeleteMessage', async (stage, queue) => ({
          ReceiptHandle: await receive(stage, queue),
        })),
        run('DeleteMessages', async (stage, queue) => ({
          Entries: [{ Id: 'a', ReceiptHandle: await receive(stage, queue) }],
        })),
        run('Tags'),
        run('AddPermission', {
          Label: 'l',
          AWSAccountIds: ['123456789012'],
          Actions: ['SendMessage'],
        }),
        run('RemovePermission', { Label: 'l' }),
        run('Purge'),
      ],
    },
    Message: {
      create: async (stage) => {
        const queue = await stage.example('Queue');
        await stage.act(queue, 'SendMessage', { MessageBody: 'hello' });
        return stage.make(queue, 'ReceiveMessages');
      },
      loaded: ({ attributes }) => assert.equal(attributes?.Body, 'hello'),
      references: { Queue: 1 },
      actions: [run('ChangeVisibility', { VisibilityTimeout: 30 })],
    },
  },
  unserved: {
    'Queue.StartMessageMoveTask':
      'moto moves messages only out of dead-letter queues that have them.',
  },
};

async function receive(stage: Stage, queue: Resource): Promise<string> {
  const message = await stage.make(queue, 'ReceiveMessages', { MaxNumberOfMessages: 1 });
  return message.identifiers.ReceiptHandle ?? '';
}
