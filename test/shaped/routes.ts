// Which operation of a service a request is for, in any of the six wire formats, and what it lacks of what the model
// requires.

import type { IncomingHttpHeaders } from 'node:http';
import type { OperationModel, Service, ShapeRef } from '../../src/core/models/model.ts';
import { protocolNameOf } from '../../src/core/protocols/protocols.ts';

export interface Received {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Route = (request: Received) => string | undefined;

/** Gives the key of the operation in the model; `undefined` for a request that is none. */
export function createRoute(service: Service): Route {
  const keysByName = new Map(
    Object.entries(service.operations).map(([key, operation]) => [operation.name, key]),
  );
  const isKnown = (name: string | undefined) =>
    name === undefined ? undefined : (keysByName.get(name) ?? (service.operations[name] && name));
  switch (protocolNameOf(service)) {
    case 'json':
      return ({ headers }) => isKnown(String(headers['x-amz-target']).split('.').at(-1));
    case 'query':
    case 'ec2':
      return ({ body }) => isKnown(new URLSearchParams(body).get('Action') ?? undefined);
    case 'smithy-rpc-v2-cbor':
      return ({ url }) => isKnown(/\/operation\/(\w+)$/.exec(url.pathname)?.[1]);
    case 'rest-json':
    case 'rest-xml':
      return routeByPath(service);
  }
}

interface Template {
  readonly key: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly query: URLSearchParams;
  /** Those of the query and the headers that the model requires. */
  readonly parameters: readonly string[];
  readonly headers: readonly string[];
  /** What tells more goes first: fixed letters of the path, then the query. */
  readonly weight: number;
}

function routeByPath(service: Service): Route {
  const templates = Object.entries(service.operations)
    .map(([key, operation]) => templateOf(service, key, operation))
    .toSorted((one, other) => other.weight - one.weight);
  return ({ method, url, headers }) => {
    const found = templates.find((template) => {
      const isThere = ([name, value]: readonly [string, string]) =>
        url.searchParams.has(name) && (value === '' || url.searchParams.get(name) === value);
      return (
        template.method === method &&
        template.pattern.test(url.pathname) &&
        [...template.query].every(isThere) &&
        template.parameters.every((name) => url.searchParams.has(name)) &&
        template.headers.every((name) => name.toLowerCase() in headers)
      );
    });
    return found?.key;
  };
}

/** S3 tells some operations apart by parameters that are required. */
function requiredParts(service: Service, key: string, location: 'querystring' | 'header') {
  const shape = service.shapes[service.operations[key]?.input?.shape ?? ''];
  if (shape?.type !== 'structure') return [];
  return (shape.required ?? []).flatMap((name) => {
    const ref = shape.members[name];
    const isMany = service.shapes[ref?.shape ?? '']?.type === 'map';
    return ref?.location === location && !isMany ? [ref.locationName ?? name] : [];
  });
}

function templateOf(service: Service, key: string, { http }: OperationModel): Template {
  const [path = '', query = ''] = http.requestUri.split('?');
  const escaped = path.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&');
  const pattern = escaped.replaceAll(/\{[^}]*\\\+\}/g, '.+').replaceAll(/\{[^}]*\}/g, '[^/]+');
  const parameters = requiredParts(service, key, 'querystring');
  const headers = requiredParts(service, key, 'header');
  const fixed = path.replaceAll(/\{[^}]*\}/g, '').length;
  return {
    key,
    method: http.method,
    pattern: new RegExp(`^${pattern.replace(/\/$/, '')}/?$`),
    query: new URLSearchParams(query),
    parameters,
    headers,
    weight: fixed * 10 + (new URLSearchParams(query).size + parameters.length + headers.length) * 2,
  };
}

/** The required members that a request does not have. */
export function missingMembers(
  service: Service,
  key: string,
  request: Received,
): readonly string[] {
  const shape = service.shapes[service.operations[key]?.input?.shape ?? ''];
  if (shape?.type !== 'structure') return [];
  return (shape.required ?? []).filter((name) => {
    const ref = shape.members[name];
    return ref && !isThere(service, name, ref, request, shape.payload === name);
  });
}

function isThere(
  service: Service,
  name: string,
  ref: ShapeRef,
  { url, headers, body }: Received,
  isPayload: boolean,
): boolean {
  const wireName = ref.locationName ?? name;
  if (ref.location === 'uri') return true;
  if (ref.location === 'querystring') return url.searchParams.has(wireName) || isMap(service, ref);
  if (ref.location === 'header') return wireName.toLowerCase() in headers;
  if (ref.location === 'headers' || isPayload) return true;
  const protocol = protocolNameOf(service);
  if (protocol === 'query' || protocol === 'ec2') return hasField(body, name, ref, protocol);
  return body.includes(wireName) || body.includes(name);
}

function isMap(service: Service, { shape }: ShapeRef): boolean {
  return service.shapes[shape]?.type === 'map';
}

function hasField(body: string, name: string, ref: ShapeRef, protocol: string): boolean {
  const ofEc2 = ref.queryName ?? (ref.locationName && capital(ref.locationName)) ?? name;
  const field = protocol === 'ec2' ? ofEc2 : (ref.locationName ?? name);
  return [...new URLSearchParams(body).keys()].some(
    (key) =>
      key === field || key.startsWith(`${field}.`) || key === name || key.startsWith(`${name}.`),
  );
}

function capital(name: string): string {
  return `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;
}
