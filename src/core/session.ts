// A Session: one profile in one region, with its keys, its settings and the clients made from them. Its region and profile
// are known when it is made, for which the shared files are read at once; all else waits until it is asked for.

import { homedir } from 'node:os';
import { delay } from './abort.ts';
import type { CallRecord, Client, ClientOptions } from './client.ts';
import { readConnection } from './config/connection.ts';
import { configuredEndpoint } from './config/endpoints.ts';
import { partitionOf } from './config/partitions.ts';
import { faultOf } from './config/place.ts';
import type { Profile } from './config/profile.ts';
import { chooseProfile, type ProfileChoice } from './config/profileChoice.ts';
import { clientSettingsOf, regionOf } from './config/settings.ts';
import {
  type ConfigOptions,
  type Environment,
  readSharedConfig,
  type SharedConfig,
} from './config/sharedConfig.ts';
import { planCredentials, profileNotFound } from './credentials/chain.ts';
import type { Credentials, CredentialsProvider } from './credentials/credentials.ts';
import { listProfiles } from './credentials/profiles.ts';
import { rememberExpiring } from './credentials/remember.ts';
import { stsRegion } from './credentials/roleCredentials.ts';
import { shareWork } from './credentials/shared.ts';
import type { AskMfa, CallService } from './credentials/source.ts';
import { createTokenSource } from './credentials/token.ts';
import { ConfigError, CredentialsError, SignInError } from './errors.ts';
import { urlOf } from './http/address.ts';
import type { TokenSource } from './http/bearer.ts';
import type { Send } from './http/message.ts';
import { createSend } from './http/send.ts';
import type { Catalogue } from './models/catalogue.ts';
import { openCatalogue } from './models/catalogue.ts';
import type { ServiceMetadata, ServiceSummary } from './models/model.ts';
import { modelSearchPath } from './models/userModels.ts';
import { readOnlyGuard } from './readOnly.ts';
import type { ClientSettings } from './settings.ts';
import type { SignedIn, SignInOptions } from './signIn/options.ts';
import { type SignInTarget, signInTargetOf } from './signIn/target.ts';

export type { Profile } from './config/profile.ts';

/** All optional: `new Session()` is what the AWS CLI would use here. */
export interface SessionOptions {
  /** By name. Absent: as AWS_PROFILE says, else `default`, and keys of the environment come first. */
  readonly profile?: string;
  /** Wins over the environment and the profile. */
  readonly region?: string;
  /** Wins over all other sources of keys. */
  readonly credentials?: Credentials | CredentialsProvider;
  /** The endpoint of every service; wins over all configured ones. */
  readonly endpoint?: string;
  /** Instead of the process's own. */
  readonly environment?: Environment;
  /** Instead of the user's own home folder. */
  readonly home?: string;
  readonly catalogue?: Catalogue;
  /** Carries the requests. Absent: connections of its own, with the profile's `ca_bundle` and the environment's proxy. */
  readonly send?: Send;
  readonly onCall?: (call: CallRecord) => void;
  /** Win one by one over those of the profile. */
  readonly settings?: ClientSettings;
  /** The shared files as read before. */
  readonly config?: SharedConfig;
  /** What is known of whose keys these are; one object for all Sessions with the same keys. */
  readonly identity?: Identity;
  /** Asks for the code of an MFA device; absent: a role that wants one fails with a message that says so. */
  readonly askMfa?: AskMfa;
  /** False for a shared file of a workspace that is not trusted: of its profiles only keys that stand in it are used. */
  readonly isTrusted?: (file: string) => boolean;
  readonly clock?: () => Date;
  /** Asked before every call: while true, only operations that read are sent. */
  readonly isReadOnly?: () => boolean;
}

interface Identity {
  account?: string;
}

interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

export class Session {
  /** The profile's name; `environment` for the keys of environment variables. */
  readonly profile: string;
  /** Absent when none is configured. */
  readonly region: string | undefined;
  readonly partition: string;
  readonly #options: SessionOptions;
  readonly #environment: Environment;
  readonly #config: SharedConfig;
  readonly #choice: ProfileChoice;
  readonly #catalogue: Catalogue;
  readonly #clients = new Map<string, Promise<Client>>();
  readonly #credentials: CredentialsProvider;
  #send: Send | undefined;
  readonly #identity: Identity;

