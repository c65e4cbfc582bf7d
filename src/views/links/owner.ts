// Whose a resource is that a text names: the session to ask. A name that another account has too must never be taken for
// that account's.

import type { Location } from '../../core/resources/locate.ts';
import type { Session } from '../../core/session.ts';
import type { ActiveProfile } from '../offers.ts';

export interface Owner {
  readonly session: Session;
  /** Set when the text is of another account, and no profile that was used is in it. */
  readonly otherAccount?: string;
}

/** The session of `profile` itself, unless the location tells an account that is another profile's. */
export async function ownerOf(
  { account, partition }: Location,
  session: Session,
  profiles: Pick<ActiveProfile, 'profiles' | 'knownAccount' | 'sessionIn'>,
  signal: AbortSignal,
): Promise<Owner> {
  const isElsewhere = partition !== undefined && partition !== session.partition;
  if (account === undefined || account === '' || account === 'aws') {
    return isElsewhere ? { session, otherAccount: `the partition ${partition}` } : { session };
  }
  if ((await session.account({ signal })) === account) return { session };
  const others = (await profiles.profiles()).map(({ name }) => name);
  const found = others.find((name) => profiles.knownAccount(name) === account);
  if (found !== undefined) return { session: profiles.sessionIn(found, undefined) };
  return { session, otherAccount: `account ${account}` };
}
