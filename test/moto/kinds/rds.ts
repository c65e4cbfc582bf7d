import assert from 'node:assert/strict';
import type { ActionOutcome } from '../../../src/core/resources/actions.ts';
import type { Resource } from '../../../src/library.ts';
import { because, firstOf, made, notInMoto, subnetsOf, under } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

const login = { MasterUsername: 'owner', MasterUserPassword: 'example-password' };
const postgres = { DBInstanceClass: 'db.t3.micro', Engine: 'postgres', AllocatedStorage: 20 };

const maxConnections = {
  ParameterName: 'max_connections',
  ParameterValue: '9',
  ApplyMethod: 'immediate',
};

export const scenarios: ServiceScenarios = {
  kinds: {
    DBInstance: {
      create: async (stage) => {
        const known = { DBInstanceIdentifier: stage.unique('db') };
        const DBSubnetGroupName = (await stage.example('DBSubnetGroup')).id;
        const input = { ...known, ...postgres, ...login, DBSubnetGroupName };
        return made(stage, 'DBInstance', { operation: 'CreateDBInstance', input, known });
      },
      loaded: { Engine: 'postgres' },
      actions: [
        run('Reboot'),
        run('Modify', { DBInstanceClass: 'db.t3.small', ApplyImmediately: true }, ({ output }) =>
          assert.partialDeepStrictEqual(output, { DBInstance: { DBInstanceClass: 'db.t3.small' } }),
        ),
        run('CreateSnapshot', (stage) => ({ DBSnapshotIdentifier: stage.unique('snapshot') })),
        run('Stop', {}, { DBInstance: { DBInstanceStatus: 'stopped' } }),
        run('Start', {}, { DBInstance: { DBInstanceStatus: 'available' } }),
      ],
      children: { Snapshots: 1, LogFiles: 1, Events: 1 },
      references: { SubnetGroup: 1, ParameterGroups: 1, Vpc: 1 },
      waits: ['Available'],
      remove: run('Delete', { SkipFinalSnapshot: true }),
      waitsAfter: ['Deleted'],
    },
    DBLogFile: {
      create: async (stage) => firstOf(await stage.example('DBInstance'), 'LogFiles'),
      listed: under('DBInstance', 'LogFiles'),
    },
    Event: {
      create: async (stage) => firstOf(await stage.example('DBInstance'), 'Events'),
      listed: under('DBInstance', 'Events'),
      references: { Source: 1 },
    },
    DBSnapshot: {
      create: async (stage) =>
        stage.make(await stage.example('DBInstance'), 'CreateSnapshot', {
          DBSnapshotIdentifier: stage.unique('snapshot'),
        }),
      listed: under('DBInstance', 'Snapshots'),
      loaded: { Status: 'available' },
      actions: [
        run('Copy', (stage) => ({ TargetDBSnapshotIdentifier: stage.unique('copy') }), isThere),
        run('Restore', (stage) => ({ DBInstanceIdentifier: stage.unique('restored') }), isThere),
      ],
      references: { Instance: 1 },
      waits: ['Available'],
    },
    DBCluster: {
      create: async (stage) => {
        const known = { DBClusterIdentifier: stage.unique('cluster') };
        const DBSubnetGroupName = (await stage.example('DBSubnetGroup')).id;
        const input = { ...known, ...login, Engine: 'aurora-postgresql', DBSubnetGroupName };
        const cluster = await made(stage, 'DBCluster', {
          operation: 'CreateDBCluster',
          input,
          known,
        });
        for (const name of ['writer', 'reader']) await addMember(stage, cluster, name);
        return cluster;
      },
      loaded: { Engine: 'aurora-postgresql' },
      actions: [
        run('CreateSnapshot', (stage) => ({
          DBClusterSnapshotIdentifier: stage.unique('snapshot'),
        })),
        run('Failover'),
        run('ExecuteStatement', {
          secretArn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-db-AbCdEf',
          sql: 'select 1',
        }),
        run('Stop'),
        run('Start'),
      ],
      children: { Snapshots: 1, Instances: 2 },
      references: { Members: 2, SubnetGroup: 1 },
      waits: ['Available'],
      remove: run('Delete', async (_, cluster) => {
        for await (const member of cluster.collection('Instances')) {
          await member.act('Delete', { SkipFinalSnapshot: true }, { confirm: member.confirmation });
        }
        return { SkipFinalSnapshot: true };
      }),
      waitsAfter: ['Deleted'],
    },
    DBClusterSnapshot: {
      create: async (stage) =>
        stage.make(await stage.example('DBCluster'), 'CreateSnapshot', {
          DBClusterSnapshotIdentifier: stage.unique('snapshot'),
        }),
      listed: under('DBCluster', 'Snapshots'),
      loaded: { Status: 'available' },
      actions: [
        run('Restore', (stage) => ({ DBClusterIdentifier: stage.unique('restored') }), isThere),
      ],
      references: { Cluster: 1 },
      waits: ['Available'],
    },
    DBProxy: {
      create: async (stage) => {
        const known = { DBProxyName: stage.unique('proxy') };
        const SecretArn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-db-AbCdEf';
        const input = {
          ...known,
          EngineFamily: 'POSTGRESQL',
          Auth: [{ AuthScheme: 'SECRETS', SecretArn }],
          RoleArn: 'arn:aws:iam::123456789012:role/proxy',
          VpcSubnetIds: await subnetsOf(stage),
        };
        return made(stage, 'DBProxy', { operation: 'CreateDBProxy', input, known });
      },
      loaded: { EngineFamily: 'POSTGRESQL' },
      references: { Role: 1, Vpc: 1, Subnets: 2, Secrets: 1 },
    },
    DBProxyTarget: {
      create: async (stage) => {
        const { id: DBProxyName } = await stage.example('DBProxy');
        const { id } = await stage.example('DBInstance');
        const known = { DBProxyName, RdsResourceId: id };
        const input = { DBProxyName, DBInstanceIdentifiers: [id] };
        const operation = 'RegisterDBProxyTargets';
        return made(stage, 'DBProxyTarget', { operation, input, known });
      },
      listed: under('DBProxy', 'Targets'),
      references: { Proxy: 1 },
    },
    DBParameterGroup: {
      create: (stage) => {
        const known = { DBParameterGroupName: stage.unique('parameters') };
        const input = { ...known, DBParameterGroupFamily: 'postgres16', Description: 'Orders' };
        const operation = 'CreateDBParameterGroup';
        return made(stage, 'DBParameterGroup', { operation, input, known });
      },
      loaded: { Description: 'Orders' },
      actions: [run('Modify', { Parameters: [maxConnections] })],
      children: { Parameters: 1 },
    },
    DBParameter: {
      create: async (stage) => {
        const group = await stage.example('DBParameterGroup');
        await stage.act(group, 'Modify', { Parameters: [maxConnections] });
        return firstOf(group, 'Parameters');
      },
      listed: under('DBParameterGroup', 'Parameters'),
    },
    DBSubnetGroup: {
      create: async (stage) => {
        const known = { DBSubnetGroupName: stage.unique('subnets') };
        const SubnetIds = await subnetsOf(stage);
        const input = { ...known, DBSubnetGroupDescription: 'Orders', SubnetIds };
        return made(stage, 'DBSubnetGroup', { operation: 'CreateDBSubnetGroup', input, known });
      },
      loaded: { DBSubnetGroupDescription: 'Orders' },
      references: { Vpc: 1, Subnets: 2 },
    },
  },
  unserved: because(
    notInMoto,
    'DBInstance.DescribePendingMaintenance',
    'DBInstance.DownloadLogFile',
    'DBLogFile.Download',
    'DBCluster.Endpoints',
    'DBCluster.Reboot',
    'DBClusterEndpoint',
    'DBParameterGroup.Reset',
  ),
};

async function addMember(stage: Stage, cluster: Resource, name: string): Promise<void> {
  await (await stage.client('rds')).call('CreateDBInstance', {
    DBInstanceIdentifier: `${cluster.id}-${name}`,
    DBClusterIdentifier: cluster.id,
    DBInstanceClass: 'db.t3.medium',
    Engine: 'aurora-postgresql',
  });
}

/** What an action made can be described, and is taken away again. */
async function isThere({ resources: [one] }: ActionOutcome): Promise<void> {
  assert.ok(one);
  await one.load();
  const input = one.kind.endsWith('Snapshot') ? {} : { SkipFinalSnapshot: true };
  await one.act('Delete', input, { confirm: one.confirmation });
}
