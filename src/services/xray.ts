import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, hoursAgo, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofGroup = { GroupARN: identifier('GroupARN') };
const ofRule = { RuleName: identifier('RuleName') };
const lastHour = { StartTime: hoursAgo(1), EndTime: hoursAgo(0) };

/** AWS must be told of a range of time, six hours at most. */
export const xray: ServiceKinds = {
  service: 'xray',
  title: 'X-Ray',
  icon: 'telescope',
  collections: {
    TraceSummaries: list('Traces of the Last Hour', 'GetTraceSummaries', lastHour, [
      'TraceSummary',
      'TraceSummaries[]',
      { Id: 'Id' },
    ]),
    Groups: list('Groups', 'GetGroups', {}, ['Group', 'Groups[]', { GroupARN: 'GroupARN' }]),
    SamplingRules: list('Sampling Rules', 'GetSamplingRules', {}, [
      'SamplingRule',
      'SamplingRuleRecords[]',
      { RuleName: 'SamplingRule.RuleName' },
    ]),
  },
  actions: {
    GetServiceGraph: act('Show Service Graph of the Last Hour', 'R', 'GetServiceGraph', lastHour),
  },
  kinds: {
    TraceSummary: {
      identifiers: ['Id'],
      label: ['{Http.HttpMethod} {Http.HttpURL}', 'EntryPoint.Name', 'Id'],
      description: [
        '{HasFault|if:fault/}',
        '{HasError|if:error/}',
        '{HasThrottle|if:throttled/}',
        '{ResponseTime} s',
        '{StartTime|date}',
      ],
      columns: [
        ['Trace ID', 'Id'],
        ['Method', 'Http.HttpMethod'],
        ['URL', 'Http.HttpURL'],
        ['Status', 'Http.HttpStatus'],
        ['Response time', '{ResponseTime} s'],
        ['Duration', '{Duration} s'],
        ['Services', 'ServiceIds[].Name'],
        ['Started', '{StartTime|date}'],
      ],
      icon: 'pulse',
      idPattern: '^1-[0-9a-f]{8}-[0-9a-f]{24}$',
      consoleUrl: '{c}/cloudwatch/home?region={region}#xray:traces/{Id}',
      load: {
        operation: 'BatchGetTraces',
        params: { TraceIds: [identifier('Id')] },
        path: 'Traces[0]',
      },
      actions: {
        GetGraph: act('Show Graph', 'R', 'GetTraceGraph', { TraceIds: [identifier('Id')] }),
        GetServiceGraph: act('Show Service Graph', 'R', 'GetServiceGraph', {
          StartTime: ask('StartTime'),
          EndTime: ask('EndTime'),
        }),
      },
      has: {
        Resources: to('ResourceARNs[].ARN'),
        Instances: to('InstanceIds[].Id', 'ec2.Instance'),
      },
    },
    Group: {
      identifiers: ['GroupARN'],
      id: 'GroupName',
      label: ['GroupName', '{GroupARN|segment}'],
      description: ['FilterExpression'],
      columns: [
        ['Filter', 'FilterExpression'],
        ['Insights', '{InsightsConfiguration.InsightsEnabled|if:on/off}'],
        ['Notifications', '{InsightsConfiguration.NotificationsEnabled|if:on/off}'],
      ],
      icon: 'filter',
      arn: 'GroupARN',
      arnPattern: 'arn:{partition}:xray:{region}:{account}:group/{*}',
      load: { operation: 'GetGroup', params: ofGroup, path: 'Group' },
      actions: {
        GetServiceGraph: act('Show Service Graph of the Last Hour', 'R', 'GetServiceGraph', {
          ...lastHour,
          ...ofGroup,
        }),
        Delete: act('Delete', 'X', 'DeleteGroup', ofGroup),
      },
    },
    SamplingRule: {
      identifiers: ['RuleName'],
      description: ['Priority {SamplingRule.Priority}', 'SamplingRule.ServiceName'],
      columns: [
        ['Priority', 'SamplingRule.Priority'],
        ['Rate', 'SamplingRule.FixedRate'],
        ['Reservoir', '{SamplingRule.ReservoirSize} a second'],
        ['Service', 'SamplingRule.ServiceName'],
        ['Host', 'SamplingRule.Host'],
        ['Path', '{SamplingRule.HTTPMethod} {SamplingRule.URLPath}'],
        ['Modified', '{ModifiedAt|date}'],
      ],
      icon: 'percentage',
      arn: 'SamplingRule.RuleARN',
      arnPattern: 'arn:{partition}:xray:{region}:{account}:sampling-rule/{RuleName}',
      actions: { Delete: act('Delete', 'X', 'DeleteSamplingRule', ofRule) },
      has: { Resource: to('SamplingRule.ResourceARN') },
    },
  },
};
