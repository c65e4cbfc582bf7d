// Signing in by whatever a profile's keys come from.

import { abortError } from '../abort.ts';
import { SignInError } from '../errors.ts';
import { type SignInContext, type SignInOptions, signInTimeout } from './options.ts';
import { signInBySso } from './sso.ts';
import type { SignInTarget } from './target.ts';

/** Ends by itself after ten minutes, with a `SignInError`. */
export async function signIn(
  target: SignInTarget,
  context: SignInContext,
  options: SignInOptions,
): Promise<void> {
  const timeout = AbortSignal.timeout(signInTimeout);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  try {
    if (target.kind === 'sso') await signInBySso(target, context, { ...options, signal });
  } catch (error) {
    if (options.signal?.aborted) throw abortError(options.signal);
    if (!timeout.aborted) throw error;
    throw new SignInError('Sign-in', 'it was not finished within ten minutes. Try again.');
  }
}
