// Signature version 4a: made with a private key derived from the secret one, and good in several regions. Loaded when a
// request first wants it, because the arithmetic of its curve is large.

import { SignatureV4a } from '@smithy/signature-v4a';
import type { Credentials } from '../credentials/credentials.ts';
import type { SignatureAuth } from './auth.ts';
import { Sha256 } from './sha256.ts';

export function createSignerV4a(
  { service, region, isS3 }: SignatureAuth,
  { accessKeyId, secretAccessKey, sessionToken }: Credentials,
): SignatureV4a {
  return new SignatureV4a({
    service,
    region,
    sha256: Sha256,
    uriEscapePath: !isS3,
    applyChecksum: false,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) },
  });
}
