import { createHash, randomBytes } from 'node:crypto';

/** Proof that who redeems a code is who asked for it. https://www.rfc-editor.org/rfc/rfc7636 */
export interface Pkce {
  readonly verifier: string;
  /** The verifier's SHA-256 as base64url, without padding. */
  readonly challenge: string;
}

export function createPkce(): Pkce {
  const verifier = randomBytes(48).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}
