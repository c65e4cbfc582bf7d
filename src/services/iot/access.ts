import type { Kind } from '../../core/resources/kind.ts';
import { ask, data, identifier } from '../../core/resources/sources.ts';
import { act, list, to } from '../rules.ts';

const ofCertificate = { certificateId: identifier('certificateId') };
const ofPolicy = { policyName: identifier('policyName') };
const ofTarget = { ...ofPolicy, target: identifier('target') };
const arn = 'arn:{partition}:iot:{region}:{account}';

/** What devices sign in with, and what they may do. */
export const accessKinds: Readonly<Record<string, Kind>> = {
  Certificate: {
    identifiers: ['certificateId'],
    label: ['certificateId'],
    state: 'status',
    description: ['status', '{creationDate|date}'],
    columns: [
      ['Certificate', 'certificateId'],
      ['Status', 'status'],
      ['Mode', 'certificateMode'],
      ['Valid from', '{validity.notBefore|date}'],
      ['Valid until', '{validity.notAfter|date}'],
      ['Created', '{creationDate|date}'],
    ],
    icon: 'verified',
    arn: 'certificateArn',
    arnPattern: `${arn}:cert/{certificateId}`,
    consoleUrl: '{c}/iot/home?region={region}#/certificate/{certificateId}',
    load: {
      operation: 'DescribeCertificate',
      params: ofCertificate,
      path: 'certificateDescription',
    },
    collections: {
      Things: list('Things', 'ListPrincipalThings', { principal: data('certificateArn') }, [
        'Thing',
        'things[]',
        { thingName: '@' },
      ]),
      Policies: list('Policies', 'ListAttachedPolicies', { target: data('certificateArn') }, [
        'Policy',
        'policies[]',
        { policyName: 'policyName' },
      ]),
    },
    actions: {
      AttachPolicy: act('Attach Policy', 'W', 'AttachPolicy', {
        policyName: ask('policyName'),
        target: data('certificateArn'),
      }),
      SetStatus: act('Activate, Deactivate or Revoke', 'D', 'UpdateCertificate', {
        ...ofCertificate,
        newStatus: ask('newStatus'),
      }),
      Delete: act('Delete', 'X', 'DeleteCertificate', ofCertificate),
    },
  },
  Policy: {
    identifiers: ['policyName'],
    columns: [
      ['Version', 'defaultVersionId'],
      ['Created', '{creationDate|date}'],
      ['Modified', '{lastModifiedDate|date}'],
    ],
    icon: 'law',
    arn: 'policyArn',
    arnPattern: `${arn}:policy/{policyName}`,
    consoleUrl: '{c}/iot/home?region={region}#/policy/{policyName}',
    load: { operation: 'GetPolicy', params: ofPolicy },
    collections: {
      Targets: list('Targets', 'ListTargetsForPolicy', ofPolicy, [
        'PolicyTarget',
        'targets[]',
        { ...ofPolicy, target: '@' },
      ]),
    },
    usedBy: ['Targets'],
    actions: { Delete: act('Delete', 'X', 'DeletePolicy', ofPolicy) },
  },
  PolicyTarget: {
    identifiers: ['policyName', 'target'],
    label: ['{target|last}'],
    columns: [
      ['Target', 'target'],
      ['Policy', 'policyName'],
    ],
    icon: 'key',
    arn: 'target',
    actions: { Detach: act('Detach', 'D', 'DetachPolicy', ofTarget) },
    has: { Policy: to('policyName', 'Policy'), Target: to('target') },
  },
};
