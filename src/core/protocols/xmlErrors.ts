// Errors in XML. Three nestings are in use: `<Error>` alone (S3), `<ErrorResponse><Error>` (query, CloudFront, Route 53)
// and `<Response><Errors><Error>` (EC2). All are found by the names of their elements. One of Route 53's is a root of its own.

import type { ReceivedResponse } from '../http/message.ts';
import { bodyBytes } from './body.ts';
import type { FoundError } from './errorParts.ts';
import type { Document } from './protocol.ts';
import type { Schema } from './schema.ts';
import { XmlCursor } from './xmlCursor.ts';
import { readElement } from './xmlRead.ts';

/** Throws for a body that is not XML. */
export function findXmlError(response: ReceivedResponse): FoundError {
  const bytes = bodyBytes(response.body);
  const found: Record<string, string> = {};
  const cursor = new XmlCursor(bytes);
  const root = cursor.open();
  collect(cursor, root, found);
  return {
    code: found.Code,
    name: root,
    message: found.Message ?? found.message,
    requestId: found.RequestId ?? found.RequestID ?? found.requestId,
    readMembers: (schema) => readErrorMembers(schema, bytes),
  };
}

/** The members of a modelled error, from the innermost `Error` element, or from the root if there is none. */
export function readErrorMembers(schema: Schema, bytes: Uint8Array): Document {
  const cursor = new XmlCursor(bytes);
  if (enterError(cursor, cursor.open())) return readElement(schema, cursor);
  const whole = new XmlCursor(bytes);
  whole.open();
  return readElement(schema, whole);
}

/** True if the document's root is an error's: S3 sends some under status 200. */
export function hasErrorRoot(bytes: Uint8Array): boolean {
  try {
    return new XmlCursor(bytes).open() === 'Error';
  } catch {
    return false;
  }
}

/** The texts of the first error and of what stands beside it. */
function collect(cursor: XmlCursor, name: string, found: Record<string, string>): void {
  if (name === 'Error' && found.Code !== undefined) {
    cursor.skip();
    return;
  }
  for (let child = cursor.nextChild(); child !== undefined; child = cursor.nextChild()) {
    if (child === 'Error' || child === 'Errors') collect(cursor, child, found);
    else found[child] ??= cursor.readText();
  }
}

function enterError(cursor: XmlCursor, name: string): boolean {
  if (name === 'Error') return true;
  for (let child = cursor.nextChild(); child !== undefined; child = cursor.nextChild()) {
    if (child === 'Error') return true;
    if (child === 'Errors') return enterError(cursor, child);
    cursor.skip();
  }
  return false;
}
