// Amazon S3: what its model cannot say of requests. The listing of keys and other answers stand in `s3Answers.ts`.

import { createHash } from 'node:crypto';
import { ParamValidationError, type Where } from '../errors.ts';
import { escapeUri } from '../http/address.ts';
import type { RequestParts } from '../http/message.ts';
import type { Document } from '../protocols/protocol.ts';
import { isStream } from '../protocols/scalars.ts';
import type { CallContext, Customization } from './customization.ts';
import { asError, readOutput } from './s3Answers.ts';

export const s3: Customization = {
  input: (input, context) =>
    [withUrlEncoding, withCopySource, withKeyDigests, checkBucketName, checkMetadata].reduce(
      (changed, change) => change(changed, context),
      input,
    ),
  parts: (parts, context) => withExpectation(withEscapedLineBreaks(parts, context), context),
  response: asError,
  output: readOutput,
};

const listings: ReadonlySet<string> = new Set([
  'ListObjects',
  'ListObjectsV2',
  'ListObjectVersions',
]);

/** XML cannot carry every key, so listings are asked for with escaped ones and unescaped when read. */
function withUrlEncoding(input: Document, { plan }: CallContext): Document {
  const isListing = listings.has(plan.name);
  return isListing && input.EncodingType === undefined ? { ...input, EncodingType: 'url' } : input;
}

const accessPointArn =
  /^arn:(aws).*:(s3|s3-object-lambda):[a-z\-0-9]*:[0-9]{12}:accesspoint[/:][a-zA-Z0-9\-.]{1,63}$/;
const outpostArn =
  /^arn:(aws).*:s3-outposts:[a-z\-0-9]+:[0-9]{12}:outpost[/:][a-zA-Z0-9-]{1,63}[/:]accesspoint[/:][a-zA-Z0-9-]{1,63}$/;
const bucketName = /^[a-zA-Z0-9.\-_]{1,255}$/;

function checkBucketName(input: Document, { where }: CallContext): Document {
  const bucket = input.Bucket;
  if (typeof bucket !== 'string' || bucketName.test(bucket) || isS3Arn(bucket)) return input;
  throw new ParamValidationError(where, [
    {
      path: ['Bucket'],
      message: `"${bucket}" is not a bucket's name (letters, digits, ".", "-" and "_") nor the ARN of an access point.`,
    },
  ]);
}

function isS3Arn(text: string): boolean {
  return accessPointArn.test(text) || outpostArn.test(text);
}

/** The source of a copy may be given as text or as `{ Bucket, Key, VersionId }`, with plain keys. */
function withCopySource(input: Document, { where }: CallContext): Document {
  const source = input.CopySource;
  if (typeof source === 'string') return { ...input, CopySource: escapeSource(source) };
  if (typeof source !== 'object' || source === null) return input;
  return { ...input, CopySource: sourceOf({ ...source }, where) };
}

function escapeSource(source: string): string {
  const version = /\?versionId=\S+$/.exec(source)?.[0] ?? '';
  return escapePath(source.slice(0, source.length - version.length)) + version;
}

function sourceOf(source: Readonly<Record<string, unknown>>, where: Where): string {
  const { Bucket: bucket, Key: key, VersionId: version } = source;
  if (typeof bucket !== 'string' || typeof key !== 'string') {
    throw new ParamValidationError(where, [
      { path: ['CopySource'], message: 'needs a Bucket and a Key.' },
    ]);
  }
  const path = isS3Arn(bucket) ? `${bucket}/object/${key}` : `${bucket}/${key}`;
  return (
    escapePath(path) + (version === undefined || version === null ? '' : `?versionId=${version}`)
  );
}

function escapePath(path: string): string {
  return path.split('/').map(escapeUri).join('/');
}

/** A customer's key goes in base 64, with its MD5. */
function withKeyDigests(input: Document): Document {
  return ['SSECustomer', 'CopySourceSSECustomer'].reduce(withKeyDigest, input);
}

function withKeyDigest(input: Document, prefix: string): Document {
  const key = input[`${prefix}Key`];
  if (typeof key !== 'string' && !(key instanceof Uint8Array)) return input;
  if (input[`${prefix}KeyMD5`] !== undefined) return input;
  const bytes = Buffer.from(key);
  return {
    ...input,
    [`${prefix}Key`]: bytes.toString('base64'),
    [`${prefix}KeyMD5`]: createHash('md5').update(bytes).digest('base64'),
  };
}

function checkMetadata(input: Document, { where }: CallContext): Document {
  if (typeof input.Metadata !== 'object' || input.Metadata === null) return input;
  const faults = Object.entries(input.Metadata)
    .filter(([key, value]) => !isAscii(key) || (typeof value === 'string' && !isAscii(value)))
    .map(([key]) => ({ path: ['Metadata', key], message: 'can only have ASCII characters.' }));
  if (faults.length > 0) throw new ParamValidationError(where, faults);
  return input;
}

function isAscii(text: string): boolean {
  return Array.from(text).every((character) => character.charCodeAt(0) < 128);
}

const uploads: ReadonlySet<string> = new Set(['PutObject', 'UploadPart']);

/** What may be large is sent when the server says that it takes it: the content of objects, and every stream. */
function withExpectation(parts: RequestParts, { plan }: CallContext): RequestParts {
  const { method, headers, body } = parts;
  const isContent = uploads.has(plan.name) && body !== undefined;
  const isUpload = isContent || ((method === 'PUT' || method === 'POST') && isStream(body));
  return isUpload ? { ...parts, headers: { ...headers, expect: '100-continue' } } : parts;
}

/** A line break in a key would be normalized away when the document is read. */
function withEscapedLineBreaks(parts: RequestParts, { plan }: CallContext): RequestParts {
  const { name } = plan;
  if (name !== 'DeleteObjects' && name !== 'PutBucketLifecycleConfiguration') return parts;
  if (parts.body === undefined) return parts;
  const body =
    parts.body instanceof Uint8Array ? Buffer.from(parts.body).toString() : String(parts.body);
  return { ...parts, body: body.replaceAll('\r', '&#xD;').replaceAll('\n', '&#xA;') };
}
