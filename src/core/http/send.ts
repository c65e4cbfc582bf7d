// Carries requests by undici, over kept-alive connections of our own. undici is loaded at the first request, and what its
// load does to the process is undone: in the extension host, its global dispatcher is everyone's `fetch`.

import type { Dispatcher } from 'undici';
import { throwIfAborted } from '../abort.ts';
import { pathAndQuery } from './address.ts';
import { toConnectionError } from './connection.ts';
import { createConnector } from './connector.ts';
import type { ExpectingSend } from './expecting.ts';
import type { HttpRequest, HttpResponse, Send, SendOptions } from './message.ts';
import { type ProxyOptions, proxyFor } from './proxies.ts';
import { type Controller, Reception } from './reception.ts';
import { ReplayableBody } from './replayableBody.ts';
import { endingBodyFirst } from './requestEnd.ts';
import { WaitingRequests } from './waiting.ts';

export interface CreateSendOptions extends ProxyOptions {
  /** PEM certificates trusted instead of Node's own, as in AWS_CA_BUNDLE. */
  readonly ca?: string | readonly string[] | undefined;
  /** For a proxy that is itself reached by https: what it is trusted by instead of the above, and who asks. All PEM. */
  readonly proxyTrust?:
    | { readonly ca?: string; readonly cert?: string; readonly key?: string }
    | undefined;
  /** False trusts every certificate. */
  readonly rejectUnauthorized?: boolean | undefined;
  /** Connections to one host at once; requests beyond wait for a free one. 128 when absent. */
  readonly maxConnections?: number | undefined;
}

export interface Sender extends Send {
  /** Ends the kept-alive connections; requests under way are finished first. */
  close(): Promise<void>;
}

const defaultTimeout = 60_000;

export function createSend(options: CreateSendOptions = {}): Sender {
  // One dispatcher for each way to connect, which undici knows by dispatcher only.
  const dispatchers = new Map<string, Promise<Dispatcher>>();
  const dispatcherFor = (proxy: string, connectTimeout: number, http2: boolean) => {
    const key = `${connectTimeout} ${http2} ${proxy}`;
    const known = dispatchers.get(key);
    if (known) return known;
    const settings = { ...options, proxy, connectTimeout, http2 };
    const made = loadUndici().then((undici) => createDispatcher(undici, settings));
    dispatchers.set(key, made);
    made.catch(() => dispatchers.delete(key));
    return made;
  };
  const { maxConnections = defaultConnections } = options;
  const waiting = new WaitingRequests();
  let expecting: Promise<ExpectingSend> | undefined;
  const loadExpecting = async () => {
    const { createExpectingSend } = await import('./expecting.ts');
    return createExpectingSend({ ...options, maxConnections });
  };
  const send = async (request: HttpRequest, sendOptions: SendOptions) => {
    throwIfAborted(sendOptions.signal);
    const { connectTimeout = defaultTimeout, readTimeout = defaultTimeout } = sendOptions;
    const proxy = proxyFor(request, options);
    if (isExpecting(request) && canExpectBy(proxy)) {
      expecting ??= loadExpecting();
      const { send } = await expecting;
      return send(request, { ...sendOptions, connectTimeout, readTimeout, proxy });
    }
    const dispatcher = await dispatcherFor(proxy, connectTimeout, sendOptions.http2 ?? false);
    const limits = { connectTimeout, readTimeout, waiting, maxConnections };
    return sendBy(dispatcher, request, { ...sendOptions, ...limits });
  };
  const close = async () => {
    const open = [...dispatchers.values()];
    dispatchers.clear();
    await Promise.all([
      expecting?.then((loaded) => loaded.close()),
      ...open.map(async (dispatcher) => (await dispatcher).close()),
    ]);
  };
  return Object.assign(send, { close });
}

function isExpecting({ headers }: HttpRequest): boolean {
  return headers.expect === '100-continue';
}

/** Proxies of other sorts than HTTP are left to undici. */
function canExpectBy(proxy: string): boolean {
  return proxy === '' || /^https?:/i.test(proxy);
}

interface DispatchOptions extends SendOptions {
  readonly connectTimeout: number;
  readonly readTimeout: number;
  readonly waiting: WaitingRequests;
  readonly maxConnections: number;
}

