// Every declared kind of the services that the demo's account uses: each collection lists, each kind of item loads and its
// own collections open. What moto does not serve is named here, so that nothing else can fail unseen.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Collection, type Resource, ServiceError } from '../../src/library.ts';
import { declaredServices } from '../../src/services/index.ts';
import { serviceResource } from '../../src/services/registry.ts';
import { useAws } from './aws.ts';

const seeded: readonly string[] = [
  'cloudformation',
  'cloudwatch',
  'dynamodb',
  'ec2',
  'ecs',
  'iam',
  'kms',
  'lambda',
  'logs',
  'rds',
  's3',
  'secretsmanager',
  'sns',
  'sqs',
  'ssm',
];

/** Collections that the demo has nothing for. */
const empty: readonly string[] = [
  'cloudformation Exports',
  'cloudformation StackSets',
  'cloudwatch CompositeAlarms',
  'ec2 ClassicAddresses',
  'ec2 PlacementGroups',
  'ec2 SpotInstanceRequests',
  'ec2 TransitGateways',
  'ec2 VpnConnections',
  'iam InstanceProfiles',
  'iam OpenIDConnectProviders',
  'iam SamlProviders',
  'iam ServerCertificates',
  'iam VirtualMfaDevices',
  'lambda EventSourceMappings',
  'lambda Layers',
  'logs QueryDefinitions',
  'rds DBProxies',
  'rds DBSubnetGroups',
  'sns PlatformApplications',
  'ssm AutomationExecutions',
  'ssm Documents',
  'ssm ManagedInstances',
];

/** Operations that moto lacks, or lacks a filter of. */
const notServed: readonly string[] = [
  'cloudformation DescribeStackResourceDrifts',
  'cloudwatch DescribeAlarmHistory',
  'ec2 DescribeImages',
  'ec2 DescribePlacementGroups',
  'ecs ListServiceDeployments',
  'lambda ListFunctionUrlConfigs',
  'lambda ListProvisionedConcurrencyConfigs',
  'logs DescribeQueryDefinitions',
  'rds DescribeDBClusterEndpoints',
  'ssm DescribeAutomationExecutions',
  'ssm DescribeInstanceInformation',
];

const aws = await useAws();

for (const { service } of declaredServices.filter(({ service }) => seeded.includes(service))) {
  describe(`the resources of ${service}`, async () => {
    const { collections } = await serviceResource(aws.session, service);
    for (const collection of collections) {
      it(`has ${collection.title}`, async () => {
        const items = await firstPage(collection);
        if (!empty.includes(`${service} ${collection.name}`)) assert.notEqual(items.length, 0);
      });

      it(`opens ${collection.title} down to the last child`, async () => {
        for (const item of oneOfEachKind(await firstPage(collection))) await openAll(item);
      });
    }
  });
}

/** Loads it and everything under it, one item of each kind; a kind is not opened again below itself. */
async function openAll(resource: Resource, above: readonly string[] = []): Promise<void> {
  const where = `${resource.service} ${resource.kind} ${resource.id}`;
  assert.ok(resource.label, `${where} has no label`);
  assert.ok(resource.icon, `${where} has no icon`);
  for (const [name, value] of resource.columns) {
    assert.ok(name && value, `${where} has an empty row in its tooltip: ${name}`);
  }
  assert.equal(typeof (await resource.load()), 'object', where);
  const arn = await resource.arn();
  if (arn !== undefined) assert.match(arn, /^arn:aws:[a-z0-9-]+:/, where);
  if (resource.consoleUrl !== undefined) assert.match(resource.consoleUrl, /^https:\/\//, where);
  const kinds = [...above, `${resource.service} ${resource.kind}`];
  for (const collection of resource.collections) {
    for (const child of oneOfEachKind(await firstPage(collection))) {
      if (!kinds.includes(`${child.service} ${child.kind}`)) await openAll(child, kinds);
    }
  }
}

function oneOfEachKind(resources: readonly Resource[]): readonly Resource[] {
  return [...new Map(resources.map((resource) => [resource.kind, resource])).values()];
}

async function firstPage(collection: Collection): Promise<readonly Resource[]> {
  try {
    return (await collection.page()).items;
  } catch (error) {
    const isLacking =
      error instanceof ServiceError && notServed.includes(`${error.service} ${error.operation}`);
    if (isLacking) return [];
    throw error;
  }
}
