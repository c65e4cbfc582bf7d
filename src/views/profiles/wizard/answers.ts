// What the person has said of a profile so far, and what becomes of it. Pure.

import {
  type KeptProfile,
  type StaticKeys,
  withKeptProfiles,
} from '../../../core/config/keptProfiles.ts';
import type { SharedConfig } from '../../../core/config/sharedConfig.ts';
import type { ProfileDraft, ProfileSource } from '../../../core/profileFiles/draft.ts';
import { nameProblem, valueProblem } from '../../../core/profileFiles/names.ts';

export type Kind = 'keys' | 'sso' | 'login' | 'role' | 'process' | 'emulator';

/** Empty texts stand for what was not answered, or left out. */
export interface Answers {
  /** False while a profile that exists is changed: its name and kind then stand. */
  readonly isNew: boolean;
  readonly kind: Kind;
  readonly name: string;
  readonly region: string;
  readonly endpoint: string;
  /** Where keys are kept: in the credentials file, or by the editor alone. */
  readonly place: 'file' | 'editor';
  readonly accessKeyId: string;
  /** Of the keys that are there already, and stay unless others are given. */
  readonly keptKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly session: string;
  /** Of a session that is not in the file yet. */
  readonly startUrl: string;
  readonly ssoRegion: string;
  readonly account: string;
  readonly role: string;
  readonly roleArn: string;
  readonly sourceProfile: string;
  readonly mfaSerial: string;
  readonly externalId: string;
  readonly command: string;
  readonly loginSession: string;
}

export const noAnswers: Answers = {
  isNew: true,
  kind: 'keys',
  name: '',
  region: '',
  endpoint: '',
  place: 'file',
  accessKeyId: '',
  keptKeyId: '',
  secretAccessKey: '',
  sessionToken: '',
  session: '',
  startUrl: '',
  ssoRegion: '',
  account: '',
  role: '',
  roleArn: '',
  sourceProfile: '',
  mfaSerial: '',
  externalId: '',
  command: '',
  loginSession: '',
};

/** Of a profile as it stands. */
export function answersOf(draft: ProfileDraft, keptKeyId = ''): Answers {
  const { name, region = '', endpoint = '', source } = draft;
  const known = { ...noAnswers, isNew: false, name, region, endpoint };
  switch (source.kind) {
    case 'keys':
      return {
        ...known,
        kind: endpoint ? 'emulator' : 'keys',
        accessKeyId: keptKeyId,
        keptKeyId,
      };
    case 'sso':
      return {
        ...known,
        kind: 'sso',
        session: source.sso.session,
        account: source.sso.account ?? '',
        role: source.sso.role ?? '',
      };
    case 'login':
      return { ...known, kind: 'login', loginSession: source.loginSession ?? '' };
    case 'role':
      return {
        ...known,
        kind: 'role',
        roleArn: source.role.arn,
        sourceProfile: source.role.sourceProfile,
        mfaSerial: source.role.mfaSerial ?? '',
        externalId: source.role.externalId ?? '',
      };
    case 'process':
      return { ...known, kind: 'process', command: source.command };
  }
}

export function draftOfAnswers(answers: Answers): ProfileDraft {
  const { name, region, endpoint } = answers;
  return {
    name,
    region: region || undefined,
    endpoint: endpoint || undefined,
    source: sourceOf(answers),
  };
}

function sourceOf(answers: Answers): ProfileSource {
  switch (answers.kind) {
    case 'keys':
    case 'emulator': {
      const keys = keysOf(answers);
      return { kind: 'keys', ...(keys && { keys }) };
    }
    case 'sso': {
      const { session, startUrl, ssoRegion, account, role } = answers;
      const start = startUrl ? { start: { url: startUrl, region: ssoRegion } } : {};
      const chosen = { ...(account && { account }), ...(role && { role }) };
      return { kind: 'sso', sso: { session, ...start, ...chosen } };
    }
    case 'login':
      return {
        kind: 'login',
        ...(answers.loginSession && { loginSession: answers.loginSession }),
      };
    case 'role': {
      const { roleArn: arn, sourceProfile, mfaSerial, externalId } = answers;
      const more = { mfaSerial: mfaSerial || undefined, externalId: externalId || undefined };
      return { kind: 'role', role: { arn, sourceProfile, ...more } };
    }
    case 'process':
      return { kind: 'process', command: answers.command };
  }
}

/** Undefined when those that are there already stay. */
export function keysOf(answers: Answers): StaticKeys | undefined {
  const { accessKeyId, secretAccessKey, sessionToken } = answers;
  if (!accessKeyId || !secretAccessKey) return undefined;
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}

/** The options of a profile that the editor keeps. */
export function keptValuesOf({ region, endpoint }: Answers): Readonly<Record<string, string>> {
  return { ...(region && { region }), ...(endpoint && { endpoint_url: endpoint }) };
}

/** The files with the profile as it will be kept by the editor. `kept` are those that are kept already. */
export function withKeptAnswers(
  config: SharedConfig,
  answers: Answers,
  kept: readonly KeptProfile[],
): SharedConfig {
  const keys = keysOf(answers);
  const old = kept.find(({ name }) => name === answers.name);
  const read = keys ? async () => keys : (old?.keys.read ?? (async () => undefined));
  const profile = {
    name: answers.name,
    values: keptValuesOf(answers),
    keys: { revision: -1, read },
  };
  return withKeptProfiles(config, [profile, ...kept.filter((one) => one !== old)]);
}

/** `taken` are the names of the profiles there are. */
export function checkName(taken: readonly string[]): (name: string) => string | undefined {
  return (name) =>
    taken.includes(name) ? `There is a profile "${name}" already.` : nameProblem(name);
}

export function checkAccessKeyId(text: string): string | undefined {
  return /^\w{16,128}$/.test(text)
    ? undefined
    : 'An access key ID has at least 16 letters and digits.';
}

export function checkRoleArn(text: string): string | undefined {
  const isArn = /^arn:aws[\w-]*:iam::\d{12}:role\/.+$/.test(text);
  return isArn
    ? valueProblem(text)
    : 'The ARN of a role is wanted: arn:aws:iam::123456789012:role/name';
}

export function checkUrl(text: string): string | undefined {
  const url = URL.parse(text);
  const isUrl = url !== null && /^https?:$/.test(url.protocol);
  return isUrl ? valueProblem(text) : 'A URL is wanted, https://…';
}

/** IAM Identity Center is reached by TLS only. */
export function checkStartUrl(text: string): string | undefined {
  const isSafe = URL.parse(text)?.protocol === 'https:';
  return isSafe
    ? valueProblem(text)
    : 'A start URL is wanted, such as https://example.awsapps.com/start';
}

/** `meadow` of `https://meadow.awsapps.com/start#/`; a session's name is the person's own, so this is but a proposal. */
export function proposeSession(startUrl: string): string {
  const [first = ''] = URL.parse(startUrl)?.hostname.split('.') ?? [];
  return first;
}

/** `Meadow-Reader`, of what the person picked, without what a name must not have. */
export function proposeName(...parts: readonly string[]): string {
  const words = parts.flatMap((part) => part.trim().split(/[^\p{L}\p{N}_.@+-]+/u));
  return words.filter((word) => word !== '').join('-');
}
