import type { ServiceKinds } from '../../core/resources/kind.ts';
import { list } from '../rules.ts';
import { dataKinds } from './data.ts';
import { jobKinds } from './jobs.ts';

export const glue: ServiceKinds = {
  service: 'glue',
  title: 'Glue',
  icon: 'combine',
  collections: {
    Databases: list('Databases', 'GetDatabases', {}, [
      'Database',
      'DatabaseList[]',
      { Name: 'Name' },
    ]),
    Jobs: list('Jobs', 'GetJobs', {}, ['Job', 'Jobs[]', { Name: 'Name' }]),
    Crawlers: list('Crawlers', 'GetCrawlers', {}, ['Crawler', 'Crawlers[]', { Name: 'Name' }]),
    Triggers: list('Triggers', 'GetTriggers', {}, ['Trigger', 'Triggers[]', { Name: 'Name' }]),
    Workflows: list('Workflows', 'ListWorkflows', {}, ['Workflow', 'Workflows[]', { Name: '@' }]),
    // Without HidePassword the answer has the passwords of the databases connected to.
    Connections: list('Connections', 'GetConnections', { HidePassword: true }, [
      'Connection',
      'ConnectionList[]',
      { Name: 'Name' },
    ]),
  },
  kinds: { ...dataKinds, ...jobKinds },
};
