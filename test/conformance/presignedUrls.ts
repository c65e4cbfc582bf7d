// Presigned URLs, ours and botocore's, brought to one form.

import type { Client } from '../../src/core/client.ts';
import type { Document } from '../../src/core/protocols/protocol.ts';

/** An input and the URL botocore presigns for it, good for 15 minutes, as tools/conformance/presigned.py prints it. */
export interface PresignedCase {
  readonly service: string;
  readonly region: string;
  readonly operation: string;
  readonly input: Document;
  /** Why botocore does not presign it. */
  readonly refused?: string;
  readonly url: string;
}

/** botocore signs for the model's method; forms are presigned for GET here unless something else is asked for. */
export function presignLike(client: Client, { operation, input }: PresignedCase): Promise<string> {
  const { method } = client.operation(operation).http;
  return client.presign(operation, input, { expiresIn: 900, method });
}

/** The order of parameters in a URL means nothing. */
export function comparableUrl(text: string) {
  const url = new URL(text);
  return { address: url.origin + url.pathname, query: [...url.searchParams].sort() };
}
