import type { CollectionRule, Kind } from '../../core/resources/kind.ts';
import { ask, askOptional, identifier, json, type Source } from '../../core/resources/sources.ts';
import { act, list } from '../rules.ts';
import { ofObject, ownRegion, toObject } from './rules.ts';

const ofUpload = { ...ofObject, UploadId: identifier('UploadId') };
const ofPart = { ...ofUpload, PartNumber: json(identifier('PartNumber')) };

/** Begun and neither finished nor aborted: their parts are charged. */
export function uploads(bucket: { readonly Bucket: Source }): CollectionRule {
  return list('Multipart Uploads', 'ListMultipartUploads', bucket, [
    'MultipartUpload',
    'Uploads[]',
    { ...bucket, Key: 'Key', UploadId: 'UploadId' },
  ]);
}

export const multipartUpload: Kind = {
  identifiers: ['Bucket', 'Key', 'UploadId'],
  label: ['{Key|segment}'],
  description: ['begun {Initiated|date}'],
  columns: [
    ['Key', 'Key'],
    ['Upload ID', 'UploadId'],
    ['Begun', '{Initiated|date}'],
    ['By', 'Initiator.DisplayName'],
    ['Storage class', 'StorageClass'],
  ],
  icon: 'cloud-upload',
  region: ownRegion(identifier('Bucket')),
  collections: {
    Parts: list('Parts', 'ListParts', ofUpload, [
      'MultipartUploadPart',
      'Parts[]',
      { ...ofUpload, PartNumber: 'PartNumber' },
    ]),
  },
  actions: {
    Complete: act('Complete', 'D', 'CompleteMultipartUpload', ofUpload, {
      result: { kind: 'Object', identifiers: ofObject },
    }),
    Abort: act('Abort', 'X', 'AbortMultipartUpload', ofUpload),
  },
  has: {
    Object: toObject,
    Part: {
      kind: 'MultipartUploadPart',
      identifiers: { ...ofUpload, PartNumber: ask('PartNumber') },
    },
  },
};

export const multipartUploadPart: Kind = {
  identifiers: ['Bucket', 'Key', 'UploadId', 'PartNumber'],
  label: ['Part {PartNumber}'],
  description: ['{Size|size}', '{LastModified|date}'],
  columns: [
    ['Size', '{Size|size}'],
    ['ETag', 'ETag'],
    ['Modified', '{LastModified|date}'],
  ],
  icon: 'file-binary',
  region: ownRegion(identifier('Bucket')),
  actions: {
    Upload: act('Upload', 'D', 'UploadPart', { ...ofPart, Body: askOptional('Body') }),
    CopyFrom: act('Copy From', 'D', 'UploadPartCopy', { ...ofPart, CopySource: ask('CopySource') }),
  },
  has: { MultipartUpload: { kind: 'MultipartUpload', identifiers: ofUpload } },
};
