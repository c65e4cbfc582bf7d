import type { ServiceScenarios } from './scenario.ts';

const noAnomalies = 'moto detects no anomalies.';

export const scenarios: ServiceScenarios = {
  kinds: {},
  unserved: {
    AnomalyMonitor: noAnomalies,
    Anomaly: noAnomalies,
    AnomalySubscription: noAnomalies,
    CostCategory: 'moto describes cost categories and does not list them.',
    CostAllocationTag: 'moto has no tags of costs.',
  },
};
