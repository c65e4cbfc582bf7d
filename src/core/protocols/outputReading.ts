import type { ResponseHead } from '../http/message.ts';
import type { OperationModel, Service } from '../models/model.ts';
import { readable } from './body.ts';
import type { Document, OutputReading } from './protocol.ts';
import type { Schema } from './schema.ts';

interface Where {
  readonly service: Service;
  readonly operation: OperationModel;
  readonly head: ResponseHead;
}

/** What reads a body piece by piece. */
export interface BodyReading {
  push(chunk: Uint8Array): void;
  /** What the body holds, when all has come. */
  finish(): Document;
}

/** Undefined for a body that is better read as a whole. */
export type StartBody = (schema: Schema) => BodyReading | undefined;

/** The first bytes are kept for telling what a body looked like that cannot be read. */
const excerptSize = 2000;

/** The output that `outputOf` makes of what `reading` gives. */
export function outputReading(
  { service, operation, head }: Where,
  reading: BodyReading,
  outputOf: (read: () => Document) => Document,
): OutputReading {
  let body: Uint8Array = new Uint8Array(0);
  return {
    push: (chunk) => {
      if (body.length < excerptSize) body = Buffer.concat([body, chunk.subarray(0, excerptSize)]);
      reading.push(chunk);
    },
    finish: () =>
      readable(service, operation, { ...head, body }, () => outputOf(() => reading.finish())),
  };
}
