import type { ServiceScenarios } from './scenario.ts';

const reason = 'moto has no CodeArtifact.';

export const scenarios: ServiceScenarios = {
  kinds: {},
  unserved: {
    CreateDomain: reason,
    Domain: reason,
    Repository: reason,
    Package: reason,
    PackageVersion: reason,
  },
};
