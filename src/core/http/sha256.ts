// SHA-256 and its HMAC, in the form the signer asks for too, from one-shot hashes: `createHmac` costs ten times as much in
// Node 24 as two plain hashes over padded keys.

import { createHash, hash } from 'node:crypto';

const blockSize = 64;

/** A hash of what `update` was given, or an HMAC when made with a secret. One use each. */
export class Sha256 {
  #parts: Buffer[] = [];
  readonly #outer: Buffer | undefined;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    if (secret === undefined) return;
    const { inner, outer } = padKey(toBuffer(secret));
    this.#parts.push(inner);
    this.#outer = outer;
  }

  update(chunk: Uint8Array): void {
    this.#parts.push(toBuffer(chunk));
  }

  async digest(): Promise<Uint8Array> {
    const inner = digestOf(this.#parts);
    return this.#outer ? digestOf([this.#outer, inner]) : inner;
  }

  reset(): void {
    this.#parts = this.#outer ? this.#parts.slice(0, 1) : [];
  }
}

/** A key of HMAC-SHA256, prepared for many short texts. */
export class HmacKey {
  /** The padded key with room for a text behind it. */
  readonly #inner: Buffer;
  /** The other padded key with room for a digest behind it. */
  readonly #outer: Buffer;

  constructor(key: Uint8Array) {
    const { inner, outer } = padKey(key);
    this.#inner = Buffer.concat([inner, Buffer.alloc(blockSize * 5)]);
    this.#outer = Buffer.concat([outer, Buffer.alloc(32)]);
  }

  digest(text: string): Uint8Array {
    return hash('sha256', this.#message(text), 'buffer');
  }

  /** In lower-case hexadecimal digits. */
  sign(text: string): string {
    return hash('sha256', this.#message(text), 'hex');
  }

  /** The outer message; good until the next call. */
  #message(text: string): Uint8Array {
    // A text of single bytes is cheaper than a Buffer.
    const digest = hash('sha256', this.#innerMessage(text), 'binary');
    this.#outer.write(digest, blockSize, 'latin1');
    return this.#outer;
  }

  #innerMessage(text: string): Uint8Array {
    const length = Buffer.byteLength(text);
    if (blockSize + length > this.#inner.length) {
      return Buffer.concat([this.#inner.subarray(0, blockSize), Buffer.from(text)]);
    }
    this.#inner.write(text, blockSize);
    return this.#inner.subarray(0, blockSize + length);
  }
}

/** The lower-case hexadecimal digest of a body. */
export function sha256Hex(body: string | Uint8Array): string {
  return hash('sha256', body, 'hex');
}

/** The same of a body that is read piece by piece. */
export async function sha256OfStream(body: AsyncIterable<Uint8Array>): Promise<string> {
  const hasher = createHash('sha256');
  for await (const chunk of body) hasher.update(chunk);
  return hasher.digest('hex');
}

function digestOf(parts: readonly Buffer[]): Buffer {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  // Joining copies; above some size streaming into one hash object is cheaper.
  if (size <= 65_536) return hash('sha256', Buffer.concat(parts, size), 'buffer');
  const hasher = createHash('sha256');
  for (const part of parts) hasher.update(part);
  return hasher.digest();
}

function padKey(secret: Uint8Array) {
  const key = secret.length > blockSize ? hash('sha256', secret, 'buffer') : secret;
  const inner = Buffer.alloc(blockSize, 0x36);
  const outer = Buffer.alloc(blockSize, 0x5c);
  for (let i = 0; i < key.length; i++) {
    const byte = key[i] ?? 0;
    inner[i] = byte ^ 0x36;
    outer[i] = byte ^ 0x5c;
  }
  return { inner, outer };
}

function toBuffer(data: string | ArrayBuffer | ArrayBufferView): Buffer {
  if (typeof data === 'string') return Buffer.from(data);
  if (data instanceof ArrayBuffer) return Buffer.from(data);
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}
