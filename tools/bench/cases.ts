// What is measured: one operation each, and how much of it.

export interface BenchCase {
  readonly title: string;
  readonly service: string;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** What the server answers to. */
  readonly path: string;
  /** The floor parses JSON too, because nothing that gives objects can do without. */
  readonly isJson: boolean;
  /** Calls in one round. */
  readonly calls: number;
  readonly inFlight: number;
}

const bucket = { Bucket: 'example' };

export const cases: readonly BenchCase[] = [
  xml('S3 ListObjectsV2, 1,000 keys', 's3', 'ListObjectsV2', bucket, 'objects', 200),
  xml('EC2 DescribeInstances, 1,000 instances', 'ec2', 'DescribeInstances', {}, 'instances', 12),
  xml('IAM ListUsers, 1,000 users', 'iam', 'ListUsers', {}, 'users', 200),
  json('DynamoDB Scan, 1 MiB', 'dynamodb', 'Scan', { TableName: 'example' }, 'scan', 30),
  json(
    'Logs FilterLogEvents, 10,000 events',
    'logs',
    'FilterLogEvents',
    { logGroupName: 'x' },
    'events',
    30,
  ),
  xml('STS GetCallerIdentity, one after another', 'sts', 'GetCallerIdentity', {}, 'tiny', 400),
  {
    ...xml('STS GetCallerIdentity, 64 in flight', 'sts', 'GetCallerIdentity', {}, 'tiny', 4000),
    inFlight: 64,
  },
];

export const pagesCase: BenchCase = {
  ...xml('100 pages of 1,000 keys, fresh process', 's3', 'ListObjectsV2', bucket, 'pages', 1),
};

type Head = [title: string, service: string, operation: string, input: BenchCase['input']];

function xml(...[title, service, operation, input, path, calls]: [...Head, string, number]) {
  return { title, service, operation, input, path, calls, isJson: false, inFlight: 1 };
}

function json(...given: Parameters<typeof xml>) {
  return { ...xml(...given), isJson: true };
}
