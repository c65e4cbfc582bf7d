import type { CollectionRule, ServiceKinds } from '../core/resources/kind.ts';
import { ask, data, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';
import { usEast1 } from './scopes.ts';

const ofCertificate = { CertificateArn: identifier('CertificateArn') };

/** Without these, only certificates with RSA keys of 1,024 and 2,048 bits are listed. */
const keyTypes = [
  'RSA_1024',
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'EC_prime256v1',
  'EC_secp384r1',
  'EC_secp521r1',
];

/** CloudFront takes those of one region only. */
function certificates(title: string): CollectionRule {
  return list(title, 'ListCertificates', { Includes: { keyTypes } }, [
    'Certificate',
    'CertificateSummaryList[]',
    { CertificateArn: 'CertificateArn' },
  ]);
}

export const acm: ServiceKinds = {
  service: 'acm',
  title: 'Certificate Manager',
  icon: 'verified',
  collections: {
    Certificates: certificates('Certificates'),
    CloudFrontCertificates: { ...certificates('Certificates for CloudFront'), scope: usEast1 },
  },
  actions: {
    RequestCertificate: {
      ...act('Request Certificate', 'W', 'RequestCertificate', {
        DomainName: ask('DomainName'),
        ValidationMethod: 'DNS',
      }),
      result: { kind: 'Certificate', identifiers: { CertificateArn: 'CertificateArn' } },
    },
  },
  kinds: {
    Certificate: {
      identifiers: ['CertificateArn'],
      label: ['DomainName', '{CertificateArn|last}'],
      state: 'Status',
      description: ['Status', 'until {NotAfter|day}', '{InUse|if:/not in use}'],
      columns: [
        ['ID', '{CertificateArn|last}'],
        ['Status', 'Status'],
        ['Type', 'Type'],
        ['Other names', 'SubjectAlternativeNameSummaries'],
        ['Key', 'KeyAlgorithm'],
        ['In use', '{InUse|if:yes/no}'],
        ['Renewal', 'RenewalEligibility'],
        ['Valid from', 'NotBefore'],
        ['Valid until', 'NotAfter'],
      ],
      icon: 'verified',
      arn: 'CertificateArn',
      arnPattern: 'arn:{partition}:acm:{region}:{account}:certificate/{*}',
      consoleUrl: '{c}/acm/home?region={region}#/certificates/{CertificateArn|last}',
      load: { operation: 'DescribeCertificate', params: ofCertificate, path: 'Certificate' },
      actions: {
        Get: act('Show Certificate', 'R', 'GetCertificate', ofCertificate),
        GetTags: act('Show Tags', 'R', 'ListTagsForCertificate', ofCertificate),
        ResendValidationEmail: act('Resend Validation Email', 'W', 'ResendValidationEmail', {
          ...ofCertificate,
          Domain: data('DomainName'),
          ValidationDomain: ask('ValidationDomain'),
        }),
        Renew: act('Renew', 'W', 'RenewCertificate', ofCertificate),
        Export: act('Export With Private Key', 'S', 'ExportCertificate', {
          ...ofCertificate,
          Passphrase: ask('Passphrase'),
        }),
        Delete: act('Delete', 'X', 'DeleteCertificate', ofCertificate),
      },
      waiters: { Validated: { waiter: 'CertificateValidated', params: ofCertificate } },
      has: {
        InUseBy: to('InUseBy[]'),
        CertificateAuthority: to('CertificateAuthorityArn'),
      },
    },
  },
};
