import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofStream = { DeliveryStreamName: identifier('DeliveryStreamName') };

/** Streams are listed by name alone, and described one at a time. */
export const firehose: ServiceKinds = {
  service: 'firehose',
  title: 'Data Firehose',
  icon: 'flame',
  collections: {
    DeliveryStreams: {
      // Asked for no number, AWS gives ten.
      ...list('Firehose Streams', 'ListDeliveryStreams', { Limit: 100 }, [
        'DeliveryStream',
        'DeliveryStreamNames[]',
        { DeliveryStreamName: '@' },
      ]),
      tokens: {
        input: 'ExclusiveStartDeliveryStreamName',
        output: 'DeliveryStreamNames[-1]',
        more: 'HasMoreDeliveryStreams',
      },
    },
  },
  kinds: {
    DeliveryStream: {
      identifiers: ['DeliveryStreamName'],
      state: 'DeliveryStreamStatus',
      description: ['DeliveryStreamStatus', 'DeliveryStreamType'],
      columns: [
        ['Status', 'DeliveryStreamStatus'],
        ['Failure', 'FailureDescription.Details'],
        ['Source', 'DeliveryStreamType'],
        ['Stream', '{Source.KinesisStreamSourceDescription.KinesisStreamARN|last}'],
        ['Into bucket', 'Destinations[].ExtendedS3DestinationDescription.BucketARN'],
        ['Encryption', 'DeliveryStreamEncryptionConfiguration.Status'],
        ['Created', '{CreateTimestamp|date}'],
        ['Updated', '{LastUpdateTimestamp|date}'],
      ],
      icon: 'flame',
      arn: 'arn:{partition}:firehose:{region}:{account}:deliverystream/{DeliveryStreamName}',
      consoleUrl: '{c}/firehose/home?region={region}#/details/{DeliveryStreamName}/monitoring',
      load: {
        operation: 'DescribeDeliveryStream',
        params: ofStream,
        path: 'DeliveryStreamDescription',
      },
      hydrate: true,
      actions: {
        PutRecord: act('Put Record', 'W', 'PutRecord', {
          ...ofStream,
          Record: { Data: ask('Data') },
        }),
        StartEncryption: act('Start Encryption', 'W', 'StartDeliveryStreamEncryption', ofStream),
        StopEncryption: act('Stop Encryption', 'D', 'StopDeliveryStreamEncryption', ofStream),
        Delete: act('Delete', 'X', 'DeleteDeliveryStream', ofStream),
      },
      has: {
        SourceStream: to(
          'Source.KinesisStreamSourceDescription.KinesisStreamARN',
          'kinesis.Stream',
        ),
        SourceCluster: to('Source.MSKSourceDescription.MSKClusterARN', 'kafka.Cluster'),
        Bucket: to('Destinations[].ExtendedS3DestinationDescription.BucketARN', 's3.Bucket'),
        Role: to('Destinations[].ExtendedS3DestinationDescription.RoleARN', 'iam.Role'),
        Domain: to(
          'Destinations[].AmazonopensearchserviceDestinationDescription.DomainARN',
          'opensearch.Domain',
        ),
        Key: to('DeliveryStreamEncryptionConfiguration.KeyARN', 'kms.Key'),
      },
    },
  },
};