  /** Does not throw for a profile that is missing or broken: its calls do. */
  constructor(options: SessionOptions = {}) {
    this.#options = options;
    this.#environment = options.environment ?? process.env;
    this.#config = options.config ?? readSharedConfig(options);
    this.#choice = chooseProfile(options.profile, this.#config, this.#environment);
    this.profile = this.#choice.name;
    this.region = options.region ?? regionOf(this.#choice.entry, this.#environment);
    this.partition = partitionOf(this.region);
    this.#catalogue = options.catalogue ?? catalogueOf(options);
    this.#credentials = this.#credentialsProvider();
    this.#identity = options.identity ?? {};
  }

  /** Every configured profile, broken ones with the reason. */
  static async profiles(options: ConfigOptions = {}): Promise<readonly Profile[]> {
    const environment = options.environment ?? process.env;
    return listProfiles({ config: readSharedConfig(options), environment });
  }

  /** Keys that are good for some minutes at least: kept ones, or new ones when those are about to expire. */
  credentials(options: CallOptions = {}): Promise<Credentials> {
    return this.#credentials(options);
  }

  /** The account the keys belong to. Asked of STS once. */
  async account(options: CallOptions = {}): Promise<string> {
    return this.knownAccount ?? this.#askAccount(options);
  }

  /** The account, if it was asked for before. */
  get knownAccount(): string | undefined {
    return this.#identity.account;
  }

  /** The same profile in another region: it shares these keys, and who they belong to. */
  inRegion(region: string): Session {
    const credentials: CredentialsProvider = (options) => this.credentials(options);
    const shared = { config: this.#config, catalogue: this.#catalogue, identity: this.#identity };
    return new Session({ ...this.#options, ...shared, region, credentials, send: this.#sender() });
  }

  /** What a person signs in to for this profile's keys; undefined when they come without that. */
  get signInTarget(): SignInTarget | undefined {
    return signInTargetOf(this.#config, this.#choice.entryName);
  }

  /**
   * Signs a person in, to what this profile says where no other target is given. From then on the keys come again; nothing has
   * to be made anew.
   */
  async signIn(options: SignInOptions, target = this.signInTarget): Promise<SignedIn> {
    if (!target) throw new SignInError(`Profile ${this.profile}`, 'its keys need no sign-in.');
    const { home, clock = () => new Date() } = this.#options;
    // Not those of `client`: signing in is no call of the person's, and goes on in read-only mode.
    const client = (serviceId: string, where: string) =>
      this.#createClient(serviceId, where, undefined);
    const place = { environment: this.#environment, home };
    const { signIn } = await import('./signIn/signIn.ts');
    const { region } = this;
    return signIn(target, { client, call: this.#call, region, place, clock, delay }, options);
  }

  services(): Promise<readonly ServiceSummary[]> {
    return this.#catalogue.services();
  }

  /** The regions of a service in this Session's partition; of no service, all of them. */
  async regions(serviceId?: string): Promise<readonly string[]> {
    if (serviceId !== undefined) return this.#catalogue.regions(serviceId, this.partition);
    const { partitions } = await this.#catalogue.partitions();
    const partition = partitions.find(({ id }) => id === this.partition);
    return Object.keys(partition?.regions ?? {}).filter((name) => !name.endsWith('-global'));
  }

  /** The Client of a service: one for each region, made at the first ask. */
  async client(serviceId: string, options: { readonly region?: string } = {}): Promise<Client> {
    const region = options.region ?? this.region;
    const key = `${serviceId} ${region ?? ''}`;
    const known = this.#clients.get(key);
    if (known) return known;
    const guard = this.#guard(serviceId, region);
    const made = this.#createClient(serviceId, region, this.#credentials, { guard });
    this.#clients.set(key, made);
    made.catch(() => this.#clients.delete(key));
    return made;
  }

  readonly #askAccount = shareWork(async (signal) => {
    const client = await this.client('sts', { region: stsRegion(this.region) });
    const { Account } = await client.call('GetCallerIdentity', {}, { signal });
    if (typeof Account !== 'string') {
      throw new CredentialsError('Credentials', this.profile, 'the answer of STS has no account.');
    }
    this.#identity.account = Account;
    return Account;
  });

  #guard(service: string, region: string | undefined): ClientOptions['guard'] {
    const { isReadOnly } = this.#options;
    const where = { service, profile: this.profile, ...(region !== undefined && { region }) };
    return isReadOnly && readOnlyGuard(where, isReadOnly);
  }

  #credentialsProvider(): CredentialsProvider {
    const { credentials, clock = () => new Date(), askMfa } = this.#options;
    if (typeof credentials === 'function') return credentials;
    if (credentials) return async () => credentials;
    return rememberExpiring(async (signal, refused) => {
      this.#checkProfile();
      const { load } = planCredentials({
        config: this.#config,
        profile: this.#choice.entryName,
        environment: this.#environment,
        home: this.#options.home,
        usesEnvironment: this.#choice.usesEnvironment,
        isTrusted: this.#options.isTrusted,
      });
      const { region } = this;
      const send = this.#sender();
      const found = await load({ call: this.#call, send, clock, region, askMfa, signal, refused });
      if (found) return found;
      throw new CredentialsError('NoCredentials', this.profile, 'its source of keys has none.');
    }, clock);
  }

  /** How sources of keys reach AWS: with keys of their own, or with none. */
  readonly #call: CallService = async (serviceId, operation, input, options) => {
    const { region, credentials, signal, headers } = options;
    const provider = credentials && (async () => credentials);
    const send = headers && withHeaders(this.#sender(), headers);
    const client = await this.#createClient(serviceId, region, provider, send && { send });
    return client.call(operation, input, signal ? { signal } : {});
  };

  async #createClient(
    serviceId: string,
    region: string | undefined,
    credentials: CredentialsProvider | undefined,
    { send = this.#sender(), guard }: Pick<ClientOptions, 'send' | 'guard'> = {},
  ): Promise<Client> {
    this.#checkProfile();
    const [service, partitions] = await Promise.all([
      this.#catalogue.service(serviceId),
      this.#catalogue.partitions(),
    ]);
    const { onCall, clock } = this.#options;
    const endpoint = this.#endpointOf(service.metadata.serviceId);
    // Loaded with the first client: what signs, finds endpoints and speaks the wire formats costs a start that calls nothing.
    const { Client } = await import('./client.ts');
    return new Client({
      service,
      partitions,
      region,
      profile: this.profile,
      settings: this.#settings(),
      send,
      guard,
      token: this.#tokenSource(service.metadata),
      ...(credentials && { credentials }),
      ...(endpoint !== undefined && { endpoint }),
      ...(onCall && { onCall }),
      ...(clock && { clock }),
    });
  }

  #endpointOf(serviceId: string): string | undefined {
    const { entry } = this.#choice;
    const scope = { config: this.#config, entry, environment: this.#environment };
    return this.#options.endpoint ?? configuredEndpoint(scope, serviceId);
  }

  #tokenSource({ signingName, endpointPrefix }: ServiceMetadata): TokenSource {
    const { clock = () => new Date(), home } = this.#options;
    return createTokenSource({
      config: this.#config,
      call: this.#call,
      profile: this.#choice.entryName,
      entry: this.#choice.entry,
      environment: this.#environment,
      home,
      clock,
      signingName: signingName ?? endpointPrefix,
    });
  }

  #settings(): ClientSettings {
    const configured = clientSettingsOf(this.#choice.entry, this.#environment);
    const given = this.#options.settings ?? {};
    const s3 = { ...configured.s3, ...given.s3 };
    return { ...configured, ...given, ...(Object.keys(s3).length > 0 && { s3 }) };
  }

  #sender(): Send {
    const { send, environment, home } = this.#options;
    this.#send ??= send ?? createSend(readConnection(this.#choice.entry, { environment, home }));
    return this.#send;
  }

  #checkProfile(): void {
    const { entry, entryName, isMissing } = this.#choice;
    if (isMissing) throw profileNotFound(this.#config, entryName);
    const fault = entry && faultOf(entry);
    if (fault) throw new ConfigError(fault.file, fault.line, `${fault.problem}.`);
  }
}

function withHeaders(send: Send, headers: (url: string) => Readonly<Record<string, string>>): Send {
  return (request, options) =>
    send({ ...request, headers: { ...request.headers, ...headers(urlOf(request)) } }, options);
}

function catalogueOf({ environment = process.env, home = homedir() }: SessionOptions): Catalogue {
  return openCatalogue({ searchPath: modelSearchPath(environment, home) });
}
