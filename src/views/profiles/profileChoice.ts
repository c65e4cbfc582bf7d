// Which profile is active, and in which region each profile is used: remembered for the workspace. A switch is a change
// of memory alone; it never waits for the disk or for AWS.

import type { Event } from 'vscode';
import type { ConfigFault } from '../../core/config/iniFile.ts';
import type { Profile } from '../../core/config/profile.ts';
import { defaultProfileName } from '../../core/config/profileChoice.ts';
import { ProfileNotFoundError } from '../../core/errors.ts';
import type { Session } from '../../core/session.ts';
import type { Sessions } from '../../core/sessions.ts';
import type { SignedIn } from '../../core/signIn/options.ts';
import type { SignInTarget } from '../../core/signIn/target.ts';
import type { ActiveProfile } from '../offers.ts';
import type { ProfileLook } from '../profileLook.ts';
import { AccountAliases } from './accountAliases.ts';
import { AccountLookup } from './accountLookup.ts';

/** `vscode.Memento`, of which only this is used. */
export interface Memory {
  get<T>(key: string): T | undefined;
  update(key: string, value: unknown): PromiseLike<void>;
}

export interface ProfileChoiceOptions {
  readonly sessions: Pick<Sessions, 'get' | 'known' | 'profiles' | 'configFaults'>;
  readonly memory: Memory;
  /** What is remembered for all windows. */
  readonly sharedMemory: Memory;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What the rest of the extension listens to. */
  readonly changed: { readonly event: Event<void>; fire(): void };
  /** Called when only what the status bar tells may have changed. */
  readonly onStatus: () => void;
  readonly signIns: SignIns;
  readonly lookOf: (profile: string) => ProfileLook;
}

/** What signs people in. */
export interface SignIns {
  /** To what the session says where no target is given. Undefined when nobody signed in, which was told then. */
  signInTo(session: Session, target?: SignInTarget): Promise<SignedIn | undefined>;
  /** True when the person wants to. */
  offer(session: Session): Promise<boolean>;
  readonly onDidSignIn: Event<void>;
}

const recentLimit = 5;

export class ProfileChoice implements ActiveProfile {
  readonly account: AccountLookup;
  readonly #aliases: AccountAliases;
  readonly #sessions: ProfileChoiceOptions['sessions'];
  readonly #memory: Memory;
  readonly #environment: ProfileChoiceOptions['environment'];
  readonly #changed: ProfileChoiceOptions['changed'];
  readonly #onStatus: () => void;
  readonly #signIns: SignIns;
  readonly lookOf: (profile: string) => ProfileLook;
  #known: readonly Profile[] | undefined;
  #reading: Promise<readonly Profile[]> | undefined;

  constructor(options: ProfileChoiceOptions) {
    this.#sessions = options.sessions;
    this.#memory = options.memory;
    this.#environment = options.environment;
    this.#changed = options.changed;
    this.#onStatus = options.onStatus;
    this.#signIns = options.signIns;
    this.lookOf = options.lookOf;
    this.#aliases = new AccountAliases(options.sharedMemory, (profile) =>
      this.#endpointOf(profile),
    );
    this.account = new AccountLookup(this.#aliases, options.onStatus);
  }

  get onDidChange(): Event<void> {
    return this.#changed.event;
  }

