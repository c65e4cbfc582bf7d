// The expected values are those botocore 1.43 computes for the same requests, keys and time.

import assert from 'node:assert/strict';
import { createHash, createHmac, createPublicKey, type Hash, type Hmac, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SignatureV4 } from '@smithy/signature-v4';
import { addSignature } from '../../../src/core/http/headerSignature.ts';
import type { HttpRequest, Query } from '../../../src/core/http/message.ts';
import { HmacKey, sha256Hex } from '../../../src/core/http/sha256.ts';
import { presignRequest, signRequest } from '../../../src/core/http/sign.ts';

interface SignatureCase {
  readonly name: string;
  readonly isS3?: boolean;
  readonly method: string;
  readonly protocol: 'https:' | 'http:';
  readonly hostname: string;
  readonly path: string;
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly token?: string;
  readonly region: string;
  readonly service: string;
  readonly unsigned?: boolean;
  readonly expiresIn?: number;
  readonly authorization?: string;
  readonly contentSha256?: string;
  readonly presigned?: string;
  readonly signedHeaders?: string;
}

const exampleKeys = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

const file = new URL('signatures.json', import.meta.url);
const { date, cases } = JSON.parse(readFileSync(file, 'utf8')) as {
  date: string;
  cases: readonly SignatureCase[];
};

function requestOf(given: SignatureCase): HttpRequest {
  return {
    method: given.method,
    protocol: given.protocol,
    hostname: given.hostname,
    path: given.path,
    query: given.query ?? {},
    headers: { ...given.headers, host: given.hostname },
    ...(given.body === undefined ? {} : { body: given.body }),
  };
}

function optionsOf(given: SignatureCase) {
  return {
    auth: {
      type: 'v4',
      service: given.service,
      region: given.region,
      isS3: given.isS3 ?? false,
      unsignedPayload: given.unsigned ?? false,
    },
    credentials: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      ...(given.token === undefined ? {} : { sessionToken: given.token }),
    },
    date: new Date(date),
  } as const;
}

for (const given of cases) {
  test(`it signs ${given.name} as botocore does`, async () => {
    const request = requestOf(given);
    if (given.expiresIn !== undefined) {
      const { query, headers } = await presignRequest(request, optionsOf(given), given.expiresIn);
      assert.equal(query['X-Amz-SignedHeaders'], given.signedHeaders);
      assert.equal(query['X-Amz-Signature'], given.presigned);
      assert.deepEqual(headers, request.headers);
      return;
    }
    const { headers } = await signRequest(request, optionsOf(given));
    assert.equal(headers['x-amz-content-sha256'], given.contentSha256);
    assert.equal(headers.authorization, given.authorization);
  });
}

test('it hashes and authenticates as node:crypto does, whatever the sizes', () => {
  for (const size of [0, 1, 63, 64, 65, 400, 70_000]) {
    const data = 'x'.repeat(size);
    const key = Buffer.alloc(size, 'k');
    assert.equal(sha256Hex(data), createHash('sha256').update(data).digest('hex'));
    const hmac = new HmacKey(key);
    const authenticated = createHmac('sha256', key).update(data).digest('hex');
    assert.equal(hmac.sign(data), authenticated);
    assert.equal(Buffer.from(hmac.digest(data)).toString('hex'), authenticated);
  }
});

/** In the form AWS's library asks for. */
class Sha256 {
  readonly #hash: Hash | Hmac;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    const key = secret as string | Uint8Array | undefined;
    this.#hash = key === undefined ? createHash('sha256') : createHmac('sha256', key);
  }
  update(chunk: Uint8Array): void {
    this.#hash.update(chunk);
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {}
}

test('it signs in headers exactly as AWS’s own library does', async () => {
  const pick = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;
  const segments = ['a', 'b%20c', '..', '.', '', '%C3%BC', "x'y", '(z)'];
  const values = ['a', 'b c', 'ü', 'x+y', '', '  two  spaces ', 'tab\there', "(*')", '=&'];
  const names = [
    'content-type',
    'user-agent',
    'cache-control',
    'expect',
    'proxy-x',
    'x-amz-meta-a',
  ];
  for (let i = 0; i < 300; i++) {
    const path = `/${pick(segments, i)}/${pick(segments, i >> 3)}/${pick(['', 'e'], i)}`;
    const query = { b: pick(values, i), 'a b': [pick(values, i >> 2), 'A'], list: null };
    const headers = { host: 'h.example', [pick(names, i)]: pick(values, i >> 1) };
    const request = { method: 'POST', protocol: 'https:', hostname: 'h.example', path } as const;
    const credentials = { ...exampleKeys, ...(i % 2 && { sessionToken: 'TOKEN+/=' }) };
    const auth = { type: 'v4', service: 's', region: 'r', isS3: i % 3 === 0 } as const;
    const date = new Date(Date.UTC(2024, i % 12, 1 + (i % 28), i % 24));
    const library = new SignatureV4({
      ...auth,
      credentials,
      sha256: Sha256,
      uriEscapePath: !auth.isS3,
      applyChecksum: false,
    });
    const signed = await library.sign(
      { ...request, query: { ...query, list: '' }, headers, body: 'x' },
      { signingDate: date, signableHeaders: new Set(['cache-control']) },
    );
    const signing = { auth: { ...auth, unsignedPayload: false }, credentials, date };
    const given = { ...request, query, headers };
    const ours: Record<string, string> = { ...headers };
    addSignature(ours, given, { ...signing, contentHash: sha256Hex('x') });
    assert.deepEqual(ours, signed.headers, JSON.stringify(given));
  }
});

