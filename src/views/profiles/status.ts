// What the two status bar items say. Pure: the items themselves are in `statusBar.ts`.

import type { ConfigFault } from '../../core/config/iniFile.ts';
import type { Profile } from '../../core/config/profile.ts';
import { endpointInWords } from '../../core/http/endpointInWords.ts';
import { accountInWords } from '../accountInWords.ts';
import { formatCredentialKind } from '../credentialKind.ts';
import { type LookColour, nameOf, type ProfileLook } from '../profileLook.ts';

export interface StatusFacts {
  /** Undefined when none is picked and none can be guessed. */
  readonly profile: string | undefined;
  readonly region: string | undefined;
  /** Every configured profile; undefined while the files are being read. */
  readonly known: readonly Profile[] | undefined;
  /** What is wrong with the files themselves; profiles may be missing for it. */
  readonly faults?: readonly ConfigFault[];
  readonly account: string | undefined;
  /** What the account calls itself, if AWS told. */
  readonly accountAlias?: string | undefined;
  /** Why the last look-up of the account failed. */
  readonly accountProblem: string | undefined;
  /** True when it failed because nobody is signed in. */
  readonly needsSignIn: boolean;
  readonly look: ProfileLook;
  /** Who the keys belong to, once AWS was asked. */
  readonly arn: string | undefined;
  /** When the keys in use expire. */
  readonly expiration: Date | undefined;
  readonly now: Date;
  /** `Europe (Ireland)`, if AWS's data has read it. */
  readonly regionTitle: string | undefined;
}

export interface Status {
  readonly text: string;
  readonly tooltip: string;
  /** True when the person has to do something before AWS can be used. */
  readonly isWarning: boolean;
  /** What a click does; it opens the list of profiles where absent. */
  readonly click?: StatusLink;
  /** What else can be done. */
  readonly links: readonly StatusLink[];
  /** Behind the text, or of it: what the person chose for this profile. */
  readonly colour?: LookColour;
}

/** Commands by their names in `ids.ts`. */
export type StatusLink =
  | 'signIn'
  | 'selectProfile'
  | 'selectRegion'
  | 'openTerminal'
  | 'addProfile'
  | 'editProfile';

export function statusOf(facts: StatusFacts): Status {
  const { profile, known, faults = [] } = facts;
  if (profile === undefined) return statusWithoutProfile(known, faults);
  const found = known?.find((candidate) => candidate.name === profile);
  if (known !== undefined && found === undefined) return statusOfMissing(profile, faults);
  const region = facts.region ?? found?.region;
  const account = facts.needsSignIn ? 'sign in' : accountOf(facts);
  const { look } = facts;
  const parts = [nameOf(profile, look), region ?? (found ? 'no region' : undefined), account];
  const problem = found?.problem ?? facts.accountProblem;
  const own = look.icon ?? (look.isReadOnly ? 'lock' : 'cloud');
  const icon = facts.needsSignIn ? 'sign-in' : problem ? 'warning' : own;
  return {
    text: `$(${icon}) ${parts.filter((part) => part !== undefined).join(' · ')}`,
    tooltip: tooltipOf(facts, found, region),
    isWarning: found?.problem !== undefined || facts.needsSignIn,
    ...(facts.needsSignIn && { click: 'signIn' as const }),
    links: linksOf(facts, found),
    ...(look.colour && { colour: look.colour }),
  };
}

/** What is broken cannot be used, only mended. */
function linksOf({ needsSignIn }: StatusFacts, found: Profile | undefined): readonly StatusLink[] {
  if (found?.problem !== undefined) return ['editProfile', 'selectProfile'];
  const usual = ['selectProfile', 'selectRegion', 'openTerminal'] as const;
  return needsSignIn ? ['signIn', ...usual] : usual;
}

function accountOf({ account, accountAlias }: StatusFacts): string | undefined {
  return account === undefined ? undefined : accountInWords(account, accountAlias);
}

function statusWithoutProfile(
  known: readonly Profile[] | undefined,
  faults: readonly ConfigFault[],
): Status {
  if (known === undefined) {
    const tooltip = 'Reading the AWS profiles';
    return { text: '$(cloud) AWS', tooltip, isWarning: false, links: [] };
  }
  const text = '$(cloud) No AWS profile';
  const links = ['selectProfile', 'addProfile'] as const;
  if (known.length > 0) {
    const tooltip = 'No AWS profile is active. Click to pick one.';
    return { text, tooltip, isWarning: false, links };
  }
  if (faults.length > 0) {
    const tooltip = ['No AWS profile could be read.', ...faults.map(faultInWords)].join('\n');
    return { text: '$(warning) No AWS profile', tooltip, isWarning: true, links };
  }
  const tooltip = 'No AWS profile is configured. Click to add one.';
  return { text, tooltip, isWarning: false, click: 'addProfile', links: ['addProfile'] };
}

function statusOfMissing(profile: string, faults: readonly ConfigFault[]): Status {
  const gone = `The AWS profile ${profile} is not in the configuration files any more.`;
  return {
    text: `$(warning) ${profile} · not configured`,
    tooltip: [gone, ...faults.map(faultInWords), 'Click to pick another.'].join('\n'),
    isWarning: true,
    links: ['selectProfile', 'addProfile'],
  };
}

function faultInWords({ file, line, problem }: ConfigFault): string {
  return `${line === undefined ? file : `${file}:${line}`}: ${problem}.`;
}

function tooltipOf(facts: StatusFacts, found: Profile | undefined, region: string | undefined) {
  const account =
    accountOf(facts) ??
    (facts.accountProblem ? `not known. ${facts.accountProblem}` : 'asked when AWS is first used');
  const isBroken = found?.problem !== undefined;
  const title = facts.regionTitle === undefined ? '' : ` · ${facts.regionTitle}`;
  const none = 'none. Pick one, or add "region" to the profile.';
  return [
    `AWS profile: ${facts.profile}`,
    ...(isBroken ? [`Problem: ${found.problem}`] : []),
    ...(found ? [`Credentials: ${formatCredentialKind(found.credentialKind)}`] : []),
    `Region: ${region === undefined ? none : `${region}${title}`}`,
    ...(facts.look.isReadOnly ? ['Read-only: nothing that changes AWS is sent.'] : []),
    ...(found?.endpoint ? [`Endpoint: ${endpointInWords(found.endpoint)}`] : []),
    ...(isBroken ? [] : [`Account: ${account}`]),
    ...(facts.arn === undefined ? [] : [`Identity: ${facts.arn}`]),
    ...(facts.expiration ? [formatExpiry(facts.expiration, facts.now)] : []),
    facts.needsSignIn ? 'Click to sign in.' : 'Click to pick another profile.',
  ].join('\n');
}

function formatExpiry(expiration: Date, now: Date): string {
  if (expiration <= now) return 'Keys: expired, renewed with the next call';
  return `Keys: good for ${formatTimeLeft(expiration, now)}`;
}

/** `42 minutes`, `3 hours 5 minutes`. */
export function formatTimeLeft(until: Date, now: Date): string {
  const minutes = Math.max(0, Math.floor((until.getTime() - now.getTime()) / 60_000));
  if (minutes < 1) return 'less than a minute';
  const parts = [
    [Math.floor(minutes / 60), 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  const told = parts.filter(([count]) => count > 0);
  return told.map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`).join(' ');
}
