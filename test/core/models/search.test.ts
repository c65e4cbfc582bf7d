import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { findOperations, prepareSearch } from '../../../src/core/models/search.ts';

const index = await openCatalogue({ searchPath: [] }).services();

const firsts: Readonly<Record<string, string>> = {
  's3 listb': 's3.ListBuckets',
  's3 list': 's3.ListBuckets',
  s3: 's3.ListBuckets',
  's3 getbpol': 's3.GetBucketPolicy',
  's3 lobj': 's3.ListObjectsV2',
  getobj: 's3.GetObject',
  'LIST BUCKETS': 's3.ListBuckets',
  's3:ListBuckets': 's3.ListBuckets',
  'aws s3api list-buckets': 's3.ListBuckets',
  's3.list_buckets': 's3.ListBuckets',
  ec2: 'ec2.DescribeInstances',
  'ec2 descinst': 'ec2.DescribeInstances',
  'describe instances': 'ec2.DescribeInstances',
  instances: 'ec2.DescribeInstances',
  'security groups': 'ec2.DescribeSecurityGroups',
  vpc: 'ec2.DescribeVpcs',
  'sts caller': 'sts.GetCallerIdentity',
  caller: 'sts.GetCallerIdentity',
  gci: 'sts.GetCallerIdentity',
  'assume role': 'sts.AssumeRole',
  'ddb scan': 'dynamodb.Scan',
  scan: 'dynamodb.Scan',
  tables: 'dynamodb.ListTables',
  'sfn start': 'stepfunctions.StartExecution',
  'step functions exec': 'stepfunctions.StartExecution',
  'logs filter': 'logs.FilterLogEvents',
  'log groups': 'logs.DescribeLogGroups',
  'cfn stacks': 'cloudformation.ListStacks',
  'create stack': 'cloudformation.CreateStack',
  'apigw rest apis': 'apigateway.GetRestApis',
  'cw alarms': 'cloudwatch.DescribeAlarms',
  'lambda list': 'lambda.ListFunctions',
  'lambda invoke': 'lambda.Invoke',
  'iam list': 'iam.ListRoles',
  'list users': 'iam.ListUsers',
  'cognito users': 'cognito-idp.ListUsers',
  'cognito-idp list users': 'cognito-idp.ListUsers',
  'sqs send': 'sqs.SendMessage',
  'queue url': 'sqs.GetQueueUrl',
  publish: 'sns.Publish',
  'get secret value': 'secretsmanager.GetSecretValue',
  'ssm getparam': 'ssm.GetParameter',
  'kms decrypt': 'kms.Decrypt',
  'r53 zones': 'route53.ListHostedZones',
  'eventbridge rules': 'events.ListRules',
  'invoke model': 'bedrock-runtime.InvokeModel',
  'neptune describe db instances': 'neptune.DescribeDBInstances',
  'zzz qqq': '',
};

for (const [query, first] of Object.entries(firsts)) {
  test(`it finds ${first || 'nothing'} for "${query}"`, () => {
    const [best] = findOperations(index, query);
    assert.equal(best ? `${best.service.id}.${best.operation}` : '', first);
  });
}

test('it gives the best-known operation of each service while nothing is typed', () => {
  const matches = findOperations(index, ' ', 3).map((m) => `${m.service.id}.${m.operation}`);
  assert.deepEqual(matches, ['s3.ListBuckets', 'ec2.DescribeInstances', 'lambda.ListFunctions']);
});

test('it gives no more than asked for, best first, none twice', () => {
  const matches = findOperations(index, 'list', 50);
  const scores = matches.map(({ score }) => score);
  assert.equal(matches.length, 50);
  assert.deepEqual(
    scores,
    scores.toSorted((a, b) => b - a),
  );
  assert.equal(new Set(matches.map((m) => `${m.service.id}.${m.operation}`)).size, 50);
  assert.deepEqual(matches.slice(0, 7), findOperations(index, 'list', 7));
});

test('it finds every operation by its service and its full name', () => {
  for (const service of index.filter((_, i) => i % 20 === 0)) {
    for (const operation of service.operations) {
      const matches = findOperations(index, `${service.id} ${operation}`, 5);
      assert.ok(
        matches.some((m) => m.service === service && m.operation === operation),
        `${service.id} ${operation}`,
      );
    }
  }
});

test('it can be prepared while other work goes on, and the first search then finds all ready', async () => {
  let reads = 0;
  const counted = index.map((service) => ({
    ...service,
    get operations() {
      reads++;
      return service.operations;
    },
  }));
  let isPreparing = true;
  let turns = 0;
  const goOn = () => {
    turns++;
    if (isPreparing) setImmediate(goOn);
  };
  setImmediate(goOn);
  await prepareSearch(counted);
  isPreparing = false;
  assert.ok(turns >= 3, `${turns} turns of other work`);
  const readsBefore = reads;
  const names = findOperations(counted, 's3 list').map(({ operation }) => operation);
  assert.equal(reads, readsBefore);
  assert.deepEqual(
    names,
    findOperations(index, 's3 list').map(({ operation }) => operation),
  );
});
