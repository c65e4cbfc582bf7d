import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ParamValidationError } from '../../../src/core/errors.ts';
import type { ServiceKinds } from '../../../src/core/resources/kind.ts';
import type { Resource } from '../../../src/core/resources/resource.ts';
import { ask, data, identifier } from '../../../src/core/resources/sources.ts';
import { declare, service } from './declared.ts';
import { recordSession } from './recordedSession.ts';

const ec2 = service('ec2', {
  Instance: {
    identifiers: ['InstanceId'],
    icon: 'vm',
    load: { operation: 'DescribeInstances', path: 'Reservations[0].Instances[0]' },
    actions: { Move: { title: 'Move', risk: 'W', operation: 'ModifyInstanceAttribute' } },
    has: {
      Vpc: { member: 'VpcId', kind: 'Vpc' },
      SecurityGroups: { member: 'Groups[].GroupId', kind: 'Group' },
      Role: { member: 'RoleArn', kind: 'iam.Role' },
      Owner: { member: 'OwnerArn' },
      Host: { member: 'InstanceId', kind: 'Host' },
      Interfaces: {
        kind: 'Interface',
        path: 'NetworkInterfaces[]',
        identifiers: { InterfaceId: 'InterfaceId' },
      },
      Volumes: { kind: 'Volume', identifiers: { VolumeId: data('Mappings[].Ebs.VolumeId') } },
      Tag: {
        kind: 'Tag',
        identifiers: { ResourceId: identifier('InstanceId'), Key: ask('Key') },
      },
    },
  },
  Vpc: {
    identifiers: ['VpcId'],
    icon: 'globe',
    arn: 'arn:{partition}:ec2:{region}:{account}:vpc/{VpcId}',
    idPattern: '^vpc-[0-9a-f]+$',
    collections: {
      Instances: {
        title: 'Instances',
        operation: 'DescribeInstances',
        params: { Filters: [{ Name: 'vpc-id', Values: [identifier('VpcId')] }] },
        items: [
          {
            kind: 'Instance',
            path: 'Reservations[].Instances[]',
            identifiers: { InstanceId: 'InstanceId' },
          },
        ],
      },
      Hosts: { title: 'Hosts', operation: 'DescribeHosts', items: [] },
    },
    usedBy: ['Instances'],
  },
  Group: { identifiers: ['GroupId'], icon: 'shield' },
  Host: { identifiers: ['HostId'], icon: 'server' },
  Interface: { identifiers: ['InterfaceId'], icon: 'plug', state: 'Status' },
  Volume: { identifiers: ['VolumeId'], icon: 'save' },
  Tag: { identifiers: ['ResourceId', 'Key'], icon: 'tag' },
});

const iam = service(
  'iam',
  {
    Role: {
      identifiers: ['RoleName'],
      icon: 'person',
      arn: 'Arn',
      arnPattern: 'arn:{partition}:iam::{account}:role{*}/{RoleName}',
    },
  },
  { scope: { global: { aws: 'us-east-1' } } },
);

const ecs = service('ecs', {
  Cluster: {
    identifiers: ['clusterArn'],
    icon: 'server',
    arn: 'clusterArn',
    arnPattern: 'arn:{partition}:ecs:{region}:{account}:cluster/{clusterArn|last}',
  },
  Service: {
    identifiers: ['clusterArn', 'serviceArn'],
    icon: 'server',
    arn: 'serviceArn',
    arnPattern: 'arn:{partition}:ecs:{region}:{account}:service/{clusterArn|last}/{*}',
    has: {
      Latest: {
        member: 'latest',
        kind: 'Revision',
        identifiers: { serviceArn: identifier('serviceArn') },
      },
    },
  },
  Revision: { identifiers: ['serviceArn', 'Number'], icon: 'history' },
});

function open(services: readonly ServiceKinds[], kind: string, ids: Record<string, string>) {
  const answer: { attributes: Record<string, unknown> } = { attributes: {} };
  const { session, calls } = recordSession({
    'ec2.DescribeInstances': () => ({ Reservations: [{ Instances: [answer.attributes] }] }),
    'ec2.ModifyInstanceAttribute': () => ({}),
  });
  const resource = declare(session, ...services).get(kind, ids);
  return { resource, calls, answer };
}

