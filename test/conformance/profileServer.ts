// STS, IAM Identity Center, the sign-in service, a container's agent and the metadata service on one real port. It answers as
// a case says, and notes what it was asked, in the words of tools/conformance/profiles.py.

import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Seconds. */
  readonly delay?: number;
  /** Hangs up instead. */
  readonly close?: boolean;
}

export type Answers = Readonly<Record<string, Answer | readonly Answer[]>>;

export interface ProfileServer {
  readonly url: string;
  readonly calls: readonly unknown[];
  close(): void;
}

/** `fill` puts values into an answer's places. */
export async function startProfileServer(
  answers: Answers,
  fill: (text: string, more?: Readonly<Record<string, string>>) => string,
): Promise<ProfileServer> {
  const calls: unknown[] = [];
  const left = new Map<string, readonly Answer[]>(
    Object.entries(answers).map(([label, one]) => [label, [one].flat()]),
  );
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const { form, label } = readRequest(request, body);
    calls.push(describe(label, request, form, body));
    const [answer = { status: 404 }, ...rest] = left.get(label) ?? [];
    if (rest.length > 0) left.set(label, rest);
    await delay((answer.delay ?? 0) * 1000);
    respond(request, response, answer, (given) => fill(given, { role: roleOf(form) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, calls, close };
}

function readRequest({ method, url }: IncomingMessage, body: string) {
  const form = body.includes('Action=') ? Object.fromEntries(new URLSearchParams(body)) : {};
  const label = form.Action ?? `${method} ${url?.split('?')[0]}`;
  return { form, label };
}

function roleOf({ RoleArn = '' }: Readonly<Record<string, string>>): string {
  return RoleArn.split('/').at(-1) ?? '';
}

function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  fill: (text: string) => string,
): void {
  if (answer.close) request.socket.destroy();
  else response.writeHead(answer.status ?? 200, { ...answer.headers }).end(fill(answer.body ?? ''));
}

const noted = [
  'x-amz-sso_bearer_token',
  'x-aws-ec2-metadata-token',
  'x-aws-ec2-metadata-token-ttl-seconds',
];

function describe(
  label: string,
  { headers, url = '' }: IncomingMessage,
  form: Readonly<Record<string, string>>,
  body: string,
): unknown {
  const { authorization } = headers;
  const by = /Credential=([^/]+)/.exec(authorization ?? '')?.[1];
  const query = Object.fromEntries(new URL(url, 'http://x').searchParams);
  const { Action: _, Version: __, ...parameters } = form;
  const named = Object.entries(parameters).filter(([, value]) => !/-session-\d+$/.test(value));
  return {
    call: label,
    ...(by !== undefined ? { by } : authorization !== undefined && { authorization }),
    ...Object.fromEntries(noted.flatMap((name) => (headers[name] ? [[name, headers[name]]] : []))),
    ...(Object.keys(query).length > 0 && { query }),
    ...(label === form.Action
      ? { form: Object.fromEntries(named) }
      : body !== '' && { body: JSON.parse(body) }),
    ...(headers.dpop !== undefined && {
      isBound: isBound(String(headers.dpop), `http://${headers.host}${url}`),
    }),
  };
}

/** Whether the proof is for this address and now, and signed by the key that it names. */
function isBound(proof: string, url: string): boolean {
  const [header = '', payload = '', signature = ''] = proof.split('.');
  const { jwk, ...type } = JSON.parse(Buffer.from(header, 'base64url').toString());
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const isRecent = Math.abs(claims.iat - Date.now() / 1000) < 5 && claims.jti.length === 36;
  const isMeant = claims.htm === 'POST' && claims.htu === url && type.typ === 'dpop+jwt';
  const key = {
    key: createPublicKey({ key: jwk, format: 'jwk' }),
    dsaEncoding: 'ieee-p1363' as const,
  };
  const signed = Buffer.from(`${header}.${payload}`);
  return isRecent && isMeant && verify('sha256', signed, key, Buffer.from(signature, 'base64url'));
}

/** A private key in PEM, as it stands in JSON. */
export function newDpopKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return JSON.stringify(privateKey.export({ format: 'pem', type: 'sec1' })).slice(1, -1);
}
