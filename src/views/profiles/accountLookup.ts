// The account of the session in use: its id, and its alias where it has one. One question at a time; the answer for a session
// left meanwhile is dropped.

import { isAbort, needsSignIn } from '../../core/errors.ts';
import type { Session } from '../../core/session.ts';
import type { AccountAliases } from './accountAliases.ts';

export class AccountLookup {
  readonly #aliases: AccountAliases;
  readonly #onAnswer: () => void;
  #asking: Question | undefined;
  #failed: { readonly session: Session; readonly error: Error } | undefined;

  /** `onAnswer` is called when something of the session asked for last is known, or why it is not. */
  constructor(aliases: AccountAliases, onAnswer: () => void) {
    this.#aliases = aliases;
    this.#onAnswer = onAnswer;
  }

  /** Why the last look-up failed. A failure is kept for telling only: the next `ask` asks again. */
  problemOf(session: Session): string | undefined {
    return this.#failed?.session === session ? this.#failed.error.message : undefined;
  }

  /** True when it failed because nobody is signed in. */
  needsSignIn(session: Session): boolean {
    return this.#failed?.session === session && needsSignIn(this.#failed.error);
  }

  ask(session: Session): void {
    const isKnown = session.knownAccount !== undefined && this.#aliases.isAsked(session);
    if (!isKnown && this.#asking?.session !== session) void this.#lookUp(session);
  }

  /** Gives up the question on its way unless it is about this session. */
  keepOnly(session: Session | undefined): void {
    if (this.#asking === undefined || this.#asking.session === session) return;
    this.#asking.abort.abort();
    this.#asking = undefined;
  }

  async #lookUp(session: Session): Promise<void> {
    this.keepOnly(session);
    const asking = { session, abort: new AbortController() };
    this.#asking = asking;
    const failure = await failureOf(session.account({ signal: asking.abort.signal }));
    if (this.#asking !== asking) return;
    this.#failed = failure === undefined ? undefined : { session, error: failure };
    this.#onAnswer();
    const isRenamed = await this.#aliases.learn(session, asking.abort.signal);
    if (this.#asking !== asking) return;
    this.#asking = undefined;
    if (isRenamed) this.#onAnswer();
  }
}

interface Question {
  readonly session: Session;
  readonly abort: AbortController;
}

async function failureOf(account: Promise<string>): Promise<Error | undefined> {
  try {
    await account;
    return undefined;
  } catch (error) {
    if (isAbort(error)) return undefined;
    return error instanceof Error ? error : new Error(String(error));
  }
}
