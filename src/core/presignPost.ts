// What an HTML form needs to upload an object to S3: where it is posted, and its hidden fields, a signed policy among them.
// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html

import type { ClientContext } from './clientContext.ts';
import { type CheckedCall, describeRequest } from './describeRequest.ts';
import { ParamValidationError, UnsupportedError } from './errors.ts';
import { urlOf } from './http/address.ts';
import { signText } from './http/sign.ts';
import type { Document } from './protocols/protocol.ts';

/** One thing the policy demands: `{ acl: 'private' }`, `['starts-with', '$key', 'a/']`, `['content-length-range', 0, 9]`. */
export type PostCondition = Readonly<Record<string, string>> | readonly (string | number)[];

export interface PresignPostOptions {
  /** Seconds; an hour when absent. */
  readonly expiresIn?: number | undefined;
  /** Further hidden fields. Each wants a condition too. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
  readonly conditions?: readonly PostCondition[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface PresignedPost {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

const anyName = `\${filename}`;

/** `call` addresses the bucket; a `Key` that ends in `${filename}` leaves the end of it to the form. */
export async function presignPost(
  context: ClientContext,
  call: CheckedCall,
  target: Document,
  { expiresIn = 3600, fields = {}, conditions = [], signal }: PresignPostOptions,
): Promise<PresignedPost> {
  const { Bucket: bucket, Key: key } = target;
  if (typeof bucket !== 'string' || typeof key !== 'string') {
    throw new ParamValidationError(call.where, [{ path: ['Key'], message: 'is needed.' }]);
  }
  const { request, auth } = await describeRequest(context, call, { signal, isPresigning: true });
  if (auth.type === 'none' || auth.type === 'v4a' || auth.type === 'v2') {
    throw new UnsupportedError(call.where, 'a form for this bucket cannot be signed.');
  }
  const credentials = await context.credentialsFor(auth, call, signal);
  const date = context.now();
  const time = date.toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = `${time.slice(0, 8)}/${auth.region}/${auth.service}/aws4_request`;
  const token = auth.type === 's3express' ? 'x-amz-s3session-token' : 'x-amz-security-token';
  const signing = {
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${credentials.accessKeyId}/${scope}`,
    'x-amz-date': time,
    ...(credentials.sessionToken ? { [token]: credentials.sessionToken } : {}),
  };
  const ofKey = key.endsWith(anyName)
    ? ['starts-with', '$key', key.slice(0, -anyName.length)]
    : { key };
  const policy = encode({
    expiration: new Date(date.getTime() + expiresIn * 1000).toISOString().replace(/\.\d+/, ''),
    conditions: [
      ...conditions,
      { bucket },
      ofKey,
      ...Object.entries(signing).map(([name, value]) => ({ [name]: value })),
    ],
  });
  const signature = await signText(policy, { auth, credentials, date });
  return {
    url: urlOf(request),
    fields: { ...fields, key, ...signing, policy, 'x-amz-signature': signature },
  };
}

function encode(policy: Document): string {
  return Buffer.from(JSON.stringify(policy)).toString('base64');
}
