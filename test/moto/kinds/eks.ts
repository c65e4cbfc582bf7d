import type { Resource } from '../../../src/library.ts';
import { because, made, notInMoto, roleOf, subnetsOf, under } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Cluster: {
      create: makeCluster,
      loaded: { status: 'ACTIVE' },
      actions: [
        run('UpdateKubeconfig', {}, { cluster: { status: 'ACTIVE' } }),
        run('UpdateLogging', { logging: { clusterLogging: [{ types: ['api'], enabled: true }] } }),
      ],
      references: { Role: 1, Subnets: 2 },
      waits: ['Active'],
      waitsAfter: ['Deleted'],
    },
    Nodegroup: {
      create: async (stage) => {
        const clusterName = (await stage.example('Cluster')).id;
        const known = { clusterName, nodegroupName: stage.unique('nodes') };
        return made(stage, 'Nodegroup', {
          operation: 'CreateNodegroup',
          input: { ...known, subnets: await subnetsOf(stage), nodeRole: await roleOf(stage) },
          known,
        });
      },
      listed: under('Cluster', 'Nodegroups'),
      loaded: { status: 'ACTIVE' },
      actions: [run('Scale', { minSize: 1, maxSize: 3, desiredSize: 2 })],
      references: { Role: 1, AutoScalingGroups: 1, Subnets: 2 },
      waits: ['Active'],
      waitsAfter: ['Deleted'],
    },
    FargateProfile: {
      create: async (stage) => {
        const clusterName = (await stage.example('Cluster')).id;
        const known = { clusterName, fargateProfileName: stage.unique('profile') };
        return made(stage, 'FargateProfile', {
          operation: 'CreateFargateProfile',
          input: {
            ...known,
            podExecutionRoleArn: await roleOf(stage),
            selectors: [{ namespace: 'default' }],
            subnets: await subnetsOf(stage),
          },
          known,
        });
      },
      listed: under('Cluster', 'FargateProfiles'),
      loaded: { status: 'ACTIVE' },
      references: { Role: 1, Subnets: 2 },
      waits: ['Active'],
      waitsAfter: ['Deleted'],
    },
  },
  unserved: because(
    notInMoto,
    'Addon',
    'AccessEntry',
    'PodIdentityAssociation',
    'Update',
    'Insight',
    'Cluster.Addons',
    'Cluster.AccessEntries',
    'Cluster.PodIdentityAssociations',
    'Cluster.Updates',
    'Cluster.Insights',
    'Cluster.UpdateVersion',
    'Nodegroup.UpdateVersion',
  ),
};

async function makeCluster(stage: Stage): Promise<Resource> {
  const known = { name: stage.unique('cluster') };
  return made(stage, 'Cluster', {
    operation: 'CreateCluster',
    input: {
      ...known,
      roleArn: await roleOf(stage),
      resourcesVpcConfig: { subnetIds: await subnetsOf(stage) },
    },
    known,
  });
}
