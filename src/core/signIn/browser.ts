import { SignInError } from '../errors.ts';
import { callbackPath, openLoopback, RefusedSignIn } from './loopback.ts';
import type { ActiveSignIn } from './options.ts';

export interface BrowserRequest {
  /** Comes back with the answer. */
  readonly state: string;
  /** The page to open, for an answer to this address. */
  urlFor(redirectUri: string): string;
}

/** The browser cannot come back to this machine. */
export class NoWayBack extends Error {}

/** Opens a page, and waits for the code it sends back to this machine. Throws `NoWayBack` before anything is opened. */
export async function askBrowser(
  what: string,
  { show, forwardPort, signal }: ActiveSignIn,
  { state, urlFor }: BrowserRequest,
): Promise<{ readonly code: string; readonly redirectUri: string }> {
  await using loopback = await openLoopback();
  const port = forwardPort ? await forwardPort(loopback.port) : loopback.port;
  if (port === undefined) throw new NoWayBack();
  const redirectUri = `http://127.0.0.1:${port}${callbackPath}`;
  const answer = loopback.code(state, signal);
  const [code] = await Promise.all([answer, show({ url: urlFor(redirectUri) })]).catch((error) => {
    if (!(error instanceof RefusedSignIn)) throw error;
    throw new SignInError(what, `the server refused it. It says: ${error.message}.`, error);
  });
  return { code, redirectUri };
}
