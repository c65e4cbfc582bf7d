// What accounts call themselves. Asked of AWS when an account is known that was used, once a window, and remembered for all:
// a list of profiles tells the aliases that were seen, and asks for none.

import { throwIfAborted } from '../../core/abort.ts';
import { type SharedWork, shareWork } from '../../core/credentials/shared.ts';
import { endpointInWords } from '../../core/http/endpointInWords.ts';
import type { Session } from '../../core/session.ts';

export interface AliasMemory {
  get<T>(key: string): T | undefined;
  update(key: string, value: unknown): PromiseLike<void>;
}

type Aliases = Readonly<Record<string, string>>;

const memoryKey = 'accountAliases';
const limit = 200;

export class AccountAliases {
  readonly #memory: AliasMemory;
  readonly #endpointOf: (profile: string) => string | undefined;
  readonly #asked = new Set<string>();
  readonly #asking = new Map<string, SharedWork<boolean>>();

  /** An emulator has accounts of its own, whose numbers are also those of others: so the endpoint of a profile counts. */
  constructor(memory: AliasMemory, endpointOf: (profile: string) => string | undefined) {
    this.#memory = memory;
    this.#endpointOf = endpointOf;
  }

  /** Undefined for an account that has none, or was not asked yet. Asks nobody. */
  of(profile: string, account: string | undefined): string | undefined {
    return account === undefined ? undefined : this.#all[this.#keyOf(profile, account)];
  }

  /** Of the account of a session, if that is known. */
  isAsked({ profile, knownAccount = '' }: Session): boolean {
    return this.#asked.has(this.#keyOf(profile, knownAccount));
  }

  /** True when the alias of the session's account, if that is known, is another now. Rejects only when cancelled. */
  async learn(session: Session, signal: AbortSignal): Promise<boolean> {
    const { profile, knownAccount } = session;
    if (knownAccount === undefined || this.isAsked(session)) return false;
    const key = this.#keyOf(profile, knownAccount);
    const ask = this.#asking.get(key) ?? shareWork((shared) => this.#ask(session, key, shared));
    this.#asking.set(key, ask);
    return ask({ signal });
  }

  async #ask(session: Session, key: string, signal: AbortSignal): Promise<boolean> {
    const answer = await askAlias(session, signal);
    throwIfAborted(signal);
    this.#asked.add(key);
    this.#asking.delete(key);
    return answer !== undefined && this.#remember(key, answer.alias);
  }

  get #all(): Aliases {
    return this.#memory.get<Aliases>(memoryKey) ?? {};
  }

  #keyOf(profile: string, account: string): string {
    const endpoint = this.#endpointOf(profile);
    return endpoint === undefined ? account : `${account} ${endpointInWords(endpoint)}`;
  }

  async #remember(key: string, alias: string | undefined): Promise<boolean> {
    const { [key]: known, ...others } = this.#all;
    if (known === alias) return false;
    const latest = Object.entries(others).slice(1 - limit);
    await this.#memory.update(
      memoryKey,
      Object.fromEntries(alias === undefined ? latest : [...latest, [key, alias]]),
    );
    return true;
  }
}

/** Undefined where nobody may ask for it: an account does without, and the log tells of the call. */
async function askAlias(
  session: Session,
  signal: AbortSignal,
): Promise<{ readonly alias: string | undefined } | undefined> {
  try {
    const iam = await session.client('iam', { region: session.region ?? 'us-east-1' });
    const { AccountAliases } = await iam.call('ListAccountAliases', {}, { signal });
    const alias: unknown = Array.isArray(AccountAliases) ? AccountAliases[0] : undefined;
    return { alias: typeof alias === 'string' ? alias : undefined };
  } catch {
    return undefined;
  }
}
