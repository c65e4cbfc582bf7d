import type { Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../core/resources/sources.ts';
import { act, to } from './rules.ts';

const ofGroup = { Group: identifier('GroupName') };

const Group: Kind = {
  identifiers: ['GroupName'],
  label: ['DisplayName', 'GroupName'],
  description: ['Description'],
  columns: [
    ['Name', 'GroupName'],
    ['Description', 'Description'],
    ['Owner', 'Owner'],
    ['Criticality', 'Criticality'],
  ],
  icon: 'group-by-ref-type',
  arn: 'GroupArn',
  arnPattern: 'arn:{partition}:resource-groups:{region}:{account}:group/{GroupName}',
  consoleUrl: '{c}/resource-groups/group/{GroupName}?region={region}',
  load: { operation: 'GetGroup', params: ofGroup, path: 'Group' },
  collections: {
    Resources: {
      title: 'Resources',
      inline: true,
      operation: 'ListGroupResources',
      params: ofGroup,
      items: [
        {
          kind: 'GroupResource',
          path: 'Resources[]',
          identifiers: {
            GroupName: identifier('GroupName'),
            ResourceArn: 'Identifier.ResourceArn',
          },
        },
      ],
    },
  },
  actions: {
    GetQuery: act('Show Query', 'R', 'GetGroupQuery', ofGroup),
    GetConfiguration: act('Show Configuration', 'R', 'GetGroupConfiguration', ofGroup),
    Update: act('Change Description', 'W', 'UpdateGroup', {
      ...ofGroup,
      Description: ask('Description'),
    }),
    UpdateQuery: act('Change Query', 'D', 'UpdateGroupQuery', {
      ...ofGroup,
      ResourceQuery: ask('ResourceQuery'),
    }),
    AddResources: act(
      'Add Resources',
      'W',
      'GroupResources',
      {
        ...ofGroup,
        ResourceArns: ask('ResourceArns'),
      },
      { failures: 'Failed' },
    ),
    Delete: act('Delete', 'X', 'DeleteGroup', ofGroup),
  },
};

const GroupResource: Kind = {
  identifiers: ['GroupName', 'ResourceArn'],
  label: ['{ResourceArn|last}'],
  description: ['Identifier.ResourceType', 'Status.Name'],
  columns: [
    ['ARN', 'ResourceArn'],
    ['Type', 'Identifier.ResourceType'],
    ['Status', 'Status.Name'],
  ],
  icon: 'references',
  actions: {
    Remove: {
      ...act('Remove from Group', 'D', 'UngroupResources', {
        ...ofGroup,
        ResourceArns: [identifier('ResourceArn')],
      }),
      failures: 'Failed',
      batch: { size: 10 },
    },
  },
  has: { Resource: to('Identifier.ResourceArn') },
};

export const resourceGroups: ServiceKinds = {
  service: 'resource-groups',
  title: 'Resource Groups',
  icon: 'group-by-ref-type',
  collections: {
    Groups: {
      title: 'Groups',
      operation: 'ListGroups',
      items: [
        { kind: 'Group', path: 'GroupIdentifiers[]', identifiers: { GroupName: 'GroupName' } },
      ],
    },
  },
  actions: {
    CreateGroup: {
      ...act('Create Group', 'W', 'CreateGroup', {
        Name: ask('Name'),
        ResourceQuery: askOptional('ResourceQuery'),
      }),
      result: { kind: 'Group', path: 'Group', identifiers: { GroupName: 'Name' } },
    },
  },
  kinds: { Group, GroupResource },
};
