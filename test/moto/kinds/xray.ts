import type { ServiceScenarios } from './scenario.ts';
import { run } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  actions: [run('GetServiceGraph', { StartTime: 0, EndTime: 60 }, { Services: [] })],
  kinds: {},
  unserved: {
    TraceSummary: 'moto answers with a map where AWS has a list.',
    Group: 'moto has no groups.',
    SamplingRule: 'moto has no sampling rules.',
  },
};
