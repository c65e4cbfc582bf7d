// What the parts of a Client share: made once with it, and holding its only mutable state.

import { delay, untilAborted } from './abort.ts';
import type { CallPlace } from './callPlace.ts';
import type { ClientOptions } from './clientOptions.ts';
import type { Credentials, CredentialsProvider } from './credentials/credentials.ts';
import type { CallService, Customization } from './customizations/customization.ts';
import { customizationOf } from './customizations/customizations.ts';
import { createEndpointDiscovery, type EndpointDiscovery } from './customizations/discovery.ts';
import { createExpressSessions } from './customizations/express.ts';
import { CredentialsError, NoRegionError, type Where } from './errors.ts';
import type { Exchange } from './exchange.ts';
import type { SignatureAuth } from './http/auth.ts';
import type { TokenSource } from './http/bearer.ts';
import { createEndpointResolver, regionWithoutOne } from './http/endpoint.ts';
import type { Send } from './http/message.ts';
import { RateLimit } from './http/rateLimit.ts';
import { type RetryPolicy, RetryQuota, retryPolicyOf } from './http/retry.ts';
import { createSend } from './http/send.ts';
import type { Partitions, Service } from './models/model.ts';
import type { Gate } from './pace/gate.ts';
import { SharedReads } from './pace/sharedReads.ts';
import { type OperationPlan, planOperation } from './plan.ts';
import type { Document, Protocol } from './protocols/protocol.ts';
import { protocolOf } from './protocols/protocols.ts';
import type { RequestGuard } from './readOnly.ts';
import type { ClientSettings } from './settings.ts';

export interface ClientContextOptions {
  readonly service: Service;
  readonly partitions: Partitions;
  readonly protocol: Protocol;
  readonly region: string | undefined;
  readonly profile: string | undefined;
  readonly credentials: CredentialsProvider | undefined;
  readonly token?: TokenSource | undefined;
  readonly endpoint: string | undefined;
  readonly settings: ClientSettings;
  readonly send: Send;
  readonly clock: () => Date;
  readonly random: () => number;
  readonly delay: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly call: CallService;
  readonly guard: RequestGuard | undefined;
  readonly gate: (() => Gate) | undefined;
}

export class ClientContext {
  readonly options: ClientContextOptions;
  readonly customization: Customization;
  readonly resolveEndpoint: ReturnType<typeof createEndpointResolver>;
  readonly discovery: EndpointDiscovery;
  readonly #expressSession: ReturnType<typeof createExpressSessions>;
  readonly retryPolicy: RetryPolicy;
  readonly quota = new RetryQuota();
  readonly reads = new SharedReads<Exchange>();
  /** Absent unless the retry mode is adaptive. */
  readonly rateLimit: RateLimit | undefined;
  /** Where S3 said that buckets are. */
  readonly bucketRegions = new Map<string, string>();
  /** Of operations whose calls all go to one. */
  readonly fixedPlaces = new Map<OperationPlan, CallPlace>();
  #clockSkew = 0;
  #region: string | undefined;
  #wantsAccountId: boolean | undefined;
  readonly #plans = new Map<string, OperationPlan>();
  readonly #wheres = new Map<string | undefined, Where>();

  constructor(options: ClientContextOptions) {
    this.options = options;
    this.customization = customizationOf(options.service.id);
    this.retryPolicy = retryPolicyOf(options.settings, options.service.id);
    if (this.retryPolicy.limitsRate) {
      const { clock, delay } = options;
      this.rateLimit = new RateLimit(() => clock().getTime() / 1000, delay);
    }
    this.resolveEndpoint = createEndpointResolver(options.service, options.partitions);
    this.#expressSession = createExpressSessions(options.call, options.clock);
    this.discovery = createEndpointDiscovery(options.call, options.clock);
  }

