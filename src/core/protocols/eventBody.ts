// The body of a request that sends events: their messages, made as the caller gives the events.

import type { Readable } from 'node:stream';
import { ParamValidationError, type Where } from '../errors.ts';
import { iterableBody } from '../http/iterableBody.ts';
import { type EventFormat, writeEvent } from './events.ts';
import type { Document } from './protocol.ts';
import type { Schema } from './schema.ts';
import { validateEvent } from './validate.ts';

export const eventsType = 'application/vnd.amazon.eventstream';

/** Says that every message of the body is signed, each with the signature of the one before it. */
export const signedEventsHash = 'STREAMING-AWS4-HMAC-SHA256-EVENTS';

/** A stream whose chunks are whole messages. No event is asked for before the one before it is on its way. */
export function eventBody(
  events: Schema,
  given: AsyncIterable<unknown> | Iterable<unknown>,
  { format, where }: { readonly format: EventFormat; readonly where: Where },
): Readable {
  return iterableBody<unknown>(given, {
    write: async (event, index) => {
      const faults = validateEvent(events, event, [index]);
      if (faults.length > 0) throw new ParamValidationError(where, faults);
      const { encodeFrame } = await import('./eventFrames.ts');
      return encodeFrame(writeEvent(events, event as Document, format));
    },
  });
}
