import type { CollectionRule, Kind, ServiceKinds } from '../core/resources/kind.ts';
import {
  ask,
  askOptional,
  identifier,
  literal,
  type Params,
  requested,
  type Source,
} from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const accountId = identifier('accountId');
const inVault = { accountId, vaultName: identifier('vaultName') };
const ofArchive = { ...inVault, archiveId: identifier('archiveId') };
const ofJob = { ...inVault, jobId: identifier('jobId') };
const ofUpload = { ...inVault, uploadId: identifier('uploadId') };
const toVault = { kind: 'Vault', identifiers: inVault };

function vaults(of: Source): CollectionRule {
  return list('Vaults', 'ListVaults', { accountId: of }, [
    'Vault',
    'VaultList[]',
    { accountId: of, vaultName: 'VaultName' },
  ]);
}

function jobs(title: string, params: Params = {}): CollectionRule {
  return list(title, 'ListJobs', { ...inVault, ...params }, [
    'Job',
    'JobList[]',
    { ...inVault, jobId: 'JobId' },
  ]);
}

/** The account of the keys, as Glacier writes it. */
const ownAccount = literal('-');

const account: Kind = {
  identifiers: ['accountId'],
  columns: [
    ['Retrieval', 'Rules[].Strategy'],
    ['Bytes an hour', '{Rules[0].BytesPerHour|size}'],
  ],
  icon: 'account',
  load: { operation: 'GetDataRetrievalPolicy', params: { accountId }, path: 'Policy' },
  collections: { Vaults: vaults(accountId) },
  actions: {
    CreateVault: act(
      'Create Vault',
      'W',
      'CreateVault',
      { accountId, vaultName: ask('vaultName') },
      {
        result: {
          kind: 'Vault',
          identifiers: { accountId, vaultName: requested('vaultName') },
        },
      },
    ),
  },
  has: {
    Vault: { kind: 'Vault', identifiers: { accountId, vaultName: ask('vaultName') } },
  },
};

const vault: Kind = {
  identifiers: ['accountId', 'vaultName'],
  description: ['{NumberOfArchives|count:archive}', '{SizeInBytes|size}'],
  columns: [
    ['Archives', 'NumberOfArchives'],
    ['Size', '{SizeInBytes|size}'],
    ['Last inventory', '{LastInventoryDate|date}'],
    ['Created', '{CreationDate|date}'],
  ],
  icon: 'archive',
  arn: 'VaultARN',
  arnPattern: 'arn:{partition}:glacier:{region}:{accountId}:vaults/{vaultName}',
  load: { operation: 'DescribeVault', params: inVault },
  collections: {
    Jobs: jobs('Jobs'),
    JobsInProgress: jobs('Jobs in Progress', { statuscode: 'InProgress' }),
    CompletedJobs: jobs('Completed Jobs', { completed: 'true' }),
    SucceededJobs: jobs('Succeeded Jobs', { statuscode: 'Succeeded' }),
    FailedJobs: jobs('Failed Jobs', { statuscode: 'Failed' }),
    MultipartUploads: list('Multipart Uploads', 'ListMultipartUploads', inVault, [
      'MultipartUpload',
      'UploadsList[]',
      { ...inVault, uploadId: 'MultipartUploadId' },
    ]),
  },
  actions: {
    Create: act('Create', 'W', 'CreateVault', inVault),
    UploadArchive: act(
      'Upload Archive',
      'W',
      'UploadArchive',
      {
        ...inVault,
        archiveDescription: askOptional('archiveDescription'),
        body: askOptional('body'),
      },
      {
        result: { kind: 'Archive', identifiers: { ...inVault, archiveId: 'archiveId' } },
      },
    ),
    InitiateMultipartUpload: act(
      'Begin Multipart Upload',
      'W',
      'InitiateMultipartUpload',
      { ...inVault, partSize: askOptional('partSize') },
      {
        result: { kind: 'MultipartUpload', identifiers: { ...inVault, uploadId: 'uploadId' } },
      },
    ),
    InitiateInventoryRetrieval: act(
      'Retrieve Inventory',
      'W',
      'InitiateJob',
      { ...inVault, jobParameters: { Type: 'inventory-retrieval' } },
      { result: { kind: 'Job', identifiers: { ...inVault, jobId: 'jobId' } } },
    ),
    Delete: act('Delete', 'X', 'DeleteVault', inVault),
  },
  waiters: {
    Exists: { waiter: 'VaultExists', params: inVault },
    NotExists: { waiter: 'VaultNotExists', params: inVault },
  },
  has: {
    Account: { kind: 'Account', identifiers: { accountId } },
    Archive: { kind: 'Archive', identifiers: { ...inVault, archiveId: ask('archiveId') } },
    Job: { kind: 'Job', identifiers: { ...inVault, jobId: ask('jobId') } },
    MultipartUpload: {
      kind: 'MultipartUpload',
      identifiers: { ...inVault, uploadId: ask('uploadId') },
    },
    Notification: { kind: 'Notification', identifiers: inVault },
  },
};