  get profile(): string | undefined {
    const picked = this.#memory.get<string>('profile');
    return picked ?? defaultProfileName(this.#environment, this.#known ?? []);
  }

  get session(): Session | undefined {
    const { profile } = this;
    if (profile === undefined || this.isMissing) return undefined;
    return this.sessionOf(profile);
  }

  /** The profiles read last; undefined before the first reading. */
  get known(): readonly Profile[] | undefined {
    return this.#known;
  }

  /** True when the active profile is in none of the files. */
  get isMissing(): boolean {
    const { profile } = this;
    if (profile === undefined || this.#known === undefined) return false;
    return !this.#known.some(({ name }) => name === profile);
  }

  /** Most recent first. */
  get recent(): readonly string[] {
    return this.#memory.get<string[]>('recentProfiles') ?? [];
  }

  /** The region picked for a profile; undefined when it is used in its own. */
  pickedRegion(profile: string): string | undefined {
    return this.#regions[profile];
  }

  sessionOf(profile: string): Session {
    return this.#sessions.get(profile, this.pickedRegion(profile));
  }

  /** Asks nobody, and makes no Session. */
  knownAccount(profile: string): string | undefined {
    return this.#sessions.known(profile)?.knownAccount;
  }

  /** What an account calls itself, if AWS told once. Asks nobody. */
  aliasOf(profile: string, account: string | undefined): string | undefined {
    return this.#aliases.of(profile, account);
  }

  learnAlias(session: Session, signal: AbortSignal): Promise<boolean> {
    return this.#aliases.learn(session, signal);
  }

  sessionIn(profile: string, region: string | undefined): Session {
    return this.#sessions.get(profile, region);
  }

  profiles(): Promise<readonly Profile[]> {
    return this.#sessions.profiles();
  }

  configFaults(): readonly ConfigFault[] {
    return this.#sessions.configFaults();
  }

  /** The files changed: sessions may be new ones even where the list is the same. */
  async reread(): Promise<void> {
    if (await this.#read()) this.#switch();
  }

  /** The first reading, after activation. Nothing changes for those who listen unless it decides the active profile. */
  async start(): Promise<void> {
    const { profile } = this;
    if (!(await this.#read())) return;
    if (this.profile === profile) this.#onStatus();
    else this.#switch();
  }

  async select(profile: string): Promise<void> {
    const known = this.#known;
    if (known && !known.some(({ name }) => name === profile)) {
      throw new ProfileNotFoundError(
        profile,
        known.map(({ name }) => name),
      );
    }
    const recent = [profile, ...this.recent.filter((name) => name !== profile)];
    const saved = [
      this.#memory.update('profile', profile),
      this.#memory.update('recentProfiles', recent.slice(0, recentLimit)),
    ];
    this.#switch();
    await Promise.all(saved);
  }

  /** Of a profile that was removed, nothing is remembered; if it was the active one, another is. */
  async forget(profile: string): Promise<void> {
    const { [profile]: _, ...regions } = this.#regions;
    const isActive = this.#memory.get<string>('profile') === profile;
    const recent = this.recent.filter((name) => name !== profile);
    await Promise.all([
      this.#memory.update('regions', regions),
      this.#memory.update('recentProfiles', recent),
      ...(isActive ? [this.#memory.update('profile', undefined)] : []),
    ]);
    await this.reread();
  }

  /** Undefined goes back to the profile's own region. */
  async selectRegion(profile: string, region: string | undefined): Promise<void> {
    const { [profile]: _, ...others } = this.#regions;
    const regions = region === undefined ? others : { ...others, [profile]: region };
    const saved = this.#memory.update('regions', regions);
    this.#switch();
    await saved;
  }

  noteUse(session: Session): void {
    const { session: active } = this;
    if (active?.profile !== session.profile || active.region !== session.region) return;
    this.account.ask(active);
    if (active.knownAccount !== undefined) this.#onStatus();
  }

  get onDidSignIn(): Event<void> {
    return this.#signIns.onDidSignIn;
  }

  /** The status bar asks again for what it could not learn before. */
  async signIn(session: Session): Promise<boolean> {
    const isSignedIn = (await this.#signIns.signInTo(session)) !== undefined;
    const { session: active } = this;
    if (isSignedIn && active && this.account.needsSignIn(active)) this.account.ask(active);
    return isSignedIn;
  }

  /** As a part of something else, which needs to know what came of it. */
  signInTo(session: Session, target: SignInTarget): Promise<SignedIn | undefined> {
    return this.#signIns.signInTo(session, target);
  }

  offerSignIn(session: Session): void {
    if (this.session === session) this.account.ask(session);
    void this.#offer(session);
  }

  async #offer(session: Session): Promise<void> {
    if (await this.#signIns.offer(session)) await this.signIn(session);
  }

  #endpointOf(profile: string): string | undefined {
    return this.#known?.find(({ name }) => name === profile)?.endpoint;
  }

  get #regions(): Readonly<Record<string, string>> {
    return this.#memory.get<Record<string, string>>('regions') ?? {};
  }

  /** False when a later reading overtook this one. */
  async #read(): Promise<boolean> {
    const reading = this.#sessions.profiles();
    this.#reading = reading;
    const known = await reading;
    if (this.#reading !== reading) return false;
    this.#known = known;
    return true;
  }

  #switch(): void {
    this.account.keepOnly(this.session);
    this.#changed.fire();
  }
}
