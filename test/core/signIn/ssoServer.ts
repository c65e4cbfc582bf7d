// IAM Identity Center on a real port: its OIDC endpoint with both grants, held to RFC 6749, 7636 and 8628, and the portal
// that lists accounts and roles and gives keys.

import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface SsoServer {
  readonly url: string;
  /** `POST /token` and the like, in order. */
  readonly requests: readonly string[];
  /** What RegisterClient was called with. */
  readonly registered: readonly Readonly<Record<string, unknown>>[];
  /** Answers of CreateToken before the person has confirmed; then the server says that it is pending. */
  readonly hurdles: string[];
  /** Seconds that tokens live. */
  lifetime: number;
  /** Forgets every registered program. */
  forgetClients(): void;
  /** No token is good any more. */
  revokeTokens(): void;
  stop(): Promise<void>;
}

interface Authorization {
  readonly clientId: string;
  readonly redirectUri?: string;
  readonly challenge?: string;
  isConfirmed: boolean;
}

type Body = Readonly<Record<string, unknown>>;

interface Answer {
  readonly status: number;
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function startSsoServer(): Promise<SsoServer> {
  const portal = new Portal();
  const server = createServer((request, response) => void portal.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  portal.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(portal, {
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

class Portal {
  url = '';
  lifetime = 3600;
  readonly requests: string[] = [];
  readonly registered: Body[] = [];
  readonly hurdles: string[] = [];
  readonly #secrets = new Map<string, unknown>();
  readonly #authorizations = new Map<string, Authorization>();
  readonly #refreshTokens = new Map<string, string>();
  readonly #tokens = new Set<string>();

  forgetClients(): void {
    this.#secrets.clear();
  }

  revokeTokens(): void {
    this.#tokens.clear();
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    this.requests.push(`${request.method} ${url.pathname}`);
    const sent = await text(request);
    const body: Body = sent ? JSON.parse(sent) : {};
    const answer = this.#answer(url, request, body);
    const content = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    const type = typeof answer.body === 'string' ? 'text/html' : 'application/json';
    response.writeHead(answer.status, { 'content-type': type, ...answer.headers }).end(content);
  }

  #answer(url: URL, request: IncomingMessage, body: Body): Answer {
    const token = String(request.headers['x-amz-sso_bearer_token'] ?? '');
    switch (url.pathname) {
      case '/client/register':
        return this.#register(body);
      case '/device_authorization':
        return this.#startDevice(body);
      case '/authorize':
        return this.#authorize(url.searchParams);
      case '/device':
        return this.#confirm(url.searchParams.get('user_code') ?? '');
      case '/token':
        return this.#createToken(body);
      case '/assignment/accounts':
        return this.#forToken(token, { accountList: accounts });
      case '/assignment/roles':
        return this.#forToken(token, { roleList: rolesOf(url.searchParams.get('account_id')) });
      case '/federation/credentials':
        return this.#forToken(token, { roleCredentials: keysOf(url.searchParams) });
      default:
        return { status: 404, body: {} };
    }
  }

  #register(body: Body): Answer {
    this.registered.push(body);
    const clientId = randomUUID();
    const clientSecret = `SECRET-client-${randomUUID()}`;
    this.#secrets.set(clientId, clientSecret);
    const clientSecretExpiresAt = Math.floor(Date.now() / 1000) + 90 * 24 * 3600;
    return { status: 200, body: { clientId, clientSecret, clientSecretExpiresAt } };
  }

  #isClient({ clientId, clientSecret }: Body): boolean {
    return clientSecret !== undefined && this.#secrets.get(String(clientId)) === clientSecret;
  }

  #startDevice(body: Body): Answer {
    if (!this.#isClient(body)) return refuse(401, 'InvalidClientException', 'invalid_client');
    const deviceCode = `SECRET-device-${randomUUID()}`;
    const userCode = 'ABCD-EFGH';
    this.#authorizations.set(deviceCode, { clientId: String(body.clientId), isConfirmed: false });
    const verificationUri = `${this.url}/device`;
    const verificationUriComplete = `${verificationUri}?user_code=${userCode}`;
    const page = { deviceCode, userCode, verificationUri, verificationUriComplete };
    return { status: 200, body: { ...page, expiresIn: 600, interval: 0 } };
  }

  /** The person opened the page; here that is enough. */
  #confirm(userCode: string): Answer {
    if (userCode !== 'ABCD-EFGH') return { status: 404, body: 'no such code' };
    for (const authorization of this.#authorizations.values()) authorization.isConfirmed = true;
    return { status: 200, body: 'confirmed' };
  }

  #authorize(query: URLSearchParams): Answer {
    const clientId = query.get('client_id') ?? '';
    const redirectUri = query.get('redirect_uri') ?? '';
    const challenge = query.get('code_challenge') ?? '';
    const isGood =
      query.get('response_type') === 'code' &&
      query.get('code_challenge_method') === 'S256' &&
      query.get('scopes') !== null &&
      /^[\w-]{43}$/.test(challenge) &&
      /^http:\/\/127\.0\.0\.1:\d+\/oauth\/callback$/.test(redirectUri) &&
      this.#secrets.has(clientId);
    if (!isGood) return { status: 400, body: 'bad request' };
    const code = `SECRET-code-${randomUUID()}`;
    this.#authorizations.set(code, { clientId, redirectUri, challenge, isConfirmed: true });
    const back = new URL(redirectUri);
    back.search = String(new URLSearchParams({ code, state: query.get('state') ?? '' }));
    return { status: 302, body: '', headers: { location: back.href } };
  }

  #createToken(body: Body): Answer {
    if (!this.#isClient(body)) return refuse(401, 'InvalidClientException', 'invalid_client');
    const hurdle = this.hurdles.shift();
    if (hurdle) return refuse(400, hurdle, 'hurdle');
    if (body.grantType === 'refresh_token') return this.#refresh(body);
    const given = String(body.code ?? body.deviceCode);
    const authorization = this.#authorizations.get(given);
    if (authorization?.clientId !== body.clientId)
      return refuse(400, 'InvalidGrantException', 'no');
    if (!authorization?.isConfirmed) {
      return refuse(400, 'AuthorizationPendingException', 'authorization_pending');
    }
    const proof = createHash('sha256').update(String(body.codeVerifier)).digest('base64url');
    const isProven = authorization.challenge === undefined || authorization.challenge === proof;
    if (!isProven || authorization.redirectUri !== body.redirectUri) {
      return refuse(400, 'InvalidGrantException', 'invalid_grant');
    }
    this.#authorizations.delete(given);
    return this.#give(String(body.clientId));
  }

  #refresh({ refreshToken, clientId }: Body): Answer {
    if (this.#refreshTokens.get(String(refreshToken)) !== clientId) {
      return refuse(400, 'InvalidGrantException', 'invalid_grant');
    }
    this.#refreshTokens.delete(String(refreshToken));
    return this.#give(String(clientId));
  }

