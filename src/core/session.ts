// A Session: one profile in one region, with its keys, its settings and the clients made from them. Its region and profile
// are known when it is made, for which the shared files are read at once; all else waits until it is asked for.

import { homedir } from 'node:os';
import type { Client, ClientOptions } from './client.ts';
import { partitionOf } from './config/partitions.ts';
import type { Profile } from './config/profile.ts';
import { type ConfigOptions, readSharedConfig } from './config/sharedConfig.ts';
import type { Credentials, CredentialsProvider } from './credentials/credentials.ts';
import { listProfiles } from './credentials/profiles.ts';
import type { CallService } from './credentials/source.ts';
import type { Catalogue } from './models/catalogue.ts';
import { openCatalogue } from './models/catalogue.ts';
import type { Partition, Service, ServiceSummary } from './models/model.ts';
import { modelSearchPath } from './models/userModels.ts';
import { Paces } from './pace/paces.ts';
import { readOnlyGuard } from './readOnly.ts';
import { describeRegions, type Region, regionNames } from './regions.ts';
import { SessionAccount } from './sessionAccount.ts';
import type {
  Identity,
  SessionCallOptions,
  SessionClientOptions,
  SessionOptions,
} from './sessionOptions.ts';
import { SessionProfile } from './sessionProfile.ts';
import type { SignedIn, SignInOptions } from './signIn/options.ts';
import type { SignInTarget } from './signIn/target.ts';

export type { Profile } from './config/profile.ts';
export type { Region } from './regions.ts';
export type { SessionOptions } from './sessionOptions.ts';

export class Session {
  /** The profile's name; `environment` for the keys of environment variables. */
  readonly profile: string;
  /** Absent when none is configured. */
  readonly region: string | undefined;
  readonly #options: SessionOptions;
  readonly #profile: SessionProfile;
  #ownCatalogue: Catalogue | undefined;
  readonly #clients = new Map<string, Promise<Client>>();
  readonly #credentials: CredentialsProvider;
  readonly #identity: Identity;
  #ownAccount: SessionAccount | undefined;
  readonly #paces: Paces;

