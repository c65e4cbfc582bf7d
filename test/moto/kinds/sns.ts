import assert from 'node:assert/strict';
import { foundIn } from '../made.ts';
import { run, type ServiceScenarios } from './scenario.ts';

const attributes = { Platform: 'GCM', Attributes: { PlatformCredential: 'example' } };

export const scenarios: ServiceScenarios = {
  kinds: {
    Topic: {
      create: (stage) => stage.make(stage.service, 'CreateTopic', { Name: stage.unique('topic') }),
      loaded: { SubscriptionsConfirmed: '0' },
      actions: [
        run('SetAttributes', { AttributeName: 'DisplayName', AttributeValue: 'Shop' }),
        run('AddPermission', {
          Label: 'l',
          AWSAccountId: ['123456789012'],
          ActionName: ['Publish'],
        }),
        run('RemovePermission', { Label: 'l' }),
        run('Publish', { Message: 'hello' }, ({ output }) => assert.ok(output.MessageId)),
        run(
          'Subscribe',
          { Protocol: 'email', Endpoint: 'shop@example.com', ReturnSubscriptionArn: true },
          ({ resources }) => assert.equal(resources[0]?.kind, 'Subscription'),
        ),
        run('ConfirmSubscription', { Token: 'a' }, ({ resources }) => {
          assert.equal(resources[0]?.kind, 'Subscription');
        }),
      ],
      children: { Subscriptions: 1 },
    },
    Subscription: {
      // What tells it from one that waits for confirmation, only its listing gives.
      create: async (stage) => {
        const topic = await stage.example('Topic');
        const { id } = await stage.make(topic, 'Subscribe', {
          Protocol: 'sqs',
          Endpoint: 'arn:aws:sqs:eu-west-1:123456789012:receipts',
        });
        return foundIn(topic.collection('Subscriptions'), id);
      },
      loaded: { Protocol: 'sqs' },
      listed: async (stage) => (await stage.example('Topic')).collection('Subscriptions'),
      actions: [
        run('SetAttributes', { AttributeName: 'RawMessageDelivery', AttributeValue: 'true' }),
      ],
      references: { Topic: 1, Endpoint: 1 },
    },
    PlatformApplication: {
      create: (stage) =>
        stage.make(stage.service, 'CreatePlatformApplication', {
          Name: stage.unique('app'),
          ...attributes,
        }),
      actions: [
        run('SetAttributes', { Attributes: { SuccessFeedbackSampleRate: '50' } }),
        run('CreatePlatformEndpoint', { Token: 'device-1' }, ({ resources }) => {
          assert.equal(resources[0]?.kind, 'PlatformEndpoint');
        }),
      ],
      children: { Endpoints: 1 },
    },
    PlatformEndpoint: {
      create: async (stage) =>
        stage.make(await stage.example('PlatformApplication'), 'CreatePlatformEndpoint', {
          Token: stage.unique('device'),
        }),
      listed: async (stage) => (await stage.example('PlatformApplication')).collection('Endpoints'),
      loaded: { Attributes: { Enabled: 'true' } },
      actions: [
        run('SetAttributes', { Attributes: { CustomUserData: 'a' } }),
        run('Publish', { Message: 'hello' }),
      ],
    },
  },
};
