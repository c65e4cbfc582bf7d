import type { ServiceKinds } from '../../core/resources/kind.ts';
import { ask } from '../../core/resources/sources.ts';
import { act, list } from '../rules.ts';
import { accessKinds } from './access.ts';
import { ruleKinds } from './rules.ts';
import { thingKinds } from './things.ts';

export const iot: ServiceKinds = {
  service: 'iot',
  title: 'IoT Core',
  icon: 'circuit-board',
  collections: {
    Things: list('Things', 'ListThings', {}, ['Thing', 'things[]', { thingName: 'thingName' }]),
    ThingGroups: list('Thing Groups', 'ListThingGroups', {}, [
      'ThingGroup',
      'thingGroups[]',
      { groupName: 'groupName' },
    ]),
    ThingTypes: list('Thing Types', 'ListThingTypes', {}, [
      'ThingType',
      'thingTypes[]',
      { thingTypeName: 'thingTypeName' },
    ]),
    Certificates: list('Certificates', 'ListCertificates', {}, [
      'Certificate',
      'certificates[]',
      { certificateId: 'certificateId' },
    ]),
    Policies: list('Policies', 'ListPolicies', {}, [
      'Policy',
      'policies[]',
      { policyName: 'policyName' },
    ]),
    TopicRules: list('Rules', 'ListTopicRules', {}, [
      'TopicRule',
      'rules[]',
      { ruleName: 'ruleName' },
    ]),
    Jobs: list('Jobs', 'ListJobs', {}, ['Job', 'jobs[]', { jobId: 'jobId' }]),
  },
  actions: {
    GetEndpoint: act('Show Endpoint of Devices', 'R', 'DescribeEndpoint', {
      endpointType: 'iot:Data-ATS',
    }),
    Publish: {
      ...act('Publish Message', 'W', 'Publish', { topic: ask('topic'), payload: ask('payload') }),
      service: 'iot-data',
    },
  },
  kinds: { ...thingKinds, ...accessKinds, ...ruleKinds },
};
