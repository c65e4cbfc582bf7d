// Signing in with the AWS Console's own user or role, as `aws login` does it: by an authorization code that the browser brings
// back, or that the person copies out of it, redeemed for keys which are bound to a key pair of this machine.
// https://docs.aws.amazon.com/signin/latest/APIReference/API_CreateOAuth2Token.html
// https://github.com/aws/aws-cli/blob/v2/awscli/customizations/login/utils.py

import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { loginTokenFile, writeCacheFile } from '../credentials/cacheFiles.ts';
import { isObject, parseObject, textIn } from '../credentials/documents.ts';
import { dpopHeader } from '../credentials/dpop.ts';
import { formatExpiration } from '../credentials/expiration.ts';
import { ServiceError, SignInError } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import { askBrowser, NoWayBack } from './browser.ts';
import type { ActiveSignIn, SignedIn, SignInContext, SignInMethod } from './options.ts';
import { createPkce } from './pkce.ts';
import type { LoginTarget } from './target.ts';

/** The programs the sign-in service knows: one whose browser runs beside it, and one whose browser runs elsewhere. */
const clientIds: Readonly<Record<SignInMethod, string>> = {
  browser: 'arn:aws:signin:::devtools/same-device',
  deviceCode: 'arn:aws:signin:::devtools/cross-device',
};

/** Puts the keys into the AWS CLI's cache. Throws a `SignInError` when nobody signed in. */
export async function signInByLogin(
  target: LoginTarget,
  context: SignInContext,
  options: ActiveSignIn,
): Promise<SignedIn> {
  const region = context.region;
  if (region === undefined) throw failed(target, 'it needs a region. Add "region" to the profile');
  const attempt = { target, context, options, region, base: await findBase(context, region) };
  try {
    return await signInAs(attempt, options.method);
  } catch (error) {
    if (!(error instanceof NoWayBack)) throw error;
    return signInAs(attempt, 'deviceCode');
  }
}

interface Attempt {
  readonly target: LoginTarget;
  readonly context: SignInContext;
  readonly options: ActiveSignIn;
  readonly region: string;
  /** The address of the sign-in service. */
  readonly base: string;
}

/** The page to sign in at is beside the operation, and none itself. */
async function findBase({ client }: SignInContext, region: string): Promise<string> {
  const signin = await client('signin', region);
  const tokenInput = { clientId: clientIds.browser, grantType: 'authorization_code' };
  const { url } = await signin.prepare('CreateOAuth2Token', { tokenInput });
  return new URL(url).origin;
}

async function signInAs(attempt: Attempt, method: SignInMethod): Promise<SignedIn> {
  const { target, context, options } = attempt;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pkce = createPkce();
  const ask = method === 'browser' ? askByBrowser : askByCopying;
  const grant = await ask(attempt, clientIds[method], pkce.challenge);
  const input = { clientId: clientIds[method], codeVerifier: pkce.verifier, ...grant };
  const output = await redeem(attempt, input, privateKey);
  const session = sessionIn(target, output);
  const { session: was } = target;
  const isOther = was !== undefined && was !== session;
  if (isOther && !(await options.acceptOther?.({ was, is: session }))) {
    throw failed(target, `somebody else signed in, ${session}; nothing was kept`);
  }
  const kept = keptToken(output, session, clientIds[method], context.clock());
  const dpopKey = privateKey.export({ type: 'sec1', format: 'pem' });
  await writeCacheFile(loginTokenFile(session, context.place), { ...kept, dpopKey });
  return { loginSession: session };
}

interface Grant {
  readonly code: string;
  readonly redirectUri: string;
}

async function askByBrowser(
  { target, options, base }: Attempt,
  clientId: string,
  challenge: string,
): Promise<Grant> {
  const state = randomUUID();
  const urlFor = (redirectUri: string) =>
    authorizeUrl(base, { clientId, state, challenge, redirectUri });
  return askBrowser(describe(target), options, { state, urlFor });
}

