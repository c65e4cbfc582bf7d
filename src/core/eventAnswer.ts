// An answer whose body is a stream of events: an output with the stream in it, which is read later.

import { untilAborted } from './abort.ts';
import type { Attempt } from './attempt.ts';
import type { ClientContext } from './clientContext.ts';
import type { CheckedCall } from './describeRequest.ts';
import { ResponseParseError, ServiceError, UnsupportedError } from './errors.ts';
import { EventStream } from './eventStream.ts';
import type { HttpResponse } from './http/message.ts';
import { classify } from './http/retry.ts';
import { eventsOf } from './protocols/events.ts';
import type { Document } from './protocols/protocol.ts';
import { schemaOf } from './protocols/schema.ts';
import { holdsSecret } from './secrets.ts';

interface ReadEventsOptions {
  readonly requestId: string | undefined;
  readonly signedAt: Date;
  readonly signal: AbortSignal | undefined;
}

/** The first event is waited for where it holds the output's other members. Throws when the connection is lost. */
export async function readEvents(
  context: ClientContext,
  call: CheckedCall,
  response: HttpResponse,
  options: ReadEventsOptions,
): Promise<Attempt> {
  const { requestId, signedAt, signal } = options;
  const { statusCode } = response;
  const answered = { statusCode, ...(requestId === undefined ? {} : { requestId }) };
  try {
    const output = await untilAborted(openEvents(context, call, response, options), signal);
    return { ...answered, ok: true, output };
  } catch (error) {
    const isRead = error instanceof ServiceError || error instanceof ResponseParseError;
    if (!isRead) throw error;
    const { code } = error;
    return { ...answered, ok: false, signedAt, error, failure: { code, statusCode } };
  }
}

async function openEvents(
  context: ClientContext,
  { plan, where }: CheckedCall,
  { statusCode, headers, body }: HttpResponse,
  { requestId, signal }: ReadEventsOptions,
): Promise<Document> {
  const { protocol, service } = context.options;
  const { output } = plan.operation;
  const found = output && eventsOf(schemaOf(service, output));
  const format = protocol.events;
  if (!found || !format) throw new UnsupportedError(where, 'its events have no known format.');
  const [member, events] = found;
  const stream = new EventStream({
    body,
    events,
    holdsSecrets: holdsSecret(service, events.name),
    format,
    where,
    statusCode,
    contentType: headers['content-type'],
    isRetryable: (code) => classify({ code, statusCode }, plan) !== 'final',
    requestId,
    signal,
  });
  const opening = format.opensWithResponse ? await stream.readResponse() : new Uint8Array(0);
  const response = { statusCode, headers, body: opening };
  return { ...protocol.parseOutput(service, plan.operation, response), [member]: stream };
}
