// `presigned.json` holds the URLs botocore 1.43 gives at the same time.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Client } from '../../../src/core/client.ts';
import { ParamValidationError, UnsupportedError } from '../../../src/core/errors.ts';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';

interface PresignCase {
  readonly service: string;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expiresIn: number;
  readonly token?: string;
  readonly endpoint?: string;
  readonly region: string;
  readonly url: string;
}

const file = new URL('presigned.json', import.meta.url);
const { date, cases } = JSON.parse(readFileSync(file, 'utf8')) as {
  date: string;
  cases: readonly PresignCase[];
};
const catalogue = openCatalogue();

type Place = Pick<PresignCase, 'service' | 'region' | 'endpoint' | 'token'>;

async function clientOf({ service, region, endpoint, token }: Place): Promise<Client> {
  return new Client({
    service: await catalogue.service(service),
    partitions: await catalogue.partitions(),
    region,
    endpoint,
    clock: () => new Date(date),
    credentials: async () => ({
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      ...(token === undefined ? {} : { sessionToken: token }),
    }),
  });
}

/** The order of parameters in a URL means nothing. */
function comparable(text: string) {
  const url = new URL(text);
  return { address: url.origin + url.pathname, query: [...url.searchParams].sort() };
}

for (const given of cases) {
  test(`it presigns ${given.service}.${given.operation} ${JSON.stringify(given.input)} as botocore does`, async () => {
    const client = await clientOf(given);
    const { operation, input, expiresIn } = given;
    const url = await client.presign(operation, input, { expiresIn });
    assert.deepEqual(comparable(url), comparable(given.url));
  });
}

test('it says that a week is the longest', async () => {
  const client = await clientOf({ service: 's3', region: 'eu-west-1' });
  const presigned = client.presign('GetObject', { Bucket: 'b', Key: 'k' }, { expiresIn: 700_000 });
  await assert.rejects(presigned, ParamValidationError);
});

test('it refuses operations whose input goes in a JSON body', async () => {
  const client = await clientOf({ service: 'dynamodb', region: 'eu-west-1' });
  await assert.rejects(client.presign('ListTables'), UnsupportedError);
});

const copies = [
  {
    service: 'ec2',
    operation: 'CopySnapshot',
    input: { SourceRegion: 'us-west-2', SourceSnapshotId: 'snap-1' },
    parameter: 'PresignedUrl',
  },
  {
    service: 'rds',
    operation: 'CopyDBSnapshot',
    input: {
      SourceRegion: 'us-west-2',
      SourceDBSnapshotIdentifier: 'arn:x',
      TargetDBSnapshotIdentifier: 't',
    },
    parameter: 'PreSignedUrl',
  },
];

for (const { service, operation, input, parameter } of copies) {
  test(`it puts a request presigned for the source's region into ${operation}`, async () => {
    const client = await clientOf({ service, region: 'eu-west-1' });
    const { body } = await client.prepare(operation, input);
    const inner = new URL(new URLSearchParams(String(body)).get(parameter) ?? '');
    assert.equal(inner.hostname, `${service}.us-west-2.amazonaws.com`);
    assert.equal(inner.searchParams.get('DestinationRegion'), 'eu-west-1');
    assert.match(inner.searchParams.get('X-Amz-Credential') ?? '', /\/us-west-2\//);
  });
}
