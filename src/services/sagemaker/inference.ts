import type { Kind } from '../../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../../core/resources/sources.ts';
import { act, to } from '../rules.ts';

const ofEndpoint = { EndpointName: identifier('EndpointName') };
const ofConfig = { EndpointConfigName: identifier('EndpointConfigName') };
const ofModel = { ModelName: identifier('ModelName') };
const arn = 'arn:{partition}:sagemaker:{region}:{account}';

/** What serves a model: the model, a configuration that names it, and an endpoint that has the configuration. */
export const inferenceKinds: Readonly<Record<string, Kind>> = {
  Endpoint: {
    identifiers: ['EndpointName'],
    state: 'EndpointStatus',
    description: ['EndpointStatus', '{CreationTime|date}'],
    columns: [
      ['Status', 'EndpointStatus'],
      ['Failure', 'FailureReason'],
      ['Configuration', 'EndpointConfigName'],
      ['Variants', 'ProductionVariants[].VariantName'],
      ['Instances', 'ProductionVariants[].CurrentInstanceCount'],
      ['Created', '{CreationTime|date}'],
      ['Modified', '{LastModifiedTime|date}'],
    ],
    icon: 'radio-tower',
    arn: 'EndpointArn',
    arnPattern: `${arn}:endpoint/{EndpointName}`,
    consoleUrl: '{c}/sagemaker/home?region={region}#/endpoints/{EndpointName}',
    load: { operation: 'DescribeEndpoint', params: ofEndpoint },
    actions: {
      Invoke: {
        ...act('Invoke', 'W', 'InvokeEndpoint', {
          ...ofEndpoint,
          Body: ask('Body'),
          ContentType: askOptional('ContentType'),
        }),
        service: 'sagemaker-runtime',
      },
      ChangeConfig: act('Change Configuration', 'D', 'UpdateEndpoint', {
        ...ofEndpoint,
        EndpointConfigName: ask('EndpointConfigName'),
      }),
      Delete: act('Delete', 'X', 'DeleteEndpoint', ofEndpoint),
    },
    waiters: {
      InService: { waiter: 'EndpointInService', params: ofEndpoint },
      Deleted: { waiter: 'EndpointDeleted', params: ofEndpoint },
    },
    has: { Config: to('EndpointConfigName', 'EndpointConfig') },
  },
  EndpointConfig: {
    identifiers: ['EndpointConfigName'],
    description: ['{CreationTime|date}'],
    columns: [
      ['Models', 'ProductionVariants[].ModelName'],
      ['Instance types', 'ProductionVariants[].InstanceType'],
      ['Instances', 'ProductionVariants[].InitialInstanceCount'],
      ['Created', '{CreationTime|date}'],
    ],
    icon: 'settings-gear',
    arn: 'EndpointConfigArn',
    arnPattern: `${arn}:endpoint-config/{EndpointConfigName}`,
    consoleUrl: '{c}/sagemaker/home?region={region}#/endpointConfig/{EndpointConfigName}',
    load: { operation: 'DescribeEndpointConfig', params: ofConfig },
    actions: {
      CreateEndpoint: act('Create Endpoint', 'W', 'CreateEndpoint', {
        ...ofConfig,
        EndpointName: ask('EndpointName'),
      }),
      Delete: act('Delete', 'X', 'DeleteEndpointConfig', ofConfig),
    },
    has: {
      Models: to('ProductionVariants[].ModelName', 'Model'),
      Role: to('ExecutionRoleArn', 'iam.Role'),
      Key: to('KmsKeyId', 'kms.Key'),
    },
  },
  Model: {
    identifiers: ['ModelName'],
    description: ['{CreationTime|date}'],
    columns: [
      ['Image', 'PrimaryContainer.Image'],
      ['Data', 'PrimaryContainer.ModelDataUrl'],
      ['Role', '{ExecutionRoleArn|last}'],
      ['Created', '{CreationTime|date}'],
    ],
    icon: 'package',
    arn: 'ModelArn',
    arnPattern: `${arn}:model/{ModelName}`,
    consoleUrl: '{c}/sagemaker/home?region={region}#/models/{ModelName}',
    load: { operation: 'DescribeModel', params: ofModel },
    actions: { Delete: act('Delete', 'X', 'DeleteModel', ofModel) },
    has: {
      Role: to('ExecutionRoleArn', 'iam.Role'),
      Subnets: to('VpcConfig.Subnets[]', 'ec2.Subnet'),
      SecurityGroups: to('VpcConfig.SecurityGroupIds[]', 'ec2.SecurityGroup'),
    },
  },
};
