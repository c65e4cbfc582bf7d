import assert from 'node:assert/strict';
import { createECDH, createHash, createHmac, createPublicKey, verify } from 'node:crypto';
import { test } from 'node:test';
import { CredentialsError } from '../../../src/core/errors.ts';
import { pathAndQuery } from '../../../src/core/http/address.ts';
import type { HttpRequest } from '../../../src/core/http/message.ts';
import { clientOf, json, keys, scriptOf } from './clients.ts';

const accessPoint = 'arn:aws:s3::123456789012:accesspoint:mfzwi23gnjvgw.mrap';

/** The key a signature of version 4a is made with, by AWS's rule: the first number that fits, plus one. */
function privateKey(): Buffer {
  const input = `\0\0\0\x01AWS4-ECDSA-P256-SHA256\0${keys.accessKeyId}\x01\0\0\x01\0`;
  const digest = createHmac('sha256', `AWS4A${keys.secretAccessKey}`).update(input).digest('hex');
  return Buffer.from((BigInt(`0x${digest}`) + 1n).toString(16).padStart(64, '0'), 'hex');
}

function publicKey() {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(privateKey());
  const point = curve.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) =>
    part.toString('base64url'),
  );
  return createPublicKey({
    key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' },
    format: 'jwk',
  });
}

/** What was signed, built here once more from the request as it was sent. */
function stringToSign(request: HttpRequest, scope: string, names: string): string {
  const lines = names.split(';').map((name) => `${name}:${request.headers[name]?.trim()}\n`);
  const [path, query = ''] = pathAndQuery(request).split('?');
  const hash = request.headers['x-amz-content-sha256'];
  const canonical = [request.method, path, query, lines.join(''), names, hash].join('\n');
  const digest = createHash('sha256').update(canonical).digest('hex');
  return ['AWS4-ECDSA-P256-SHA256', request.headers['x-amz-date'], scope, digest].join('\n');
}

test('it signs for all regions of a multi-region access point, so that the signature verifies', async () => {
  const send = scriptOf({});
  const s3 = await clientOf('s3', { send });
  await s3.call('HeadObject', { Bucket: accessPoint, Key: 'a b/ü' });
  const [request] = send.requests;
  assert.ok(request);
  assert.equal(request.hostname, 'mfzwi23gnjvgw.mrap.accesspoint.s3-global.amazonaws.com');
  assert.equal(request.headers['x-amz-region-set'], '*');
  const match =
    /^AWS4-ECDSA-P256-SHA256 Credential=AKIAIOSFODNN7EXAMPLE\/(\d+\/s3\/aws4_request), SignedHeaders=(\S+), Signature=(\w+)$/.exec(
      request.headers.authorization ?? '',
    );
  const [, scope = '', names = '', signature = ''] = match ?? [];
  const text = Buffer.from(stringToSign(request, scope, names));
  assert.ok(verify('sha256', text, publicKey(), Buffer.from(signature, 'hex')));
});

test('it signs for a global endpoint of EventBridge', async () => {
  const send = scriptOf(json({ Entries: [] }));
  const events = await clientOf('events', { send });
  await events.call('PutEvents', { EndpointId: 'abcde.veo', Entries: [{ Source: 's' }] });
  const { hostname, headers } = send.requests[0] ?? {};
  assert.equal(hostname, 'abcde.veo.endpoint.events.amazonaws.com');
  assert.match(headers?.authorization ?? '', /^AWS4-ECDSA-P256-SHA256 .*\/events\/aws4_request/);
});

test('it presigns for several regions', async () => {
  const s3 = await clientOf('s3');
  const url = new URL(await s3.presign('GetObject', { Bucket: accessPoint, Key: 'k' }));
  assert.match(url.hostname, /\.accesspoint\.s3-global\.amazonaws\.com$/);
  assert.equal(url.searchParams.get('X-Amz-Algorithm'), 'AWS4-ECDSA-P256-SHA256');
  assert.equal(url.searchParams.get('X-Amz-Region-Set'), '*');
  assert.match(url.searchParams.get('X-Amz-Credential') ?? '', /\/\d{8}\/s3\/aws4_request$/);
});

test('it takes another signature where the profile prefers one', async () => {
  const send = scriptOf({ body: '<R><GetCallerIdentityResult/></R>' });
  const settings = { authSchemePreference: ['sigv4a'] };
  const sts = await clientOf('sts', { send, settings });
  await sts.call('GetCallerIdentity');
  assert.match(send.requests[0]?.headers.authorization ?? '', /^AWS4-ECDSA-P256-SHA256 /);
});

const token = (isPreferred: boolean) => ({ isPreferred, load: async () => 'the-token' });

test('it authorizes by the token a service was given, and by keys where there is none', async () => {
  const send = scriptOf(json({}));
  for (const source of [token(true), token(false)]) {
    const bedrock = await clientOf('bedrock', { send, token: source });
    await bedrock.call('ListFoundationModels');
  }
  const [byToken, byKeys] = send.requests.map(({ headers }) => headers.authorization);
  assert.equal(byToken, 'Bearer the-token');
  assert.match(byKeys ?? '', /^AWS4-HMAC-SHA256 /);
});

test('it authorizes by a token what takes nothing else, and says when there is none', async () => {
  const send = scriptOf(json({}));
  const codecatalyst = await clientOf('codecatalyst', { send, token: token(false) });
  await codecatalyst.call('ListSpaces');
  assert.equal(send.requests[0]?.headers.authorization, 'Bearer the-token');
  const without = await clientOf('codecatalyst', { send });
  await assert.rejects(without.call('ListSpaces'), CredentialsError);
});
