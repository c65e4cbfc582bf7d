// What a Session takes from its profile: keys, tokens, endpoints, settings, and how requests leave the machine.

import { delay, throwIfAborted } from './abort.ts';
import { readConnection } from './config/connection.ts';
import { withDefaultsMode } from './config/defaultsMode.ts';
import { configuredEndpoint } from './config/endpoints.ts';
import { faultOf } from './config/place.ts';
import { chooseProfile, type ProfileChoice } from './config/profileChoice.ts';
import { clientSettingsOf, regionOf } from './config/settings.ts';
import { type Environment, readSharedConfig, type SharedConfig } from './config/sharedConfig.ts';
import { variablesOf } from './config/variables.ts';
import { planCredentials, profileNotFound } from './credentials/chain.ts';
import type { Credentials, CredentialsProvider } from './credentials/credentials.ts';
import { rememberExpiring } from './credentials/remember.ts';
import type { CallService, Load } from './credentials/source.ts';
import { createTokenSource } from './credentials/token.ts';
import { refuseUntrustedSources } from './credentials/trust.ts';
import { ConfigError, CredentialsError, SignInError } from './errors.ts';
import { urlOf } from './http/address.ts';
import type { TokenSource } from './http/bearer.ts';
import type { Send } from './http/message.ts';
import { createSend } from './http/send.ts';
import type { ServiceMetadata } from './models/model.ts';
import type { SessionOptions } from './sessionOptions.ts';
import type { ClientSettings } from './settings.ts';
import type { SignedIn, SignInContext, SignInOptions } from './signIn/options.ts';
import { type SignInTarget, signInTargetOf } from './signIn/target.ts';

export class SessionProfile {
  /** `environment` for the keys of environment variables. */
  readonly name: string;
  readonly region: string | undefined;
  readonly environment: Environment;
  readonly config: SharedConfig;
  readonly #options: SessionOptions;
  readonly #choice: ProfileChoice;
  #send: Send | undefined;

  /** Does not throw for a profile that is missing or broken: `check` does. */
  constructor(options: SessionOptions) {
    this.#options = options;
    this.environment = options.environment ?? process.env;
    this.config = options.config ?? readSharedConfig(options);
    this.#choice = chooseProfile(options.profile, this.config, this.environment);
    this.name = this.#choice.name;
    this.region = options.region ?? regionOf(this.#choice.entry, this.environment);
  }

  check(): void {
    const { entry, entryName, isMissing } = this.#choice;
    if (isMissing) throw profileNotFound(this.config, entryName);
    const fault = entry && faultOf(entry);
    if (fault) throw new ConfigError(fault.file, fault.line, `${fault.problem}.`);
  }

  /** What a person signs in to for its keys; undefined when they come without that. */
  get signInTarget(): SignInTarget | undefined {
    return signInTargetOf(this.config, this.#choice.entryName);
  }

  /** Throws for what a workspace that is not trusted names: nobody signs in to that. */
  async signIn(
    options: SignInOptions,
    target: SignInTarget | undefined,
    aws: Pick<SignInContext, 'client' | 'call'>,
  ): Promise<SignedIn> {
    const { home, isTrusted, clock = () => new Date() } = this.#options;
    const { config, environment, region } = this;
    refuseUntrustedSources(this.#choice.entryName, { config, isTrusted });
    if (!target) throw new SignInError(`Profile ${this.name}`, 'its keys need no sign-in.');
    const { signIn } = await import('./signIn/signIn.ts');
    const place = { environment, home };
    return signIn(target, { ...aws, region, place, clock, delay }, options);
  }

  /** `call` is how sources of keys reach AWS; `onLoaded` is told of keys when they come, not each time they are used. */
  credentialsProvider(
    call: CallService,
    onLoaded: (credentials: Credentials) => void,
  ): CredentialsProvider {
    const { credentials } = this.#options;
    if (typeof credentials === 'function') return credentials;
    if (credentials) return async () => credentials;
    let provider: CredentialsProvider | undefined;
    return async (options = {}) => {
      throwIfAborted(options.signal);
      provider ??= this.#planCredentials(call, onLoaded);
      return provider(options);
    };
  }

  #planCredentials(
    call: CallService,
    onLoaded: (credentials: Credentials) => void,
  ): CredentialsProvider {
    const { home, isTrusted } = this.#options;
    const { config, environment } = this;
    const { entryName: profile, usesEnvironment, isMissing } = this.#choice;
    if (isMissing) throw profileNotFound(config, profile);
    const chain = { config, profile, environment, home, usesEnvironment, isTrusted };
    const { keys, load } = planCredentials(chain);
    if (!keys) return this.#rememberLoaded(load, call, onLoaded);
    onLoaded(keys);
    return async () => keys;
  }

  #rememberLoaded(
    load: Load,
    call: CallService,
    onLoaded: (credentials: Credentials) => void,
  ): CredentialsProvider {
    const { clock = () => new Date(), askMfa } = this.#options;
    const { region } = this;
    const send: Send = (request, options) => this.sender()(request, options);
    return rememberExpiring(async (request) => {
      const found = await load({ call, send, clock, region, askMfa, ...request });
      if (!found) {
        throw new CredentialsError('NoCredentials', this.name, 'its source of keys has none.');
      }
      onLoaded(found);
      return found;
    }, clock);
  }

  tokenSource(
    { signingName, endpointPrefix }: Pick<ServiceMetadata, 'signingName' | 'endpointPrefix'>,
    call: CallService,
  ): TokenSource {
    const { clock = () => new Date(), home, isTrusted } = this.#options;
    return createTokenSource({
      config: this.config,
      call,
      isTrusted,
      profile: this.#choice.entryName,
      entry: this.#choice.entry,
      environment: this.environment,
      home,
      clock,
      signingName: signingName ?? endpointPrefix,
    });
  }

  endpointOf(serviceId: string): string | undefined {
    const { entry } = this.#choice;
    const scope = { config: this.config, entry, environment: this.environment };
    return this.#options.endpoint ?? configuredEndpoint(scope, serviceId);
  }

  /** What other programs need beside its keys and its region, to go the same ways. */
  get variables(): Readonly<Record<string, string>> {
    const { home } = this.#options;
    const { config, environment } = this;
    return variablesOf({ config, entry: this.#choice.entry, environment, home });
  }

  /** For clients in this region. */
  settings(region: string | undefined): ClientSettings {
    const configured = clientSettingsOf(this.#choice.entry, this.environment);
    const given = this.#options.settings ?? {};
    const s3 = { ...configured.s3, ...given.s3 };
    const both = { ...configured, ...given, ...(Object.keys(s3).length > 0 && { s3 }) };
    return withDefaultsMode(both, region, this.environment);
  }

  sender(): Send {
    const { send, environment, home } = this.#options;
    this.#send ??= send ?? createSend(readConnection(this.#choice.entry, { environment, home }));
    return this.#send;
  }

  /** Sends these headers too, which take no part in a signature. */
  senderWith(headers: (url: string) => Readonly<Record<string, string>>): Send {
    const send = this.sender();
    return (request, options) =>
      send({ ...request, headers: { ...request.headers, ...headers(urlOf(request)) } }, options);
  }
}