async function askByCopying(
  { target, options, base }: Attempt,
  clientId: string,
  challenge: string,
): Promise<Grant> {
  const { show, askCode, signal } = options;
  if (!askCode) throw failed(target, 'nobody can be asked for the code that the browser shows');
  const state = randomUUID();
  const redirectUri = `${base}/v1/sessions/confirmation`;
  await show({ url: authorizeUrl(base, { clientId, state, challenge, redirectUri }) });
  const copied = readCopied(await askCode({ signal }));
  if (!copied) throw failed(target, 'that is not the whole code which the browser shows');
  if (copied.state !== state) throw failed(target, 'that code belongs to another sign-in');
  return { code: copied.code, redirectUri };
}

function authorizeUrl(
  base: string,
  query: { clientId: string; state: string; challenge: string; redirectUri: string },
): string {
  const url = new URL('/v1/authorize', base);
  const parameters = new URLSearchParams({
    response_type: 'code',
    client_id: query.clientId,
    state: query.state,
    code_challenge_method: 'SHA-256',
    scope: 'openid',
    redirect_uri: query.redirectUri,
    code_challenge: query.challenge,
  });
  url.search = parameters.toString();
  return url.href;
}

/** `state=...&code=...` in base64. */
function readCopied(text: string): { readonly state: string; readonly code: string } | undefined {
  const query = new URLSearchParams(Buffer.from(text.trim(), 'base64').toString('utf8'));
  const state = query.get('state');
  const code = query.get('code');
  return state && code ? { state, code } : undefined;
}

async function redeem(
  { target, context, options, region }: Attempt,
  input: Document,
  privateKey: KeyObject,
): Promise<Readonly<Record<string, unknown>>> {
  const headers = (url: string) => ({ dpop: dpopHeader(privateKey, url, context.clock()) });
  const tokenInput = { ...input, grantType: 'authorization_code' };
  const { signal } = options;
  try {
    const call = { region, signal, headers };
    const answer = await context.call('signin', 'CreateOAuth2Token', { tokenInput }, call);
    return isObject(answer.tokenOutput) ? answer.tokenOutput : {};
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw failed(target, reasons.get(error.members.error) ?? error.message, error);
  }
}

const reasons: ReadonlyMap<unknown, string> = new Map([
  ['AUTHCODE_EXPIRED', 'the code from the browser has expired'],
  [
    'INSUFFICIENT_PERMISSIONS',
    'the user needs the managed policy SignInLocalDevelopmentAccess for it',
  ],
]);

/** The ARN of who signed in, out of a token that came straight from the service over TLS: its signature proves no more. */
function sessionIn(target: LoginTarget, output: Readonly<Record<string, unknown>>): string {
  const [, payload = ''] = textIn(output, 'idToken')?.split('.') ?? [];
  const claims = parseObject(Buffer.from(payload, 'base64url').toString('utf8'));
  const session = claims && textIn(claims, 'sub');
  if (session) return session;
  throw failed(target, 'the answer of the sign-in service does not say who signed in');
}

/** Members and their order are those of the AWS CLI. */
function keptToken(
  output: Readonly<Record<string, unknown>>,
  session: string,
  clientId: string,
  now: Date,
): object {
  const keys = isObject(output.accessToken) ? output.accessToken : {};
  const expiration = new Date(now.getTime() + Number(output.expiresIn ?? 0) * 1000);
  return {
    accessToken: {
      accessKeyId: keys.accessKeyId,
      secretAccessKey: keys.secretAccessKey,
      sessionToken: keys.sessionToken,
      accountId: session.split(':')[4],
      expiresAt: formatExpiration(expiration),
    },
    tokenType: output.tokenType,
    clientId,
    refreshToken: output.refreshToken,
    idToken: output.idToken,
  };
}

function failed(target: LoginTarget, problem: string, cause?: unknown): SignInError {
  return new SignInError(describe(target), `${problem}.`, cause);
}

function describe({ profile }: LoginTarget): string {
  return `Sign-in to AWS as profile ${profile}`;
}
