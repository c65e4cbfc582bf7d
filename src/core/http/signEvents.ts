// Events on their way to a service: each message goes inside another one that has its date and its signature, and every
// signature is over the one before it, the first over the request's. An empty message ends them.
// https://docs.aws.amazon.com/transcribe/latest/dg/streaming-setting-up.html

import { Readable } from 'node:stream';
import { encodeFrame, encodeHeaders, type TypedMessage } from '../protocols/eventFrames.ts';
import { iterableBody } from './iterableBody.ts';
import type { HttpRequest } from './message.ts';
import { type SignOptions, signChunk } from './sign.ts';

/** The signed request, with a body of messages, as one whose messages are signed too; `date` is that of the request. */
export function withSignedEvents(request: HttpRequest, options: SignOptions): HttpRequest {
  const { body } = request;
  if (!(body instanceof Readable)) return request;
  let previous = /Signature=([\da-f]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const began = performance.now();
  const write = async (message: Uint8Array) => {
    const date = new Date(options.date.getTime() + performance.now() - began);
    const signed = await signMessage(message, previous, { ...options, date });
    previous = signed.hex;
    return signed.message;
  };
  const end = () => write(new Uint8Array(0));
  return { ...request, body: iterableBody<Uint8Array>(body, { write, end }) };
}

async function signMessage(payload: Uint8Array, previous: string, options: SignOptions) {
  const dated: TypedMessage['headers'] = { ':date': { type: 'timestamp', value: options.date } };
  const chunk = { headers: encodeHeaders(dated), payload, previous };
  const hex = await signChunk(chunk, options);
  const value = new Uint8Array(Buffer.from(hex, 'hex'));
  const headers = { ...dated, ':chunk-signature': { type: 'binary', value } as const };
  return { hex, message: encodeFrame({ headers, payload }) };
}
