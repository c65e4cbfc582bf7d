import { made, type ServiceScenarios } from './scenario.ts';

const bucket = 'arn:aws:s3:::data';

export const scenarios: ServiceScenarios = {
  kinds: {
    DeliveryStream: {
      create: (stage) => {
        const DeliveryStreamName = stage.unique('stream');
        const ExtendedS3DestinationConfiguration = {
          RoleARN: 'arn:aws:iam::123456789012:role/firehose',
          BucketARN: bucket,
        };
        const input = { DeliveryStreamName, ExtendedS3DestinationConfiguration };
        return made(stage, 'CreateDeliveryStream', input, 'DeliveryStream', {
          DeliveryStreamName,
        });
      },
      loaded: { DeliveryStreamStatus: 'ACTIVE' },
      references: { Bucket: 1, Role: 1 },
    },
  },
  unserved: {
    'DeliveryStream.StartEncryption': 'moto fails where no key is named.',
    'DeliveryStream.StopEncryption': 'moto stops only what it could start.',
  },
};
