// Uploads that wait for the server's word before their body goes (`Expect: 100-continue`): what the server refuses or
// sends elsewhere was then not sent in vain, and a stream is still whole for the next attempt. undici cannot wait over
// HTTP/1.1, Node's own client can. https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPUT.html

import type { ClientRequest } from 'node:http';
import { pipeline } from 'node:stream';
import { pathAndQuery } from './address.ts';
import { type CarriedRequest, type Carrier, createCarrier } from './carrier.ts';
import type { HttpRequest, HttpResponse, SendOptions } from './message.ts';
import { type Controller, Reception } from './reception.ts';
import { ReplayableBody } from './replayableBody.ts';
import { WaitingRequests } from './waiting.ts';

export interface ExpectingOptions {
  readonly ca?: string | readonly string[] | undefined;
  readonly rejectUnauthorized?: boolean | undefined;
  readonly maxConnections: number;
}

export interface ExpectingSend {
  send(request: HttpRequest, options: ExpectingSendOptions): Promise<HttpResponse>;
  /** Requests under way are finished first. */
  close(): Promise<void>;
}

interface ExpectingSendOptions extends SendOptions {
  readonly connectTimeout: number;
  readonly readTimeout: number;
  /** The proxy's URL; empty for none. */
  readonly proxy: string;
}

/** A server that does not know the question says nothing; the body then goes after as long as botocore waits. */
const patience = 1000;

export function createExpectingSend(options: ExpectingOptions): ExpectingSend {
  const { maxConnections } = options;
  const carriers = new Map<string, Promise<Carrier>>();
  const underWay = new Set<ClientRequest>();
  const waiting = new WaitingRequests();
  const carrierFor = (protocol: HttpRequest['protocol'], proxy: string) => {
    const key = `${protocol} ${proxy}`;
    const known = carriers.get(key);
    if (known !== undefined) return known;
    const made = createCarrier(protocol, proxy, options);
    carriers.set(key, made);
    return made;
  };
  return {
    send: async (request, sendOptions) => {
      const carrier = await carrierFor(request.protocol, sendOptions.proxy);
      const open = (parts: CarriedRequest) => {
        const sent = carrier.open(parts);
        underWay.add(sent);
        sent.on('close', () => underWay.delete(sent));
        return sent;
      };
      return sendExpecting(request, open, { ...sendOptions, waiting, maxConnections });
    },
    close: async () => {
      const made = [...carriers.values()];
      carriers.clear();
      // A failure of theirs is told to whoever waits for them.
      await Promise.all(
        [...underWay].map((sent) => new Promise((resolve) => sent.once('close', resolve))),
      );
      for (const carrier of made) (await carrier).agent.destroy();
    },
  };
}

interface OpenOptions extends ExpectingSendOptions {
  readonly waiting: WaitingRequests;
  readonly maxConnections: number;
}

async function sendExpecting(
  request: HttpRequest,
  open: (parts: CarriedRequest) => ClientRequest,
  options: OpenOptions,
): Promise<HttpResponse> {
  const { signal, maxBytes, connectTimeout, readTimeout, waiting } = options;
  const { hostname, port, protocol, method } = request;
  const host = port === undefined ? hostname : `${hostname}:${port}`;
  const onStart = () => waiting.noteStart(host);
  const reception = new Reception(host, signal, { maxBytes, onStart });
  const sent = open({
    protocol,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    ...(port === undefined ? {} : { port }),
    method,
    path: pathAndQuery(request),
    headers: headersOf(request),
    tunnelTimeout: connectTimeout,
  });
  const body = bodyOf(request, sent);
  sent.once('continue', body.send);
  limitTimes(sent, { connectTimeout, readTimeout }, body.sendLater);
  receive(sent, reception, body);
  waiting.limit(reception, host, options);
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
  sent.once('socket', () => reception.onRequestStart(controller));
  sent.on('response', (answer) => {
    if (answer.statusCode === 407) return void sent.destroy(refusedLogin());
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

/** In undici's words. */
function refusedLogin(): Error {
  return new Error('Proxy Authentication Required (407)');
}

/** The same codes as undici has for a connection that takes too long and for silence on it. */
function limitTimes(
  sent: ClientRequest,
  { connectTimeout, readTimeout }: Pick<ExpectingSendOptions, 'connectTimeout' | 'readTimeout'>,
  whenConnected: () => void,
): void {
  const fail = (code: string) => sent.destroy(Object.assign(new Error(code), { code }));
  sent.once('socket', (socket) => {
    if (!socket.connecting) return whenConnected();
    const timer = connectTimeout
      ? setTimeout(fail, connectTimeout, 'UND_ERR_CONNECT_TIMEOUT')
      : undefined;
    sent.on('close', () => clearTimeout(timer));
    socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      whenConnected();
    });
  });
  let silence = 'UND_ERR_HEADERS_TIMEOUT';
  sent.on('response', () => {
    silence = 'UND_ERR_BODY_TIMEOUT';
  });
  if (readTimeout) sent.setTimeout(readTimeout, () => void fail(silence));
}
