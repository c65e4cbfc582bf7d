import type { Kind } from '../../core/resources/kind.ts';
import { ask, identifier } from '../../core/resources/sources.ts';
import { act, to } from '../rules.ts';

const ofParameter = { Name: identifier('Name') };

export const parameter: Kind = {
  identifiers: ['Name'],
  description: ['Type', 'version {Version}', '{LastModifiedDate|day}'],
  columns: [
    ['Description', 'Description'],
    ['Type', 'Type'],
    ['Tier', 'Tier'],
    ['Version', 'Version'],
    ['Modified', '{LastModifiedDate|date}'],
    ['By', '{LastModifiedUser|segment}'],
  ],
  icon: {
    by: 'Type',
    values: { SecureString: 'lock', StringList: 'list-unordered' },
    otherwise: 'variable',
  },
  arn: 'arn:{partition}:ssm:{region}:{account}:parameter{Name|rooted}',
  consoleUrl: '{c}/systems-manager/parameters/{Name|url2}/description?region={region}&tab=Table',
  load: {
    operation: 'DescribeParameters',
    params: {
      ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: [identifier('Name')] }],
    },
    path: 'Parameters[]',
    match: { Name: 'Name' },
  },
  actions: {
    GetValue: act('Show Value', 'S', 'GetParameter', { ...ofParameter, WithDecryption: true }),
    GetHistory: act('Show History', 'S', 'GetParameterHistory', ofParameter),
    Put: act('Put Value', 'D', 'PutParameter', {
      ...ofParameter,
      Value: ask('Value'),
      Overwrite: true,
    }),
    Label: act(
      'Label Version',
      'W',
      'LabelParameterVersion',
      {
        ...ofParameter,
        Labels: ask('Labels'),
      },
      { failures: 'InvalidLabels' },
    ),
    Delete: act('Delete', 'X', 'DeleteParameter', ofParameter, {
      batch: {
        size: 10,
        operation: 'DeleteParameters',
        params: { Names: [identifier('Name')] },
        failures: 'InvalidParameters',
      },
    }),
  },
  has: { KmsKey: to('KeyId', 'kms.Key') },
};
