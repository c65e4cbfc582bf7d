import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, data, identifier, json, text } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofCluster = { ClusterArn: identifier('ClusterArn') };
const arn = 'arn:{partition}:kafka:{region}:{account}';

export const kafka: ServiceKinds = {
  service: 'kafka',
  title: 'MSK',
  icon: 'list-tree',
  collections: {
    Clusters: list('Clusters', 'ListClustersV2', {}, [
      'Cluster',
      'ClusterInfoList[]',
      { ClusterArn: 'ClusterArn' },
    ]),
    Configurations: list('Configurations', 'ListConfigurations', {}, [
      'Configuration',
      'Configurations[]',
      { Arn: 'Arn' },
    ]),
    Replicators: list('Replicators', 'ListReplicators', {}, [
      'Replicator',
      'Replicators[]',
      { ReplicatorArn: 'ReplicatorArn' },
    ]),
  },
  kinds: {
    Cluster: {
      identifiers: ['ClusterArn'],
      label: ['ClusterName', '{ClusterArn|last}'],
      state: 'State',
      description: ['State', 'ClusterType', '{Provisioned.NumberOfBrokerNodes|count:broker}'],
      columns: [
        ['State', 'State'],
        ['Reason', 'StateInfo.Message'],
        ['Type', 'ClusterType'],
        ['Kafka version', 'Provisioned.CurrentBrokerSoftwareInfo.KafkaVersion'],
        [
          'Brokers',
          '{Provisioned.NumberOfBrokerNodes} × {Provisioned.BrokerNodeGroupInfo.InstanceType}',
        ],
        ['Storage', 'Provisioned.StorageMode'],
        ['Created', '{CreationTime|date}'],
      ],
      icon: 'list-tree',
      arn: 'ClusterArn',
      arnPattern: `${arn}:cluster/{*}`,
      consoleUrl: '{c}/msk/home?region={region}#/cluster/{ClusterArn}/view',
      load: { operation: 'DescribeClusterV2', params: ofCluster, path: 'ClusterInfo' },
      collections: {
        Topics: list('Topics', 'ListTopics', ofCluster, [
          'Topic',
          'Topics[]',
          { ...ofCluster, TopicName: 'TopicName' },
        ]),
        Nodes: list('Nodes', 'ListNodes', ofCluster, [
          'Node',
          'NodeInfoList[]',
          { ...ofCluster, NodeARN: 'NodeARN' },
        ]),
        Operations: list('Operations', 'ListClusterOperationsV2', ofCluster, [
          'ClusterOperation',
          'ClusterOperationInfoList[]',
          { OperationArn: 'OperationArn' },
        ]),
      },
      actions: {
        GetBootstrapBrokers: act('Show Bootstrap Brokers', 'R', 'GetBootstrapBrokers', ofCluster),
        GetPolicy: act('Show Policy', 'R', 'GetClusterPolicy', ofCluster),
        SetBrokerCount: act('Set Number of Brokers', 'D', 'UpdateBrokerCount', {
          ...ofCluster,
          CurrentVersion: data('CurrentVersion'),
          TargetNumberOfBrokerNodes: ask('TargetNumberOfBrokerNodes'),
        }),
        RebootBroker: act('Reboot Brokers', 'D', 'RebootBroker', {
          ...ofCluster,
          BrokerIds: ask('BrokerIds'),
        }),
        Delete: act('Delete', 'X', 'DeleteCluster', ofCluster),
      },
      has: {
        Subnets: to('Provisioned.BrokerNodeGroupInfo.ClientSubnets[]', 'ec2.Subnet'),
        SecurityGroups: to('Provisioned.BrokerNodeGroupInfo.SecurityGroups[]', 'ec2.SecurityGroup'),
        Configuration: to(
          'Provisioned.CurrentBrokerSoftwareInfo.ConfigurationArn',
          'Configuration',
        ),
        Key: to('Provisioned.EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId', 'kms.Key'),
        LogGroup: to('Provisioned.LoggingInfo.BrokerLogs.CloudWatchLogs.LogGroup', 'logs.LogGroup'),
      },
    },
    Topic: {
      identifiers: ['ClusterArn', 'TopicName'],
      description: ['{PartitionCount|count:partition}'],
      columns: [
        ['Partitions', 'PartitionCount'],
        ['Replicas', 'ReplicationFactor'],
        ['Replicas out of sync', 'OutOfSyncReplicaCount'],
      ],
      icon: 'list-flat',
      arn: 'TopicArn',
      load: {
        operation: 'DescribeTopic',
        params: { ...ofCluster, TopicName: identifier('TopicName') },
      },
      actions: {
        Delete: act('Delete', 'X', 'DeleteTopic', {
          ...ofCluster,
          TopicName: identifier('TopicName'),
        }),
      },
    },
    Node: {
      identifiers: ['ClusterArn', 'NodeARN'],
      label: ['Broker {BrokerNodeInfo.BrokerId}', '{NodeARN|last}'],
      description: ['InstanceType', 'BrokerNodeInfo.ClientVpcIpAddress'],
      columns: [
        ['Node', 'NodeARN'],
        ['Type', 'InstanceType'],
        ['Kafka version', 'BrokerNodeInfo.CurrentBrokerSoftwareInfo.KafkaVersion'],
        ['Endpoints', 'BrokerNodeInfo.Endpoints'],
        ['Subnet', 'BrokerNodeInfo.ClientSubnet'],
        ['Added', '{AddedToClusterTime|date}'],
      ],
      icon: 'server',
      arn: 'NodeARN',
      actions: {
        Reboot: act('Reboot', 'D', 'RebootBroker', {
          ...ofCluster,
          BrokerIds: [text('{BrokerNodeInfo.BrokerId}')],
        }),
      },
      has: {
        Subnet: to('BrokerNodeInfo.ClientSubnet', 'ec2.Subnet'),
        NetworkInterface: to('BrokerNodeInfo.AttachedENIId', 'ec2.NetworkInterface'),
      },
    },
    ClusterOperation: {
      identifiers: ['OperationArn'],
      label: ['OperationType', '{OperationArn|last}'],
      state: 'OperationState',
      description: ['OperationState', '{StartTime|date}'],
      columns: [
        ['Operation', 'OperationArn'],
        ['Type', 'OperationType'],
        ['State', 'OperationState'],
        ['Error', 'ErrorInfo.ErrorString'],
        ['Started', '{StartTime|date}'],
        ['Ended', '{EndTime|date}'],
      ],
      icon: 'sync',
      arn: 'OperationArn',
      arnPattern: `${arn}:cluster-operation/{*}`,
      load: {
        operation: 'DescribeClusterOperationV2',
        params: { ClusterOperationArn: identifier('OperationArn') },
        path: 'ClusterOperationInfo',
      },
      has: { Cluster: to('ClusterArn', 'Cluster') },
    },
    Configuration: {
      identifiers: ['Arn'],
      label: ['Name', '{Arn|last}'],
      state: 'State',
      description: ['State', 'Revision {LatestRevision.Revision}'],
      columns: [
        ['State', 'State'],
        ['Description', 'Description'],
        ['Kafka versions', 'KafkaVersions'],
        ['Newest revision', 'LatestRevision.Revision'],
        ['Created', '{CreationTime|date}'],
      ],
      icon: 'settings-gear',
      arn: 'Arn',
      arnPattern: `${arn}:configuration/{*}`,
      load: { operation: 'DescribeConfiguration', params: { Arn: identifier('Arn') } },
      collections: {
        Revisions: list('Revisions', 'ListConfigurationRevisions', { Arn: identifier('Arn') }, [
          'ConfigurationRevision',
          'Revisions[]',
          { Arn: identifier('Arn'), Revision: 'Revision' },
        ]),
      },
      actions: {
        Delete: act('Delete', 'X', 'DeleteConfiguration', { Arn: identifier('Arn') }),
      },
    },
    ConfigurationRevision: {
      identifiers: ['Arn', 'Revision'],
      label: ['Revision {Revision}'],
      description: ['Description', '{CreationTime|date}'],
      columns: [
        ['Description', 'Description'],
        ['Created', '{CreationTime|date}'],
      ],
      icon: 'versions',
      load: {
        operation: 'DescribeConfigurationRevision',
        params: { Arn: identifier('Arn'), Revision: json(identifier('Revision')) },
      },
    },
    Replicator: {
      identifiers: ['ReplicatorArn'],
      label: ['ReplicatorName', '{ReplicatorArn|last}'],
      state: 'ReplicatorState',
      description: ['ReplicatorState'],
      columns: [
        ['State', 'ReplicatorState'],
        ['Reason', 'StateInfo.Message'],
        ['Description', 'ReplicatorDescription'],
        ['Created', '{CreationTime|date}'],
      ],
      icon: 'mirror',
      arn: 'ReplicatorArn',
      arnPattern: `${arn}:replicator/{*}`,
      load: {
        operation: 'DescribeReplicator',
        params: { ReplicatorArn: identifier('ReplicatorArn') },
      },
      actions: {
        Delete: act('Delete', 'X', 'DeleteReplicator', {
          ReplicatorArn: identifier('ReplicatorArn'),
        }),
      },
      has: { Role: to('ServiceExecutionRoleArn', 'iam.Role') },
    },
  },
};
