// Proof of possession: a header that shows who asks for a token to hold the key the first one was made for.
// https://www.rfc-editor.org/rfc/rfc9449

import { createPrivateKey, createPublicKey, type KeyObject, randomUUID, sign } from 'node:crypto';

/** The key in a PEM text, whatever its first line calls it; undefined when it is none. */
export function readDpopKey(pem: string): KeyObject | undefined {
  const lines = pem.split(/\r?\n/).filter((line) => !/^-----(?:BEGIN|END)/.test(line));
  const der = Buffer.from(lines.join(''), 'base64');
  for (const type of ['sec1', 'pkcs8'] as const) {
    try {
      const key = createPrivateKey({ key: der, format: 'der', type });
      if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key;
    } catch {
      // Not in this form.
    }
  }
  return undefined;
}

/** The value of the header `DPoP` of a POST to this URL. */
export function dpopHeader(privateKey: KeyObject, url: string, now: Date): string {
  const { x, y } = createPublicKey(privateKey).export({ format: 'jwk' });
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty: 'EC', x, y, crv: 'P-256' } };
  const payload = {
    htm: 'POST',
    htu: url,
    iat: Math.floor(now.getTime() / 1000),
    jti: randomUUID(),
  };
  const text = [header, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = sign('sha256', Buffer.from(text), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return `${text}.${signature.toString('base64url')}`;
}