function instance(attributes: Record<string, unknown> = {}) {
  const opened = open([ec2, iam, ecs], 'Instance', { InstanceId: 'i-1' });
  opened.answer.attributes = attributes;
  return opened;
}

const pathsOf = (resources: readonly Resource[]) => resources.map(({ path }) => path);

describe('what uses a resource', () => {
  test('it is in those of its lists that the declaration names', async () => {
    const { resource, calls } = open([ec2], 'Vpc', { VpcId: 'vpc-1' });
    const [users, ...others] = resource.usedBy;
    assert.deepEqual(others, []);
    assert.deepEqual(calls, []);
    const page = await users?.page();
    assert.deepEqual(
      page?.items.map(({ kind }) => kind),
      ['Instance'],
    );
    assert.deepEqual(instance().resource.usedBy, []);
  });
});

describe('the references of a resource', () => {
  test('it names them, their kinds and what must be given', () => {
    const { resource } = instance();
    const shown = resource.references.map(({ name, title, kind, member, inputs, isList }) =>
      [name, title, kind, member, inputs.join(), isList].join(' | '),
    );
    assert.deepEqual(shown, [
      'Vpc | Vpc | Vpc | VpcId |  | false',
      'SecurityGroups | Security Groups | Group | Groups[].GroupId |  | true',
      'Role | Role | iam.Role | RoleArn |  | false',
      'Owner | Owner |  | OwnerArn |  | false',
      'Host | Host | Host | InstanceId |  | false',
      'Interfaces | Interfaces | Interface |  |  | true',
      'Volumes | Volumes | Volume |  |  | true',
      'Tag | Tag | Tag |  | Key | false',
    ]);
  });

  test('it follows an identifier, and asks nobody where that is known', async () => {
    const { resource, calls } = instance();
    resource.take({ VpcId: 'vpc-1' });
    assert.deepEqual(pathsOf(await resource.follow('Vpc')), ['ec2.Vpc(VpcId=vpc-1)']);
    assert.deepEqual(calls, []);
  });

  test('it follows an identifier of its own without a call', async () => {
    const { resource, calls } = instance();
    assert.deepEqual(pathsOf(await resource.follow('Host')), ['ec2.Host(HostId=i-1)']);
    assert.deepEqual(calls, []);
  });

  test('it describes the resource once where the member is missing', async () => {
    const { resource, calls } = instance({ VpcId: 'vpc-1' });
    assert.deepEqual(pathsOf(await resource.follow('Vpc')), ['ec2.Vpc(VpcId=vpc-1)']);
    assert.deepEqual(await resource.follow('Role'), []);
    assert.deepEqual(calls, ['ec2.DescribeInstances(eu-west-1) {}']);
  });

  test('it describes the resource anew after an action, and drops what it no longer has', async () => {
    const { resource, answer } = instance({ VpcId: 'vpc-1', RoleArn: 'web' });
    await resource.follow('Vpc');
    answer.attributes = { VpcId: 'vpc-2' };
    assert.deepEqual(pathsOf(await resource.follow('Vpc')), ['ec2.Vpc(VpcId=vpc-1)']);
    await resource.act('Move');
    assert.deepEqual(pathsOf(await resource.follow('Vpc')), ['ec2.Vpc(VpcId=vpc-2)']);
    assert.deepEqual(resource.attributes, { VpcId: 'vpc-2' });
  });

  test('it gives several, each once, and none for what is empty', async () => {
    const { resource } = instance();
    resource.take({
      Groups: [{ GroupId: 'sg-1' }, { GroupId: 'sg-2' }, { GroupId: 'sg-1' }],
      VpcId: '',
    });
    assert.deepEqual(pathsOf(await resource.follow('SecurityGroups')), [
      'ec2.Group(GroupId=sg-1)',
      'ec2.Group(GroupId=sg-2)',
    ]);
    assert.deepEqual(await resource.follow('Vpc'), []);
  });

  test('it reads identifiers and the region out of an ARN', async () => {
    const { resource } = instance();
    resource.take({
      VpcId: 'arn:aws:ec2:ap-south-1:123456789012:vpc/vpc-9',
      RoleArn: 'arn:aws:iam::123456789012:role/service-role/web',
    });
    const [vpc] = await resource.follow('Vpc');
    const [role] = await resource.follow('Role');
    assert.deepEqual([vpc?.path, vpc?.region], ['ec2.Vpc(VpcId=vpc-9)', 'ap-south-1']);
    assert.deepEqual([role?.path, role?.region], ['iam.Role(RoleName=web)', 'us-east-1']);
  });

  test('it finds the kind of an ARN where none is named, and nothing for one that nobody declares', async () => {
    const { resource } = instance();
    resource.take({ OwnerArn: 'arn:aws:ecs:eu-west-1:123456789012:service/prod/web' });
    assert.deepEqual(pathsOf(await resource.follow('Owner')), [
      'ecs.Service(clusterArn=arn%3Aaws%3Aecs%3Aeu-west-1%3A123456789012%3Acluster%2Fprod,' +
        'serviceArn=arn%3Aaws%3Aecs%3Aeu-west-1%3A123456789012%3Aservice%2Fprod%2Fweb)',
    ]);
    resource.take({ OwnerArn: 'arn:aws:outposts:eu-west-1:123456789012:outpost/op-1' });
    assert.deepEqual(await resource.follow('Owner'), []);
    resource.take({ OwnerArn: '123456789012' });
    assert.deepEqual(await resource.follow('Owner'), []);
  });

  test('it finds the kind of an id that only one kind has, where none is named', async () => {
    const { resource, calls } = instance();
    resource.take({ OwnerArn: 'vpc-9' });
    assert.deepEqual(pathsOf(await resource.follow('Owner')), ['ec2.Vpc(VpcId=vpc-9)']);
    assert.deepEqual(calls, []);
  });

  test('it takes the identifiers before the last from where the declaration says', async () => {
    const { resource } = open([ecs], 'Service', { clusterArn: 'c', serviceArn: 's' });
    resource.take({ latest: 7 });
    assert.deepEqual(pathsOf(await resource.follow('Latest')), [
      'ecs.Revision(serviceArn=s,Number=7)',
    ]);
  });

  test('it gives the members beside the identifiers where the rule has a path', async () => {
    const { resource, calls } = instance();
    resource.take({ NetworkInterfaces: [{ InterfaceId: 'eni-1', Status: 'in-use' }, {}] });
    const found = await resource.follow('Interfaces');
    assert.deepEqual(pathsOf(found), ['ec2.Interface(InterfaceId=eni-1)']);
    assert.equal(found[0]?.state, 'in-use');
    assert.deepEqual(calls, []);
  });

  test('it gives one resource for each value of an identifier that is a list', async () => {
    const { resource } = instance({ Mappings: [{ Ebs: { VolumeId: 'v-1' } }, {}] });
    const found = await resource.follow('Volumes');
    assert.deepEqual(pathsOf(found), ['ec2.Volume(VolumeId=v-1)']);
    assert.equal(found[0]?.attributes, undefined);
  });

  test('it makes a sub-resource of what is given, without a call', async () => {
    const { resource, calls } = instance();
    await assert.rejects(resource.follow('Tag'), ParamValidationError);
    await assert.rejects(resource.follow('Tag', {}), /Key: is required/);
    assert.deepEqual(pathsOf(await resource.follow('Tag', { Key: 'Name' })), [
      'ec2.Tag(ResourceId=i-1,Key=Name)',
    ]);
    assert.deepEqual(calls, []);
  });

  test('it says what there is when a name is wrong', async () => {
    await assert.rejects(
      instance().resource.follow('Vpcs'),
      /ec2 Instance has no reference "Vpcs"\. It has Vpc, SecurityGroups/,
    );
  });

  test('it stops when cancelled', async () => {
    await assert.rejects(instance().resource.follow('Vpc', {}, { signal: AbortSignal.abort() }), {
      name: 'AbortError',
    });
  });
});

test('a kind has further names', () => {
  const { session } = recordSession({});
  const named = declare(session, { ...ec2, aliases: { VirtualNetwork: 'Vpc' } });
  assert.equal(named.get('VirtualNetwork', { VpcId: 'vpc-1' }).path, 'ec2.Vpc(VpcId=vpc-1)');
});
