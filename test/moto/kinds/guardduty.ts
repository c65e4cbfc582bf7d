import { run, type ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Detector: {
      create: (stage) => stage.make(stage.service, 'CreateDetector'),
      loaded: { Status: 'ENABLED' },
      actions: [run('Disable'), run('Enable')],
      references: { ServiceRole: 1 },
    },
    Filter: {
      create: async (stage) => {
        const { identifiers } = await stage.example('Detector');
        const FilterName = stage.unique('filter');
        const client = await stage.client();
        await client.call('CreateFilter', {
          ...identifiers,
          Name: FilterName,
          Action: 'ARCHIVE',
          FindingCriteria: { Criterion: {} },
        });
        return stage.service.get('Filter', { ...identifiers, FilterName });
      },
      loaded: { Action: 'ARCHIVE' },
    },
  },
  unserved: {
    'Detector.Findings': 'moto finds nothing.',
    'Detector.ArchivedFindings': 'moto finds nothing.',
    'Detector.Members': 'moto has no members.',
    'Detector.Filters': 'moto has no ListFilters.',
    'Detector.IpSets': 'moto has no IP sets.',
    'Detector.ThreatIntelSets': 'moto has no threat intel sets.',
    'Detector.GetFindings': 'moto finds nothing.',
    'Detector.GetStatistics': 'moto finds nothing.',
    'Detector.ArchiveFindings': 'moto finds nothing.',
    'Detector.CreateSampleFindings': 'moto finds nothing.',
    Finding: 'moto finds nothing.',
    Member: 'moto has no members.',
    IpSet: 'moto has no IP sets.',
    ThreatIntelSet: 'moto has no threat intel sets.',
  },
};
