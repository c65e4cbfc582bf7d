// One Session per profile and region, made on first use and kept until the shared files say something else of its profile.
// Whoever still holds an old one may go on with it: what it was made from does not change under it.

import { homedir } from 'node:os';
import type { CallRecord } from './client.ts';
import { readConnection } from './config/connection.ts';
import { fingerprintOf, fingerprintOfAll } from './config/fingerprint.ts';
import type { ConfigFault } from './config/iniFile.ts';
import { type KeptProfile, withKeptProfiles } from './config/keptProfiles.ts';
import { looseFaults } from './config/looseFaults.ts';
import type { Profile } from './config/profile.ts';
import { chooseProfile } from './config/profileChoice.ts';
import { type Environment, readSharedConfig, type SharedConfig } from './config/sharedConfig.ts';
import { watchFiles } from './config/watch.ts';
import { listProfiles } from './credentials/profiles.ts';
import type { AskMfa } from './credentials/source.ts';
import type { Send } from './http/message.ts';
import { type CreateSendOptions, createSend, type Sender } from './http/send.ts';
import { type Catalogue, openCatalogue } from './models/catalogue.ts';
import { modelSearchPath } from './models/userModels.ts';
import { Paces } from './pace/paces.ts';
import { Session } from './session.ts';

export interface SessionsOptions {
  /** Instead of the process's own. */
  readonly environment?: Environment;
  /** Instead of the user's own home folder. */
  readonly home?: string;
  readonly catalogue?: Catalogue;
  /** Carries all requests. Absent: connections that the Sessions share, with `ca_bundle` and the environment's proxy. */
  readonly send?: Send;
  /** Makes those connections where a host has its own ways to the network. Called once for each way profiles connect. */
  readonly createSend?: (connection: CreateSendOptions) => Sender;
  readonly onCall?: (call: CallRecord) => void;
  readonly askMfa?: AskMfa;
  /** Profiles that no file has. After a change of them, `profiles` finds it. */
  readonly kept?: () => readonly KeptProfile[];
  /** True while only operations that read may be sent for the profile. Asked before every call. */
  readonly isReadOnly?: (profile: string) => boolean;
  /** False for a shared file of a workspace that is not trusted: of its profiles only keys that stand in it are used. */
  readonly isTrusted?: (file: string) => boolean;
  /** Every call keeps the pace that its service allows; else only those of resources do. */
  readonly isPaced?: boolean;
}

export class Sessions {
  readonly #options: SessionsOptions;
  readonly #environment: Environment;
  readonly #catalogue: Catalogue;
  readonly #sessions = new Map<string, Kept>();
  /** Those whose profiles have changed since. */
  readonly #replaced = new WeakSet<Session>();
  readonly #senders = new Map<string, Sender>();
  readonly #paces = new Paces();
  readonly #listeners = new Set<() => void>();
  #config: SharedConfig | undefined;
  #stopWatching: (() => void) | undefined;

  constructor(options: SessionsOptions = {}) {
    const { environment = process.env, home = homedir() } = options;
    this.#options = options;
    this.#environment = environment;
    this.#catalogue =
      options.catalogue ?? openCatalogue({ searchPath: modelSearchPath(environment, home) });
  }

