import { run, type ServiceScenarios } from './scenario.ts';

const ResourceQuery = {
  Type: 'TAG_FILTERS_1_0',
  Query: JSON.stringify({
    ResourceTypeFilters: ['AWS::AllSupported'],
    TagFilters: [{ Key: 'team', Values: ['web'] }],
  }),
};

export const scenarios: ServiceScenarios = {
  kinds: {
    Group: {
      create: (stage) =>
        stage.make(stage.service, 'CreateGroup', { Name: stage.unique('group'), ResourceQuery }),
      actions: [
        run('GetQuery', {}, { GroupQuery: { ResourceQuery: { Type: 'TAG_FILTERS_1_0' } } }),
        run('GetConfiguration'),
        run('UpdateQuery', { ResourceQuery }),
      ],
    },
  },
  unserved: {
    'Group.load': 'moto finds a group by the older parameter only.',
    'Group.Resources': 'moto has no ListGroupResources.',
    'Group.Update': 'moto finds a group by the older parameter only.',
    'Group.AddResources': 'moto has no GroupResources.',
    GroupResource: 'moto has no ListGroupResources.',
  },
};
