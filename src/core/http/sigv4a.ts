// Signature version 4a: made on the curve P-256 with a private key derived from the secret one, and good in several regions.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html

import { createHmac, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import type { Credentials } from '../credentials/credentials.ts';

export const asymmetricAlgorithm = 'AWS4-ECDSA-P256-SHA256';

/** In hexadecimal digits. No two signatures of a text are the same. */
export function signAsymmetrically(text: string, credentials: Credentials): string {
  return sign('sha256', Buffer.from(text), keyOf(credentials)).toString('hex');
}

const keys = new WeakMap<Credentials, KeyObject>();

function keyOf(credentials: Credentials): KeyObject {
  const known = keys.get(credentials);
  if (known) return known;
  const key = createPrivateKey({
    key: Buffer.concat([beforeScalar, deriveScalar(credentials), behindScalar]),
    format: 'der',
    type: 'sec1',
  });
  keys.set(credentials, key);
  return key;
}

/** An ECPrivateKey of RFC 5915 around its 32 bytes, with the name of the curve. */
const beforeScalar = Buffer.from('30310201010420', 'hex');
const behindScalar = Buffer.from('a00a06082a8648ce3d030107', 'hex');

/** The order of the curve's group, less two. */
const greatest = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc63254fn;

/** By counting up until the number is one of the curve's, which the first nearly always is (NIST SP 800-108, SP 800-133). */
function deriveScalar({ accessKeyId, secretAccessKey }: Credentials): Buffer {
  for (let counter = 1; counter < 255; counter += 1) {
    const bits = Buffer.from([0, 0, 1, 0]);
    const context = Buffer.from(`${asymmetricAlgorithm}\0${accessKeyId}`);
    const hash = createHmac('sha256', `AWS4A${secretAccessKey}`)
      .update(Buffer.concat([Buffer.from([0, 0, 0, 1]), context, Buffer.from([counter]), bits]))
      .digest('hex');
    const candidate = BigInt(`0x${hash}`);
    if (candidate > greatest) continue;
    return Buffer.from((candidate + 1n).toString(16).padStart(64, '0'), 'hex');
  }
  throw new Error('No key of the curve can be derived from these keys.');
}
