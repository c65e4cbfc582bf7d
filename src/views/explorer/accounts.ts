// The accounts of the sessions that were used, for the roots of the tree. Without the right to ask, a root does without.

import type { Session } from '../../core/session.ts';

type Asked = Pick<Session, 'account'>;

export class Accounts<S extends Asked> {
  readonly #onAccount: () => void;
  readonly #told = new WeakSet<S>();
  readonly #asking = new Map<S, AbortController>();

  /** `onAccount` is called once for each session whose account is known. */
  constructor(onAccount: () => void) {
    this.#onAccount = onAccount;
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
      await session.account({ signal: controller.signal });
      if (controller.signal.aborted) return;
      this.#told.add(session);
      this.#onAccount();
    } catch {
      // The status bar tells why, and what was asked for is there all the same.
    } finally {
      if (this.#asking.get(session) === controller) this.#asking.delete(session);
    }
  }
}
