import type { CollectionRule, Kind, ServiceKinds } from '../core/resources/kind.ts';
import { identifier } from '../core/resources/sources.ts';
import { act, asks, list, offers, to } from './rules.ts';

const ofTopic = { TopicArn: identifier('TopicArn') };
const ofSubscription = { SubscriptionArn: identifier('SubscriptionArn') };
const ofApplication = { PlatformApplicationArn: identifier('PlatformApplicationArn') };
const ofEndpoint = { EndpointArn: identifier('EndpointArn') };

/** In an answer that holds only the ARN. */
const theTopic = { kind: 'Topic', identifiers: { TopicArn: 'TopicArn' } };
const theSubscription = {
  kind: 'Subscription',
  identifiers: { SubscriptionArn: 'SubscriptionArn' },
};

const subscriptions: CollectionRule = list('Subscriptions', 'ListSubscriptions', {}, [
  'Subscription',
  'Subscriptions[]',
  { SubscriptionArn: 'SubscriptionArn' },
]);

const topic: Kind = {
  identifiers: ['TopicArn'],
  label: ['{TopicArn|last}'],
  description: ['{SubscriptionsConfirmed|count:subscription}', '{FifoTopic|if:FIFO}'],
  columns: [
    ['Name', '{TopicArn|last}'],
    ['Display name', 'DisplayName'],
    ['Confirmed subscriptions', 'SubscriptionsConfirmed'],
    ['Pending subscriptions', 'SubscriptionsPending'],
    ['FIFO', '{FifoTopic|if:yes/no}'],
    ['Key', 'KmsMasterKeyId'],
  ],
  icon: 'megaphone',
  arn: 'TopicArn',
  arnPattern: 'arn:{partition}:sns:{region}:{account}:{*}',
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
    Publish: act('Publish', 'D', 'Publish', { ...ofTopic, ...asks('Message') }),
    Subscribe: {
      ...act('Subscribe', 'W', 'Subscribe', {
        ...ofTopic,
        ...asks('Protocol'),
        ...offers('Endpoint'),
      }),
      result: theSubscription,
    },
    ConfirmSubscription: {
      ...act('Confirm Subscription', 'W', 'ConfirmSubscription', { ...ofTopic, ...asks('Token') }),
      result: theSubscription,
    },
    SetAttributes: act('Set Attribute', 'D', 'SetTopicAttributes', {
      ...ofTopic,
      ...asks('AttributeName'),
      ...offers('AttributeValue'),
    }),
    AddPermission: act('Add Permission', 'D', 'AddPermission', {
      ...ofTopic,
      ...asks('Label', 'AWSAccountId', 'ActionName'),
    }),
    RemovePermission: act('Remove Permission', 'D', 'RemovePermission', {
      ...ofTopic,
      ...asks('Label'),
    }),
    Delete: act('Delete', 'X', 'DeleteTopic', ofTopic),
  },
  has: { Key: to('KmsMasterKeyId', 'kms.Key') },
};

const subscription: Kind = {
  identifiers: ['SubscriptionArn'],
  // All that wait for confirmation have the same text in place of an ARN.
  distinguishedBy: ['TopicArn', 'Protocol', 'Endpoint'],
  label: ['Endpoint', '{SubscriptionArn|last}'],
  description: ['Protocol', '{PendingConfirmation|if:pending confirmation}'],
  columns: [
    ['Protocol', 'Protocol'],
    ['Endpoint', 'Endpoint'],
    ['Topic', '{TopicArn|last}'],
    ['Owner', 'Owner'],
    ['Pending', '{PendingConfirmation|if:yes/no}'],
    ['Raw delivery', '{RawMessageDelivery|if:yes/no}'],
  ],
  icon: 'bell',
  arn: 'SubscriptionArn',
  arnPattern: 'arn:{partition}:sns:{region}:{account}:{*}:{*}',
  consoleUrl: '{c}/sns/v3/home?region={region}#/subscription/{SubscriptionArn|raw}',
  load: { operation: 'GetSubscriptionAttributes', params: ofSubscription, path: 'Attributes' },
  actions: {
    SetAttributes: act('Set Attribute', 'D', 'SetSubscriptionAttributes', {
      ...ofSubscription,
      ...asks('AttributeName'),
      ...offers('AttributeValue'),
    }),
    Delete: act('Unsubscribe', 'X', 'Unsubscribe', ofSubscription),
  },
  has: { Topic: to('TopicArn', 'Topic'), Endpoint: to('Endpoint') },
};

