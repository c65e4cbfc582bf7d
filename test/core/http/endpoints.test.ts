// Where requests go and in whose name they are signed: `endpoints.json` holds what botocore 1.43 answers to the same.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { Client, type ClientSettings } from '../../../src/core/client.ts';
import { EndpointError, NoRegionError } from '../../../src/core/errors.ts';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';

interface EndpointCase {
  readonly service: string;
  readonly region: string | null;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly endpoint?: string;
  readonly fips?: boolean;
  readonly dual?: boolean;
  readonly s3?: Readonly<Record<string, unknown>>;
  readonly sts?: 'legacy';
  readonly account?: string;
  readonly mode?: 'disabled' | 'required';
  readonly url?: string;
  readonly scope?: string | null;
  readonly error?: string;
}

const file = new URL('endpoints.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly EndpointCase[];
const catalogue = openCatalogue();

function settingsOf(given: EndpointCase): ClientSettings {
  const s3 = given.s3 ?? {};
  return {
    ...(given.fips && { useFipsEndpoint: true }),
    ...(given.dual && { useDualstackEndpoint: true }),
    ...(given.sts && { stsRegionalEndpoints: given.sts }),
    ...(given.mode && { accountIdEndpointMode: given.mode }),
    s3: {
      ...(s3.addressing_style
        ? { addressingStyle: s3.addressing_style as 'path' | 'virtual' }
        : {}),
      ...(s3.us_east_1_regional_endpoint ? { usEast1RegionalEndpoint: 'regional' } : {}),
      ...(s3.use_accelerate_endpoint ? { useAccelerateEndpoint: true } : {}),
      ...(s3.use_arn_region === false ? { useArnRegion: false } : {}),
    },
  };
}

async function clientOf(given: EndpointCase): Promise<Client> {
  const keys = {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    ...(given.account ? { accountId: given.account } : {}),
  };
  return new Client({
    service: await catalogue.service(given.service),
    partitions: await catalogue.partitions(),
    region: given.region ?? undefined,
    credentials: async () => keys,
    endpoint: given.endpoint,
    settings: settingsOf(given),
  });
}

function titleOf({ service, region, operation, input, ...rest }: EndpointCase): string {
  const { url: _, scope: __, error: ___, ...more } = rest;
  return [
    `${service}.${operation} in ${region ?? 'no region'}`,
    JSON.stringify({ ...input, ...more }),
  ]
    .join(' ')
    .slice(0, 150);
}

for (const given of cases) {
  test(`it addresses ${titleOf(given)}`, async () => {
    const client = await clientOf(given);
    const prepared = client.prepare(given.operation, given.input);
    if (given.error !== undefined) {
      const expected = given.error === 'NoRegionError' ? NoRegionError : EndpointError;
      await assert.rejects(prepared, expected);
      return;
    }
    const { url, headers } = await prepared;
    assert.equal(url, given.url);
    const scope = /Credential=[^/]+\/\d+\/([^/]+\/[^/]+)/.exec(headers.authorization ?? '')?.[1];
    assert.equal(scope ?? null, given.scope);
  });
}

test('it answers exactly what the rules say to given parameters', async () => {
  const s3 = await clientOf({ service: 's3', region: null, operation: '', input: {} });
  const answer = await s3.resolveEndpoint({ Region: 'eu-west-1', Bucket: 'b-one' });
  assert.equal(answer.url, 'https://b-one.s3.eu-west-1.amazonaws.com');
  assert.deepEqual(answer.properties.authSchemes, [
    {
      name: 'sigv4',
      signingName: 's3',
      signingRegion: 'eu-west-1',
      disableDoubleEncoding: true,
    },
  ]);
});

test('it refuses an endpoint that is not a URL, by name', async () => {
  const client = await clientOf({
    service: 'sts',
    region: 'eu-west-1',
    operation: '',
    input: {},
    endpoint: 'localhost:4566',
  });
  await assert.rejects(client.prepare('GetCallerIdentity'), /"localhost:4566" is not a URL/);
});

/** What is wrong with each, and what of it is shown. */
const withPasswords: Readonly<Record<string, string>> = {
  'ftp://me:open-sesame@host': '"ftp://host"',
  'me:open-sesame@host': '"host"',
  'http:/me:open-sesame@host:4566': '"http:/host:4566"',
  'http://me:open/sesame@host': '"http://host"',
  'http://me:open#sesame@host': '"http://host"',
  'http://me:open-sesame@ho st': '"http://ho st"',
  'http://me:open-sesame@host:4566?key=open-sesame': '`http://host:4566`',
};

for (const [endpoint, shown] of Object.entries(withPasswords)) {
  test(`it tells the fault of an endpoint without its password: ${shown}`, async () => {
    const given = { service: 's3', region: 'eu-west-1', operation: '', input: {}, endpoint };
    const client = await clientOf(given);
    await assert.rejects(client.prepare('GetObject', { Bucket: 'b', Key: 'k' }), (error) => {
      assert.ok(error instanceof EndpointError);
      assert.ok(error.message.includes(shown), error.message);
      assert.doesNotMatch(inspect(error, { showHidden: true, depth: 9 }), /open|sesame|me:/);
      return true;
    });
  });
}

test('it tells of an address that no host can have without the password in it', async () => {
  const endpoint = 'http://me:open-sesame@[::1]:4566';
  const given = { service: 's3', region: 'eu-west-1', operation: '', input: {}, endpoint };
  const client = await clientOf(given);
  const Bucket = 'arn:aws:s3:eu-west-1:123456789012:accesspoint/points';
  await assert.rejects(client.prepare('GetObject', { Bucket, Key: 'k' }), (error) => {
    assert.ok(error instanceof EndpointError, String(error));
    assert.match(error.message, /address would be/);
    assert.doesNotMatch(inspect(error, { showHidden: true, depth: 9 }), /sesame/);
    return true;
  });
});
