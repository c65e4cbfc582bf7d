import type { ServiceScenarios } from './scenario.ts';

const reason = 'moto has no IAM Access Analyzer.';

export const scenarios: ServiceScenarios = {
  kinds: {},
  unserved: {
    CreateAnalyzer: reason,
    Analyzer: reason,
    Finding: reason,
    AnalyzedResource: reason,
    ArchiveRule: reason,
  },
};