const platformApplication: Kind = {
  identifiers: ['PlatformApplicationArn'],
  label: ['{PlatformApplicationArn|last}'],
  description: ['{Attributes.Enabled|if:/disabled}'],
  columns: [
    ['Name', '{PlatformApplicationArn|last}'],
    ['ARN', 'PlatformApplicationArn'],
    ['Enabled', '{Attributes.Enabled|if:yes/no}'],
    ['Certificate expires', '{Attributes.AppleCertificateExpirationDate|date}'],
  ],
  icon: 'device-mobile',
  arn: 'PlatformApplicationArn',
  arnPattern: 'arn:{partition}:sns:{region}:{account}:app/{*}',
  consoleUrl: '{c}/sns/v3/home?region={region}#/mobile/push-notifications/{PlatformApplicationArn}',
  load: {
    operation: 'GetPlatformApplicationAttributes',
    params: ofApplication,
  },
  collections: {
    Endpoints: list('Endpoints', 'ListEndpointsByPlatformApplication', ofApplication, [
      'PlatformEndpoint',
      'Endpoints[]',
      { EndpointArn: 'EndpointArn' },
    ]),
  },
  actions: {
    CreatePlatformEndpoint: {
      ...act('Create Endpoint', 'W', 'CreatePlatformEndpoint', {
        ...ofApplication,
        ...asks('Token'),
      }),
      result: { kind: 'PlatformEndpoint', identifiers: { EndpointArn: 'EndpointArn' } },
    },
    SetAttributes: act('Set Attributes', 'D', 'SetPlatformApplicationAttributes', {
      ...ofApplication,
      ...asks('Attributes'),
    }),
    Delete: act('Delete', 'X', 'DeletePlatformApplication', ofApplication),
  },
};

const platformEndpoint: Kind = {
  identifiers: ['EndpointArn'],
  label: ['{EndpointArn|last}'],
  description: ['{Attributes.Enabled|if:/disabled}', 'Attributes.CustomUserData'],
  columns: [
    ['ARN', 'EndpointArn'],
    ['Enabled', '{Attributes.Enabled|if:yes/no}'],
    ['User data', 'Attributes.CustomUserData'],
  ],
  icon: 'device-mobile',
  arn: 'EndpointArn',
  arnPattern: 'arn:{partition}:sns:{region}:{account}:endpoint/{*}',
  load: { operation: 'GetEndpointAttributes', params: ofEndpoint },
  actions: {
    Publish: act('Publish', 'D', 'Publish', {
      TargetArn: identifier('EndpointArn'),
      ...asks('Message'),
    }),
    SetAttributes: act('Set Attributes', 'D', 'SetEndpointAttributes', {
      ...ofEndpoint,
      ...asks('Attributes'),
    }),
    Delete: act('Delete', 'X', 'DeleteEndpoint', ofEndpoint),
  },
};

export const sns: ServiceKinds = {
  service: 'sns',
  title: 'SNS',
  icon: 'megaphone',
  collections: {
    Topics: list('Topics', 'ListTopics', {}, ['Topic', 'Topics[]', { TopicArn: 'TopicArn' }]),
    Subscriptions: subscriptions,
    PlatformApplications: list('Platform Applications', 'ListPlatformApplications', {}, [
      'PlatformApplication',
      'PlatformApplications[]',
      { PlatformApplicationArn: 'PlatformApplicationArn' },
    ]),
  },
  kinds: {
    Topic: topic,
    Subscription: subscription,
    PlatformApplication: platformApplication,
    PlatformEndpoint: platformEndpoint,
  },
  actions: {
    CreateTopic: { ...act('Create Topic', 'W', 'CreateTopic', asks('Name')), result: theTopic },
    CreatePlatformApplication: {
      ...act(
        'Create Platform Application',
        'W',
        'CreatePlatformApplication',
        asks('Name', 'Platform', 'Attributes'),
      ),
      result: {
        kind: 'PlatformApplication',
        identifiers: { PlatformApplicationArn: 'PlatformApplicationArn' },
      },
    },
  },
};
