import assert from 'node:assert/strict';
import type { ServiceScenarios } from './scenario.ts';

const vpc = { ServiceCode: 'vpc' };
const vpcs = { ...vpc, QuotaCode: 'L-F678F1CE' };

export const scenarios: ServiceScenarios = {
  kinds: {
    Service: {
      create: async (stage) => stage.service.get('Service', vpc),
      children: { DefaultQuotas: 1 },
    },
    Quota: {
      create: async (stage) => stage.service.get('Quota', vpcs),
      loaded: ({ label }) => assert.equal(label, 'VPCs per Region'),
    },
    DefaultQuota: {
      create: async (stage) => stage.service.get('DefaultQuota', vpcs),
      listed: async (stage) => stage.service.get('Service', vpc).collection('DefaultQuotas'),
      references: { Quota: 1 },
    },
  },
  unserved: {
    'Service.list': 'moto has no ListServices.',
    'Service.Quotas': 'moto has no ListServiceQuotas.',
    'Service.Requests': 'moto has no requests for increases.',
    'Service.RequestIncrease': 'moto has no requests for increases.',
    'Quota.Requests': 'moto has no requests for increases.',
    'Quota.RequestIncrease': 'moto has no requests for increases.',
    'Quota.GetDefault': 'moto has no GetAWSDefaultServiceQuota.',
    'DefaultQuota.load': 'moto has no GetAWSDefaultServiceQuota.',
    QuotaRequest: 'moto has no requests for increases.',
  },
};
