import type { ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {},
  unserved: {
    AccessPoint: 'Its addresses begin with the account, which the number of a host cannot.',
  },
};
