import type { CollectionRule, ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier } from '../core/resources/sources.ts';

const ofTopic = { TopicArn: identifier('TopicArn') };
const ofSubscription = { SubscriptionArn: identifier('SubscriptionArn') };

const subscriptions: CollectionRule = {
  title: 'Subscriptions',
  operation: 'ListSubscriptions',
  items: [
    {
      kind: 'Subscription',
      path: 'Subscriptions[]',
      identifiers: { SubscriptionArn: 'SubscriptionArn' },
    },
  ],
};

export const sns: ServiceKinds = {
  service: 'sns',
  title: 'SNS',
  icon: 'megaphone',
  collections: {
    Topics: {
      title: 'Topics',
      operation: 'ListTopics',
      items: [{ kind: 'Topic', path: 'Topics[]', identifiers: { TopicArn: 'TopicArn' } }],
    },
    Subscriptions: subscriptions,
  },
  kinds: {
    Topic: {
      identifiers: ['TopicArn'],
      label: ['{TopicArn|last}'],
      description: ['{SubscriptionsConfirmed|count:subscription}', '{FifoTopic|if:FIFO}'],
      columns: [
        ['Display name', 'DisplayName'],
        ['Confirmed subscriptions', 'SubscriptionsConfirmed'],
        ['Pending subscriptions', 'SubscriptionsPending'],
      ],
      icon: 'megaphone',
      arn: 'TopicArn',
      consoleUrl: '{c}/sns/v3/home?region={region}#/topic/{TopicArn|raw}',
      load: { operation: 'GetTopicAttributes', params: ofTopic, path: 'Attributes' },
      collections: {
        Subscriptions: {
          ...subscriptions,
          operation: 'ListSubscriptionsByTopic',
          params: ofTopic,
          inline: true,
        },
      },
      actions: {
        Publish: {
          title: 'Publish',
          risk: 'D',
          operation: 'Publish',
          params: { ...ofTopic, Message: ask('Message') },
        },
        Subscribe: {
          title: 'Subscribe',
          risk: 'W',
          operation: 'Subscribe',
          params: { ...ofTopic, Protocol: ask('Protocol'), Endpoint: ask('Endpoint') },
        },
        Delete: { title: 'Delete', risk: 'X', operation: 'DeleteTopic', params: ofTopic },
      },
    },
    Subscription: {
      identifiers: ['SubscriptionArn'],
      // All that wait for confirmation have the same text in place of an ARN.
      distinguishedBy: ['TopicArn', 'Protocol', 'Endpoint'],
      label: ['Endpoint', '{SubscriptionArn|last}'],
      description: ['Protocol', '{PendingConfirmation|if:pending confirmation}'],
      columns: [
        ['Protocol', 'Protocol'],
        ['Endpoint', 'Endpoint'],
        ['Topic', '{TopicArn|last}'],
      ],
      icon: 'bell',
      arn: 'SubscriptionArn',
      consoleUrl: '{c}/sns/v3/home?region={region}#/subscription/{SubscriptionArn|raw}',
      load: { operation: 'GetSubscriptionAttributes', params: ofSubscription, path: 'Attributes' },
      actions: {
        Unsubscribe: {
          title: 'Unsubscribe',
          risk: 'X',
          operation: 'Unsubscribe',
          params: ofSubscription,
        },
      },
    },
  },
};
