import { type Call, textAt } from '../account.ts';

/** Queues, topics with subscriptions, and the stack that made some more. */
export async function seedMessaging(call: Call): Promise<void> {
  const queues: string[] = [];
  for (const QueueName of ['orders', 'orders-dead-letters', 'receipts']) {
    queues.push(textAt(await call('sqs', 'CreateQueue', { QueueName }), 'QueueUrl'));
  }
  for (const MessageBody of ['{"orderId":"2025-0001"}', '{"orderId":"2025-0002"}']) {
    await call('sqs', 'SendMessage', { QueueUrl: queues[0], MessageBody });
  }
  const topic = textAt(await call('sns', 'CreateTopic', { Name: 'order-events' }), 'TopicArn');
  await call('sns', 'CreateTopic', { Name: 'alarms' });
  await call('sns', 'Subscribe', {
    TopicArn: topic,
    Protocol: 'sqs',
    Endpoint: 'arn:aws:sqs:eu-west-1:123456789012:receipts',
  });
  await call('sns', 'Subscribe', {
    TopicArn: topic,
    Protocol: 'email',
    Endpoint: 'shop@example.com',
  });
  await call('cloudformation', 'CreateStack', {
    StackName: 'newsletter',
    TemplateBody: JSON.stringify(newsletter),
    Tags: [{ Key: 'team', Value: 'marketing' }],
  });
}

const newsletter = {
  AWSTemplateFormatVersion: '2010-09-09',
  Description: 'Sends the newsletter.',
  Resources: {
    Subscribers: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        TableName: 'newsletter-subscribers',
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [{ AttributeName: 'email', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'email', AttributeType: 'S' }],
      },
    },
    Outbox: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'newsletter-outbox' } },
    Sent: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'newsletter-sent' } },
  },
  Outputs: { OutboxUrl: { Value: { Ref: 'Outbox' } } },
};
