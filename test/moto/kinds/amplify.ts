import type { ServiceScenarios } from './scenario.ts';

const reason = 'moto has no Amplify.';

export const scenarios: ServiceScenarios = {
  kinds: {},
  unserved: {
    CreateApp: reason,
    App: reason,
    Branch: reason,
    DomainAssociation: reason,
    Job: reason,
    Webhook: reason,
  },
};
