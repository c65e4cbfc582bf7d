// The expected values are those botocore 1.43 computes for the same requests, keys and time.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SignatureV4 } from '@smithy/signature-v4';
import { withSignature } from '../../../src/core/http/headerSignature.ts';
import type { HttpRequest, Query } from '../../../src/core/http/message.ts';
import { Sha256, sha256Hex } from '../../../src/core/http/sha256.ts';
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

test('it hashes and authenticates as node:crypto does, whatever the sizes', async () => {
  const { createHash, createHmac } = await import('node:crypto');
  for (const size of [0, 1, 63, 64, 65, 1000, 70_000]) {
    const data = Buffer.alloc(size, 'x');
    const key = Buffer.alloc(size, 'k');
    const hash = new Sha256();
    hash.update(data);
    const hmac = new Sha256(key);
    hmac.update(data.subarray(0, 10));
    hmac.update(data.subarray(10));
    const expected = createHash('sha256').update(data).digest('hex');
    assert.equal(Buffer.from(await hash.digest()).toString('hex'), expected);
    assert.equal(sha256Hex(data), expected);
    const authenticated = createHmac('sha256', key).update(data).digest('hex');
    assert.equal(Buffer.from(await hmac.digest()).toString('hex'), authenticated);
  }
});

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
    const ours = withSignature(given, headers, { ...signing, contentHash: sha256Hex('x') });
    assert.deepEqual(ours, signed.headers, JSON.stringify(given));
  }
});
