// An AWS whose answers the test decides, one request at a time.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface ScriptedAws {
  readonly url: string;
  /** How many requests came so far. */
  requestCount(): number;
  /** What answers from now on. */
  answerWith(answer: Answer): void;
  stop(): Promise<void>;
}

export async function startScriptedAws(): Promise<ScriptedAws> {
  let answer: Answer = (_, response) => response.writeHead(500).end();
  let count = 0;
  const server = createServer((request, response) => {
    count++;
    request.resume();
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requestCount: () => count,
    answerWith(next) {
      answer = next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The answer of SQS ListQueues. */
export function queues(...names: readonly string[]): Answer {
  const QueueUrls = names.map((name) => `https://sqs.eu-west-1.amazonaws.com/123456789012/${name}`);
  return json(200, { QueueUrls });
}

export function denied(message: string): Answer {
  return json(400, { __type: 'com.amazonaws.sqs#AccessDeniedException', message });
}

function json(statusCode: number, body: object): Answer {
  return (_, response) => {
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': 'r-1' };
    response.writeHead(statusCode, headers).end(JSON.stringify(body));
  };
}
