// A family of task definitions, and each revision in it.

import type { Kind } from '../../core/resources/kind.ts';
import { ask, identifier } from '../../core/resources/sources.ts';
import { act, list, to } from '../rules.ts';

const family = identifier('family');
const ofRevision = { taskDefinition: identifier('taskDefinitionArn') };

const columns: Kind['columns'] = [
  ['Family', 'family'],
  ['Revision', 'revision'],
  ['Status', 'status'],
  ['Images', 'containerDefinitions[].image'],
  ['Size', '{cpu} CPU units, {memory} MiB'],
  ['Network', 'networkMode'],
  ['Launch types', 'requiresCompatibilities[]'],
  ['Registered', '{registeredAt|date}'],
];

const has: NonNullable<Kind['has']> = {
  TaskRole: to('taskRoleArn', 'iam.Role'),
  ExecutionRole: to('executionRoleArn', 'iam.Role'),
  Secrets: to('containerDefinitions[].secrets[].valueFrom'),
};

/** Described by its latest active revision. */
export const taskDefinition: Kind = {
  identifiers: ['family'],
  description: ['revision {revision}'],
  columns,
  icon: 'notebook-template',
  arn: 'taskDefinitionArn',
  consoleUrl: '{c}/ecs/v2/task-definitions/{family}?region={region}',
  load: {
    operation: 'DescribeTaskDefinition',
    params: { taskDefinition: family },
    path: 'taskDefinition',
  },
  collections: {
    Revisions: {
      ...list('Revisions', 'ListTaskDefinitions', { familyPrefix: family, sort: 'DESC' }, [
        'TaskDefinitionRevision',
        'taskDefinitionArns[]',
        { taskDefinitionArn: '@' },
      ]),
      pageSize: 100,
    },
  },
  actions: {
    Register: act(
      'Register Revision',
      'W',
      'RegisterTaskDefinition',
      { family, containerDefinitions: ask('containerDefinitions') },
      {
        result: {
          kind: 'TaskDefinitionRevision',
          path: 'taskDefinition',
          identifiers: { taskDefinitionArn: 'taskDefinitionArn' },
        },
      },
    ),
    RunTask: act(
      'Run Task',
      'W',
      'RunTask',
      { taskDefinition: family, cluster: ask('cluster') },
      { failures: 'failures' },
    ),
    Deregister: act('Deregister Revision', 'D', 'DeregisterTaskDefinition', {
      taskDefinition: ask('taskDefinition'),
    }),
    DeleteRevisions: act(
      'Delete Revisions',
      'X',
      'DeleteTaskDefinitions',
      {
        taskDefinitions: ask('taskDefinitions'),
      },
      { failures: 'failures' },
    ),
  },
  has,
};

export const taskDefinitionRevision: Kind = {
  identifiers: ['taskDefinitionArn'],
  label: ['{taskDefinitionArn|segment}'],
  state: 'status',
  description: ['status'],
  columns,
  icon: 'notebook-template',
  arn: 'taskDefinitionArn',
  arnPattern: 'arn:{partition}:ecs:{region}:{account}:task-definition/{*}:{*}',
  consoleUrl: '{c}/ecs/v2/task-definitions/{family}/{revision}/containers?region={region}',
  load: {
    operation: 'DescribeTaskDefinition',
    params: ofRevision,
    path: 'taskDefinition',
  },
  actions: {
    Deregister: act('Deregister', 'D', 'DeregisterTaskDefinition', ofRevision),
    Delete: act(
      'Delete',
      'X',
      'DeleteTaskDefinitions',
      { taskDefinitions: [identifier('taskDefinitionArn')] },
      { failures: 'failures', batch: { size: 10 } },
    ),
  },
  has,
};
