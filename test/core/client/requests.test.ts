// Whole requests, but for signature, date and names of the sender: `requests.json` holds what botocore 1.43 sends.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { clientOf } from './clients.ts';

interface RequestCase {
  readonly service: string;
  readonly region: string;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly endpoint?: string;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    /** Each character a byte. */
    readonly body: string;
  };
}

const file = new URL('requests.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly RequestCase[];

const ours = new Set([
  'user-agent',
  'x-amz-date',
  'authorization',
  'amz-sdk-invocation-id',
  'amz-sdk-request',
  'content-length',
  'host',
]);

/** JSON may be spaced and escaped as one likes. */
function comparable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

for (const { service, region, operation, input, endpoint, request } of cases) {
  test(`it sends ${service}.${operation} ${JSON.stringify(input)} as botocore does`, async () => {
    const client = await clientOf(service, { region, endpoint });
    const { method, url, headers, body } = await client.prepare(operation, input);
    const bytes = Buffer.from((body ?? '') as string | Uint8Array);
    const kept = Object.entries(headers).filter(([name]) => !ours.has(name));
    assert.deepEqual(
      { method, url, headers: Object.fromEntries(kept), body: comparable(bytes.toString()) },
      { ...request, body: comparable(Buffer.from(request.body, 'latin1').toString()) },
    );
  });
}
