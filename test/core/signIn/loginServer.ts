// The AWS sign-in service on a real port: its page, and its token operation, which checks the proof of possession.

import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface LoginServer {
  readonly url: string;
  /** The ARN of who signs in. */
  user: string;
  /** The reason why tokens are refused; undefined gives them. */
  refusal: string | undefined;
  /** The code that the page shows to be copied, once it was opened. */
  readonly copied: string;
  stop(): Promise<void>;
}

interface Authorization {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string;
}

type Body = Readonly<Record<string, string>>;

export async function startLoginServer(): Promise<LoginServer> {
  const service = new SigninService();
  const server = createServer((request, response) => void service.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(service, {
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

class SigninService {
  url = '';
  user = 'arn:aws:iam::123456789012:user/ada';
  refusal: string | undefined;
  copied = '';
  readonly #authorizations = new Map<string, Authorization>();
  /** By refresh token, the thumbprint of the key that it is bound to. */
  readonly #refreshTokens = new Map<string, string>();

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    if (url.pathname === '/v1/authorize') return this.#authorize(url.searchParams, response);
    if (url.pathname === '/v1/sessions/confirmation') return void response.end(this.copied);
    const body: Body = JSON.parse((await text(request)) || '{}');
    const key = readProof(String(request.headers.dpop), `${this.url}/v1/token`);
    const answer = key ? this.#createToken(body, key) : refuse(400, 'INVALID_REQUEST');
    response.writeHead(answer.status, answer.headers).end(JSON.stringify(answer.body));
  }

  #authorize(query: URLSearchParams, response: ServerResponse): void {
    const clientId = query.get('client_id') ?? '';
    const redirectUri = query.get('redirect_uri') ?? '';
    const challenge = query.get('code_challenge') ?? '';
    const isHere = /^http:\/\/127\.0\.0\.1:\d+\/oauth\/callback$/.test(redirectUri);
    const isCopied = redirectUri === `${this.url}/v1/sessions/confirmation`;
    const isGood =
      query.get('response_type') === 'code' &&
      query.get('code_challenge_method') === 'SHA-256' &&
      query.get('scope') === 'openid' &&
      ((isHere && clientId.endsWith('/same-device')) ||
        (isCopied && clientId.endsWith('/cross-device')));
    if (!isGood) return void response.writeHead(400).end('bad request');
    const code = `SECRET-code-${randomUUID()}`;
    this.#authorizations.set(code, { clientId, redirectUri, challenge });
    const answer = new URLSearchParams({ state: query.get('state') ?? '', code });
    this.copied = Buffer.from(String(answer)).toString('base64');
    response.writeHead(302, { location: `${redirectUri}?${answer}` }).end();
  }

  #createToken(body: Body, key: string) {
    if (this.refusal !== undefined) return refuse(401, this.refusal);
    const { code = '', codeVerifier = '', clientId, redirectUri, refreshToken = '' } = body;
    if (body.grantType === 'refresh_token') {
      if (this.#refreshTokens.get(refreshToken) !== key) return refuse(401, 'TOKEN_EXPIRED');
      this.#refreshTokens.delete(refreshToken);
      return this.#give(key);
    }
    const authorization = this.#authorizations.get(code);
    this.#authorizations.delete(code);
    const proof = createHash('sha256').update(codeVerifier).digest('base64url');
    const isGood =
      authorization?.clientId === clientId &&
      authorization?.redirectUri === redirectUri &&
      authorization?.challenge === proof;
    return isGood ? this.#give(key) : refuse(400, 'INVALID_REQUEST');
  }

  #give(key: string) {
    const refreshToken = `SECRET-refresh-${randomUUID()}`;
    this.#refreshTokens.set(refreshToken, key);
    const claims = Buffer.from(JSON.stringify({ sub: this.user })).toString('base64url');
    const accessToken = {
      accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
      secretAccessKey: `SECRET-key-of-${randomUUID()}`,
      sessionToken: `SECRET-session-of-${randomUUID()}`,
    };
    const token = { tokenType: 'aws_sigv4', expiresIn: 900, idToken: `e30.${claims}.c2ln` };
    const headers = { 'content-type': 'application/json' };
    return { status: 200, headers, body: { accessToken, refreshToken, ...token } };
  }
}

/** The thumbprint of the key that signed the proof for this URL; undefined when it proves nothing. */
function readProof(proof: string, url: string): string | undefined {
  const [header = '', payload = '', signature = ''] = proof.split('.');
  const { typ, alg, jwk } = parse(header);
  const { htm, htu, iat, jti } = parse(payload);
  const isNow = Math.abs(Date.now() / 1000 - Number(iat)) < 60;
  if (typ !== 'dpop+jwt' || alg !== 'ES256' || htm !== 'POST' || htu !== url) return undefined;
  if (!isNow || !jti) return undefined;
  const key = createPublicKey({ key: jwk as never, format: 'jwk' });
  const signed = Buffer.from(`${header}.${payload}`);
  const bytes = Buffer.from(signature, 'base64url');
  const isTrue = verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, bytes);
  return isTrue ? createHash('sha256').update(JSON.stringify(jwk)).digest('hex') : undefined;
}

function parse(part: string): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(part, 'base64url').toString() || '{}');
}

function refuse(status: number, error: string) {
  const headers = {
    'content-type': 'application/json',
    'x-amzn-errortype': 'AccessDeniedException',
  };
  return { status, headers, body: { error, message: 'The sign-in service refuses.' } };
}
