// The accounts of the sessions that were used, and what they call themselves, for the roots of the tree. Without the right to
// ask, a root does without.

import type { Session } from '../../core/session.ts';

type Asked = Pick<Session, 'account'>;

export interface AccountsOptions<S> {
  /** Called for each session when its account is known, and again when its alias is. */
  readonly onAccount: () => void;
  /** True when the session's account has another alias now. */
  readonly learnAlias: (session: S, signal: AbortSignal) => Promise<boolean>;
}

export class Accounts<S extends Asked> {
  readonly #options: AccountsOptions<S>;
  readonly #told = new WeakSet<S>();
  readonly #asking = new Map<S, AbortController>();

  constructor(options: AccountsOptions<S>) {
    this.#options = options;
  }

  /** Asks for an account that is not known yet; after a failure, again at the next use. */
  learn(session: S): void {
    if (!this.#told.has(session) && !this.#asking.has(session)) void this.#ask(session);
  }

  /** Gives up the questions about all other sessions. */
  keepOnly(isWanted: (session: S) => boolean): void {
    for (const [session, controller] of this.#asking) {
      if (isWanted(session)) continue;
      this.#asking.delete(session);
      controller.abort();
    }
  }

  async #ask(session: S): Promise<void> {
    const controller = new AbortController();
    this.#asking.set(session, controller);
    try {
      const { signal } = controller;
      const { onAccount, learnAlias } = this.#options;
      await session.account({ signal });
      if (signal.aborted) return;
      onAccount();
      const isRenamed = await learnAlias(session, signal);
      this.#told.add(session);
      if (isRenamed) onAccount();
    } catch {
      // The status bar tells why, and what was asked for is there all the same.
    } finally {
      if (this.#asking.get(session) === controller) this.#asking.delete(session);
    }
  }
}
