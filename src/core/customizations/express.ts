// S3's directory buckets: requests to objects are signed with keys of a session, one for each bucket, good for minutes.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-create-session.html

import type { Credentials } from '../credentials/credentials.ts';
import { type SharedWork, shareWork } from '../credentials/shared.ts';
import type { Document } from '../protocols/protocol.ts';
import type { CallService } from './customization.ts';

const margin = 60_000;

/** Gives keys for a bucket: kept ones, or new ones when those are about to expire. */
export function createExpressSessions(call: CallService, clock: () => Date) {
  const sessions = new Map<string, Credentials>();
  const asking = new Map<string, SharedWork<Credentials>>();
  const ask = (bucket: string) => {
    const known = asking.get(bucket);
    if (known) return known;
    const work = shareWork(async (signal) => {
      const made = toCredentials(await call('CreateSession', { Bucket: bucket }, signal));
      sessions.set(bucket, made);
      return made;
    });
    asking.set(bucket, work);
    return work;
  };
  return async (
    bucket: string,
    signal: AbortSignal | undefined,
    refused?: Credentials,
  ): Promise<Credentials> => {
    const known = sessions.get(bucket);
    const expiration = known?.expiration?.getTime() ?? 0;
    if (known && known !== refused && expiration - clock().getTime() > margin) return known;
    return ask(bucket)({ signal });
  };
}

function toCredentials(output: Document): Credentials {
  const keys = (output.Credentials ?? {}) as Document;
  return {
    accessKeyId: String(keys.AccessKeyId),
    secretAccessKey: String(keys.SecretAccessKey),
    sessionToken: String(keys.SessionToken),
    ...(keys.Expiration instanceof Date ? { expiration: keys.Expiration } : {}),
  };
}
