import type { CollectionRule, Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, data, identifier } from '../core/resources/sources.ts';
import { act } from './rules.ts';

const ofService = { ServiceCode: identifier('ServiceCode') };
const ofQuota = { ...ofService, QuotaCode: identifier('QuotaCode') };
const ofRequest = { RequestId: identifier('Id') };

function requests(operation: string, params: CollectionRule['params'] = {}): CollectionRule {
  return {
    title: 'Increase Requests',
    operation,
    params,
    items: [{ kind: 'QuotaRequest', path: 'RequestedQuotas[]', identifiers: { Id: 'Id' } }],
  };
}

const Service: Kind = {
  identifiers: ['ServiceCode'],
  label: ['ServiceName', 'ServiceCode'],
  description: ['ServiceCode'],
  columns: [
    ['Name', 'ServiceName'],
    ['Code', 'ServiceCode'],
  ],
  icon: 'dashboard',
  consoleUrl: '{c}/servicequotas/home/services/{ServiceCode}/quotas?region={region}',
  collections: {
    Quotas: {
      title: 'Applied Quotas',
      operation: 'ListServiceQuotas',
      pageSize: 100,
      params: ofService,
      items: [
        {
          kind: 'Quota',
          path: 'Quotas[]',
          identifiers: { ...ofService, QuotaCode: 'QuotaCode' },
        },
      ],
    },
    // A quota without a value of the account's own is in this list only.
    DefaultQuotas: {
      title: 'Default Quotas',
      operation: 'ListAWSDefaultServiceQuotas',
      pageSize: 100,
      params: ofService,
      items: [
        {
          kind: 'DefaultQuota',
          path: 'Quotas[]',
          identifiers: { ...ofService, QuotaCode: 'QuotaCode' },
        },
      ],
    },
    Requests: requests('ListRequestedServiceQuotaChangeHistory', ofService),
  },
  actions: {
    RequestIncrease: act('Request Increase', 'W', 'RequestServiceQuotaIncrease', {
      ...ofService,
      QuotaCode: ask('QuotaCode'),
      DesiredValue: ask('DesiredValue'),
    }),
  },
};

const Quota: Kind = {
  identifiers: ['ServiceCode', 'QuotaCode'],
  distinguishedBy: ['QuotaContext.ContextId'],
  label: ['QuotaName', 'QuotaCode'],
  description: ['Value', '{Adjustable|if:/not adjustable}'],
  columns: [
    ['Value', 'Value'],
    ['Unit', '{Unit|swap:None=}'],
    ['Adjustable', '{Adjustable|if:yes/no}'],
    ['Global', '{GlobalQuota|if:yes/no}'],
    ['Level', 'QuotaAppliedAtLevel'],
    ['Code', 'QuotaCode'],
    ['Description', 'Description'],
  ],
  icon: 'dashboard',
  arn: 'QuotaArn',
  arnPattern: 'arn:{partition}:servicequotas:{region}:{account}:{ServiceCode}/{QuotaCode}',
  consoleUrl: '{c}/servicequotas/home/services/{ServiceCode}/quotas/{QuotaCode}?region={region}',
  load: { operation: 'GetServiceQuota', params: ofQuota, path: 'Quota' },
  collections: {
    Requests: {
      ...requests('ListRequestedServiceQuotaChangeHistoryByQuota', ofQuota),
      inline: true,
    },
  },
  actions: {
    GetDefault: act('Show Default', 'R', 'GetAWSDefaultServiceQuota', ofQuota),
    RequestIncrease: {
      ...act('Request Increase', 'W', 'RequestServiceQuotaIncrease', {
        ...ofQuota,
        DesiredValue: ask('DesiredValue'),
      }),
      result: { kind: 'QuotaRequest', path: 'RequestedQuota', identifiers: { Id: 'Id' } },
    },
  },
};

const DefaultQuota: Kind = {
  identifiers: ['ServiceCode', 'QuotaCode'],
  label: ['QuotaName', 'QuotaCode'],
  description: ['Value', '{Adjustable|if:/not adjustable}'],
  columns: [
    ['Value', 'Value'],
    ['Unit', '{Unit|swap:None=}'],
    ['Adjustable', '{Adjustable|if:yes/no}'],
    ['Global', '{GlobalQuota|if:yes/no}'],
    ['Code', 'QuotaCode'],
    ['Description', 'Description'],
  ],
  icon: 'dashboard',
  load: { operation: 'GetAWSDefaultServiceQuota', params: ofQuota, path: 'Quota' },
  has: { Quota: { kind: 'Quota', identifiers: ofQuota } },
};

const QuotaRequest: Kind = {
  identifiers: ['Id'],
  label: ['{QuotaName}: {DesiredValue}', 'Id'],
  state: 'Status',
  description: ['Status', '{Created|date}'],
  columns: [
    ['Status', 'Status'],
    ['Service', 'ServiceName'],
    ['Quota', 'QuotaName'],
    ['Desired', 'DesiredValue'],
    ['Case', 'CaseId'],
    ['Created', '{Created|date}'],
    ['Updated', '{LastUpdated|date}'],
  ],
  icon: 'comment',
  load: { operation: 'GetRequestedServiceQuotaChange', params: ofRequest, path: 'RequestedQuota' },
  actions: {
    CreateCase: act('Create Support Case', 'W', 'CreateSupportCase', ofRequest),
  },
  has: {
    Quota: {
      member: 'QuotaCode',
      kind: 'Quota',
      identifiers: { ServiceCode: data('ServiceCode') },
    },
  },
};

export const serviceQuotas: ServiceKinds = {
  service: 'service-quotas',
  title: 'Service Quotas',
  icon: 'dashboard',
  collections: {
    Services: {
      title: 'Services',
      operation: 'ListServices',
      pageSize: 100,
      items: [{ kind: 'Service', path: 'Services[]', identifiers: { ServiceCode: 'ServiceCode' } }],
    },
    Requests: requests('ListRequestedServiceQuotaChangeHistory'),
  },
  kinds: { Service, Quota, DefaultQuota, QuotaRequest },
};
