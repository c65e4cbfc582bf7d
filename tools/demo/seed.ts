// Fills an empty demo AWS with the two accounts of a small bookshop, so that every declared kind of resource has
// something to show.

import { callerOf, textAt } from './account.ts';
import { type DemoKeys, exampleKeys } from './keys.ts';
import { plantedSecrets } from './secrets.ts';
import { seedCompute } from './seed/compute.ts';
import { seedData } from './seed/data.ts';
import { seedIdentity } from './seed/identity.ts';
import { seedLogs } from './seed/logs.ts';
import { seedMessaging } from './seed/messaging.ts';
import { seedMonitoring } from './seed/monitoring.ts';
import { seedOtherAccount } from './seed/other.ts';
import { seedStorage } from './seed/storage.ts';

export interface Seeded {
  /** Keys of the first account, 123456789012. */
  readonly demo: DemoKeys;
  /** Keys and session token of the second account, 210987654321. */
  readonly other: DemoKeys;
  /** The values of what is secret in the first account: nothing may show or keep them unasked. */
  readonly secrets: readonly string[];
}

export const demoAccount = '123456789012';
export const otherAccount = '210987654321';

export async function seed(url: string): Promise<Seeded> {
  const call = callerOf(url, exampleKeys);
  const roleArn = await seedIdentity(call);
  await Promise.all([
    seedStorage(call),
    seedCompute(call, roleArn),
    seedData(call),
    seedMessaging(call),
    seedMonitoring(call),
    seedLogs(call),
  ]);
  const other = await assumeRole(url, `arn:aws:iam::${otherAccount}:role/analytics-reader`);
  await seedOtherAccount(callerOf(url, other));
  return { demo: exampleKeys, other, secrets: plantedSecrets };
}

/** moto gives the keys of an assumed role the account of the role. */
async function assumeRole(url: string, roleArn: string): Promise<DemoKeys> {
  const input = { RoleArn: roleArn, RoleSessionName: 'demo', DurationSeconds: 43_200 };
  const output = await callerOf(url, exampleKeys)('sts', 'AssumeRole', input);
  return {
    accessKeyId: textAt(output, 'Credentials', 'AccessKeyId'),
    secretAccessKey: textAt(output, 'Credentials', 'SecretAccessKey'),
    sessionToken: textAt(output, 'Credentials', 'SessionToken'),
  };
}