  /** Every configured profile, as the files are now; broken ones with the reason. */
  async profiles(): Promise<readonly Profile[]> {
    const config = this.#readAgain();
    const { isTrusted } = this.#options;
    return listProfiles({ config, environment: this.#environment, isTrusted });
  }

  /** What is wrong with the files beside the profiles that are broken, as they were read last. */
  configFaults(): readonly ConfigFault[] {
    return looseFaults(this.#current());
  }

  /** The same Session every time, while the profile is the same. Without a region, it has the profile's own. */
  get(profile: string, region?: string): Session {
    const own = this.#keep(profile, '', () => this.#createSession(profile));
    if (region === undefined || region === own.region) return own;
    return this.#keep(profile, region, () => own.inRegion(region));
  }

  /** The Session of a profile in its own region, if it was made before. */
  known(profile: string): Session | undefined {
    return this.#sessions.get(`${profile}\n`)?.session;
  }

  /** A Session of a profile as it will be once files are changed; of no use to anybody else, and not kept. */
  tryOut(config: SharedConfig, profile: string): Session {
    return this.#createSession(profile, config);
  }

  #keep(profile: string, region: string, create: () => Session): Session {
    const key = `${profile}\n${region}`;
    const known = this.#sessions.get(key)?.session;
    if (known) return known;
    const session = create();
    const print = this.#fingerprint(profile, this.#current());
    this.#sessions.set(key, { session, profile, print });
    return session;
  }

  /**
   * Tells that the shared files changed; what rests on changed profiles is then made anew. The files are watched while
   * somebody listens. Returns the function that ends it.
   */
  onDidChange(listener: () => void): () => void {
    // A function of its own, so that one listener may be added twice.
    const own = () => listener();
    this.#listeners.add(own);
    this.#watch();
    return () => {
      this.#listeners.delete(own);
      if (this.#listeners.size === 0) this.#unwatch();
    };
  }

  /** Ends watching and closes the connections. */
  dispose(): void {
    this.#listeners.clear();
    this.#unwatch();
    this.#sessions.clear();
    for (const sender of this.#senders.values()) void sender.close().catch(() => {});
    this.#senders.clear();
  }

  #createSession(profile: string, config = this.#current()): Session {
    const { home, onCall, askMfa, isReadOnly, isTrusted, isPaced, send } = this.#options;
    const session: Session = new Session({
      profile,
      config,
      environment: this.#environment,
      catalogue: this.#catalogue,
      paces: this.#paces,
      send: send ?? ((request, options) => this.#sender(profile, config)(request, options)),
      ...(home !== undefined && { home }),
      ...(onCall && {
        onCall: (call) => onCall(this.#replaced.has(session) ? { ...call, isLate: true } : call),
      }),
      ...(askMfa && { askMfa }),
      ...(isReadOnly && { isReadOnly: () => isReadOnly(profile) }),
      ...(isTrusted && { isTrusted }),
      ...(isPaced && { isPaced }),
    });
    return session;
  }

  /** One for all profiles that connect in the same way, which is nearly always all of them. */
  #sender(profile: string, config: SharedConfig): Sender {
    const { entry } = chooseProfile(profile, config, this.#environment);
    const { home, createSend: create = createSend } = this.#options;
    const connection = readConnection(entry, { environment: this.#environment, home });
    const key = JSON.stringify(connection);
    const sender = this.#senders.get(key) ?? create(connection);
    this.#senders.set(key, sender);
    return sender;
  }

  #current(): SharedConfig {
    this.#config ??= this.#read();
    return this.#config;
  }

  #read(): SharedConfig {
    const { home, kept } = this.#options;
    const config = readSharedConfig({ environment: this.#environment, home });
    return kept ? withKeptProfiles(config, kept()) : config;
  }

  /** Drops the Sessions whose profiles are not what they were, and tells the listeners of any change. */
  #readAgain(): SharedConfig {
    const old = this.#config;
    const config = this.#read();
    if (old && fingerprintOfAll(old) === fingerprintOfAll(config)) return old;
    this.#config = config;
    for (const [key, { profile, print, session }] of this.#sessions) {
      if (print === this.#fingerprint(profile, config)) continue;
      this.#sessions.delete(key);
      this.#replaced.add(session);
    }
    if (old) for (const listener of [...this.#listeners]) listener();
    return config;
  }

  #fingerprint(profile: string, config: SharedConfig): string {
    return fingerprintOf(config, chooseProfile(profile, config, this.#environment).entryName);
  }

  #watch(): void {
    const { config, credentials } = this.#current().paths;
    this.#stopWatching ??= watchFiles([config, credentials], () => this.#readAgain());
  }

  #unwatch(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }
}

interface Kept {
  readonly session: Session;
  readonly profile: string;
  readonly print: string;
}
