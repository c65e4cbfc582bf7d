import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier } from '../core/resources/sources.ts';

const ofParameter = { Name: identifier('Name') };

/** Parameters are listed and described without their values, which only the action that says so reads. */
export const ssm: ServiceKinds = {
  service: 'ssm',
  title: 'Systems Manager',
  icon: 'settings',
  collections: {
    Parameters: {
      title: 'Parameters',
      operation: 'DescribeParameters',
      pageSize: 50,
      items: [{ kind: 'Parameter', path: 'Parameters[]', identifiers: { Name: 'Name' } }],
    },
  },
  kinds: {
    Parameter: {
      identifiers: ['Name'],
      description: ['Type', 'version {Version}', '{LastModifiedDate|day}'],
      columns: [
        ['Description', 'Description'],
        ['Type', 'Type'],
        ['Tier', 'Tier'],
        ['Version', 'Version'],
        ['Modified', 'LastModifiedDate'],
      ],
      icon: {
        by: 'Type',
        values: { SecureString: 'lock', StringList: 'list-unordered' },
        otherwise: 'variable',
      },
      arn: 'arn:{partition}:ssm:{region}:{account}:parameter{Name|rooted}',
      consoleUrl:
        '{c}/systems-manager/parameters/{Name|url2}/description?region={region}&tab=Table',
      load: {
        operation: 'DescribeParameters',
        params: {
          ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: [identifier('Name')] }],
        },
        path: 'Parameters[]',
        match: { Name: 'Name' },
      },
      actions: {
        GetValue: {
          title: 'Show Value',
          risk: 'S',
          operation: 'GetParameter',
          params: { ...ofParameter, WithDecryption: true },
        },
        GetHistory: {
          title: 'Show History',
          risk: 'S',
          operation: 'GetParameterHistory',
          params: ofParameter,
        },
        Put: {
          title: 'Put Value',
          risk: 'D',
          operation: 'PutParameter',
          params: { ...ofParameter, Value: ask('Value'), Overwrite: true },
        },
        Label: {
          title: 'Label Version',
          risk: 'W',
          operation: 'LabelParameterVersion',
          params: { ...ofParameter, Labels: ask('Labels') },
        },
        Delete: { title: 'Delete', risk: 'X', operation: 'DeleteParameter', params: ofParameter },
      },
    },
  },
};
