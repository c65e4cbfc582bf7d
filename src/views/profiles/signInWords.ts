// How a sign-in is done and what is said of it. Pure; `signIns.ts` shows it.

import type { Session } from '../../core/session.ts';
import type { SignInMethod, SignInPrompt } from '../../core/signIn/options.ts';

type Signable = Pick<Session, 'profile' | 'signInTarget'>;

/** Where the editor runs on another machine than the browser, a way back to it need not exist. */
export function chooseMethod(setting: string | undefined, isRemote: boolean): SignInMethod {
  if (setting === 'browser' || setting === 'deviceCode') return setting;
  return isRemote ? 'deviceCode' : 'browser';
}

/** The same for all profiles that one sign-in serves. */
export function keyOf({ profile, signInTarget: target }: Signable): string {
  if (target?.kind === 'sso') return `sso ${target.session ?? target.startUrl}`;
  return target?.kind === 'login' ? `login ${target.session}` : `profile ${profile}`;
}

export function describeTarget({ profile, signInTarget: target }: Signable): string {
  if (target?.kind !== 'sso') return `AWS as profile ${profile}`;
  const { session, startUrl } = target;
  return `IAM Identity Center (${session ?? startUrl})`;
}

/** The link is for a browser that did not open, or a page that was closed. */
export function formatPrompt({ url, userCode }: SignInPrompt): string {
  const link = `[Open the page again](${url})`;
  return userCode === undefined
    ? `Go on in your browser. ${link}`
    : `Check that the page in your browser shows the code ${userCode}, and confirm it. ${link}`;
}
