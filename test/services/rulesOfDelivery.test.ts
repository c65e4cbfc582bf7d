// What has to be known of the services for networks, applications, containers and people. One `describe` a service.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import { readArn } from '../../src/core/resources/arnReading.ts';
import { hydrate } from '../../src/core/resources/hydrate.ts';
import type { Resource } from '../../src/core/resources/resource.ts';
import type { ServiceResource } from '../../src/core/resources/serviceResource.ts';
import { autoscaling } from '../../src/services/autoscaling.ts';
import { elb } from '../../src/services/elb.ts';
import { elbv2 } from '../../src/services/elbv2.ts';
import { events } from '../../src/services/events.ts';
import { resourceAt, serviceResource } from '../../src/services/registry.ts';
import { type Answers, recordSession } from '../core/resources/recordedSession.ts';
import { list, names } from './listed.ts';

const topOf = (name: string) => (service: ServiceResource) => service.collection(name);

/** A resource got by name, and what is asked for it. */
async function named(
  service: string,
  [kind, identifiers]: readonly [string, Readonly<Record<string, string>>],
  answers: Answers,
) {
  const { session, calls } = recordSession(answers);
  return { resource: (await serviceResource(session, service)).get(kind, identifiers), calls };
}

function identifiersOf(found: ReturnType<typeof readArn>) {
  return found.map(({ location: { kind, identifiers } }) => ({ kind, ...identifiers }));
}

