// What the kinds of ECS have in common.

import type { BatchRule, CollectionRule, LoadRule } from '../../core/resources/kind.ts';
import { identifier, type Params } from '../../core/resources/sources.ts';
import { list } from '../rules.ts';

export const cluster = identifier('clusterArn');
export const inCluster = { cluster };
export const toCluster = { kind: 'Cluster', identifiers: { clusterArn: cluster } };

/** `DescribeTasks` describes the `taskArn`s in `tasks`, up to `size` in a call. */
export function described(
  operation: string,
  arnName: string,
  path: string,
  size: number,
  params: Params,
): LoadRule {
  const batch: BatchRule = {
    size,
    param: path,
    identifier: arnName,
    path: `${path}[]`,
    member: arnName,
  };
  const all = { ...params, [path]: [identifier(arnName)] };
  return { operation, params: all, path: `${path}[0]`, batch };
}

/** A list of plain ARNs of a cluster. */
export function arns(
  title: string,
  operation: string,
  kind: string,
  arnName: string,
  params: Params = {},
): CollectionRule {
  const item = [kind, `${arnName}s[]`, { clusterArn: cluster, [arnName]: '@' }] as const;
  return { ...list(title, operation, { ...inCluster, ...params }, item), pageSize: 100 };
}
