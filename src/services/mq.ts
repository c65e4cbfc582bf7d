import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier } from '../core/resources/sources.ts';
import { act, list, paged, to } from './rules.ts';

const ofBroker = { BrokerId: identifier('BrokerId') };
const ofUser = { ...ofBroker, Username: identifier('Username') };
const ofConfiguration = { ConfigurationId: identifier('Id') };

export const mq: ServiceKinds = {
  service: 'mq',
  title: 'MQ',
  icon: 'arrow-swap',
  collections: {
    Brokers: list('Brokers', 'ListBrokers', {}, [
      'Broker',
      'BrokerSummaries[]',
      { BrokerId: 'BrokerId' },
    ]),
    Configurations: paged(
      list('Configurations', 'ListConfigurations', {}, [
        'Configuration',
        'Configurations[]',
        { Id: 'Id' },
      ]),
    ),
  },
  kinds: {
    Broker: {
      identifiers: ['BrokerId'],
      label: ['BrokerName', 'BrokerId'],
      state: 'BrokerState',
      description: ['BrokerState', 'EngineType', 'HostInstanceType'],
      columns: [
        ['Broker ID', 'BrokerId'],
        ['State', 'BrokerState'],
        ['Engine', 'EngineType'],
        ['Version', 'EngineVersion'],
        ['Instance type', 'HostInstanceType'],
        ['Deployment', 'DeploymentMode'],
        ['Console', 'BrokerInstances[].ConsoleURL'],
        ['Public', '{PubliclyAccessible|if:yes/no}'],
        ['Created', '{Created|date}'],
      ],
      icon: 'arrow-swap',
      arn: 'BrokerArn',
      arnPattern: 'arn:{partition}:mq:{region}:{account}:broker:{*}:{BrokerId}',
      idPattern: '^b-[0-9a-f]{8}-[0-9a-f-]{27}$',
      consoleUrl: '{c}/amazon-mq/home?region={region}#/brokers/details?id={BrokerId}',
      load: { operation: 'DescribeBroker', params: ofBroker },
      collections: {
        Users: paged(
          list('Users', 'ListUsers', ofBroker, [
            'User',
            'Users[]',
            { ...ofBroker, Username: 'Username' },
          ]),
        ),
      },
      actions: {
        CreateUser: act('Create User', 'W', 'CreateUser', {
          ...ofBroker,
          Username: ask('Username'),
          Password: ask('Password'),
        }),
        ModifyInstanceType: act('Change Instance Type', 'D', 'UpdateBroker', {
          ...ofBroker,
          HostInstanceType: ask('HostInstanceType'),
        }),
        Reboot: act('Reboot', 'D', 'RebootBroker', ofBroker),
        Delete: act('Delete', 'X', 'DeleteBroker', ofBroker),
      },
      has: {
        Subnets: to('SubnetIds[]', 'ec2.Subnet'),
        SecurityGroups: to('SecurityGroups[]', 'ec2.SecurityGroup'),
        Configuration: to('Configurations.Current.Id', 'Configuration'),
        Key: to('EncryptionOptions.KmsKeyId', 'kms.Key'),
        LogGroup: to('Logs.GeneralLogGroup', 'logs.LogGroup'),
      },
    },
    User: {
      identifiers: ['BrokerId', 'Username'],
      description: ['PendingChange'],
      columns: [
        ['Groups', 'Groups'],
        ['Console', '{ConsoleAccess|if:yes/no}'],
        ['Pending change', 'PendingChange'],
      ],
      icon: 'person',
      load: { operation: 'DescribeUser', params: ofUser },
      actions: {
        SetPassword: act('Set Password', 'D', 'UpdateUser', {
          ...ofUser,
          Password: ask('Password'),
        }),
        Delete: act('Delete', 'X', 'DeleteUser', ofUser),
      },
    },
    Configuration: {
      identifiers: ['Id'],
      label: ['Name', 'Id'],
      description: ['{EngineType} {EngineVersion}', 'Revision {LatestRevision.Revision}'],
      columns: [
        ['Configuration ID', 'Id'],
        ['Description', 'Description'],
        ['Engine', '{EngineType} {EngineVersion}'],
        ['Newest revision', 'LatestRevision.Revision'],
        ['Created', '{Created|date}'],
      ],
      icon: 'settings-gear',
      arn: 'Arn',
      arnPattern: 'arn:{partition}:mq:{region}:{account}:configuration:{Id}',
      load: { operation: 'DescribeConfiguration', params: ofConfiguration },
      collections: {
        Revisions: paged(
          list('Revisions', 'ListConfigurationRevisions', ofConfiguration, [
            'ConfigurationRevision',
            'Revisions[]',
            { ...ofConfiguration, Revision: 'Revision' },
          ]),
        ),
      },
      actions: { Delete: act('Delete', 'X', 'DeleteConfiguration', ofConfiguration) },
    },
    ConfigurationRevision: {
      identifiers: ['ConfigurationId', 'Revision'],
      label: ['Revision {Revision}'],
      description: ['Description', '{Created|date}'],
      columns: [
        ['Description', 'Description'],
        ['Created', '{Created|date}'],
      ],
      icon: 'versions',
      load: {
        operation: 'DescribeConfigurationRevision',
        params: {
          ConfigurationId: identifier('ConfigurationId'),
          ConfigurationRevision: identifier('Revision'),
        },
      },
    },
  },
};
