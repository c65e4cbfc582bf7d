// EC2 names things alike: the items of `DescribeVpcs` are in `Vpcs`, and `VpcId` identifies one. These short forms say a
// kind's lists, its description, its ARN and its tags by that name.

import type {
  ActionRule,
  CollectionRule,
  Kind,
  LoadRule,
  ResultRule,
  Risk,
  WaiterRule,
} from '../../core/resources/kind.ts';
import {
  ask,
  askOptional,
  identifier,
  type Params,
  requested,
} from '../../core/resources/sources.ts';
import { act, asks, offers } from '../rules.ts';

export interface Naming {
  readonly title: string;
  readonly kind: string;
  readonly operation: string;
  readonly path: string;
  readonly id: string;
  /** The operation's parameter that takes a list of ids. */
  readonly ids: string;
  /** Items a page; absent for operations that answer with everything at once. */
  readonly pageSize?: number;
}

const atOnce = { pageSize: undefined };

export const naming = {
  instance: name('Instances', 'Instance', { path: 'Reservations[].Instances[]' }),
  instanceStatus: name('Status Checks', 'InstanceStatus', {
    operation: 'DescribeInstanceStatus',
    path: 'InstanceStatuses[]',
    ...ids('InstanceId'),
  }),
  spotInstanceRequest: name('Spot Requests', 'SpotInstanceRequest'),
  placementGroup: name('Placement Groups', 'PlacementGroup', { ...ids('GroupName'), ...atOnce }),
  image: name('AMIs', 'Image'),
  keyPair: name('Key Pairs', 'KeyPair', { ...ids('KeyName'), ...atOnce }),
  launchTemplate: name('Launch Templates', 'LaunchTemplate'),
  volume: name('Volumes', 'Volume'),
  snapshot: name('Snapshots', 'Snapshot'),
  vpc: name('VPCs', 'Vpc'),
  subnet: name('Subnets', 'Subnet'),
  dhcpOptions: name('DHCP Option Sets', 'DhcpOptions', {
    operation: 'DescribeDhcpOptions',
    path: 'DhcpOptions[]',
  }),
  flowLog: name('Flow Logs', 'FlowLog'),
  routeTable: name('Route Tables', 'RouteTable'),
  internetGateway: name('Internet Gateways', 'InternetGateway'),
  natGateway: name('NAT Gateways', 'NatGateway'),
  vpcEndpoint: name('Endpoints', 'VpcEndpoint'),
  vpcPeeringConnection: name('Peering Connections', 'VpcPeeringConnection'),
  vpnConnection: name('VPN Connections', 'VpnConnection', atOnce),
  transitGateway: name('Transit Gateways', 'TransitGateway'),
  transitGatewayAttachment: name('Attachments', 'TransitGatewayAttachment'),
  transitGatewayRouteTable: name('Route Tables', 'TransitGatewayRouteTable'),
  networkAcl: name('Network ACLs', 'NetworkAcl'),
  networkInterface: name('Network Interfaces', 'NetworkInterface'),
  address: name('Elastic IPs', 'Address', {
    operation: 'DescribeAddresses',
    path: 'Addresses[]',
    ...ids('AllocationId'),
    ...atOnce,
  }),
  classicAddress: name('EC2-Classic Addresses', 'ClassicAddress', {
    operation: 'DescribeAddresses',
    path: 'Addresses[]',
    ...ids('PublicIp'),
    ...atOnce,
  }),
  securityGroup: name('Security Groups', 'SecurityGroup', ids('GroupId')),
  securityGroupRule: name('Rules', 'SecurityGroupRule'),
} satisfies Readonly<Record<string, Naming>>;

/** What a name differs in from the usual. */
type Unusual = { readonly [Part in keyof Naming]?: Naming[Part] | undefined };

function name(title: string, kind: string, unusual: Unusual = {}): Naming {
  const pageSize = 'pageSize' in unusual ? unusual.pageSize : 200;
  return {
    title,
    kind,
    operation: unusual.operation ?? `Describe${kind}s`,
    path: unusual.path ?? `${kind}s[]`,
    id: unusual.id ?? `${kind}Id`,
    ids: unusual.ids ?? `${kind}Ids`,
    ...(pageSize !== undefined && { pageSize }),
  };
}

function ids(id: string): { readonly id: string; readonly ids: string } {
  return { id, ids: `${id}s` };
}

