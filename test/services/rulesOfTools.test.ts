// What has to be known of the services for developers and for governing an account. One `describe` a service.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readArn } from '../../src/core/resources/arnReading.ts';
import { hydrate } from '../../src/core/resources/hydrate.ts';
import { codeartifact } from '../../src/services/codeartifact.ts';
import { serviceResource } from '../../src/services/registry.ts';
import { type Answers, recordSession } from '../core/resources/recordedSession.ts';
import { batches, list, names } from './listed.ts';

const topOf = (name: string) => (service: Awaited<ReturnType<typeof serviceResource>>) =>
  service.collection(name);

/** What listing the children of a resource got by name asks for. */
async function children(
  service: string,
  [kind, identifiers]: readonly [string, Readonly<Record<string, string>>],
  collection: string,
  answers: Answers,
) {
  const { session, calls } = recordSession(answers);
  const resource = (await serviceResource(session, service)).get(kind, identifiers);
  const { items } = await resource.collection(collection).page();
  return { items, calls };
}

describe('codebuild', () => {
  test('it describes 100 projects a call', async () => {
    const { items, calls } = await list('codebuild', topOf('Projects'), {
      'codebuild.ListProjects': () => ({ projects: names(250) }),
      'codebuild.BatchGetProjects': () => ({ projects: [] }),
    });
    await hydrate(items);
    assert.deepEqual(batches(calls, 'codebuild.BatchGetProjects', 'names'), [100, 100, 50]);
  });

  test('it describes 100 builds a call, the newest first', async () => {
    const { items, calls } = await children('codebuild', ['Project', { name: 'p' }], 'Builds', {
      'codebuild.ListBuildsForProject': () => ({ ids: names(101, 'p:') }),
      'codebuild.BatchGetBuilds': () => ({
        builds: [{ id: 'p:0', projectName: 'p', buildNumber: 7, buildStatus: 'FAILED' }],
      }),
    });
    assert.equal(items[0]?.label, 'p:0');
    await hydrate(items);
    assert.match(calls[0] ?? '', /"sortOrder":"DESCENDING"/);
    assert.deepEqual(batches(calls, 'codebuild.BatchGetBuilds', 'ids'), [100, 1]);
    assert.deepEqual([items[0]?.label, items[0]?.state], ['p #7', 'FAILED']);
  });
});

describe('codedeploy', () => {
  test('it lists deployments by application and group together, as AWS wants them', async () => {
    const { calls } = await children(
      'codedeploy',
      ['DeploymentGroup', { applicationName: 'a', deploymentGroupName: 'g' }],
      'Deployments',
      { 'codedeploy.ListDeployments': () => ({}) },
    );
    assert.deepEqual(calls, [
      'codedeploy.ListDeployments(eu-west-1) {"applicationName":"a","deploymentGroupName":"g"}',
    ]);
  });

  test('it describes 25 deployments a call', async () => {
    const { items, calls } = await list('codedeploy', topOf('Deployments'), {
      'codedeploy.ListDeployments': () => ({ deployments: names(26, 'd-') }),
      'codedeploy.BatchGetDeployments': () => ({ deploymentsInfo: [] }),
    });
    await hydrate(items);
    assert.deepEqual(batches(calls, 'codedeploy.BatchGetDeployments', 'deploymentIds'), [25, 1]);
  });
});

describe('codeartifact', () => {
  const repository = { domainOwner: '123456789012', domain: 'd', repository: 'r' };

  test('it leaves out the namespace of a package that has none', async () => {
    const { session, calls } = recordSession({
      'codeartifact.ListPackages': () => ({
        packages: [
          { format: 'npm', package: 'plain' },
          { format: 'npm', namespace: 'scope', package: 'scoped' },
        ],
      }),
      'codeartifact.ListPackageVersions': () => ({ versions: [{ version: '1.0.0' }] }),
      'codeartifact.DescribePackageVersion': () => ({ packageVersion: {} }),
    });
    const resource = (await serviceResource(session, 'codeartifact')).get('Repository', repository);
    const { items } = await resource.collection('Packages').page();
    assert.deepEqual(
      items.map(({ label }) => label),
      ['plain', 'scope/scoped'],
    );
    for (const item of items) {
      const [version] = (await item.collection('Versions').page()).items;
      await version?.load();
    }
    const sent = calls.slice(1).map((call) => /"namespace":"\w*"/.exec(call)?.[0]);
    assert.deepEqual(sent, [undefined, undefined, '"namespace":"scope"', '"namespace":"scope"']);
  });

  test("it reads a domain's owner from the account of an ARN", () => {
    const text = 'arn:aws:codeartifact:eu-west-1:123456789012:repository/d/r';
    const [found] = readArn(codeartifact, text);
    assert.deepEqual(found?.location.identifiers, repository);
  });
});

describe('cloudtrail', () => {
  test('it changes a trail of all regions where the trail was made', async () => {
    const { items, calls } = await list('cloudtrail', topOf('Trails'), {
      'cloudtrail.DescribeTrails': () => ({
        trailList: [{ Name: 't', TrailARN: 'arn:t', HomeRegion: 'us-west-2' }],
      }),
      'cloudtrail.GetTrailStatus': () => ({ IsLogging: false }),
      'cloudtrail.StartLogging': () => ({}),
    });
    await hydrate(items);
    assert.equal(items[0]?.description, 'not logging · us-west-2');
    await items[0]?.act('StartLogging');
    assert.deepEqual(calls.slice(1), [
      'cloudtrail.GetTrailStatus(us-west-2) {"Name":"arn:t"}',
      'cloudtrail.StartLogging(us-west-2) {"Name":"arn:t"}',
    ]);
  });

  test('it tells selectors apart by what they select', async () => {
    const { items } = await children(
      'cloudtrail',
      ['Trail', { TrailARN: 'arn:t' }],
      'EventSelectors',
      {
        'cloudtrail.GetTrail': () => ({ Trail: { HomeRegion: 'us-west-2' } }),
        'cloudtrail.GetEventSelectors': () => ({
          EventSelectors: [
            { ReadWriteType: 'All', DataResources: [{ Type: 'AWS::S3::Object' }] },
            { ReadWriteType: 'All', DataResources: [{ Type: 'AWS::Lambda::Function' }] },
          ],
          AdvancedEventSelectors: [{ Name: 'one', FieldSelectors: [{ Field: 'eventCategory' }] }],
        }),
      },
    );
    assert.equal(new Set(items.map(({ path }) => path)).size, 3);
    assert.deepEqual(
      items.map(({ label }) => label),
      ['Read and write', 'Read and write', 'one'],
    );
  });
});

