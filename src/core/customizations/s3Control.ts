// Amazon S3 Control: an ARN of an outpost says which account is meant.

import { ParamValidationError } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import { parseArn } from '../resources/arn.ts';
import type { CallContext, Customization } from './customization.ts';

export const s3Control: Customization = {
  input: (input, context) =>
    ['Name', 'Bucket'].reduce((changed, member) => withAccount(changed, member, context), input),
};

/** These take the ARN as it is. */
const exceptions: ReadonlySet<string> = new Set([
  'CreateBucket',
  'ListRegionalBuckets',
  'CreateAccessPoint',
]);

function withAccount(input: Document, member: string, { plan, where }: CallContext): Document {
  const value = input[member];
  if (exceptions.has(plan.name) || typeof value !== 'string') return input;
  const arn = parseArn(value);
  if (arn?.service !== 's3-outposts' || !arn.account) return input;
  const given = input.AccountId;
  if (given === undefined || given === null) return { ...input, AccountId: arn.account };
  if (given === arn.account) return input;
  const message = `is ${String(given)}, but the ARN in ${member} is of account ${arn.account}.`;
  throw new ParamValidationError(where, [{ path: ['AccountId'], message }]);
}
