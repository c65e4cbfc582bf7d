// Clients for tests: over a script of answers, or over a real local server.

import { Readable } from 'node:stream';
import { Client, type ClientOptions } from '../../../src/core/client.ts';
import type { HttpRequest, HttpResponse, Send } from '../../../src/core/http/message.ts';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';

const catalogue = openCatalogue();

export const keys = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

/** In us-east-1, with AWS's example keys, and without waiting between attempts. */
export async function clientOf(id: string, options: Partial<ClientOptions> = {}): Promise<Client> {
  return new Client({
    service: await catalogue.service(id),
    partitions: await catalogue.partitions(),
    region: 'us-east-1',
    credentials: async () => keys,
    delay: async () => {},
    ...options,
  });
}

export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface ScriptedSend extends Send {
  readonly requests: HttpRequest[];
}

/** Answers each request with the next of these; the last one again and again. */
export function scriptOf(...answers: readonly (ScriptedAnswer | Error)[]): ScriptedSend {
  const requests: HttpRequest[] = [];
  const send = async (request: HttpRequest): Promise<HttpResponse> => {
    const answer = answers[Math.min(requests.length, answers.length - 1)] ?? {};
    requests.push(request);
    if (answer instanceof Error) throw answer;
    return responseOf(answer);
  };
  return Object.assign(send, { requests });
}

function responseOf({ status = 200, headers = {}, body = '' }: ScriptedAnswer): HttpResponse {
  return {
    statusCode: status,
    headers,
    body: Readable.from([Buffer.from(body)], { objectMode: false }),
  };
}

export function json(value: unknown, status = 200): ScriptedAnswer {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': 'REQUEST-1' },
    body: JSON.stringify(value),
  };
}
