// Client: every operation of one service in one region. Describes, sends, reads; tells of each call it made. What few
// programs do, such as waiting, is loaded when it is first done.

import { untilAborted } from './abort.ts';
import { sign, withHeaders } from './attempt.ts';
import { type ClientContext, contextOf } from './clientContext.ts';
import type { CallOptions, CallRecord, ClientOptions, PreparedRequest } from './clientOptions.ts';
import {
  attemptHeaders,
  type CheckedCall,
  checkInput,
  describeRequest,
} from './describeRequest.ts';
import {
  AwscopeError,
  isAbort,
  ServiceError,
  UnknownOperationError,
  UnknownWaiterError,
} from './errors.ts';
import { type CallProgress, type Exchange, type ExchangeOptions, exchange } from './exchange.ts';
import { urlOf } from './http/address.ts';
import type { Endpoint } from './http/endpoint.ts';
import { ReplayableBody } from './http/replayableBody.ts';
import type { OperationModel, Service } from './models/model.ts';
import { nearNames } from './models/nearNames.ts';
import { callInTurn } from './pace/callInTurn.ts';
import { Turn } from './pace/turns.ts';
import { createPages, type Pages, type PagesOptions } from './pages.ts';
import type { OperationPlan } from './plan.ts';
import type { PresignOptions } from './presign.ts';
import type { PresignedPost, PresignPostOptions } from './presignPost.ts';
import type { Document } from './protocols/protocol.ts';
import type { ClientSettings } from './settings.ts';
import type { WaiterAnswer, WaitOptions } from './waiters.ts';

export class Client {
  readonly service: Service;
  readonly region: string | undefined;
  readonly #options: ClientOptions;
  readonly #context: ClientContext;
  #paced: Client | undefined;

  /** `context` is that of another Client for the same. */
  constructor(options: ClientOptions, context?: ClientContext) {
    this.service = options.service;
    this.region = options.region;
    this.#options = options;
    this.#context = context ?? contextOf(options, (...called) => this.#callWithin(...called));
  }

