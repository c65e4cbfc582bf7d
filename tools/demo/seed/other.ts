import type { Call } from '../account.ts';
import { homeRegion } from '../keys.ts';

/** The second account: little, and nothing with a name of the first. */
export async function seedOtherAccount(call: Call): Promise<void> {
  const CreateBucketConfiguration = { LocationConstraint: homeRegion };
  await call('s3', 'CreateBucket', { Bucket: 'analytics-exports', CreateBucketConfiguration });
  await call('s3', 'PutObject', {
    Bucket: 'analytics-exports',
    Key: 'weekly/visits.csv',
    Body: Buffer.from('week,visits\n1,4021\n').toString('base64'),
  });
  await call('sqs', 'CreateQueue', { QueueName: 'analytics-jobs' });
  await call('iam', 'CreateUser', { UserName: 'analyst' });
  await call('dynamodb', 'CreateTable', {
    TableName: 'visits',
    KeySchema: [{ AttributeName: 'week', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'week', AttributeType: 'N' }],
    BillingMode: 'PAY_PER_REQUEST',
  });
}