/** No operation describes one: what a vault holds is told by its inventory, which is a job. */
const archive: Kind = {
  identifiers: ['accountId', 'vaultName', 'archiveId'],
  columns: [
    ['Vault', 'vaultName'],
    ['Archive ID', 'archiveId'],
  ],
  icon: 'file-zip',
  actions: {
    InitiateArchiveRetrieval: act(
      'Retrieve',
      'W',
      'InitiateJob',
      {
        ...inVault,
        jobParameters: { Type: 'archive-retrieval', ArchiveId: identifier('archiveId') },
      },
      { result: { kind: 'Job', identifiers: { ...inVault, jobId: 'jobId' } } },
    ),
    Delete: act('Delete', 'X', 'DeleteArchive', ofArchive),
  },
  has: { Vault: toVault },
};

const job: Kind = {
  identifiers: ['accountId', 'vaultName', 'jobId'],
  label: ['JobDescription', 'Action', 'jobId'],
  state: 'StatusCode',
  description: ['Action', 'StatusCode', '{CreationDate|date}'],
  columns: [
    ['Action', 'Action'],
    ['Status', 'StatusCode'],
    ['Message', 'StatusMessage'],
    ['Tier', 'Tier'],
    ['Archive size', '{ArchiveSizeInBytes|size}'],
    ['Inventory size', '{InventorySizeInBytes|size}'],
    ['Created', '{CreationDate|date}'],
    ['Completed', '{CompletionDate|date}'],
  ],
  icon: 'server-process',
  load: { operation: 'DescribeJob', params: ofJob },
  actions: { GetOutput: act('Open Output', 'R', 'GetJobOutput', ofJob) },
  has: { Vault: toVault, Topic: to('SNSTopic', 'sns.Topic') },
};

const multipartUpload: Kind = {
  identifiers: ['accountId', 'vaultName', 'uploadId'],
  label: ['ArchiveDescription', 'uploadId'],
  description: ['parts of {PartSizeInBytes|size}', 'begun {CreationDate|date}'],
  columns: [
    ['Upload ID', 'uploadId'],
    ['Description', 'ArchiveDescription'],
    ['Part size', '{PartSizeInBytes|size}'],
    ['Begun', '{CreationDate|date}'],
  ],
  icon: 'cloud-upload',
  actions: {
    Parts: act('Show Parts', 'R', 'ListParts', ofUpload),
    UploadPart: act('Upload Part', 'W', 'UploadMultipartPart', {
      ...ofUpload,
      range: askOptional('range'),
      body: askOptional('body'),
    }),
    Complete: act('Complete', 'D', 'CompleteMultipartUpload', {
      ...ofUpload,
      archiveSize: askOptional('archiveSize'),
      checksum: askOptional('checksum'),
    }),
    Abort: act('Abort', 'X', 'AbortMultipartUpload', ofUpload),
  },
  has: { Vault: toVault },
};

const notification: Kind = {
  identifiers: ['accountId', 'vaultName'],
  label: ['Notifications of {vaultName}'],
  columns: [
    ['Topic', 'SNSTopic'],
    ['Events', 'Events'],
  ],
  icon: 'bell',
  load: {
    operation: 'GetVaultNotifications',
    params: inVault,
    path: 'vaultNotificationConfig',
  },
  actions: {
    Set: act('Set', 'D', 'SetVaultNotifications', {
      ...inVault,
      vaultNotificationConfig: askOptional('vaultNotificationConfig'),
    }),
    Delete: act('Delete', 'X', 'DeleteVaultNotifications', inVault),
  },
  has: { Vault: toVault, Topic: to('SNSTopic', 'sns.Topic') },
};

export const glacier: ServiceKinds = {
  service: 'glacier',
  title: 'S3 Glacier',
  icon: 'archive',
  collections: { Vaults: vaults(ownAccount) },
  actions: {
    CreateVault: act(
      'Create Vault',
      'W',
      'CreateVault',
      { accountId: ownAccount, vaultName: ask('vaultName') },
      {
        result: {
          kind: 'Vault',
          identifiers: { accountId: requested('accountId'), vaultName: requested('vaultName') },
        },
      },
    ),
  },
  kinds: {
    Account: account,
    Vault: vault,
    Archive: archive,
    Job: job,
    MultipartUpload: multipartUpload,
    Notification: notification,
  },
};