  /** Does not throw for a profile that is missing or broken: its calls do. */
  constructor(options: SessionOptions = {}) {
    this.#options = options;
    this.#profile = new SessionProfile(options);
    this.profile = this.#profile.name;
    this.region = this.#profile.region;
    this.#identity = options.identity ?? {};
    this.#paces = options.paces ?? new Paces();
    this.#credentials = this.#profile.credentialsProvider(this.#call, ({ expiration }) => {
      this.#identity.expiration = expiration;
    });
  }

  get partition(): string {
    return partitionOf(this.region);
  }

  get #catalogue(): Catalogue {
    this.#ownCatalogue ??= this.#options.catalogue ?? catalogueOf(this.#options);
    return this.#ownCatalogue;
  }

  get #account(): SessionAccount {
    this.#ownAccount ??= new SessionAccount(this, this.#identity);
    return this.#ownAccount;
  }

  /** Every configured profile, broken ones with the reason. */
  static async profiles(options: ConfigOptions = {}): Promise<readonly Profile[]> {
    const environment = options.environment ?? process.env;
    return listProfiles({ config: readSharedConfig(options), environment });
  }

  /** Keys that are good for some minutes at least: kept ones, or new ones when those are about to expire. */
  credentials(options: SessionCallOptions = {}): Promise<Credentials> {
    return this.#credentials(options);
  }

  /** The account the keys belong to. Asked of STS once. */
  async account(options: SessionCallOptions = {}): Promise<string> {
    return this.knownAccount ?? this.#account.ask(options);
  }

  /** The account, if it was asked for before. */
  get knownAccount(): string | undefined {
    return this.#identity.account;
  }

  /** The ARN of the user or role the keys belong to, if the account was asked for before. */
  get knownArn(): string | undefined {
    return this.#identity.arn;
  }

  /** When the keys used last expire; undefined when they do not, or none were used yet. */
  get knownExpiration(): Date | undefined {
    return this.#identity.expiration;
  }

  /** The same profile in another region: it shares these keys, and who they belong to. */
  inRegion(region: string): Session {
    const credentials: CredentialsProvider = (options) => this.credentials(options);
    return new Session({
      ...this.#options,
      config: this.#profile.config,
      catalogue: this.#catalogue,
      identity: this.#identity,
      paces: this.#paces,
      region,
      credentials,
      send: this.#profile.sender(),
    });
  }

  /** Environment variables for what the profile sets beside its keys, its region and the endpoint of all services. */
  get variables(): Readonly<Record<string, string>> {
    return this.#profile.variables;
  }

  /** What a person signs in to for this profile's keys; undefined when they come without that. */
  get signInTarget(): SignInTarget | undefined {
    return this.#profile.signInTarget;
  }

  /**
   * Signs a person in, to what this profile says where no other target is given. From then on the keys come again; nothing has
   * to be made anew.
   */
  async signIn(options: SignInOptions, target = this.signInTarget): Promise<SignedIn> {
    // Not those of `client`: signing in is no call of the person's, and goes on in read-only mode.
    const client = (serviceId: string, where: string) =>
      this.#createClient(serviceId, where, undefined);
    return this.#profile.signIn(options, target, { client, call: this.#call });
  }

  /** The token of the person's sign-in to IAM Identity Center. */
  async ssoToken({ signal }: SessionCallOptions = {}): Promise<string> {
    return this.#profile.tokenSource({ endpointPrefix: 'sso' }, this.#call).load(signal);
  }

  services(): Promise<readonly ServiceSummary[]> {
    return this.#catalogue.services();
  }

  /** The description of a service: operations, shapes, paginators and waiters. */
  model(serviceId: string): Promise<Service> {
    return this.#catalogue.service(serviceId);
  }

  /** The regions of a service in this Session's partition; of no service, all of them. */
  async regions(serviceId?: string): Promise<readonly string[]> {
    if (serviceId !== undefined) return this.#catalogue.regions(serviceId, this.partition);
    return regionNames(await this.#partition());
  }

  /** All regions of this Session's partition, as a person picks one. Nobody is asked. */
  async describeRegions(): Promise<readonly Region[]> {
    return describeRegions(await this.#partition(), this.#identity.regionStates);
  }

  /** The same, with whether the account has them enabled. Asked of AWS once; where that is not allowed, it stays open. */
  async listRegions(options: SessionCallOptions = {}): Promise<readonly Region[]> {
    if (this.#identity.regionStates === undefined) await this.#account.askRegions(options);
    return this.describeRegions();
  }

  async #partition(): Promise<Partition | undefined> {
    const { partitions } = await this.#catalogue.partitions();
    return partitions.find(({ id }) => id === this.partition);
  }

  /** The Client of a service: one for each region, made at the first ask. */
  async client(
    serviceId: string,
    { region = this.region, isPaced = this.#options.isPaced }: SessionClientOptions = {},
  ): Promise<Client> {
    const key = `${serviceId} ${region ?? ''}`;
    const client = await (this.#clients.get(key) ?? this.#keepClient(key, serviceId, region));
    return isPaced ? client.paced : client;
  }

  #keepClient(key: string, serviceId: string, region: string | undefined): Promise<Client> {
    const guard = this.#guard(serviceId, region);
    const made = this.#createClient(serviceId, region, this.#credentials, { guard });
    this.#clients.set(key, made);
    made.catch(() => this.#clients.delete(key));
    return made;
  }

  #guard(service: string, region: string | undefined): ClientOptions['guard'] {
    const { isReadOnly } = this.#options;
    const where = { service, profile: this.profile, ...(region !== undefined && { region }) };
    return isReadOnly && readOnlyGuard(where, isReadOnly);
  }

  /** How sources of keys reach AWS: with keys of their own, or with none. */
  readonly #call: CallService = async (serviceId, operation, input, options) => {
    const { region, credentials, signal, headers } = options;
    const provider = credentials && (async () => credentials);
    const send = headers && this.#profile.senderWith(headers);
    const client = await this.#createClient(serviceId, region, provider, send && { send });
    return client.call(operation, input, signal ? { signal } : {});
  };

  async #createClient(
    serviceId: string,
    region: string | undefined,
    credentials: CredentialsProvider | undefined,
    { send = this.#profile.sender(), guard }: Pick<ClientOptions, 'send' | 'guard'> = {},
  ): Promise<Client> {
    this.#profile.check();
    const [service, partitions] = await Promise.all([
      this.#catalogue.service(serviceId),
      this.#catalogue.partitions(),
    ]);
    const { onCall, clock } = this.#options;
    const endpoint = this.#profile.endpointOf(service.metadata.serviceId);
    const place = endpoint === undefined ? { service: serviceId, region } : { endpoint };
    // Loaded with the first client: what signs, finds endpoints and speaks the wire formats costs a start that calls nothing.
    const { Client } = await import('./client.ts');
    return new Client({
      service,
      partitions,
      region,
      profile: this.profile,
      settings: this.#profile.settings(region),
      send,
      guard,
      gate: () => this.#paces.gate({ profile: this.profile, account: this.knownAccount }, place),
      token: this.#profile.tokenSource(service.metadata, this.#call),
      ...(credentials && { credentials }),
      ...(endpoint !== undefined && { endpoint }),
      ...(onCall && { onCall }),
      ...(clock && { clock }),
    });
  }
}

function catalogueOf({ environment = process.env, home = homedir() }: SessionOptions): Catalogue {
  return openCatalogue({ searchPath: modelSearchPath(environment, home) });
}
