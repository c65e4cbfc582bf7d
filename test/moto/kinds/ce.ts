import { because, notInMoto } from '../made.ts';
import type { ServiceScenarios } from './scenario.ts';
import { run } from './scenario.ts';

const noAnomalies = 'moto detects no anomalies.';

const costs = {
  TimePeriod: { Start: '2026-01-01', End: '2026-02-01' },
  Granularity: 'MONTHLY',
  Metrics: ['UnblendedCost'],
};

export const scenarios: ServiceScenarios = {
  actions: [run('GetCosts', costs, { ResultsByTime: [] })],
  kinds: {},
  unserved: {
    ...because(notInMoto, 'GetResourceCosts', 'GetForecast'),
    AnomalyMonitor: noAnomalies,
    Anomaly: noAnomalies,
    AnomalySubscription: noAnomalies,
    CostCategory: 'moto describes cost categories and does not list them.',
    CostAllocationTag: 'moto has no tags of costs.',
  },
};
