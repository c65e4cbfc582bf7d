import { CredentialsError } from '../errors.ts';
import { timeLeft } from './expiration.ts';
import type { Load, Scope } from './source.ts';

/** Keys that have expired as they come are no keys: their source is out of order. */
export function unexpired({ profile }: Pick<Scope, 'profile'>, load: Load): Load {
  return async (context) => {
    const keys = await load(context);
    if (!keys?.expiration || timeLeft(keys.expiration, context.clock()) > 0) return keys;
    throw new CredentialsError('Credentials', profile, 'its source gave keys that have expired.');
  };
}