  #give(clientId: string): Answer {
    const accessToken = `SECRET-access-${randomUUID()}`;
    const refreshToken = `SECRET-refresh-${randomUUID()}`;
    this.#tokens.add(accessToken);
    this.#refreshTokens.set(refreshToken, clientId);
    const token = { accessToken, refreshToken, tokenType: 'Bearer', expiresIn: this.lifetime };
    return { status: 200, body: token };
  }

  #forToken(token: string, body: object): Answer {
    if (this.#tokens.has(token)) return { status: 200, body };
    return refuse(401, 'UnauthorizedException', 'Session token not found or invalid');
  }
}

const accounts = [
  { accountId: '123456789012', accountName: 'Meadow', emailAddress: 'aws@meadow.example' },
  { accountId: '210987654321', accountName: 'Analytics', emailAddress: 'aws@analytics.example' },
];

function rolesOf(accountId: string | null): readonly object[] {
  return ['Reader', 'Admin'].map((roleName) => ({ roleName, accountId }));
}

function keysOf(query: URLSearchParams): object {
  const role = query.get('role_name') ?? '';
  return {
    accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
    secretAccessKey: `SECRET-key-of-${role}`,
    sessionToken: `SECRET-session-of-${role}`,
    expiration: Date.now() + 3600_000,
  };
}

function refuse(status: number, code: string, error: string): Answer {
  const body = { error, error_description: `The server says ${error}.` };
  return { status, body, headers: { 'x-amzn-errortype': code } };
}
