import type { ServiceKinds } from '../core/resources/kind.ts';
import { account, ask, identifier } from '../core/resources/sources.ts';
import { act, list, paged, to } from './rules.ts';

const ofAccessPoint = { AccountId: account, Name: identifier('Name') };

export const s3control: ServiceKinds = {
  service: 's3control',
  title: 'S3 Control',
  icon: 'archive',
  collections: {
    AccessPoints: paged(
      list('Access Points', 'ListAccessPoints', { AccountId: account }, [
        'AccessPoint',
        'AccessPointList[]',
        { Name: 'Name' },
      ]),
    ),
  },
  kinds: {
    AccessPoint: {
      identifiers: ['Name'],
      description: ['Bucket', '{NetworkOrigin|lower}'],
      columns: [
        ['Bucket', 'Bucket'],
        ['Alias', 'Alias'],
        ['Network', 'NetworkOrigin'],
        ['VPC', 'VpcConfiguration.VpcId'],
        ['Created', '{CreationDate|date}'],
      ],
      icon: 'plug',
      arn: 'arn:{partition}:s3:{region}:{account}:accesspoint/{Name}',
      consoleUrl: '{c}/s3/ap/{account}/{Name}?region={region}',
      load: { operation: 'GetAccessPoint', params: ofAccessPoint },
      actions: {
        GetPolicy: act('Show Policy', 'R', 'GetAccessPointPolicy', ofAccessPoint),
        PutPolicy: act('Put Policy', 'D', 'PutAccessPointPolicy', {
          ...ofAccessPoint,
          Policy: ask('Policy'),
        }),
        DeletePolicy: act('Delete Policy', 'X', 'DeleteAccessPointPolicy', ofAccessPoint),
        Delete: act('Delete', 'X', 'DeleteAccessPoint', ofAccessPoint),
      },
      has: {
        Bucket: to('Bucket', 's3.Bucket'),
        Vpc: to('VpcConfiguration.VpcId', 'ec2.Vpc'),
      },
    },
  },
};
