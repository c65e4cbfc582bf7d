import type { ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {},
  unserved: {
    TraceSummary: 'moto answers with a map where AWS has a list.',
    Group: 'moto has no groups.',
    SamplingRule: 'moto has no sampling rules.',
  },
};
