// How a transfer is cut into parts, and which of its parameters go to which call. Pure. The numbers and choices are those
// of boto3's `s3transfer`. https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html

import type { Service } from '../models/model.ts';
import type { Document } from '../protocols/protocol.ts';

export interface TransferOptions {
  /** Bytes from which a transfer is made in parts. 8 MiB when absent. */
  readonly threshold?: number | undefined;
  /** Bytes of a part; more where S3's limits want more. 8 MiB when absent. */
  readonly partSize?: number | undefined;
  /** Parts under way at once. 10 when absent. */
  readonly concurrency?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told of bytes moved, at most every 256 KiB and once at the end. */
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined;
}

export interface TransferProgress {
  /** Goes back where a part is sent or read again. */
  readonly transferred: number;
  /** Absent for a stream whose length is not known yet. */
  readonly total: number | undefined;
}

const mebibyte = 1024 * 1024;

export function chosen({ threshold, partSize, concurrency }: TransferOptions) {
  return {
    threshold: threshold ?? 8 * mebibyte,
    partSize: partSize ?? 8 * mebibyte,
    concurrency: Math.max(1, concurrency ?? 10),
  };
}

const smallestPart = 5 * mebibyte;
const largestPart = 5 * 1024 * mebibyte;
const mostParts = 10_000;

/** The wanted size, or the nearest one with which S3 takes an object of `total` bytes. */
export function partSizeFor(wanted: number, total: number | undefined): number {
  let size = wanted;
  while (total !== undefined && Math.ceil(total / size) > mostParts) size *= 2;
  return Math.min(Math.max(size, smallestPart), largestPart);
}

export interface Part {
  /** Counted from 1. */
  readonly number: number;
  readonly start: number;
  /** Behind its last byte. */
  readonly end: number;
}

export function* partsOf(total: number, partSize: number): Generator<Part> {
  for (let number = 1, start = 0; start < total; number += 1, start += partSize) {
    yield { number, start, end: Math.min(start + partSize, total) };
  }
}

/** As HTTP writes it, with the last byte's position. */
export function rangeOf({ start, end }: Part): string {
  return `bytes=${start}-${end - 1}`;
}

/** Parameters of the whole object's checksum, by the algorithm. */
const wholeChecksum = /^Checksum(?!Algorithm$|Mode$|Type$)/;
const ofCustomerKey = ['SSECustomerAlgorithm', 'SSECustomerKey', 'SSECustomerKeyMD5'];
const ofEveryCall = [...ofCustomerKey, 'RequestPayer', 'ExpectedBucketOwner'];
const ofParts = new Set([...ofEveryCall, 'ChecksumAlgorithm']);
const ofCompletion = new Set([
  ...ofEveryCall,
  'ChecksumType',
  'MpuObjectSize',
  'IfMatch',
  'IfNoneMatch',
]);

/** The parameters of an upload, sorted by the call they belong to. All have the bucket and the key. */
export function uploadParameters(service: Service, target: Document) {
  const { Bucket, Key, ...rest } = withChecksumType(target);
  const pick = (isWanted: (name: string) => boolean): Document => ({
    Bucket,
    Key,
    ...Object.fromEntries(Object.entries(rest).filter(([name]) => isWanted(name))),
  });
  const ofCreation = membersOf(service, 'CreateMultipartUpload');
  return {
    whole: { ...target, ChecksumType: undefined, MpuObjectSize: undefined },
    creation: pick((name) => ofCreation.has(name) && !wholeChecksum.test(name)),
    part: pick((name) => ofParts.has(name)),
    completion: pick((name) => ofCompletion.has(name) || wholeChecksum.test(name)),
    plain: pick((name) => name === 'RequestPayer' || name === 'ExpectedBucketOwner'),
  };
}

export type UploadParameters = ReturnType<typeof uploadParameters>;

/** A checksum of the whole object, given by the caller, is one of no parts. */
function withChecksumType(target: Document): Document {
  const given = Object.keys(target).find((name) => wholeChecksum.test(name));
  if (given === undefined) return target;
  const algorithm = given.slice('Checksum'.length);
  return { ...target, ChecksumType: 'FULL_OBJECT', ChecksumAlgorithm: algorithm };
}

/** What a call can be given, by its model. */
export function membersOf(service: Service, operation: string): ReadonlySet<string> {
  const shape = service.shapes[service.operations[operation]?.input?.shape ?? ''];
  return new Set(shape?.type === 'structure' ? Object.keys(shape.members) : []);
}
