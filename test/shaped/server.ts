// A real HTTP server that has every operation of a service and no more: it knows a request in any wire format, refuses one
// that lacks what the model requires, and answers with values in the output's shape, lists in two pages.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OperationModel, Service, StructureShape } from '../../src/core/models/model.ts';
import { parsePath } from '../../src/core/resources/paths.ts';
import { writeAnswer } from './answers.ts';
import { createRoute, missingMembers, type Received, type Route } from './routes.ts';
import { Values } from './values.ts';

export interface ShapedServer extends AsyncDisposable {
  readonly url: string;
  /** The operations that were asked for, in order. */
  readonly operations: readonly string[];
  /** What was no valid request of the service, each with its reason. */
  readonly refused: readonly string[];
}

/** In every token, so that the request for the second page is known in any wire format. */
const secondPage = 'second-page-'.padEnd(120, 'x');
const secondPageNumber = 777_002;

/** Several services may stand behind one address: the first that knows a request answers it. */
export async function startShapedServer(...services: readonly Service[]): Promise<ShapedServer> {
  const operations: string[] = [];
  const refused: string[] = [];
  const places = services.map((service) => {
    return { service, route: createRoute(service), operations, refused };
  });
  const server = createServer((request, response) => {
    void answerAny(places, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    operations,
    refused,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Place {
  readonly service: Service;
  readonly route: Route;
  readonly operations: string[];
  readonly refused: string[];
}

async function answerAny(
  places: readonly Place[],
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = await receive(incoming);
  const place = places.find(({ service, route }) => isFor(service, request) && route(request));
  const found = place ?? places[0];
  if (found) answer(found, request, response);
}

/** Every signature names the service that it is for. */
function isFor({ metadata }: Service, { headers }: Received): boolean {
  const scope = /Credential=[^/]+\/\d+\/[\w-]+\/([\w.-]+)\//.exec(headers.authorization ?? '')?.[1];
  const names = [metadata.signingName, metadata.endpointPrefix];
  return scope === undefined || names.includes(scope);
}

function answer(place: Place, request: Received, response: ServerResponse): void {
  try {
    const key = place.route(request);
    const operation = key === undefined ? undefined : place.service.operations[key];
    if (key === undefined || !operation) {
      refuse(place, response, `${request.method} ${request.url.pathname} is no operation`);
      return;
    }
    const missing = missingMembers(place.service, key, request);
    if (missing.length > 0) {
      refuse(place, response, `${key} lacks ${missing.join(', ')}`);
      return;
    }
    place.operations.push(key);
    const { headers, body } = writeAnswer(
      place.service,
      operation,
      outputOf(place.service, key, operation, request),
    );
    response.writeHead(200, headers);
    response.end(body);
  } catch (error) {
    refuse(
      place,
      response,
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    );
  }
}

function refuse({ service, refused }: Place, response: ServerResponse, reason: string): void {
  refused.push(`${service.id}: ${reason}`);
  response.writeHead(418);
  response.end();
}

async function receive(incoming: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return {
    method: incoming.method ?? '',
    url: new URL(incoming.url ?? '/', 'http://shaped'),
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString('latin1'),
  };
}

function outputOf(service: Service, key: string, operation: OperationModel, request: Received) {
  const shape = service.shapes[operation.output?.shape ?? ''];
  if (shape?.type !== 'structure') return {};
  const everything = `${request.url.href} ${request.body} ${JSON.stringify(request.headers)}`;
  const isSecond = everything.includes(secondPage) || everything.includes(String(secondPageNumber));
  const echo = isSecond ? new Map<string, string>() : textsIn(request);
  const values = new Values(service, { seed: isSecond ? 2 : 1, echo });
  const output = values.structure(shape);
  setTokens(output, { service, key, shape, isSecond });
  return output;
}

interface Paging {
  readonly service: Service;
  readonly key: string;
  readonly shape: StructureShape;
  readonly isSecond: boolean;
}

/** The first page leads to the second, which is the last. */
function setTokens(output: Record<string, unknown>, { service, key, shape, isSecond }: Paging) {
  const paginator = service.paginators[key];
  const input = service.shapes[service.operations[key]?.input?.shape ?? ''];
  const takes = input?.type === 'structure' ? Object.keys(input.members) : [];
  const own = Object.keys(shape.members).filter((name) => isToken(name) && !paginator);
  const paths = [paginator?.output_token ?? own].flat();
  const isPaged = paths.every(isPlain) && (paginator !== undefined || takes.some(isToken));
  for (const path of paths) setPath(output, path, isSecond || !isPaged ? undefined : secondPage);
  if (paginator?.more_results) setPath(output, paginator.more_results, isPaged && !isSecond);
}

function isToken(name: string): boolean {
  return /^(?:next|pagination|continuation|start|resume)?_?(?:page)?_?(?:token|marker)$/i.test(
    name,
  );
}

function isPlain(path: string): boolean {
  return /^[\w.]+$/.test(path);
}

/** Sets a member as its kind of value allows; expressions are left as they are. */
function setPath(output: Record<string, unknown>, path: string, value: unknown): void {
  if (!isPlain(path)) return;
  const steps = parsePath(path).flatMap((step) => ('member' in step ? step.member : []));
  const last = steps.pop() ?? '';
  const owner = steps.reduce<unknown>(
    (at, step) => (at as Record<string, unknown>)?.[step],
    output,
  );
  if (typeof owner !== 'object' || owner === null) return;
  const members = owner as Record<string, unknown>;
  const known = members[last];
  if (value === undefined) delete members[last];
  else if (value !== secondPage || typeof known === 'string') members[last] = value;
  else if (typeof known === 'number') members[last] = secondPageNumber;
}

/** What a request says, by the names of its parameters: lists by the name of one. */
function textsIn({ url, body }: Received): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const note = (name: string, text: string) => {
    const key = name.toLowerCase();
    texts.set(key, text);
    texts.set(key.replace(/s$/, ''), text);
  };
  for (const [name, text] of url.searchParams) note(name, text);
  if (body.startsWith('{')) {
    for (const [name, value] of Object.entries(JSON.parse(body) as Record<string, unknown>)) {
      const text: unknown = Array.isArray(value) ? value[0] : value;
      if (typeof text === 'string') note(name, text);
    }
  } else if (body.includes('Action=')) {
    for (const [name, text] of new URLSearchParams(body)) {
      note(name.split('.')[0] ?? '', text);
    }
  }
  return texts;
}
