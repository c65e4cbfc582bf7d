// Buckets and objects as files and streams, in parts where they are large: what boto3's resources give beyond their actions.
//
//   const bucket = (await session.resource('s3')).get('Bucket', { Name: 'reports' });
//   await s3.upload(bucket, 'june.pdf', { Key: '2026/june.pdf', ContentType: 'application/pdf' });
//   const [object] = await bucket.follow('Object', { Key: '2026/june.pdf' });
//   await s3.download(object, 'copy.pdf');

import type { Readable, Writable } from 'node:stream';
import { ParamValidationError } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import type { Resource } from '../resources/resource.ts';
import type { UploadSource } from '../transfer/source.ts';
import * as transfer from '../transfer/transfer.ts';

/** A file by its path, bytes or a stream into an object. `params` is what else `PutObject` takes; for a bucket, the `Key` too. */
export async function upload(
  target: Resource,
  source: UploadSource,
  params: Document = {},
  options: transfer.UploadOptions = {},
): Promise<Document> {
  const place = placeOf(target, 'upload', params);
  return transfer.upload(await clientOf(target, options), source, place, options);
}

/** An object, or one version of it, into a file or a stream. Gives what `HeadObject` says of it. */
export async function download(
  source: Resource,
  target: string | Writable,
  params: Document = {},
  options: transfer.DownloadOptions = {},
): Promise<Document> {
  const place = placeOf(source, 'download', params);
  return transfer.download(await clientOf(source, options), place, target, options);
}

/** The object as one stream, read ahead by ranges. */
export async function downloadStream(
  source: Resource,
  params: Document = {},
  options: transfer.DownloadOptions = {},
): Promise<Readable> {
  const place = placeOf(source, 'download', params);
  return transfer.downloadStream(await clientOf(source, options), place, options);
}

/** An object, or one version of it, to another place, of any region. `params` is what else `CopyObject` takes. */
export async function copy(
  source: Resource,
  target: Resource,
  params: Document = {},
  options: Omit<transfer.CopyOptions, 'sourceClient'> = {},
): Promise<Document> {
  const from = placeOf(source, 'copy', {});
  const to = placeOf(target, 'copy', params);
  const sourceClient = await clientOf(source, options);
  const client = await clientOf(target, options);
  return transfer.copy(client, from, to, { ...options, sourceClient });
}

function clientOf(resource: Resource, { signal }: { readonly signal?: AbortSignal | undefined }) {
  return resource.client(undefined, signal ? { signal } : {});
}

/** The bucket and the key, with what else is given. */
function placeOf(
  { service, kind, identifiers }: Resource,
  what: string,
  params: Document,
): Document {
  const { Name, Bucket = Name, Key, VersionId } = identifiers;
  const place = {
    ...params,
    Bucket,
    ...(Key !== undefined && { Key }),
    ...(VersionId !== undefined && { VersionId }),
  };
  const isPlace = service === 's3' && Bucket !== undefined && 'Key' in place;
  if (isPlace) return place;
  const message = kind === 'Bucket' ? 'is required.' : `is not known of a ${service} ${kind}.`;
  throw new ParamValidationError({ service: 's3', operation: what }, [{ path: ['Key'], message }]);
}
