import type { Kind } from '../../core/resources/kind.ts';
import { ask, identifier } from '../../core/resources/sources.ts';
import { act, to } from '../rules.ts';
import { ofFunction, toFunction } from './function.ts';

const ofVersion = { ...ofFunction, Qualifier: identifier('Version') };
const ofAlias = { ...ofFunction, Name: identifier('Name') };

/** ARNs of versions and of aliases look the same, and either may be asked for as a version. */
export const functionVersion: Kind = {
  identifiers: ['FunctionName', 'Version'],
  description: ['Runtime', 'Description', '{LastModified|date}'],
  columns: [
    ['Description', 'Description'],
    ['Runtime', 'Runtime'],
    ['Handler', 'Handler'],
    ['Code size', '{CodeSize|size}'],
    ['Modified', '{LastModified|date}'],
  ],
  icon: 'versions',
  arn: 'FunctionArn',
  arnPattern: 'arn:{partition}:lambda:{region}:{account}:function:{FunctionName}:{Version}',
  consoleUrl: '{c}/lambda/home?region={region}#/functions/{FunctionName}/versions/{Version}',
  load: { operation: 'GetFunctionConfiguration', params: ofVersion },
  actions: { Delete: act('Delete', 'X', 'DeleteFunction', ofVersion) },
  has: { Function: toFunction, Role: to('Role', 'iam.Role') },
};

export const functionAlias: Kind = {
  identifiers: ['FunctionName', 'Name'],
  description: ['version {FunctionVersion}', 'Description'],
  columns: [
    ['Version', 'FunctionVersion'],
    ['Description', 'Description'],
    ['ARN', 'AliasArn'],
  ],
  icon: 'tag',
  arn: 'AliasArn',
  consoleUrl: '{c}/lambda/home?region={region}#/functions/{FunctionName}/aliases/{Name}',
  load: { operation: 'GetAlias', params: ofAlias },
  actions: {
    Update: act('Point to Version', 'D', 'UpdateAlias', {
      ...ofAlias,
      FunctionVersion: ask('FunctionVersion'),
    }),
    Delete: act('Delete', 'X', 'DeleteAlias', ofAlias),
  },
  has: {
    Function: toFunction,
    Version: {
      member: 'FunctionVersion',
      kind: 'Version',
      identifiers: ofFunction,
    },
  },
};
