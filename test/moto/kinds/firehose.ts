import assert from 'node:assert/strict';
import { made, run, type ServiceScenarios } from './scenario.ts';

const record = { Data: Buffer.from('hello').toString('base64') };

export const scenarios: ServiceScenarios = {
  kinds: {
    DeliveryStream: {
      create: async (stage) => {
        const DeliveryStreamName = stage.unique('stream');
        const ExtendedS3DestinationConfiguration = {
          RoleARN: 'arn:aws:iam::123456789012:role/firehose',
          BucketARN: await (await stage.example('s3.Bucket')).arn(),
        };
        const input = { DeliveryStreamName, ExtendedS3DestinationConfiguration };
        return made(stage, 'CreateDeliveryStream', input, 'DeliveryStream', {
          DeliveryStreamName,
        });
      },
      loaded: { DeliveryStreamStatus: 'ACTIVE' },
      actions: [
        run('PutRecord', record, ({ output }) => assert.ok(output.RecordId)),
        run('StartEncryption', async (stage) => ({
          DeliveryStreamEncryptionConfigurationInput: {
            KeyType: 'CUSTOMER_MANAGED_CMK',
            KeyARN: await (await stage.example('kms.Key')).arn(),
          },
        })),
        run('StopEncryption'),
      ],
      references: { Bucket: 1, Role: 1 },
    },
  },
};
