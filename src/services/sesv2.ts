import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier } from '../core/resources/sources.ts';
import { act, list, paged, to } from './rules.ts';

const ofIdentity = { EmailIdentity: identifier('IdentityName') };
const ofSet = { ConfigurationSetName: identifier('ConfigurationSetName') };
const ofDestination = { ...ofSet, EventDestinationName: identifier('Name') };
const ofTemplate = { TemplateName: identifier('TemplateName') };
const ofContacts = { ContactListName: identifier('ContactListName') };
const ofContact = { ...ofContacts, EmailAddress: identifier('EmailAddress') };
const ofSuppressed = { EmailAddress: identifier('EmailAddress') };
const ofPool = { PoolName: identifier('PoolName') };
const arn = 'arn:{partition}:ses:{region}:{account}';

export const sesv2: ServiceKinds = {
  service: 'sesv2',
  title: 'SES',
  icon: 'mail',
  collections: {
    EmailIdentities: paged(
      list('Identities', 'ListEmailIdentities', {}, [
        'EmailIdentity',
        'EmailIdentities[]',
        { IdentityName: 'IdentityName' },
      ]),
    ),
    ConfigurationSets: paged(
      list('Configuration Sets', 'ListConfigurationSets', {}, [
        'ConfigurationSet',
        'ConfigurationSets[]',
        { ConfigurationSetName: '@' },
      ]),
    ),
    EmailTemplates: paged(
      list('Email Templates', 'ListEmailTemplates', {}, [
        'EmailTemplate',
        'TemplatesMetadata[]',
        { TemplateName: 'TemplateName' },
      ]),
    ),
    ContactLists: paged(
      list('Contact Lists', 'ListContactLists', {}, [
        'ContactList',
        'ContactLists[]',
        { ContactListName: 'ContactListName' },
      ]),
    ),
    SuppressedDestinations: paged(
      list('Suppressed Addresses', 'ListSuppressedDestinations', {}, [
        'SuppressedDestination',
        'SuppressedDestinationSummaries[]',
        { EmailAddress: 'EmailAddress' },
      ]),
    ),
    DedicatedIpPools: paged(
      list('Dedicated IP Pools', 'ListDedicatedIpPools', {}, [
        'DedicatedIpPool',
        'DedicatedIpPools[]',
        { PoolName: '@' },
      ]),
    ),
  },
  actions: {
    GetAccount: act('Show Sending Limits', 'R', 'GetAccount'),
    CreateIdentity: act('Create Identity', 'W', 'CreateEmailIdentity', {
      EmailIdentity: ask('EmailIdentity'),
    }),
  },
  kinds: {
    EmailIdentity: {
      identifiers: ['IdentityName'],
      state: 'VerificationStatus',
      description: ['VerificationStatus', '{SendingEnabled|if:/sending disabled}'],
      columns: [
        ['Type', 'IdentityType'],
        ['Verification', 'VerificationStatus'],
        ['Error', 'VerificationInfo.ErrorType'],
        ['DKIM', 'DkimAttributes.Status'],
        ['Mail-from domain', 'MailFromAttributes.MailFromDomain'],
        ['Configuration set', 'ConfigurationSetName'],
        ['Last checked', '{VerificationInfo.LastCheckedTimestamp|date}'],
      ],
      icon: 'mail',
      arn: `${arn}:identity/{IdentityName}`,
      consoleUrl: '{c}/ses/home?region={region}#/identities/{IdentityName}',
      load: { operation: 'GetEmailIdentity', params: ofIdentity },
      actions: {
        GetPolicies: act('Show Policies', 'R', 'GetEmailIdentityPolicies', ofIdentity),
        // The identity may be a domain, which is no address to send from.
        SendEmail: act('Send Email', 'D', 'SendEmail', {
          FromEmailAddress: ask('FromEmailAddress'),
          Destination: ask('Destination'),
          Content: ask('Content'),
        }),
        Delete: act('Delete', 'X', 'DeleteEmailIdentity', ofIdentity),
      },
      has: { ConfigurationSet: to('ConfigurationSetName', 'ConfigurationSet') },
    },
    ConfigurationSet: {
      identifiers: ['ConfigurationSetName'],
      description: ['{SendingOptions.SendingEnabled|if:/sending disabled}'],
      columns: [
        ['Sending', '{SendingOptions.SendingEnabled|if:enabled/disabled}'],
        ['TLS', 'DeliveryOptions.TlsPolicy'],
        ['IP pool', 'DeliveryOptions.SendingPoolName'],
        ['Reputation metrics', '{ReputationOptions.ReputationMetricsEnabled|if:on/off}'],
        ['Suppresses after', 'SuppressionOptions.SuppressedReasons'],
        ['Redirects by', 'TrackingOptions.CustomRedirectDomain'],
      ],
      icon: 'settings-gear',
      arn: `${arn}:configuration-set/{ConfigurationSetName}`,
      consoleUrl: '{c}/ses/home?region={region}#/configuration-sets/{ConfigurationSetName}',
      load: { operation: 'GetConfigurationSet', params: ofSet },
      collections: {
        EventDestinations: list(
          'Event Destinations',
          'GetConfigurationSetEventDestinations',
          ofSet,
          ['EventDestination', 'EventDestinations[]', { ...ofSet, Name: 'Name' }],
        ),
      },
      actions: {
        SetSending: act('Enable or Disable Sending', 'D', 'PutConfigurationSetSendingOptions', {
          ...ofSet,
          SendingEnabled: ask('SendingEnabled'),
        }),
        Delete: act('Delete', 'X', 'DeleteConfigurationSet', ofSet),
      },
      has: { Pool: to('DeliveryOptions.SendingPoolName', 'DedicatedIpPool') },
    },
    EventDestination: {
      identifiers: ['ConfigurationSetName', 'Name'],
      description: ['{Enabled|if:enabled/disabled}', 'MatchingEventTypes'],
      columns: [
        ['Enabled', '{Enabled|if:yes/no}'],
        ['Events', 'MatchingEventTypes'],
        ['Firehose stream', '{KinesisFirehoseDestination.DeliveryStreamArn|last}'],
        ['Topic', '{SnsDestination.TopicArn|last}'],
        ['Event bus', '{EventBridgeDestination.EventBusArn|last}'],
      ],
      icon: 'broadcast',
      actions: {
        Delete: act('Delete', 'X', 'DeleteConfigurationSetEventDestination', ofDestination),
      },
      has: {
        Topic: to('SnsDestination.TopicArn', 'sns.Topic'),
        DeliveryStream: to(
          'KinesisFirehoseDestination.DeliveryStreamArn',
          'firehose.DeliveryStream',
        ),
        EventBus: to('EventBridgeDestination.EventBusArn'),
        Role: to('KinesisFirehoseDestination.IamRoleArn', 'iam.Role'),
      },
    },
    EmailTemplate: {
      identifiers: ['TemplateName'],
      description: ['{CreatedTimestamp|date}'],
      columns: [
        ['Subject', 'TemplateContent.Subject'],
        ['Created', '{CreatedTimestamp|date}'],
      ],
      icon: 'file-code',
      arn: `${arn}:template/{TemplateName}`,
      consoleUrl: '{c}/ses/home?region={region}#/email-templates/{TemplateName}',
      load: { operation: 'GetEmailTemplate', params: ofTemplate },
      actions: {
        Render: act('Test With Data', 'R', 'TestRenderEmailTemplate', {
          ...ofTemplate,
          TemplateData: ask('TemplateData'),
        }),
        Delete: act('Delete', 'X', 'DeleteEmailTemplate', ofTemplate),
      },
    },
    ContactList: {
      identifiers: ['ContactListName'],
      description: ['{LastUpdatedTimestamp|date}'],
      columns: [
        ['Description', 'Description'],
        ['Topics', 'Topics[].DisplayName'],
        ['Created', '{CreatedTimestamp|date}'],
        ['Updated', '{LastUpdatedTimestamp|date}'],
      ],
      icon: 'organization',
      arn: `${arn}:contact-list/{ContactListName}`,
      load: { operation: 'GetContactList', params: ofContacts },
      collections: {
        Contacts: paged(
          list('Contacts', 'ListContacts', ofContacts, [
            'Contact',
            'Contacts[]',
            { ...ofContacts, EmailAddress: 'EmailAddress' },
          ]),
        ),
      },
      actions: { Delete: act('Delete', 'X', 'DeleteContactList', ofContacts) },
    },
    Contact: {
      identifiers: ['ContactListName', 'EmailAddress'],
      description: ['{UnsubscribeAll|if:unsubscribed/}'],
      columns: [
        ['Topics', 'TopicPreferences[].TopicName'],
        ['Unsubscribed', '{UnsubscribeAll|if:yes/no}'],
        ['Updated', '{LastUpdatedTimestamp|date}'],
      ],
      icon: 'person',
      load: { operation: 'GetContact', params: ofContact },
      actions: { Delete: act('Delete', 'X', 'DeleteContact', ofContact) },
    },
    SuppressedDestination: {
      identifiers: ['EmailAddress'],
      description: ['{Reason|lower}', '{LastUpdateTime|date}'],
      columns: [
        ['Reason', 'Reason'],
        ['Message', 'Attributes.MessageId'],
        ['Updated', '{LastUpdateTime|date}'],
      ],
      icon: 'circle-slash',
      load: {
        operation: 'GetSuppressedDestination',
        params: ofSuppressed,
        path: 'SuppressedDestination',
      },
      actions: { Delete: act('Allow Again', 'D', 'DeleteSuppressedDestination', ofSuppressed) },
    },
    DedicatedIpPool: {
      identifiers: ['PoolName'],
      description: ['{ScalingMode|lower}'],
      columns: [['Scaling', 'ScalingMode']],
      icon: 'server',
      arn: `${arn}:dedicated-ip-pool/{PoolName}`,
      load: { operation: 'GetDedicatedIpPool', params: ofPool, path: 'DedicatedIpPool' },
      collections: {
        DedicatedIps: list('Dedicated IPs', 'GetDedicatedIps', ofPool, [
          'DedicatedIp',
          'DedicatedIps[]',
          { Ip: 'Ip' },
        ]),
      },
      actions: { Delete: act('Delete', 'X', 'DeleteDedicatedIpPool', ofPool) },
    },
    DedicatedIp: {
      identifiers: ['Ip'],
      state: 'WarmupStatus',
      description: ['WarmupStatus', '{WarmupPercentage} %'],
      columns: [
        ['Warm-up', 'WarmupStatus'],
        ['Warmed up', '{WarmupPercentage} %'],
        ['Pool', 'PoolName'],
      ],
      icon: 'globe',
      load: {
        operation: 'GetDedicatedIp',
        params: { Ip: identifier('Ip') },
        path: 'DedicatedIp',
      },
      has: { Pool: to('PoolName', 'DedicatedIpPool') },
    },
  },
};