describe('config', () => {
  test('it shows rules with their compliance, which another list has', async () => {
    const { items } = await list('config', topOf('Rules'), {
      'config.DescribeConfigRules': () => ({ ConfigRules: [{ ConfigRuleName: 'r' }] }),
      'config.DescribeComplianceByConfigRule': () => ({
        ComplianceByConfigRules: [
          { ConfigRuleName: 'r', Compliance: { ComplianceType: 'NON_COMPLIANT' } },
        ],
      }),
    });
    assert.equal(items[0]?.state, 'NON_COMPLIANT');
  });
});

describe('guardduty', () => {
  for (const [collection, archived] of [
    ['Findings', 'false'],
    ['ArchivedFindings', 'true'],
  ] as const) {
    test(`it lists ${archived === 'true' ? 'archived' : 'current'} findings apart, and describes 50 a call`, async () => {
      const { items, calls } = await children(
        'guardduty',
        ['Detector', { DetectorId: 'd' }],
        collection,
        {
          'guardduty.ListFindings': () => ({ FindingIds: names(51) }),
          'guardduty.GetFindings': () => ({ Findings: [] }),
        },
      );
      await hydrate(items);
      const criteria = `{"Criterion":{"service.archived":{"Equals":["${archived}"]}}}`;
      assert.ok(calls[0]?.includes(`"FindingCriteria":${criteria}`), calls[0]);
      assert.deepEqual(batches(calls, 'guardduty.GetFindings', 'FindingIds'), [50, 1]);
    });
  }
});

describe('securityhub', () => {
  test('it lists findings that are active and not worked off', async () => {
    const { calls } = await list('securityhub', topOf('Findings'), {
      'securityhub.GetFindings': () => ({}),
    });
    const filters = JSON.parse(calls[0]?.replace(/^[^{]*/, '') ?? '{}').Filters;
    assert.deepEqual(
      [filters.RecordState, filters.WorkflowStatus].map((all) =>
        all.map(({ Value }: { Value: string }) => Value),
      ),
      [['ACTIVE'], ['NEW', 'NOTIFIED']],
    );
  });
});

describe('organizations', () => {
  const answers = {
    'organizations.ListAccounts': () => ({ Accounts: [{ Id: '123456789012', Name: 'prod' }] }),
  };

  for (const [partition, region] of [
    ['aws', 'us-east-1'],
    ['aws-cn', 'cn-northwest-1'],
    ['aws-us-gov', 'us-gov-west-1'],
  ] as const) {
    test(`it is asked in ${region}, whatever the region, and is the same in all of ${partition}`, async () => {
      const { items, calls } = await list('organizations', topOf('Accounts'), answers, {
        partition,
        region: 'elsewhere-1',
      });
      assert.deepEqual(calls, [`organizations.ListAccounts(${region}) {}`]);
      assert.deepEqual([items[0]?.isGlobal, items[0]?.label], [true, 'prod']);
    });
  }
});

describe('service-quotas', () => {
  test('it lists the defaults too, because a quota without a value of its own is only there', async () => {
    for (const [collection, operation] of [
      ['Quotas', 'ListServiceQuotas'],
      ['DefaultQuotas', 'ListAWSDefaultServiceQuotas'],
    ] as const) {
      const { calls } = await children(
        'service-quotas',
        ['Service', { ServiceCode: 'ec2' }],
        collection,
        {
          [`service-quotas.${operation}`]: () => ({}),
        },
      );
      assert.equal(calls.length, 1);
    }
  });
});

describe('servicecatalog', () => {
  test('it lists what anyone of the account provisioned, where AWS would list the own only', async () => {
    const { calls } = await list('servicecatalog', topOf('ProvisionedProducts'), {
      'servicecatalog.SearchProvisionedProducts': () => ({}),
    });
    assert.match(calls[0] ?? '', /"AccessLevelFilter":\{"Key":"Account","Value":"self"\}/);
  });
});

describe('links whose kind varies', () => {
  test('it takes the kind from the ARN', async () => {
    const { items } = await children(
      'resource-groups',
      ['Group', { GroupName: 'g' }],
      'Resources',
      {
        'resource-groups.ListGroupResources': () => ({
          Resources: [
            { Identifier: { ResourceArn: 'arn:aws:s3:::photos' } },
            { Identifier: { ResourceArn: 'arn:aws:kms:eu-west-1:123456789012:key/k' } },
            { Identifier: { ResourceArn: 'arn:aws:nothing:eu-west-1:123456789012:known' } },
          ],
        }),
      },
    );
    const found = await Promise.all(items.map((item) => item.follow('Resource')));
    assert.deepEqual(
      found.map(([target]) => target && `${target.service} ${target.kind} ${target.label}`),
      ['s3 Bucket photos', 'kms Key k', undefined],
    );
  });
});