async function sendBy(
  dispatcher: Dispatcher,
  request: HttpRequest,
  {
    signal,
    connectTimeout,
    readTimeout,
    maxBytes,
    http2,
    waiting,
    maxConnections,
  }: DispatchOptions,
): Promise<HttpResponse> {
  const host =
    request.port === undefined ? request.hostname : `${request.hostname}:${request.port}`;
  const reception = new Reception(host, signal, {
    maxBytes,
    onStart: () => waiting.noteStart(host),
    ...(http2 && {
      control: (controller: Controller) => endingBodyFirst(controller, request),
    }),
  });
  try {
    dispatcher.dispatch(
      {
        origin: `${request.protocol}//${host}`,
        path: pathAndQuery(request),
        method: request.method as Dispatcher.HttpMethod,
        ...carried(request),
        headersTimeout: readTimeout,
        bodyTimeout: readTimeout,
      },
      reception,
    );
  } catch (error) {
    throw toConnectionError(host, error);
  }
  waiting.limit(reception, host, { connectTimeout, readTimeout, maxConnections });
  return reception.response;
}

/** How a body is framed is the connection's to say, and undici does not wait for the server's word. */
function carried({ headers, body }: HttpRequest) {
  const isPlain = !('transfer-encoding' in headers || 'expect' in headers);
  if (isPlain && !(body instanceof ReplayableBody)) return { headers, body: body ?? null };
  const { 'transfer-encoding': _, expect: __, ...rest } = headers;
  if (!(body instanceof ReplayableBody)) return { headers: rest, body: body ?? null };
  const length = body.size === undefined ? {} : { 'content-length': String(body.size) };
  return { headers: { ...rest, ...length }, body: body.open('send') };
}

type Undici = typeof import('undici');

interface DispatcherSettings extends CreateSendOptions {
  /** Empty for none. */
  readonly proxy: string;
  readonly connectTimeout: number;
  readonly http2: boolean;
}

const defaultConnections = 128;

/** Of an answer, in bytes: Node's own limit, which undici would load all of Node's HTTP to ask for. */
const maxHeaderSize = 16 * 1024;

function createDispatcher(
  { Agent, ProxyAgent, buildConnector }: Undici,
  {
    proxy,
    ca,
    rejectUnauthorized,
    proxyTrust,
    connectTimeout,
    http2,
    maxConnections,
  }: DispatcherSettings,
): Dispatcher {
  const trust = {
    ...(ca === undefined ? {} : { ca: typeof ca === 'string' ? ca : [...ca] }),
    ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
  };
  const connect = { timeout: connectTimeout, ...trust, allowH2: http2, preferH2: http2 };
  const limits = { connections: maxConnections ?? defaultConnections, maxHeaderSize };
  if (proxy === '') {
    const way = http2 ? connect : createConnector((own) => buildConnector({ ...connect, ...own }));
    return new Agent({ allowH2: http2, connect: way, ...limits });
  }
  return new ProxyAgent({
    uri: proxy,
    allowH2: http2,
    connect,
    ...limits,
    requestTls: connect,
    proxyTls: { ...connect, ...proxyTrust },
  });
}

/** undici, with the global dispatchers as they were before its load. */
async function loadUndici(): Promise<Undici> {
  const restore = keepGlobalDispatchers();
  try {
    return await import('undici');
  } finally {
    restore();
  }
}

const currentDispatcher = Symbol.for('undici.globalDispatcher.2');

function keepGlobalDispatchers(): () => void {
  const before = new Map(globalDispatchers());
  // undici leaves a present dispatcher alone, and what it would set could never be deleted.
  const placeholder = { dispatch: () => false };
  if (!before.has(currentDispatcher)) {
    Object.defineProperty(globalThis, currentDispatcher, {
      value: placeholder,
      configurable: true,
      writable: true,
    });
  }
  return () => {
    for (const [symbol, descriptor] of globalDispatchers()) {
      const kept = before.get(symbol);
      if (kept) {
        if (kept.value !== descriptor.value) Object.defineProperty(globalThis, symbol, kept);
      } else if (descriptor.configurable) {
        Reflect.deleteProperty(globalThis, symbol);
      } else {
        Object.defineProperty(globalThis, symbol, { value: undefined });
      }
    }
  };
}

function globalDispatchers(): (readonly [symbol, PropertyDescriptor])[] {
  return Object.getOwnPropertySymbols(globalThis).flatMap((symbol) => {
    const descriptor = Object.getOwnPropertyDescriptor(globalThis, symbol);
    return Symbol.keyFor(symbol)?.startsWith('undici.globalDispatcher.') && descriptor
      ? [[symbol, descriptor] as const]
      : [];
  });
}
