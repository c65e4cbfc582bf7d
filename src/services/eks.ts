import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const byName = { name: identifier('name') };
const ofCluster = { clusterName: identifier('name') };
const inCluster = { clusterName: identifier('clusterName') };
const ofNodegroup = { ...inCluster, nodegroupName: identifier('nodegroupName') };
const ofProfile = { ...inCluster, fargateProfileName: identifier('fargateProfileName') };
const ofAddon = { ...inCluster, addonName: identifier('addonName') };
const ofEntry = { ...inCluster, principalArn: identifier('principalArn') };
const ofAssociation = { ...inCluster, associationId: identifier('associationId') };

const arns = 'arn:{partition}:eks:{region}:{account}';

/** The listings give only names; clusters and what is in them are described one by one. */
export const eks: ServiceKinds = {
  service: 'eks',
  title: 'EKS',
  icon: 'layers',
  collections: {
    Clusters: list('Clusters', 'ListClusters', {}, ['Cluster', 'clusters[]', { name: '@' }]),
  },
  kinds: {
    Cluster: {
      identifiers: ['name'],
      state: 'status',
      description: ['status', 'Kubernetes {version}'],
      columns: [
        ['Status', 'status'],
        ['Kubernetes', 'version'],
        ['Platform', 'platformVersion'],
        ['Endpoint', 'endpoint'],
        ['Public', '{resourcesVpcConfig.endpointPublicAccess|if:yes/no}'],
        ['VPC', 'resourcesVpcConfig.vpcId'],
        ['Authentication', 'accessConfig.authenticationMode'],
        ['Health', 'health.issues[].message'],
        ['Created', 'createdAt'],
      ],
      icon: 'layers',
      arn: `${arns}:cluster/{name}`,
      consoleUrl: '{c}/eks/home?region={region}#/clusters/{name}',
      load: { operation: 'DescribeCluster', params: byName, path: 'cluster' },
      hydrate: true,
      collections: {
        Nodegroups: list('Node Groups', 'ListNodegroups', ofCluster, [
          'Nodegroup',
          'nodegroups[]',
          { ...ofCluster, nodegroupName: '@' },
        ]),
        FargateProfiles: list('Fargate Profiles', 'ListFargateProfiles', ofCluster, [
          'FargateProfile',
          'fargateProfileNames[]',
          { ...ofCluster, fargateProfileName: '@' },
        ]),
        Addons: list('Add-ons', 'ListAddons', ofCluster, [
          'Addon',
          'addons[]',
          { ...ofCluster, addonName: '@' },
        ]),
        AccessEntries: list('Access Entries', 'ListAccessEntries', ofCluster, [
          'AccessEntry',
          'accessEntries[]',
          { ...ofCluster, principalArn: '@' },
        ]),
        PodIdentityAssociations: list(
          'Pod Identity Associations',
          'ListPodIdentityAssociations',
          ofCluster,
          [
            'PodIdentityAssociation',
            'associations[]',
            { ...ofCluster, associationId: 'associationId' },
          ],
        ),
        Updates: list('Updates', 'ListUpdates', byName, [
          'Update',
          'updateIds[]',
          { ...ofCluster, updateId: '@' },
        ]),
        Insights: list('Insights', 'ListInsights', ofCluster, [
          'Insight',
          'insights[]',
          { ...ofCluster, id: 'id' },
        ]),
      },
      actions: {
        UpdateKubeconfig: act('Update Kubeconfig', 'L', 'DescribeCluster', byName),
        UpdateVersion: act('Update Kubernetes Version', 'D', 'UpdateClusterVersion', {
          ...byName,
          version: ask('version'),
        }),
        UpdateLogging: act('Change Logging', 'W', 'UpdateClusterConfig', {
          ...byName,
          logging: ask('logging'),
        }),
        Delete: act('Delete', 'X', 'DeleteCluster', byName),
      },
      waiters: {
        Active: { waiter: 'ClusterActive', params: byName },
        Deleted: { waiter: 'ClusterDeleted', params: byName },
      },
      has: {
        Role: to('roleArn', 'iam.Role'),
        Vpc: to('resourcesVpcConfig.vpcId', 'ec2.Vpc'),
        Subnets: to('resourcesVpcConfig.subnetIds[]', 'ec2.Subnet'),
        SecurityGroup: to('resourcesVpcConfig.clusterSecurityGroupId', 'ec2.SecurityGroup'),
        SecurityGroups: to('resourcesVpcConfig.securityGroupIds[]', 'ec2.SecurityGroup'),
        Keys: to('encryptionConfig[].provider.keyArn', 'kms.Key'),
      },
    },
    Nodegroup: {
      identifiers: ['clusterName', 'nodegroupName'],
      state: 'status',
      description: ['status', '{scalingConfig.desiredSize|count:node}', 'instanceTypes'],
      columns: [
        ['Status', 'status'],
        ['Desired', 'scalingConfig.desiredSize'],
        ['Limits', '{scalingConfig.minSize}–{scalingConfig.maxSize}'],
        ['Instance types', 'instanceTypes'],
        ['Capacity', 'capacityType'],
        ['AMI', 'amiType'],
        ['Kubernetes', 'version'],
        ['Release', 'releaseVersion'],
        ['Health', 'health.issues[].message'],
      ],
      icon: 'server-environment',
      arn: 'nodegroupArn',
      arnPattern: `${arns}:nodegroup/{clusterName}/{nodegroupName}/{*}`,
      consoleUrl: '{c}/eks/home?region={region}#/clusters/{clusterName}/nodegroups/{nodegroupName}',
      load: { operation: 'DescribeNodegroup', params: ofNodegroup, path: 'nodegroup' },
      hydrate: true,
      actions: {
        Scale: act('Scale', 'D', 'UpdateNodegroupConfig', {
          ...ofNodegroup,
          scalingConfig: {
            minSize: askOptional('minSize'),
            maxSize: askOptional('maxSize'),
            desiredSize: ask('desiredSize'),
          },
        }),
        UpdateVersion: act('Update Version', 'D', 'UpdateNodegroupVersion', {
          ...ofNodegroup,
          version: askOptional('version'),
        }),
        Delete: act('Delete', 'X', 'DeleteNodegroup', ofNodegroup),
      },
      waiters: {
        Active: { waiter: 'NodegroupActive', params: ofNodegroup },
        Deleted: { waiter: 'NodegroupDeleted', params: ofNodegroup },
      },
      has: {
        Role: to('nodeRole', 'iam.Role'),
        AutoScalingGroups: to('resources.autoScalingGroups[].name', 'autoscaling.AutoScalingGroup'),
        LaunchTemplate: to('launchTemplate.id', 'ec2.LaunchTemplate'),
        Subnets: to('subnets[]', 'ec2.Subnet'),
        KeyPair: to('remoteAccess.ec2SshKey', 'ec2.KeyPair'),
      },
    },
    FargateProfile: {
      identifiers: ['clusterName', 'fargateProfileName'],
      state: 'status',
      description: ['status', 'selectors[].namespace'],
      columns: [
        ['Status', 'status'],
        ['Namespaces', 'selectors[].namespace'],
        ['Subnets', 'subnets'],
        ['Role', '{podExecutionRoleArn|last}'],
        ['Health', 'health.issues[].message'],
        ['Created', 'createdAt'],
      ],
      icon: 'server-process',
      arn: 'fargateProfileArn',
      arnPattern: `${arns}:fargateprofile/{clusterName}/{fargateProfileName}/{*}`,
      load: { operation: 'DescribeFargateProfile', params: ofProfile, path: 'fargateProfile' },
      hydrate: true,
      actions: { Delete: act('Delete', 'X', 'DeleteFargateProfile', ofProfile) },
      waiters: {
        Active: { waiter: 'FargateProfileActive', params: ofProfile },
        Deleted: { waiter: 'FargateProfileDeleted', params: ofProfile },
      },
      has: {
        Role: to('podExecutionRoleArn', 'iam.Role'),
        Subnets: to('subnets[]', 'ec2.Subnet'),
      },
    },
    Addon: {
      identifiers: ['clusterName', 'addonName'],
      state: 'status',
      description: ['status', 'addonVersion'],
      columns: [
        ['Status', 'status'],
        ['Version', 'addonVersion'],
        ['Publisher', 'publisher'],
        ['Role', '{serviceAccountRoleArn|last}'],
        ['Health', 'health.issues[].message'],
        ['Created', 'createdAt'],
        ['Modified', 'modifiedAt'],
      ],
      icon: 'extensions',
      arn: 'addonArn',
      arnPattern: `${arns}:addon/{clusterName}/{addonName}/{*}`,
      load: { operation: 'DescribeAddon', params: ofAddon, path: 'addon' },
      hydrate: true,
      actions: {
        GetVersions: act('Show Versions', 'R', 'DescribeAddonVersions', {
          addonName: identifier('addonName'),
        }),
        Update: act('Update', 'D', 'UpdateAddon', {
          ...ofAddon,
          addonVersion: ask('addonVersion'),
        }),
        Delete: act('Delete', 'X', 'DeleteAddon', ofAddon),
      },
      waiters: {
        Active: { waiter: 'AddonActive', params: ofAddon },
        Deleted: { waiter: 'AddonDeleted', params: ofAddon },
      },
      has: { Role: to('serviceAccountRoleArn', 'iam.Role') },
    },
    AccessEntry: {
      identifiers: ['clusterName', 'principalArn'],
      label: ['{principalArn|last}'],
      description: ['type', 'kubernetesGroups'],
      columns: [
        ['Principal', 'principalArn'],
        ['Type', 'type'],
        ['User name', 'username'],
        ['Groups', 'kubernetesGroups'],
        ['Created', 'createdAt'],
        ['Modified', 'modifiedAt'],
      ],
      icon: 'person',
      arn: 'accessEntryArn',
      load: { operation: 'DescribeAccessEntry', params: ofEntry, path: 'accessEntry' },
      hydrate: true,
      actions: {
        GetPolicies: act('Show Access Policies', 'R', 'ListAssociatedAccessPolicies', ofEntry),
        Delete: act('Delete', 'X', 'DeleteAccessEntry', ofEntry),
      },
      has: { Principal: to('principalArn') },
    },
    PodIdentityAssociation: {
      identifiers: ['clusterName', 'associationId'],
      label: ['{namespace}/{serviceAccount}', 'associationId'],
      description: ['{roleArn|last}'],
      columns: [
        ['ID', 'associationId'],
        ['Namespace', 'namespace'],
        ['Service account', 'serviceAccount'],
        ['Role', '{roleArn|last}'],
        ['Created', 'createdAt'],
      ],
      icon: 'link',
      arn: 'associationArn',
      arnPattern: `${arns}:podidentityassociation/{clusterName}/{associationId}`,
      load: {
        operation: 'DescribePodIdentityAssociation',
        params: ofAssociation,
        path: 'association',
      },
      actions: { Delete: act('Delete', 'X', 'DeletePodIdentityAssociation', ofAssociation) },
      has: { Role: to('roleArn', 'iam.Role') },
    },
    Update: {
      identifiers: ['clusterName', 'updateId'],
      label: ['{type} {createdAt|date}', 'updateId'],
      state: 'status',
      description: ['status', 'errors[].errorMessage'],
      columns: [
        ['ID', 'updateId'],
        ['Type', 'type'],
        ['Status', 'status'],
        ['Created', 'createdAt'],
        ['Errors', 'errors[].errorMessage'],
      ],
      icon: 'sync',
      load: {
        operation: 'DescribeUpdate',
        params: { name: identifier('clusterName'), updateId: identifier('updateId') },
        path: 'update',
      },
      hydrate: true,
    },
    Insight: {
      identifiers: ['clusterName', 'id'],
      label: ['name', 'id'],
      state: 'insightStatus.status',
      description: ['insightStatus.status', 'Kubernetes {kubernetesVersion}'],
      columns: [
        ['Status', 'insightStatus.status'],
        ['Reason', 'insightStatus.reason'],
        ['Category', 'category'],
        ['Kubernetes', 'kubernetesVersion'],
        ['Description', 'description'],
        ['Recommendation', 'recommendation'],
        ['Checked', 'lastRefreshTime'],
      ],
      icon: 'lightbulb',
      load: {
        operation: 'DescribeInsight',
        params: { ...inCluster, id: identifier('id') },
        path: 'insight',
      },
    },
  },
};
