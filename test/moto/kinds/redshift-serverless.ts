import type { ServiceScenarios } from './scenario.ts';

const reason = 'moto does not serve Redshift Serverless.';

export const scenarios: ServiceScenarios = {
  kinds: {},
  unserved: { Workgroup: reason, Namespace: reason, Snapshot: reason, RecoveryPoint: reason },
};
