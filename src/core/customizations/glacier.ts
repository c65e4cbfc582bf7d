// Amazon S3 Glacier: the account of the keys where none is named, the version of the interface, and the two hashes an archive
// is sent with. https://docs.aws.amazon.com/amazonglacier/latest/dev/checksum-calculations.html

import { createHash, hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { UnsupportedError } from '../errors.ts';
import type { RequestBody, RequestParts } from '../http/message.ts';
import { openBytes, ReplayableBody } from '../http/replayableBody.ts';
import type { CallContext, Customization } from './customization.ts';

export const glacier: Customization = {
  input: (input) => ({ ...input, accountId: input.accountId ?? '-' }),
  parts: (parts, context) => {
    const version = context.service.metadata.apiVersion;
    const headers = { 'x-amz-glacier-version': version, ...parts.headers };
    const versioned = { ...parts, headers };
    return uploads.has(context.plan.name) ? withHashes(versioned, context) : versioned;
  },
};

const uploads: ReadonlySet<string> = new Set(['UploadArchive', 'UploadMultipartPart']);

const wholeHash = 'x-amz-content-sha256';
const treeHash = 'x-amz-sha256-tree-hash';

/** A file is read for its hashes piece by piece, and once more when it is sent. */
async function withHashes(parts: RequestParts, { where }: CallContext): Promise<RequestParts> {
  const { headers, body = '' } = parts;
  if (headers[wholeHash] !== undefined && headers[treeHash] !== undefined) return parts;
  if (body instanceof Readable) {
    const problem =
      'its body goes behind its hashes, so it must be bytes or a file, which can be read twice. A stream cannot.';
    throw new UnsupportedError(where, problem);
  }
  const { whole, tree } = await hashesOf(chunksOf(body));
  return { ...parts, headers: { [wholeHash]: whole, [treeHash]: tree, ...headers } };
}

function chunksOf(body: Exclude<RequestBody, Readable>): AsyncIterable<Uint8Array> {
  if (body instanceof ReplayableBody) return body.open('hash');
  return openBytes(typeof body === 'string' ? Buffer.from(body) : body);
}

const leafSize = 1024 * 1024;

async function hashesOf(chunks: AsyncIterable<Uint8Array>) {
  const whole = createHash('sha256');
  const leaves: Buffer[] = [];
  let leaf = createHash('sha256');
  let room = leafSize;
  for await (const chunk of chunks) {
    whole.update(chunk);
    for (let start = 0; start < chunk.length; ) {
      const piece = chunk.subarray(start, start + room);
      leaf.update(piece);
      start += piece.length;
      room -= piece.length;
      if (room > 0) continue;
      leaves.push(leaf.digest());
      leaf = createHash('sha256');
      room = leafSize;
    }
  }
  if (room < leafSize || leaves.length === 0) leaves.push(leaf.digest());
  return { whole: whole.digest('hex'), tree: rootOf(leaves).toString('hex') };
}

function rootOf(leaves: readonly Buffer[]): Buffer {
  let level = leaves;
  while (level.length > 1) level = pairs(level);
  return level[0] ?? Buffer.alloc(0);
}

function pairs(level: readonly Buffer[]): Buffer[] {
  return level.flatMap((left, i) => {
    if (i % 2 === 1) return [];
    const right = level[i + 1];
    return [right ? hash('sha256', Buffer.concat([left, right]), 'buffer') : left];
  });
}
