import { needsSignIn } from '../core/errors.ts';
import type { Session } from '../core/session.ts';
import type { ActiveProfile } from './offers.ts';

/**
 * Does what the person asked for. Where nobody is signed in, they are asked to sign in, and it is then done with all that
 * was said. Rejects with the first failure when they do not.
 */
export async function withSignIn<T>(
  profiles: Pick<ActiveProfile, 'signIn'>,
  session: Session,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!needsSignIn(error) || !(await profiles.signIn(session))) throw error;
    return work();
  }
}
