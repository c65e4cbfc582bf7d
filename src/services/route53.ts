import type { ActionRule, ServiceKinds } from '../core/resources/kind.ts';
import { ask, data, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';
import { usEast1OrNingxia } from './scopes.ts';

const ofZone = { HostedZoneId: identifier('HostedZoneId') };
const theZone = { HostedZoneId: identifier('Id') };
const ofHealthCheck = { HealthCheckId: identifier('Id') };

/** A change names the whole record set, with everything it holds. */
function change(title: string, risk: 'D' | 'X', action: 'UPSERT' | 'DELETE'): ActionRule {
  const recordSet = action === 'DELETE' ? data('@') : ask('ResourceRecordSet');
  return act(title, risk, 'ChangeResourceRecordSets', {
    ...ofZone,
    ChangeBatch: { Changes: [{ Action: action, ResourceRecordSet: recordSet }] },
  });
}

export const route53: ServiceKinds = {
  service: 'route53',
  title: 'Route 53',
  icon: 'milestone',
  scope: usEast1OrNingxia,
  collections: {
    HostedZones: list('Hosted Zones', 'ListHostedZones', {}, [
      'HostedZone',
      'HostedZones[]',
      // Answers give `/hostedzone/Z1`; ARNs, addresses and other services say `Z1`.
      { Id: '{Id|last}' },
    ]),
    HealthChecks: list('Health Checks', 'ListHealthChecks', {}, [
      'HealthCheck',
      'HealthChecks[]',
      { Id: 'Id' },
    ]),
  },
  kinds: {
    HostedZone: {
      identifiers: ['Id'],
      label: ['Name'],
      description: [
        '{Config.PrivateZone|if:private/public}',
        '{ResourceRecordSetCount|count:record}',
      ],
      columns: [
        ['ID', 'Id'],
        ['Type', '{Config.PrivateZone|if:private/public}'],
        ['Records', 'ResourceRecordSetCount'],
        ['Comment', 'Config.Comment'],
        ['Name servers', 'DelegationSet.NameServers'],
        ['VPCs', 'VPCs[].VPCId'],
      ],
      icon: 'milestone',
      arn: 'arn:{partition}:route53:::hostedzone/{Id}',
      consoleUrl: '{c}/route53/v2/hostedzones#ListRecordSets/{Id}',
      load: {
        operation: 'GetHostedZone',
        params: { Id: identifier('Id') },
        path: 'HostedZone',
        beside: ['DelegationSet', 'VPCs'],
      },
      collections: {
        RecordSets: {
          ...list('Record Sets', 'ListResourceRecordSets', theZone, [
            'RecordSet',
            'ResourceRecordSets[]',
            { HostedZoneId: identifier('Id'), Name: 'Name', Type: 'Type' },
          ]),
          inline: true,
        },
        QueryLogging: list('Query Logging', 'ListQueryLoggingConfigs', theZone, [
          'QueryLoggingConfig',
          'QueryLoggingConfigs[]',
          { Id: 'Id' },
        ]),
      },
      actions: {
        GetDNSSEC: act('Show DNSSEC', 'R', 'GetDNSSEC', theZone),
        GetTags: act('Show Tags', 'R', 'ListTagsForResource', {
          ResourceType: 'hostedzone',
          ResourceId: identifier('Id'),
        }),
        TestDNSAnswer: act('Test DNS Answer', 'R', 'TestDNSAnswer', {
          ...theZone,
          RecordName: ask('RecordName'),
          RecordType: ask('RecordType'),
        }),
        ChangeRecordSets: act('Change Record Sets', 'D', 'ChangeResourceRecordSets', {
          ...theZone,
          ChangeBatch: ask('ChangeBatch'),
        }),
        AssociateVpc: act('Associate VPC', 'D', 'AssociateVPCWithHostedZone', {
          ...theZone,
          VPC: { VPCRegion: ask('VPCRegion'), VPCId: ask('VPCId') },
        }),
        UpdateComment: act('Change Comment', 'W', 'UpdateHostedZoneComment', {
          Id: identifier('Id'),
          Comment: ask('Comment'),
        }),
        Delete: act('Delete', 'X', 'DeleteHostedZone', { Id: identifier('Id') }),
      },
      has: { Vpcs: to('VPCs[].VPCId', 'ec2.Vpc') },
    },
    /** Several may have one name and type, told apart by their set; so none is described by its name. */
    RecordSet: {
      identifiers: ['HostedZoneId', 'Name', 'Type'],
      id: 'Name',
      distinguishedBy: ['SetIdentifier'],
      description: ['Type', 'SetIdentifier', 'ResourceRecords[].Value', 'AliasTarget.DNSName'],
      columns: [
        ['Type', 'Type'],
        ['Values', 'ResourceRecords[].Value'],
        ['Alias of', 'AliasTarget.DNSName'],
        ['TTL', '{TTL|count:second}'],
        ['Set', 'SetIdentifier'],
        ['Weight', 'Weight'],
        ['Region', 'Region'],
        ['Failover', 'Failover'],
        ['Health check', 'HealthCheckId'],
      ],
      icon: 'list-flat',
      actions: {
        TestDNSAnswer: act('Test DNS Answer', 'R', 'TestDNSAnswer', {
          ...ofZone,
          RecordName: identifier('Name'),
          RecordType: identifier('Type'),
        }),
        Upsert: change('Replace', 'D', 'UPSERT'),
        Delete: change('Delete', 'X', 'DELETE'),
      },
      has: {
        HostedZone: { kind: 'HostedZone', identifiers: { Id: identifier('HostedZoneId') } },
        HealthCheck: to('HealthCheckId', 'HealthCheck'),
      },
    },
    QueryLoggingConfig: {
      identifiers: ['Id'],
      label: ['{CloudWatchLogsLogGroupArn|last}', 'Id'],
      columns: [['Log group', 'CloudWatchLogsLogGroupArn']],
      icon: 'output',
      arn: 'arn:{partition}:route53:::queryloggingconfig/{Id}',
      load: {
        operation: 'GetQueryLoggingConfig',
        params: { Id: identifier('Id') },
        path: 'QueryLoggingConfig',
      },
      actions: {
        Delete: act('Delete', 'D', 'DeleteQueryLoggingConfig', { Id: identifier('Id') }),
      },
      has: { LogGroup: to('CloudWatchLogsLogGroupArn', 'logs.LogGroup') },
    },
    HealthCheck: {
      identifiers: ['Id'],
      label: [
        'HealthCheckConfig.FullyQualifiedDomainName',
        'HealthCheckConfig.IPAddress',
        'HealthCheckConfig.AlarmIdentifier.Name',
        'Id',
      ],
      description: ['HealthCheckConfig.Type', '{HealthCheckConfig.Disabled|if:disabled}'],
      columns: [
        ['ID', 'Id'],
        ['Type', 'HealthCheckConfig.Type'],
        ['Path', 'HealthCheckConfig.ResourcePath'],
        ['Port', 'HealthCheckConfig.Port'],
        ['Interval', '{HealthCheckConfig.RequestInterval|count:second}'],
        ['Fails after', '{HealthCheckConfig.FailureThreshold|count:check}'],
        ['Children', 'HealthCheckConfig.ChildHealthChecks'],
      ],
      icon: 'heart',
      arn: 'arn:{partition}:route53:::healthcheck/{Id}',
      consoleUrl: '{c}/route53/healthchecks/home#/details/{Id}',
      load: { operation: 'GetHealthCheck', params: ofHealthCheck, path: 'HealthCheck' },
      actions: {
        GetStatus: act('Show Status', 'R', 'GetHealthCheckStatus', ofHealthCheck),
        GetLastFailure: act(
          'Show Last Failure',
          'R',
          'GetHealthCheckLastFailureReason',
          ofHealthCheck,
        ),
        GetTags: act('Show Tags', 'R', 'ListTagsForResource', {
          ResourceType: 'healthcheck',
          ResourceId: identifier('Id'),
        }),
        Disable: act('Disable', 'D', 'UpdateHealthCheck', { ...ofHealthCheck, Disabled: true }),
        Enable: act('Enable', 'W', 'UpdateHealthCheck', { ...ofHealthCheck, Disabled: false }),
        Delete: act('Delete', 'X', 'DeleteHealthCheck', ofHealthCheck),
      },
      has: { Children: to('HealthCheckConfig.ChildHealthChecks[]', 'HealthCheck') },
    },
  },
};
