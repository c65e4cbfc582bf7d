// Signing in by whatever a profile's keys come from.

import { abortError } from '../abort.ts';
import { SignInError } from '../errors.ts';
import { signInByLogin } from './login.ts';
import { type SignedIn, type SignInContext, type SignInOptions, signInTimeout } from './options.ts';
import { signInBySso } from './sso.ts';
import type { SignInTarget } from './target.ts';

/** Ends by itself after ten minutes, with a `SignInError`. */
export async function signIn(
  target: SignInTarget,
  context: SignInContext,
  options: SignInOptions,
): Promise<SignedIn> {
  const timeout = AbortSignal.timeout(signInTimeout);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  const active = { ...options, signal };
  try {
    if (target.kind === 'login') return await signInByLogin(target, context, active);
    await signInBySso(target, context, active);
    return {};
  } catch (error) {
    if (options.signal?.aborted) throw abortError(options.signal);
    if (!timeout.aborted) throw error;
    throw new SignInError('Sign-in', 'it was not finished within ten minutes. Try again.');
  }
}
