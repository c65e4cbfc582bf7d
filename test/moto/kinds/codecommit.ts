import { run, type ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Repository: {
      create: (stage) =>
        stage.make(stage.service, 'CreateRepository', {
          repositoryName: stage.unique('repository'),
        }),
      actions: [run('Clone', {}, { repositoryMetadata: {} })],
    },
  },
  unserved: {
    'Repository.list': 'moto has no ListRepositories.',
    'Repository.load': 'moto has no BatchGetRepositories.',
    'Repository.Branches': 'moto keeps no branches.',
    'Repository.PullRequests': 'moto has no pull requests.',
    'Repository.ClosedPullRequests': 'moto has no pull requests.',
    'Repository.EncryptionKey': 'moto has no BatchGetRepositories.',
    'Repository.GetTriggers': 'moto has no triggers.',
    'Repository.CreateBranch': 'moto keeps no branches.',
    'Repository.UpdateDefaultBranch': 'moto keeps no branches.',
    Branch: 'moto keeps no branches.',
    Folder: 'moto keeps no files.',
    File: 'moto keeps no files.',
    PullRequest: 'moto has no pull requests.',
  },
};