  /** The same Client, all of whose calls keep the pace that the service allows. */
  get paced(): Client {
    if (this.#options.priority !== undefined || !this.#options.gate) return this;
    this.#paced ??= new Client({ ...this.#options, priority: 'direct' }, this.#context);
    return this.#paced;
  }

  get settings(): ClientSettings {
    return this.#context.options.settings;
  }

  /** Every operation's name, sorted. */
  get operations(): readonly string[] {
    return Object.keys(this.service.operations).sort();
  }

  /** Throws an `UnknownOperationError` that names similar ones. */
  operation(name: string): OperationModel {
    const plan = this.#plan(name);
    return this.service.operations[name] ?? plan.operation;
  }

  /**
   * The output as plain JSON, with `Uint8Array`, `Date`, `bigint` and streams where the model has them. A stream of bytes
   * is a `Readable`, one of events an `EventStream`: an AsyncIterable of `{ EventName: { ...members } }`.
   */
  async call(
    operation: string,
    input: Document = {},
    options: CallOptions = {},
  ): Promise<Document> {
    return (await this.#run(this.#plan(operation), input, options)).output;
  }

  /** The outputs of a listing, one page at a time; an operation without paginator gives one page. */
  pages(operation: string, input: Document = {}, options: PagesOptions = {}): Pages {
    const plan = this.#plan(operation);
    const paginators = this.service.paginators;
    const source = {
      plan,
      paginator: Object.hasOwn(paginators, operation) ? paginators[operation] : undefined,
      where: this.#context.where(operation),
      call: (page: Document) => this.call(operation, page, options),
    };
    return createPages(source, input, options);
  }

  /** Waits until the resource is in the waiter's state; a `WaiterError` when it cannot be, or takes too long. */
  async wait(waiter: string, input: Document = {}, options: WaitOptions = {}): Promise<Document> {
    const { waiters, id } = this.service;
    const model = Object.hasOwn(waiters, waiter) ? waiters[waiter] : undefined;
    if (!model) throw new UnknownWaiterError(id, waiter, nearNames(waiter, Object.keys(waiters)));
    const plan = this.#plan(model.operation);
    const { signal } = options;
    const source = {
      name: waiter,
      waiter: model,
      where: this.#context.where(model.operation),
      call: () => this.#tryOnce(plan, input, options),
      delay: (milliseconds: number) =>
        untilAborted(this.#context.options.delay(milliseconds, signal), signal),
    };
    const { waitFor } = await import('./waiters.ts');
    return waitFor(source, options);
  }

  /** The signed request, not sent. */
  async prepare(
    operation: string,
    input: Document = {},
    { signal }: CallOptions = {},
  ): Promise<PreparedRequest> {
    const context = this.#context;
    const call = checkInput(context, this.#plan(operation), input);
    const described = await describeRequest(context, call, { signal });
    const { settings } = context.options;
    const { maxAttempts } = context.retryPolicy;
    const signed = withHeaders(
      await sign(context, call, described, context.now(), signal),
      attemptHeaders(settings, crypto.randomUUID(), 1, maxAttempts),
    );
    const body = signed.body instanceof ReplayableBody ? signed.body.open('send') : signed.body;
    return {
      method: signed.method,
      url: urlOf(signed),
      headers: signed.headers,
      ...(body === undefined ? {} : { body }),
    };
  }

  /** A URL that does this call until it expires (after an hour by default), whoever uses it. */
  async presign(
    operation: string,
    input: Document = {},
    options: PresignOptions = {},
  ): Promise<string> {
    const call = checkInput(this.#context, this.#plan(operation), input, { isPresigning: true });
    const { presignCall } = await import('./presign.ts');
    return presignCall(this.#context, call, options);
  }

  /** What an HTML form needs to upload an object of S3: `target` has Bucket and Key. */
  async presignPost(target: Document, options: PresignPostOptions = {}): Promise<PresignedPost> {
    this.#context.options.guard?.('PutObject', target);
    const bucket = { Bucket: target.Bucket };
    const call = checkInput(this.#context, this.#plan('HeadBucket'), bucket);
    const { presignPost } = await import('./presignPost.ts');
    return presignPost(this.#context, call, target, options);
  }

  /** What the service's endpoint rules answer to exactly these parameters. */
  async resolveEndpoint(params: Readonly<Record<string, unknown>>): Promise<Endpoint> {
    return this.#context.resolveEndpoint(params, this.#context.where());
  }

  #plan(operation: string): OperationPlan {
    const plan = this.#context.plan(operation);
    if (plan) return plan;
    const near = nearNames(operation, Object.keys(this.service.operations));
    throw new UnknownOperationError(this.service.id, operation, near);
  }

  async #tryOnce(
    plan: OperationPlan,
    input: Document,
    options: CallOptions,
  ): Promise<WaiterAnswer> {
    try {
      return await this.#run(plan, input, options);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return { statusCode: error.statusCode, error };
    }
  }

  /** A call that another one needs, and would wait for while it holds a place of its own. */
  async #callWithin(
    operation: string,
    input: Document,
    signal: AbortSignal | undefined,
  ): Promise<Document> {
    const call = checkInput(this.#context, this.#plan(operation), input);
    return (await this.#make(call, { signal, turn: new Turn() })).output;
  }

  #run(plan: OperationPlan, input: Document, options: CallOptions): Promise<Exchange> {
    const call = checkInput(this.#context, plan, input);
    const { signal, priority = this.#options.priority } = options;
    if (priority === undefined || !this.#options.gate) return this.#make(call, { signal });
    const { reads } = this.#context;
    return callInTurn(call, { reads, gate: this.#options.gate, priority, signal }, (turn, ended) =>
      this.#make(call, { signal: ended, turn }),
    );
  }

  #make(call: CheckedCall, options: ExchangeOptions): Promise<Exchange> {
    const { onCall } = this.#options;
    if (onCall) return this.#makeAndTell(onCall, call, options);
    return exchange(this.#context, call, { attempts: 0 }, options);
  }

  async #makeAndTell(
    onCall: (call: CallRecord) => void,
    call: CheckedCall,
    options: ExchangeOptions,
  ): Promise<Exchange> {
    const started = performance.now();
    const startedAt = this.#context.options.clock();
    const progress: CallProgress = { attempts: 0 };
    const tell = (errorCode: string | undefined) =>
      onCall({
        ...call.where,
        service: this.service.id,
        operation: call.plan.name,
        startedAt,
        durationMs: performance.now() - started,
        ...progress,
        ...(errorCode === undefined ? {} : { errorCode }),
      });
    try {
      const result = await exchange(this.#context, call, progress, options);
      tell(undefined);
      return result;
    } catch (error) {
      tell(codeOf(error));
      throw error;
    }
  }
}

function codeOf(error: unknown): string {
  if (isAbort(error)) return 'Cancelled';
  if (error instanceof AwscopeError) return error.code;
  return error instanceof Error ? error.name : 'Unknown';
}

export type { CallOptions, CallRecord, ClientOptions, PreparedRequest } from './clientOptions.ts';
export type { ClientSettings, Endpoint, Pages, PagesOptions, WaitOptions };
