import type { ServiceKinds } from '../../core/resources/kind.ts';
import { list } from '../rules.ts';
import { dbCluster, dbClusterEndpoint } from './cluster.ts';
import { dbParameter, dbParameterGroup, dbSubnetGroup } from './groups.ts';
import { dbInstance, dbLogFile, event, instances } from './instance.ts';
import { dbProxy, dbProxyTarget } from './proxy.ts';
import { dbClusterSnapshot, dbSnapshot } from './snapshots.ts';

/** Neptune and DocumentDB are listed here too; the engine in the description tells. */
export const rds: ServiceKinds = {
  service: 'rds',
  title: 'RDS',
  icon: 'database',
  collections: {
    DBInstances: instances('DB Instances'),
    DBClusters: list('DB Clusters', 'DescribeDBClusters', {}, [
      'DBCluster',
      'DBClusters[]',
      { DBClusterIdentifier: 'DBClusterIdentifier' },
    ]),
    DBProxies: list('DB Proxies', 'DescribeDBProxies', {}, [
      'DBProxy',
      'DBProxies[]',
      { DBProxyName: 'DBProxyName' },
    ]),
    DBParameterGroups: list('Parameter Groups', 'DescribeDBParameterGroups', {}, [
      'DBParameterGroup',
      'DBParameterGroups[]',
      { DBParameterGroupName: 'DBParameterGroupName' },
    ]),
    DBSubnetGroups: list('Subnet Groups', 'DescribeDBSubnetGroups', {}, [
      'DBSubnetGroup',
      'DBSubnetGroups[]',
      { DBSubnetGroupName: 'DBSubnetGroupName' },
    ]),
  },
  kinds: {
    DBInstance: dbInstance,
    DBLogFile: dbLogFile,
    Event: event,
    DBCluster: dbCluster,
    DBClusterEndpoint: dbClusterEndpoint,
    DBSnapshot: dbSnapshot,
    DBClusterSnapshot: dbClusterSnapshot,
    DBProxy: dbProxy,
    DBProxyTarget: dbProxyTarget,
    DBParameterGroup: dbParameterGroup,
    DBParameter: dbParameter,
    DBSubnetGroup: dbSubnetGroup,
  },
};
