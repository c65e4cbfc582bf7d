import type { ServiceKinds } from '../../core/resources/kind.ts';
import { list } from '../rules.ts';
import { ecsCluster } from './cluster.ts';
import { containerInstance } from './containerInstance.ts';
import { ecsService, serviceDeployment } from './service.ts';
import { task } from './task.ts';
import { taskDefinition, taskDefinitionRevision } from './taskDefinition.ts';

/** The listings give only ARNs; rows are described together, as many as an operation takes. */
export const ecs: ServiceKinds = {
  service: 'ecs',
  title: 'ECS',
  icon: 'package',
  collections: {
    Clusters: {
      ...list('Clusters', 'ListClusters', {}, ['Cluster', 'clusterArns[]', { clusterArn: '@' }]),
      pageSize: 100,
    },
    TaskDefinitions: {
      ...list('Task Definitions', 'ListTaskDefinitionFamilies', { status: 'ACTIVE' }, [
        'TaskDefinition',
        'families[]',
        { family: '@' },
      ]),
      pageSize: 100,
    },
  },
  kinds: {
    Cluster: ecsCluster,
    Service: ecsService,
    ServiceDeployment: serviceDeployment,
    Task: task,
    ContainerInstance: containerInstance,
    TaskDefinition: taskDefinition,
    TaskDefinitionRevision: taskDefinitionRevision,
  },
};
