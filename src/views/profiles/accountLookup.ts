// The account of the session in use: its id, and its alias where it has one. One question at a time; the answer for a session
// left meanwhile is dropped.

import { isAbort, needsSignIn } from '../../core/errors.ts';
import type { Session } from '../../core/session.ts';

export class AccountLookup {
  readonly #onAnswer: () => void;
  #asking: Question | undefined;
  #failed: { readonly session: Session; readonly error: Error } | undefined;
  /** Of the accounts asked so far; undefined for one that has none, or may not be asked. */
  readonly #aliases = new Map<string, string | undefined>();

  /** `onAnswer` is called when something of the session asked for last is known, or why it is not. */
  constructor(onAnswer: () => void) {
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

  /** What an account calls itself, if a session of this profile was told. */
  aliasOf(profile: string, account: string | undefined): string | undefined {
    return this.#aliases.get(keyOf(profile, account));
  }

  ask(session: Session): void {
    const { profile, knownAccount } = session;
    const isKnown = knownAccount !== undefined && this.#aliases.has(keyOf(profile, knownAccount));
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
    if (failure === undefined) await this.#lookUpAlias(asking);
    if (this.#asking === asking) this.#asking = undefined;
  }

  async #lookUpAlias(asking: Question): Promise<void> {
    const { session, abort } = asking;
    const key = keyOf(session.profile, session.knownAccount);
    if (this.#aliases.has(key)) return;
    const alias = await readAlias(session, abort.signal);
    if (this.#asking !== asking) return;
    this.#aliases.set(key, alias);
    if (alias !== undefined) this.#onAnswer();
  }
}

interface Question {
  readonly session: Session;
  readonly abort: AbortController;
}

function keyOf(profile: string, account: string | undefined): string {
  return `${profile}\n${account ?? ''}`;
}

/** Undefined where there is none, or nobody may ask for it: an account does without, and the log tells of the call. */
async function readAlias(session: Session, signal: AbortSignal): Promise<string | undefined> {
  try {
    const iam = await session.client('iam', { region: session.region ?? 'us-east-1' });
    const { AccountAliases } = await iam.call('ListAccountAliases', {}, { signal });
    const alias: unknown = Array.isArray(AccountAliases) ? AccountAliases[0] : undefined;
    return typeof alias === 'string' ? alias : undefined;
  } catch {
    return undefined;
  }
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
