import type { Kind } from '../../core/resources/kind.ts';
import { identifier, requested } from '../../core/resources/sources.ts';
import { act } from '../rules.ts';
import { ofUser, toUser } from './rules.ts';

const ofServerCertificate = { ServerCertificateName: identifier('ServerCertificateName') };
const ofSigningCertificate = { ...ofUser, CertificateId: identifier('CertificateId') };

export const serverCertificate: Kind = {
  identifiers: ['ServerCertificateName'],
  description: ['expires {Expiration|day}'],
  columns: [
    ['Certificate ID', 'ServerCertificateId'],
    ['Path', 'Path'],
    ['Uploaded', '{UploadDate|date}'],
    ['Expires', '{Expiration|date}'],
  ],
  icon: 'verified',
  arn: 'arn:{partition}:iam::{account}:server-certificate{Path}{ServerCertificateName}',
  arnPattern: 'arn:{partition}:iam::{account}:server-certificate{*}/{ServerCertificateName}',
  load: {
    operation: 'GetServerCertificate',
    params: ofServerCertificate,
    path: 'ServerCertificate',
  },
  actions: {
    Update: act('Rename or Move', 'D', 'UpdateServerCertificate', ofServerCertificate, {
      result: {
        kind: 'ServerCertificate',
        identifiers: { ServerCertificateName: requested('NewServerCertificateName') },
      },
    }),
    Delete: act('Delete', 'X', 'DeleteServerCertificate', ofServerCertificate),
  },
};

export const signingCertificate: Kind = {
  identifiers: ['UserName', 'CertificateId'],
  state: 'Status',
  description: ['Status', 'uploaded {UploadDate|day}'],
  columns: [
    ['User', 'UserName'],
    ['Status', 'Status'],
    ['Uploaded', '{UploadDate|date}'],
  ],
  icon: 'verified',
  actions: {
    Activate: act('Activate', 'W', 'UpdateSigningCertificate', {
      ...ofSigningCertificate,
      Status: 'Active',
    }),
    Deactivate: act('Deactivate', 'D', 'UpdateSigningCertificate', {
      ...ofSigningCertificate,
      Status: 'Inactive',
    }),
    Delete: act('Delete', 'X', 'DeleteSigningCertificate', ofSigningCertificate),
  },
  has: { User: toUser },
};
