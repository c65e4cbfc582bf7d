// Uploads that wait for the server's word before their body goes (`Expect: 100-continue`): what the server refuses or
// sends elsewhere was then not sent in vain, and a stream is still whole for the next attempt. undici cannot wait over
// HTTP/1.1, Node's own client can. https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPUT.html

import { once } from 'node:events';
import type { Agent, ClientRequest, RequestOptions } from 'node:http';
import { pipeline } from 'node:stream';
import { pathAndQuery } from './address.ts';
import type { HttpRequest, HttpResponse, SendOptions } from './message.ts';
import { type Controller, Reception } from './reception.ts';
import { ReplayableBody } from './replayableBody.ts';

export interface ExpectingOptions {
  readonly ca?: string | readonly string[] | undefined;
  readonly rejectUnauthorized?: boolean | undefined;
  readonly maxConnections: number;
}

export interface ExpectingSend {
  send(request: HttpRequest, options: SendOptions): Promise<HttpResponse>;
  /** Requests under way are finished first. */
  close(): Promise<void>;
}

type Timeouts = Pick<SendOptions, 'connectTimeout' | 'readTimeout'>;

/** A server that does not know the question says nothing; the body then goes after as long as botocore waits. */
const patience = 1000;

export function isExpecting({ headers }: HttpRequest): boolean {
  return headers.expect === '100-continue';
}

export function createExpectingSend(options: ExpectingOptions): ExpectingSend {
  const { ca, rejectUnauthorized, maxConnections: maxSockets } = options;
  const trust = {
    ...(ca === undefined ? {} : { ca: typeof ca === 'string' ? ca : [...ca] }),
    ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
  };
  const carriers = new Map<HttpRequest['protocol'], Promise<Carrier>>();
  const underWay = new Set<ClientRequest>();
  const carrierFor = (protocol: HttpRequest['protocol']) => {
    const known = carriers.get(protocol);
    if (known !== undefined) return known;
    const made = createCarrier(protocol, { keepAlive: true, maxSockets, ...trust });
    carriers.set(protocol, made);
    return made;
  };
  return {
    send: async (request, sendOptions) => {
      const carrier = await carrierFor(request.protocol);
      const open = (parts: RequestOptions) => {
        const sent = carrier.open({ ...parts, agent: carrier.agent });
        underWay.add(sent);
        sent.on('close', () => underWay.delete(sent));
        return sent;
      };
      return sendExpecting(request, open, sendOptions);
    },
    close: async () => {
      const made = [...carriers.values()];
      carriers.clear();
      await Promise.all([...underWay].map((sent) => once(sent, 'close')));
      for (const carrier of made) (await carrier).agent.destroy();
    },
  };
}

interface Carrier {
  readonly agent: Agent;
  readonly open: (options: RequestOptions) => ClientRequest;
}

/** Node's client is loaded when it is first needed. */
async function createCarrier(
  protocol: HttpRequest['protocol'],
  options: { readonly keepAlive: boolean; readonly maxSockets: number },
): Promise<Carrier> {
  const { Agent, request } = await (protocol === 'https:'
    ? import('node:https')
    : import('node:http'));
  return { agent: new Agent(options), open: (parts) => request(parts) };
}

async function sendExpecting(
  request: HttpRequest,
  open: (options: RequestOptions) => ClientRequest,
  { signal, maxBytes, connectTimeout = 0, readTimeout = 0 }: SendOptions,
): Promise<HttpResponse> {
  const { hostname, port } = request;
  const host = port === undefined ? hostname : `${hostname}:${port}`;
  const reception = new Reception(host, signal, { maxBytes });
  const sent = open({
    protocol: request.protocol,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    ...(port === undefined ? {} : { port }),
    method: request.method,
    path: pathAndQuery(request),
    headers: headersOf(request),
  });
  const limits = limitTimes(sent, { connectTimeout, readTimeout });
  const body = bodyOf(request, sent);
  sent.once('continue', body.send);
  limits.whenConnected(body.sendLater);
  receive(sent, reception, body);
  return reception.response;
}

/** Node frames a body without a length itself. */
function headersOf({ headers, body }: HttpRequest): Record<string, string> {
  const { 'transfer-encoding': _, ...rest } = headers;
  const size = body instanceof ReplayableBody ? body.size : undefined;
  return size === undefined ? rest : { ...rest, 'content-length': String(size) };
}

interface UnsentBody {
  readonly send: () => void;
  readonly sendLater: () => void;
  /** It is not sent any more; true if it was not begun. */
  readonly keep: () => boolean;
}

function bodyOf({ body }: HttpRequest, sent: ClientRequest): UnsentBody {
  let timer: NodeJS.Timeout | undefined;
  let isOpen = true;
  const keep = () => {
    clearTimeout(timer);
    const wasOpen = isOpen;
    isOpen = false;
    return wasOpen;
  };
  const send = () => {
    if (!keep()) return;
    if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) {
      sent.end(body);
      return;
    }
    const stream = body instanceof ReplayableBody ? body.open('send') : body;
    // A failure of the body is the request's, which tells of it in the body's words.
    stream.once('error', (error) => sent.destroy(error));
    pipeline(stream, sent, () => {});
  };
  const sendLater = () => {
    if (isOpen) timer = setTimeout(send, patience);
  };
  return { send, sendLater, keep };
}

function receive(sent: ClientRequest, reception: Reception, body: UnsentBody): void {
  const controller: Controller = {
    abort: (reason) => sent.destroy(reason),
    pause: () => {},
    resume: () => {},
  };
  reception.onRequestStart(controller);
  sent.on('response', (answer) => {
    const wasKept = body.keep();
    controller.pause = () => answer.pause();
    controller.resume = () => answer.resume();
    reception.onResponseStart(controller, answer.statusCode ?? 0, answer.headers);
    answer.on('data', (chunk) => reception.onResponseData(controller, chunk));
    answer.on('error', (error) => reception.onResponseError(controller, error));
    answer.on('end', () => {
      reception.onResponseEnd();
      // The server may still wait for the body, so the connection is of no more use.
      if (wasKept || !sent.writableFinished) sent.destroy();
    });
  });
  sent.on('error', (error) => {
    body.keep();
    reception.onResponseError(controller, error);
  });
}

/** The same codes as undici has for a connection that takes too long and for silence on it. */
function limitTimes(sent: ClientRequest, { connectTimeout, readTimeout }: Timeouts) {
  const fail = (code: string) => sent.destroy(Object.assign(new Error(code), { code }));
  const timer = connectTimeout
    ? setTimeout(fail, connectTimeout, 'UND_ERR_CONNECT_TIMEOUT')
    : undefined;
  sent.on('close', () => clearTimeout(timer));
  let silence = 'UND_ERR_HEADERS_TIMEOUT';
  sent.on('response', () => {
    silence = 'UND_ERR_BODY_TIMEOUT';
  });
  if (readTimeout) sent.setTimeout(readTimeout, () => void fail(silence));
  return {
    whenConnected: (act: () => void) => {
      const connected = () => {
        clearTimeout(timer);
        act();
      };
      sent.once('socket', (socket) => {
        if (!socket.connecting) connected();
        else socket.once('encrypted' in socket ? 'secureConnect' : 'connect', connected);
      });
    },
  };
}
