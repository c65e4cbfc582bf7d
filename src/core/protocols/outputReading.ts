import type { ResponseHead } from '../http/message.ts';
import type { OperationModel, Service } from '../models/model.ts';
import { readable } from './body.ts';
import type { Document, OutputReading } from './protocol.ts';

interface Where {
  readonly service: Service;
  readonly operation: OperationModel;
  readonly head: ResponseHead;
}

/** What reads a body piece by piece. */
interface BodyReading {
  push(chunk: Uint8Array): void;
}

/** The first bytes are kept for telling what a body looked like that cannot be read. */
const excerptSize = 2000;

/** The output that `finish` gives of a document read by `reading`. */
export function outputReading(
  { service, operation, head }: Where,
  reading: BodyReading,
  finish: () => Document,
): OutputReading {
  let body: Uint8Array = new Uint8Array(0);
  return {
    push: (chunk) => {
      if (body.length < excerptSize) body = Buffer.concat([body, chunk.subarray(0, excerptSize)]);
      reading.push(chunk);
    },
    finish: () => readable(service, operation, { ...head, body }, finish),
  };
}