  /** The region requests are for; a `NoRegionError` where there must be one. */
  region(where: Where): string {
    this.#region ??=
      this.options.region ?? regionWithoutOne(this.options.service, this.resolveEndpoint);
    if (this.#region === undefined) throw new NoRegionError(where);
    return this.#region;
  }

  /** Whether the endpoint's rules look at the account that the keys belong to. */
  get wantsAccountId(): boolean {
    this.#wantsAccountId ??= wantsAccountId(this.options);
    return this.#wantsAccountId;
  }

  where(operation?: string): Where {
    const known = this.#wheres.get(operation);
    if (known) return known;
    const { service, profile, region } = this.options;
    const where = {
      service: service.id,
      ...(operation === undefined ? {} : { operation }),
      ...(profile === undefined ? {} : { profile }),
      ...(region === undefined ? {} : { region }),
    };
    this.#wheres.set(operation, where);
    return where;
  }

  /** undefined for an operation the service does not have. */
  plan(name: string): OperationPlan | undefined {
    const known = this.#plans.get(name);
    if (known) return known;
    const { service } = this.options;
    const operation = Object.hasOwn(service.operations, name)
      ? service.operations[name]
      : undefined;
    if (!operation) return undefined;
    const plan = planOperation(service, name, operation);
    this.#plans.set(name, plan);
    return plan;
  }

  /** The time as the server sees it, as far as it told. */
  now(): Date {
    const now = this.options.clock();
    return this.#clockSkew === 0 ? now : new Date(now.getTime() + this.#clockSkew);
  }

  correctClock(milliseconds: number): void {
    this.#clockSkew += milliseconds;
  }

  /** The keys to sign this call with. `refused` are those that the service does not take any more: others are wanted. */
  credentialsFor(
    auth: SignatureAuth,
    { input }: { readonly input: Document },
    signal: AbortSignal | undefined,
    refused?: Credentials,
  ): Promise<Credentials> {
    const bucket = input.Bucket;
    const isExpress = auth.type === 's3express' && typeof bucket === 'string';
    const found = isExpress
      ? this.#expressSession(bucket, signal, refused)
      : this.credentials(signal, refused);
    return untilAborted(found, signal);
  }

  credentials(signal: AbortSignal | undefined, refused?: Credentials): Promise<Credentials> {
    const { credentials } = this.options;
    if (!credentials) return this.#refuseUnsigned();
    return credentials({ ...(signal && { signal }), ...(refused && { refused }) });
  }

  async #refuseUnsigned(): Promise<never> {
    const { profile } = this.options;
    throw new CredentialsError(
      'NoCredentials',
      profile ?? 'default',
      'it has no keys, and this operation must be signed.',
    );
  }

  /** The token that authorizes requests of some services. */
  async token(signal: AbortSignal | undefined): Promise<string> {
    const { token, profile = 'default', service } = this.options;
    if (token) return untilAborted(token.load(signal), signal);
    const problem = `it has no token, and ${service.id} is authorized by one.`;
    throw new CredentialsError('NoCredentials', profile, problem);
  }
}

/** `call` makes calls that others of the same Client need. */
export function contextOf(options: ClientOptions, call: CallService): ClientContext {
  const { service, partitions, region, profile, credentials, token, endpoint, gate, guard } =
    options;
  return new ClientContext({
    ...{ service, partitions, region, profile, credentials, token, endpoint, gate, guard },
    protocol: protocolOf(service),
    settings: options.settings ?? {},
    send: options.send ?? createSend(),
    clock: options.clock ?? (() => new Date()),
    random: options.random ?? Math.random,
    delay: options.delay ?? delay,
    call,
  });
}

function wantsAccountId({ service, settings, credentials }: ClientContextOptions): boolean {
  const params = Object.values(service.endpointRuleSet?.parameters ?? {});
  const isAsked = params.some(({ builtIn }) => builtIn === 'AWS::Auth::AccountId');
  return isAsked && credentials !== undefined && settings.accountIdEndpointMode !== 'disabled';
}