describe('route53', () => {
  const answers = {
    'route53.ListHostedZones': () => ({
      HostedZones: [{ Id: '/hostedzone/Z1', Name: 'example.com.' }],
    }),
    'route53.ListResourceRecordSets': () => ({
      ResourceRecordSets: [
        { Name: 'a.example.com.', Type: 'A', SetIdentifier: 'one', Weight: 1, TTL: 60 },
        { Name: 'a.example.com.', Type: 'A', SetIdentifier: 'two', Weight: 2, TTL: 60 },
      ],
    }),
    'route53.ChangeResourceRecordSets': () => ({}),
  };

  for (const [partition, region] of [
    ['aws', 'us-east-1'],
    ['aws-cn', 'cn-northwest-1'],
    ['aws-us-gov', 'us-gov-west-1'],
  ] as const) {
    test(`it is asked in ${region}, and is the same in all regions of ${partition}`, async () => {
      const { items, calls } = await list('route53', topOf('HostedZones'), answers, { partition });
      assert.deepEqual(calls, [`route53.ListHostedZones(${region}) {}`]);
      assert.equal(items[0]?.isGlobal, true);
    });
  }

  test('it strips what answers put before the id of a zone', async () => {
    const { items } = await list('route53', topOf('HostedZones'), answers);
    const [zone] = items;
    assert.equal(zone?.id, 'Z1');
    assert.equal(await zone?.arn(), 'arn:aws:route53:::hostedzone/Z1');
    assert.match(zone?.consoleUrl ?? '', /#ListRecordSets\/Z1$/);
  });

  test('it deletes the one record set of several with a name and type, said whole', async () => {
    const { items, calls } = await list('route53', topOf('HostedZones'), answers);
    const records = (await items[0]?.collection('RecordSets').page())?.items ?? [];
    assert.equal(new Set(records.map(({ path }) => path)).size, 2);
    const [, second] = records;
    await second?.act('Delete', {}, { confirm: second.confirmation });
    assert.equal(
      calls.at(-1),
      'route53.ChangeResourceRecordSets(us-east-1) {"HostedZoneId":"Z1","ChangeBatch":{"Changes":[' +
        '{"Action":"DELETE","ResourceRecordSet":{"Name":"a.example.com.","Type":"A",' +
        '"SetIdentifier":"two","Weight":2,"TTL":60}}]}}',
    );
  });
});

describe('cloudfront', () => {
  const distribution = { Distribution: { Id: 'E1', Status: 'Deployed' }, ETag: 'v7' };

  test('it is asked in us-east-1, and is the same in all regions', async () => {
    const { items, calls } = await list('cloudfront', topOf('Distributions'), {
      'cloudfront.ListDistributions': () => ({ DistributionList: { Items: [{ Id: 'E1' }] } }),
    });
    assert.deepEqual(calls, ['cloudfront.ListDistributions(us-east-1) {}']);
    assert.equal(items[0]?.isGlobal, true);
  });

  test('it lists a function once, not once a stage', async () => {
    const { calls } = await list('cloudfront', topOf('Functions'), {
      'cloudfront.ListFunctions': () => ({}),
    });
    assert.deepEqual(calls, ['cloudfront.ListFunctions(us-east-1) {"Stage":"DEVELOPMENT"}']);
  });

  test('it deletes what was described, so that a change in between is not lost', async () => {
    const { resource, calls } = await named('cloudfront', ['Distribution', { Id: 'E1' }], {
      'cloudfront.GetDistribution': () => distribution,
      'cloudfront.DeleteDistribution': () => ({}),
    });
    await resource.load();
    assert.deepEqual(resource.attributes, { Id: 'E1', Status: 'Deployed', ETag: 'v7' });
    await resource.act('Delete', {}, { confirm: resource.confirmation });
    assert.equal(
      calls.at(-1),
      'cloudfront.DeleteDistribution(us-east-1) {"Id":"E1","IfMatch":"v7"}',
    );
  });
});

describe('globalaccelerator', () => {
  test('it is asked in us-west-2, with everything under it', async () => {
    const { items, calls } = await list('globalaccelerator', topOf('Accelerators'), {
      'globalaccelerator.ListAccelerators': () => ({ Accelerators: [{ AcceleratorArn: 'a' }] }),
      'globalaccelerator.ListListeners': () => ({}),
    });
    await items[0]?.collection('Listeners').page();
    assert.equal(items[0]?.isGlobal, true);
    assert.deepEqual(calls, [
      'globalaccelerator.ListAccelerators(us-west-2) {}',
      'globalaccelerator.ListListeners(us-west-2) {"AcceleratorArn":"a"}',
    ]);
  });
});

describe('wafv2', () => {
  const answers = {
    'wafv2.ListWebACLs': () => ({ WebACLs: [{ Name: 'w', Id: '1', ARN: 'arn:w' }] }),
    'wafv2.GetWebACL': () => ({ WebACL: { Name: 'w' }, LockToken: 'lock' }),
    'wafv2.DeleteWebACL': () => ({}),
    'wafv2.ListResourcesForWebACL': () => ({}),
    'cloudfront.ListDistributionsByWebACLId': () => ({}),
  };

  async function deleteFirst(collection: string): Promise<readonly string[]> {
    const { items, calls } = await list('wafv2', topOf(collection), answers);
    await items[0]?.act('Delete', {}, { confirm: items[0].confirmation });
    return calls;
  }

  test('it keeps what protects CloudFront in us-east-1, in a list of its own', async () => {
    assert.deepEqual(await deleteFirst('CloudFrontWebACLs'), [
      'wafv2.ListWebACLs(us-east-1) {"Scope":"CLOUDFRONT"}',
      'wafv2.GetWebACL(us-east-1) {"Name":"w","Id":"1","Scope":"CLOUDFRONT"}',
      'wafv2.DeleteWebACL(us-east-1) {"Name":"w","Id":"1","Scope":"CLOUDFRONT","LockToken":"lock"}',
    ]);
  });

  test('it keeps what protects the rest in each region', async () => {
    assert.deepEqual(await deleteFirst('WebACLs'), [
      'wafv2.ListWebACLs(eu-west-1) {"Scope":"REGIONAL"}',
      'wafv2.GetWebACL(eu-west-1) {"Name":"w","Id":"1","Scope":"REGIONAL"}',
      'wafv2.DeleteWebACL(eu-west-1) {"Name":"w","Id":"1","Scope":"REGIONAL","LockToken":"lock"}',
    ]);
  });

  test('it asks for what it protects by type, because load balancers alone are told else', async () => {
    const { items, calls } = await list('wafv2', topOf('WebACLs'), answers);
    for (const collection of items[0]?.collections ?? []) await collection.page();
    const types = calls.flatMap((call) => /"ResourceType":"(\w+)"/.exec(call)?.[1] ?? []);
    const { shapes } = await openCatalogue().service('wafv2');
    const known = shapes.ResourceType;
    assert.deepEqual(types.sort(), known?.type === 'string' && known.enum?.toSorted());
  });

  test('it asks us-east-1 for one of CloudFront that is named, and the Session for others', async () => {
    const identifiers = { Name: 'w', Id: '1' };
    for (const [kind, region] of [
      ['CloudFrontWebACL', 'us-east-1'],
      ['WebACL', 'eu-west-1'],
    ] as const) {
      const { resource, calls } = await named('wafv2', [kind, identifiers], answers);
      assert.equal(resource.region, region);
      await resource.load();
      assert.match(calls[0] ?? '', new RegExp(`^wafv2\\.GetWebACL\\(${region}\\)`));
    }
  });

  test('it reads from an ARN which of the two it is', async () => {
    const { session } = recordSession({});
    for (const [arn, kind, region] of [
      ['arn:aws:wafv2:us-east-1:1:global/webacl/w/1', 'CloudFrontWebACL', 'us-east-1'],
      ['arn:aws:wafv2:eu-west-1:1:regional/webacl/w/1', 'WebACL', 'eu-west-1'],
    ] as const) {
      const found = await resourceAt(session, arn);
      assert.deepEqual([found?.kind, found?.region], [kind, region]);
    }
  });
});

describe('acm', () => {
  test('it lists certificates of every type of key', async () => {
    const { calls } = await list('acm', topOf('Certificates'), {
      'acm.ListCertificates': () => ({}),
    });
    const { Includes } = JSON.parse(calls[0]?.replace(/^[^{]*/, '') ?? '{}');
    const { shapes } = await openCatalogue().service('acm');
    const known = shapes.KeyAlgorithm;
    assert.deepEqual(Includes.keyTypes, known?.type === 'string' && known.enum);
  });

  test('it lists those for CloudFront in the one region that has them', async () => {
    const { items, calls } = await list('acm', topOf('CloudFrontCertificates'), {
      'acm.ListCertificates': () => ({ CertificateSummaryList: [{ CertificateArn: 'arn:c' }] }),
    });
    assert.match(calls[0] ?? '', /^acm\.ListCertificates\(us-east-1\)/);
    assert.equal(items[0]?.region, 'us-east-1');
  });
});

describe('autoscaling', () => {
  const arn = 'arn:aws:autoscaling:eu-west-1:1:autoScalingGroup:8f1a:autoScalingGroupName/web/blue';

  test('it reads the name of a group from its ARN', () => {
    assert.deepEqual(identifiersOf(readArn(autoscaling, arn)), [
      { kind: 'AutoScalingGroup', AutoScalingGroupName: 'web/blue' },
    ]);
  });

  test('it finds a group by its name as by its ARN', async () => {
    const nodegroup = (name: string) => ({
      nodegroup: { resources: { autoScalingGroups: [{ name }] } },
    });
    for (const name of ['web/blue', arn]) {
      const { resource } = await named(
        'eks',
        ['Nodegroup', { clusterName: 'c', nodegroupName: 'n' }],
        { 'eks.DescribeNodegroup': () => nodegroup(name) },
      );
      const [group] = await resource.follow('AutoScalingGroups');
      assert.deepEqual(group?.identifiers, { AutoScalingGroupName: 'web/blue' });
    }
  });
});

describe('elbv2 and elb', () => {
  const arns = 'arn:aws:elasticloadbalancing:eu-west-1:1';

  test('it tells load balancers of both generations apart by their ARNs', async () => {
    const { session } = recordSession({});
    for (const [arn, service] of [
      [`${arns}:loadbalancer/app/web/50dc6c495c0c9188`, 'elbv2'],
      [`${arns}:loadbalancer/old-web`, 'elb'],
    ] as const) {
      assert.equal((await resourceAt(session, arn))?.service, service, arn);
    }
  });

  test('it identifies the new ones by ARN, and the old ones by name', () => {
    const arn = `${arns}:loadbalancer/net/web/50dc6c495c0c9188`;
    assert.deepEqual(identifiersOf(readArn(elbv2, arn)), [
      { kind: 'LoadBalancer', LoadBalancerArn: arn },
    ]);
    assert.deepEqual(identifiersOf(readArn(elb, `${arns}:loadbalancer/old-web`)), [
      { kind: 'LoadBalancer', LoadBalancerName: 'old-web' },
    ]);
  });

  test('it leads from a target to what is registered, and from an address to nothing', async () => {
    const ids = {
      'i-0abcdef1234567890': 'ec2.Instance',
      'arn:aws:lambda:eu-west-1:123456789012:function:f': 'lambda.Function',
      [`${arns}:loadbalancer/app/web/50dc6c495c0c9188`]: 'elbv2.LoadBalancer',
      '10.0.0.1': undefined,
      'fd00::1': undefined,
    };
    const { resource } = await named('elbv2', ['TargetGroup', { TargetGroupArn: 'arn:t' }], {
      'elbv2.DescribeTargetHealth': () => ({
        TargetHealthDescriptions: Object.keys(ids).map((Id) => ({ Target: { Id } })),
      }),
    });
    const { items } = await resource.collection('TargetHealth').page();
    const found = await Promise.all(items.map((item) => item.follow('Target')));
    assert.deepEqual(
      found.map(([one]) => one && `${one.service}.${one.kind}`),
      Object.values(ids),
    );
    assert.deepEqual(
      found.map(([one]) => one?.region),
      ['eu-west-1', 'eu-west-1', 'eu-west-1', undefined, undefined],
    );
  });

  test('it deregisters a target from the port it has, and a function without one', async () => {
    const { resource, calls } = await named('elbv2', ['TargetGroup', { TargetGroupArn: 'arn:t' }], {
      'elbv2.DescribeTargetHealth': () => ({
        TargetHealthDescriptions: [
          { Target: { Id: 'i-1', Port: 80 } },
          { Target: { Id: 'i-1', Port: 81 } },
          { Target: { Id: 'arn:aws:lambda:eu-west-1:1:function:f' } },
        ],
      }),
      'elbv2.DeregisterTargets': () => ({}),
    });
    const { items } = await resource.collection('TargetHealth').page();
    assert.deepEqual(
      items.map(({ label }) => label),
      ['i-1:80', 'i-1:81', 'f'],
    );
    for (const item of items) await item.act('Deregister');
    assert.deepEqual(
      calls.slice(1).map((call) => /\[.*\]/.exec(call)?.[0]),
      [
        '[{"Id":"i-1","Port":80}]',
        '[{"Id":"i-1","Port":81}]',
        '[{"Id":"arn:aws:lambda:eu-west-1:1:function:f"}]',
      ],
    );
  });
});

describe('cognito-idp and cognito-identity', () => {
  for (const [service, collection, operation] of [
    ['cognito-idp', 'UserPools', 'ListUserPools'],
    ['cognito-identity', 'IdentityPools', 'ListIdentityPools'],
  ] as const) {
    test(`it asks ${service} for pages of 60, which have to have a size`, async () => {
      const { calls } = await list(service, topOf(collection), {
        [`${service}.${operation}`]: () => ({}),
      });
      assert.match(calls[0] ?? '', /"MaxResults":60/);
    });
  }
});

describe('events', () => {
  const arns = 'arn:aws:events:eu-west-1:1:rule';

  test('it knows the bus of a rule, which is not in the ARN of one on the default bus', () => {
    assert.deepEqual(identifiersOf(readArn(events, `${arns}/nightly`)), [
      { kind: 'Rule', EventBusName: 'default', Name: 'nightly' },
    ]);
    assert.deepEqual(identifiersOf(readArn(events, `${arns}/orders/nightly`))[0], {
      kind: 'Rule',
      EventBusName: 'orders',
      Name: 'nightly',
    });
  });
});

describe('eks', () => {
  test('it shows names at once, and describes each cluster by itself', async () => {
    const { items, calls } = await list('eks', topOf('Clusters'), {
      'eks.ListClusters': () => ({ clusters: names(3) }),
      'eks.DescribeCluster': () => ({ cluster: { status: 'ACTIVE', version: '1.33' } }),
    });
    assert.deepEqual([items[0]?.label, calls.length], ['n0', 1]);
    await hydrate(items);
    assert.equal(items[0]?.description, 'ACTIVE · Kubernetes 1.33');
    assert.deepEqual(
      calls.slice(1),
      names(3).map((name) => `eks.DescribeCluster(eu-west-1) {"name":"${name}"}`),
    );
  });
});

describe('batch', () => {
  test('it lists jobs of all states, not only those that run', async () => {
    const { resource, calls } = await named('batch', ['JobQueue', { jobQueueArn: 'arn:q' }], {
      'batch.ListJobs': () => ({}),
    });
    await resource.collection('Jobs').page();
    assert.deepEqual(calls, [
      'batch.ListJobs(eu-west-1) {"jobQueue":"arn:q","filters":[{"name":"AFTER_CREATED_AT","values":["0"]}]}',
    ]);
  });
});

describe('network-firewall', () => {
  test("it lists a person's own rule groups, not those that AWS keeps", async () => {
    const { calls } = await list('network-firewall', topOf('RuleGroups'), {
      'network-firewall.ListRuleGroups': () => ({}),
    });
    assert.deepEqual(calls, ['network-firewall.ListRuleGroups(eu-west-1) {"Scope":"ACCOUNT"}']);
  });
});

describe('scheduler', () => {
  test('it keeps all else of a schedule that it turns off', async () => {
    const { resource, calls } = await named(
      'scheduler',
      ['Schedule', { GroupName: 'default', Name: 's' }],
      {
        'scheduler.GetSchedule': () => ({
          ScheduleExpression: 'rate(1 hour)',
          FlexibleTimeWindow: { Mode: 'OFF' },
          Target: { Arn: 'arn:t', RoleArn: 'arn:r', Input: '{}' },
          State: 'ENABLED',
        }),
        'scheduler.UpdateSchedule': () => ({}),
      },
    );
    await resource.act('Disable');
    assert.equal(
      calls.at(-1),
      'scheduler.UpdateSchedule(eu-west-1) {"GroupName":"default","Name":"s",' +
        '"ScheduleExpression":"rate(1 hour)","FlexibleTimeWindow":{"Mode":"OFF"},' +
        '"Target":{"Arn":"arn:t","RoleArn":"arn:r","Input":"{}"},"State":"DISABLED"}',
    );
  });
});

describe('appsync', () => {
  test('it shows nothing of the id of an API key, which is the key', async () => {
    const { resource } = await named('appsync', ['GraphqlApi', { apiId: 'a' }], {
      'appsync.ListApiKeys': () => ({ apiKeys: [{ id: 'da2-key', expires: 1_700_000_000 }] }),
    });
    const [key] = (await resource.collection('ApiKeys').page()).items;
    const shown = [key?.id, key?.label, key?.description, key?.columns, await key?.arn()];
    assert.match(key?.label ?? '', /^API key until 2023-11-1\d$/);
    assert.ok(!JSON.stringify(shown).includes('da2-key'));
  });
});

describe('apigateway', () => {
  test('it lists API keys without their values', async () => {
    const { calls } = await list('apigateway', topOf('ApiKeys'), {
      'apigateway.GetApiKeys': () => ({}),
    });
    assert.deepEqual(calls, ['apigateway.GetApiKeys(eu-west-1) {}']);
  });

  test('it names the methods of a resource', async () => {
    const { resource } = await named('apigateway', ['RestApi', { id: 'r' }], {
      'apigateway.GetResources': () => ({
        items: [{ id: '1', path: '/books', resourceMethods: { GET: {}, POST: {} } }],
      }),
    });
    const [books]: readonly (Resource | undefined)[] = (
      await resource.collection('Resources').page()
    ).items;
    assert.deepEqual([books?.label, books?.description], ['/books', 'GET, POST']);
  });
});

describe('ecr', () => {
  test('it is found by the address that containers are pulled from', async () => {
    const { session } = recordSession({});
    const found = await resourceAt(
      session,
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/web',
    );
    assert.deepEqual(
      [found?.kind, found?.identifiers],
      ['Repository', { repositoryName: 'team/web' }],
    );
  });
});
