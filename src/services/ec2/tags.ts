import type { Kind } from '../../core/resources/kind.ts';
import { identifier } from '../../core/resources/sources.ts';
import { act, to } from '../rules.ts';

function filter(name: string, id: string) {
  return { Name: name, Values: [identifier(id)] };
}

export const tagKinds: Readonly<Record<string, Kind>> = {
  Tag: {
    identifiers: ['ResourceId', 'Key', 'Value'],
    label: ['{Key}: {Value}', 'Key'],
    description: ['ResourceId'],
    columns: [
      ['Key', 'Key'],
      ['Value', 'Value'],
      ['Resource', 'ResourceId'],
      ['Type', 'ResourceType'],
    ],
    icon: 'tag',
    load: {
      operation: 'DescribeTags',
      params: {
        Filters: [
          filter('key', 'Key'),
          filter('value', 'Value'),
          filter('resource-id', 'ResourceId'),
        ],
      },
      path: 'Tags[0]',
    },
    actions: {
      // One tag a call: a call takes every one of its tags from every one of its resources.
      Delete: {
        ...act('Delete', 'X', 'DeleteTags', {
          Resources: [identifier('ResourceId')],
          Tags: [{ Key: identifier('Key'), Value: identifier('Value') }],
        }),
        batch: { size: 1 },
      },
    },
    has: { Resource: to('ResourceId') },
  },
};