const accessPoint = 'mfzwi23gnjvgw.mrap.accesspoint.s3-global.amazonaws.com';
const inSeveralRegions = {
  auth: { type: 'v4a', service: 's3', region: '*', isS3: true, unsignedPayload: true },
  credentials: exampleKeys,
  date: new Date('2026-01-02T03:04:05Z'),
} as const;

/** The key that AWS derives from the example keys, as AWS's own library does. */
const publicKey = createPublicKey({
  format: 'jwk',
  key: {
    kty: 'EC',
    crv: 'P-256',
    x: 'GLfQRkM1n27CcNy6uNzm0WnWbdyXeMdc-wjf23AWN6s',
    y: '-jazXk_mfjESJh0uF6lW74WwbkRxLShQvNPCFh6Zk_I',
  },
});

function assertSigned(signature: string, canonical: string): void {
  const scope = '20260102/s3/aws4_request';
  const text = `AWS4-ECDSA-P256-SHA256\n20260102T030405Z\n${scope}\n${sha256Hex(canonical)}`;
  assert.ok(verify('sha256', Buffer.from(text), publicKey, Buffer.from(signature, 'hex')));
}

const toAccessPoint: HttpRequest = {
  method: 'GET',
  protocol: 'https:',
  hostname: accessPoint,
  path: '/a%20b',
  query: { versionId: 'v 1' },
  headers: { host: accessPoint },
};

test('it signs for several regions in headers', async () => {
  const { headers } = await signRequest(toAccessPoint, inSeveralRegions);
  assert.equal(headers['x-amz-region-set'], '*');
  const [, scope, names, signature = ''] =
    /Credential=(\S+), SignedHeaders=(\S+), Signature=(\w+)$/.exec(headers.authorization ?? '') ??
    [];
  assert.equal(scope, 'AKIAIOSFODNN7EXAMPLE/20260102/s3/aws4_request');
  assert.equal(names, 'host;x-amz-content-sha256;x-amz-date;x-amz-region-set');
  const canonical = [
    'GET',
    '/a%20b',
    'versionId=v%201',
    `host:${accessPoint}`,
    'x-amz-content-sha256:UNSIGNED-PAYLOAD',
    'x-amz-date:20260102T030405Z',
    'x-amz-region-set:*',
    '',
    names,
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  assertSigned(signature, canonical);
  // Made by AWS's own library of the same request.
  assertSigned(
    '304402204b12cdc6dd2646f5f9c8769843c1de5d883a4e061151e7445c29518249b80fc8022076f9bcf1bd52df4b14533a071aae355165a0caeb864e26d2b254c4a61bb4cfe8',
    canonical,
  );
});

test('it signs for several regions in the query', async () => {
  const credentials = { ...exampleKeys, sessionToken: 'TOKEN+/=' };
  const signing = { ...inSeveralRegions, credentials };
  const { query, headers } = await presignRequest(toAccessPoint, signing, 900);
  assert.deepEqual(headers, { host: accessPoint });
  const { 'X-Amz-Signature': signature, ...others } = query;
  assert.deepEqual(others, {
    versionId: 'v 1',
    'X-Amz-Algorithm': 'AWS4-ECDSA-P256-SHA256',
    'X-Amz-Credential': 'AKIAIOSFODNN7EXAMPLE/20260102/s3/aws4_request',
    'X-Amz-Date': '20260102T030405Z',
    'X-Amz-Expires': '900',
    'X-Amz-Region-Set': '*',
    'X-Amz-Security-Token': 'TOKEN+/=',
    'X-Amz-SignedHeaders': 'host',
  });
  const parameters = [
    'X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256',
    'X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20260102%2Fs3%2Faws4_request',
    'X-Amz-Date=20260102T030405Z',
    'X-Amz-Expires=900',
    'X-Amz-Region-Set=%2A',
    'X-Amz-Security-Token=TOKEN%2B%2F%3D',
    'X-Amz-SignedHeaders=host',
    'versionId=v%201',
  ];
  const lines = [`host:${accessPoint}`, '', 'host', 'UNSIGNED-PAYLOAD'];
  assertSigned(String(signature), ['GET', '/a%20b', parameters.join('&'), ...lines].join('\n'));
});
