import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofServer = { ServerId: identifier('ServerId') };
const ofUser = { ...ofServer, UserName: identifier('UserName') };
const ofConnector = { ConnectorId: identifier('ConnectorId') };
const ofWorkflow = { WorkflowId: identifier('WorkflowId') };
const arn = 'arn:{partition}:transfer:{region}:{account}';

export const transfer: ServiceKinds = {
  service: 'transfer',
  title: 'Transfer Family',
  icon: 'cloud-upload',
  collections: {
    Servers: list('Servers', 'ListServers', {}, ['Server', 'Servers[]', { ServerId: 'ServerId' }]),
    Connectors: list('Connectors', 'ListConnectors', {}, [
      'Connector',
      'Connectors[]',
      { ConnectorId: 'ConnectorId' },
    ]),
    Workflows: list('Workflows', 'ListWorkflows', {}, [
      'Workflow',
      'Workflows[]',
      { WorkflowId: 'WorkflowId' },
    ]),
  },
  kinds: {
    Server: {
      identifiers: ['ServerId'],
      label: ['tag:Name', 'ServerId'],
      state: 'State',
      description: ['State', 'Domain', '{UserCount|count:user}'],
      columns: [
        ['Server ID', 'ServerId'],
        ['State', 'State'],
        ['Protocols', 'Protocols'],
        ['Domain', 'Domain'],
        ['Endpoint', 'EndpointType'],
        ['Users', 'UserCount'],
        ['Identity provider', 'IdentityProviderType'],
        ['Security policy', 'SecurityPolicyName'],
        ['Host key', 'HostKeyFingerprint'],
      ],
      icon: 'server',
      arn: 'Arn',
      arnPattern: `${arn}:server/{ServerId}`,
      idPattern: '^s-[0-9a-f]{17}$',
      consoleUrl: '{c}/transfer/home?region={region}#/servers/{ServerId}',
      load: { operation: 'DescribeServer', params: ofServer, path: 'Server' },
      collections: {
        Users: list('Users', 'ListUsers', ofServer, [
          'User',
          'Users[]',
          { ...ofServer, UserName: 'UserName' },
        ]),
      },
      actions: {
        CreateUser: act('Create User', 'W', 'CreateUser', {
          ...ofServer,
          UserName: ask('UserName'),
          Role: ask('Role'),
          HomeDirectory: askOptional('HomeDirectory'),
          SshPublicKeyBody: askOptional('SshPublicKeyBody'),
        }),
        Start: act('Start', 'W', 'StartServer', ofServer),
        Stop: act('Stop', 'D', 'StopServer', ofServer),
        Delete: act('Delete', 'X', 'DeleteServer', ofServer),
      },
      waiters: {
        Online: { waiter: 'ServerOnline', params: ofServer },
        Offline: { waiter: 'ServerOffline', params: ofServer },
      },
      has: {
        LoggingRole: to('LoggingRole', 'iam.Role'),
        Certificate: to('Certificate', 'acm.Certificate'),
        Vpc: to('EndpointDetails.VpcId', 'ec2.Vpc'),
        Subnets: to('EndpointDetails.SubnetIds[]', 'ec2.Subnet'),
        SecurityGroups: to('EndpointDetails.SecurityGroupIds[]', 'ec2.SecurityGroup'),
        Function: to('IdentityProviderDetails.Function', 'lambda.Function'),
      },
    },
    User: {
      identifiers: ['ServerId', 'UserName'],
      description: ['HomeDirectory', '{SshPublicKeyCount|count:key}'],
      columns: [
        ['Home', 'HomeDirectory'],
        ['Home type', 'HomeDirectoryType'],
        ['Role', '{Role|last}'],
        ['Keys', 'SshPublicKeys[].SshPublicKeyId'],
      ],
      icon: 'person',
      arn: 'Arn',
      arnPattern: `${arn}:user/{ServerId}/{UserName}`,
      consoleUrl: '{c}/transfer/home?region={region}#/servers/{ServerId}/users/{UserName}',
      load: { operation: 'DescribeUser', params: ofUser, path: 'User' },
      actions: {
        ImportKey: act('Add Public Key', 'W', 'ImportSshPublicKey', {
          ...ofUser,
          SshPublicKeyBody: ask('SshPublicKeyBody'),
        }),
        DeleteKey: act('Remove Public Key', 'D', 'DeleteSshPublicKey', {
          ...ofUser,
          SshPublicKeyId: ask('SshPublicKeyId'),
        }),
        Delete: act('Delete', 'X', 'DeleteUser', ofUser),
      },
      has: { Role: to('Role', 'iam.Role'), Server: to('ServerId', 'Server') },
    },
    Connector: {
      identifiers: ['ConnectorId'],
      state: 'Status',
      description: ['Status', 'Url'],
      columns: [
        ['Address', 'Url'],
        ['Status', 'Status'],
        ['Error', 'ErrorMessage'],
        ['Egress', 'EgressType'],
        ['Role', '{AccessRole|last}'],
      ],
      icon: 'plug',
      arn: 'Arn',
      arnPattern: `${arn}:connector/{ConnectorId}`,
      consoleUrl: '{c}/transfer/home?region={region}#/connectors/{ConnectorId}',
      load: { operation: 'DescribeConnector', params: ofConnector, path: 'Connector' },
      actions: {
        Test: act('Test', 'R', 'TestConnection', ofConnector),
        Delete: act('Delete', 'X', 'DeleteConnector', ofConnector),
      },
      has: {
        Role: to('AccessRole', 'iam.Role'),
        LoggingRole: to('LoggingRole', 'iam.Role'),
        Secret: to('SftpConfig.UserSecretId', 'secretsmanager.Secret'),
      },
    },
    Workflow: {
      identifiers: ['WorkflowId'],
      label: ['Description', 'WorkflowId'],
      description: ['{Steps|count:step}'],
      columns: [
        ['Workflow ID', 'WorkflowId'],
        ['Description', 'Description'],
        ['Steps', 'Steps[].Type'],
      ],
      icon: 'list-ordered',
      arn: 'Arn',
      arnPattern: `${arn}:workflow/{WorkflowId}`,
      consoleUrl: '{c}/transfer/home?region={region}#/workflows/{WorkflowId}',
      load: { operation: 'DescribeWorkflow', params: ofWorkflow, path: 'Workflow' },
      actions: { Delete: act('Delete', 'X', 'DeleteWorkflow', ofWorkflow) },
    },
  },
};