/** Without a size EC2 answers with everything at once. */
export function list(of: Naming, params: Params = {}): CollectionRule {
  return {
    title: of.title,
    operation: of.operation,
    params,
    ...(of.pageSize !== undefined && { pageSize: of.pageSize }),
    items: [{ kind: of.kind, path: of.path, identifiers: { [of.id]: of.id } }],
  };
}

/** One filter with the value of an identifier. */
export function where(filter: string, id: string, member = 'Filters'): Params {
  return { [member]: [{ Name: filter, Values: [identifier(id)] }] };
}

/** What most kinds have alike. `prefix` begins their ids, `type` their part of an ARN. */
export function named(of: Naming, prefix: string, type: string) {
  return {
    ...describedBy(of),
    label: ['tag:Name', of.id],
    arn: arn(type, of.id),
    idPattern: idPattern(prefix),
  } satisfies Partial<Kind>;
}

export function describedBy(of: Naming) {
  return { identifiers: [of.id], load: load(of) } satisfies Partial<Kind>;
}

function load(of: Naming): LoadRule {
  return {
    operation: of.operation,
    params: { [of.ids]: [identifier(of.id)] },
    path: of.path.replaceAll('[]', '[0]'),
  };
}

/** Ids of EC2 end in 8 hexadecimal digits where they are old, in 17 since 2016. */
export function idPattern(prefix: string): string {
  return `^${prefix}-(?:[0-9a-f]{8}|[0-9a-f]{17})$`;
}

export function arn(type: string, id: string): string {
  return `arn:{partition}:ec2:{region}:{account}:${type}/{${id}}`;
}

export function ec2Console(page: string, id: string, key: string): string {
  return `{c}/ec2/home?region={region}#${page}:${key}={${id}}`;
}

export function vpcConsole(page: string, id: string, key = id): string {
  return `{c}/vpcconsole/home?region={region}#${page}:${key}={${id}}`;
}

/** The parameter that takes this identifier. */
export function one(id: string): Params {
  return { [id]: identifier(id) };
}

/** The parameter that takes a list of these identifiers. */
export function many(of: Naming): Params {
  return { [of.ids]: [identifier(of.id)] };
}

/** The resource that an answer holds at a path, or is itself. */
export function made(of: Naming, path?: string): ResultRule {
  return { kind: of.kind, ...(path !== undefined && { path }), identifiers: { [of.id]: of.id } };
}

/** What can be done to any resource that may have tags. */
export function tagging(id: string): Readonly<Record<'CreateTags' | 'DeleteTags', ActionRule>> {
  const Resources = [identifier(id)];
  return {
    CreateTags: {
      ...act('Add Tags', 'W', 'CreateTags', { Resources, Tags: ask('Tags') }),
      result: {
        kind: 'Tag',
        identifiers: {
          ResourceId: identifier(id),
          Key: requested('Tags[].Key'),
          Value: requested('Tags[].Value'),
        },
      },
      batch: { size: 1000 },
    },
    DeleteTags: act('Delete Tags', 'X', 'DeleteTags', { Resources, Tags: askOptional('Tags') }),
  };
}

/** What EC2 tells and changes of a kind one attribute at a time. `changes` are the parameters that say which and how. */
export function attributes(of: Naming, changes: readonly string[], shown: Risk = 'R') {
  return {
    DescribeAttribute: act('Show Attribute', shown, `Describe${of.kind}Attribute`, {
      ...one(of.id),
      ...asks('Attribute'),
    }),
    ModifyAttribute: act('Change Attribute', 'D', `Modify${of.kind}Attribute`, {
      ...one(of.id),
      ...offers(...changes),
    }),
  };
}

/** The same, where an attribute can be set back to what it was at first. */
export function resettable(of: Naming, changes: readonly string[], shown: Risk = 'R') {
  return {
    ...attributes(of, changes, shown),
    ResetAttribute: act('Reset Attribute', 'D', `Reset${of.kind}Attribute`, {
      ...one(of.id),
      ...asks('Attribute'),
    }),
  };
}

/** Our names for the model's waiters, which all take the same parameters. */
export function waits(
  params: Params,
  waiters: Readonly<Record<string, string>>,
): Readonly<Record<string, WaiterRule>> {
  return Object.fromEntries(
    Object.entries(waiters).map(([own, waiter]) => [own, { waiter, params }]),
  );
}
