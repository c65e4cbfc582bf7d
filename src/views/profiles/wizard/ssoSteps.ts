// The boxes that lead to a role of IAM Identity Center: which session, a sign-in to it, an account, a role.

import { readSharedConfig } from '../../../core/config/sharedConfig.ts';
import { isObject, textIn } from '../../../core/credentials/documents.ts';
import { needsSignIn } from '../../../core/errors.ts';
import { editsOf } from '../../../core/profileFiles/draft.ts';
import { planEdits } from '../../../core/profileFiles/profileFiles.ts';
import type { Session } from '../../../core/session.ts';
import { askChoice } from '../../boxes.ts';
import { withProgress } from '../../progress.ts';
import { back } from '../../steps.ts';
import {
  type Answers,
  checkName,
  checkStartUrl,
  draftOfAnswers,
  proposeSession,
} from './answers.ts';
import type { Wizard } from './index.ts';
import { askText, titleOf, type WizardStep } from './questions.ts';

export function ssoSteps(wizard: Wizard, isNew: boolean): readonly WizardStep[] {
  const session = [askSession, askStartUrl, askSsoRegion(wizard), askSessionName];
  return [...(isNew ? session : []), askAccount(wizard), askRole(wizard)];
}

/** One of the sessions in the file, or a new one. */
const askSession: WizardStep = async (answers, canGoBack) => {
  const { ssoSessions } = readSharedConfig();
  if (ssoSessions.size === 0) return { passBy: { ...answers, session: '' } };
  const known = [...ssoSessions].map(([name, { values }]) => ({
    label: `$(organization) ${name}`,
    description: String(values.get('sso_start_url') ?? ''),
    group: 'sessions',
    name,
  }));
  const another = { label: '$(add) Another One…', description: '', group: 'sessions', name: '' };
  const picked = await askChoice({
    title: titleOf(answers),
    placeholder: 'Which sign-in?',
    items: [...known, another],
    canGoBack,
  });
  if (picked === undefined || picked === back) return picked;
  return { ...answers, session: picked.name, startUrl: '', ssoRegion: '' };
};

/** Of a new session only. */
function forNewSession(step: WizardStep): WizardStep {
  return async (answers, canGoBack) => {
    const isKnown = answers.session !== '' && readSharedConfig().ssoSessions.has(answers.session);
    return isKnown ? { passBy: answers } : step(answers, canGoBack);
  };
}

const askStartUrl = forNewSession(
  askText('startUrl', {
    prompt: 'Start URL, which your administrator gave you',
    placeholder: 'https://example.awsapps.com/start',
    check: checkStartUrl,
  }),
);

function askSsoRegion({ catalogue }: Wizard): WizardStep {
  return forNewSession(async (answers, canGoBack) => {
    const { partitions } = await catalogue.partitions();
    const items = partitions.flatMap(({ regions }) =>
      Object.entries(regions)
        .filter(([region]) => !region.endsWith('-global'))
        .map(([label, { description = '' }]) => ({ label, description, group: 'regions' })),
    );
    const picked = await askChoice({
      title: titleOf(answers),
      placeholder: 'The region that IAM Identity Center is in',
      items,
      canGoBack,
    });
    return picked === undefined || picked === back
      ? picked
      : { ...answers, ssoRegion: picked.label };
  });
}

const askSessionName = forNewSession(
  askText('session', {
    prompt: 'A name for this sign-in; other profiles can use it too',
    check: (name) => checkName([...readSharedConfig().ssoSessions.keys()])(name),
    propose: ({ startUrl }) => proposeSession(startUrl),
  }),
);

function askAccount(wizard: Wizard): WizardStep {
  return async (answers, canGoBack) => {
    const accounts = await listOf(wizard, answers, 'ListAccounts', {}, 'accountList');
    if (!accounts) return canGoBack ? back : undefined;
    const items = accounts.map((account) => ({
      label: textIn(account, 'accountName') ?? textIn(account, 'accountId') ?? '',
      description: [textIn(account, 'accountId'), textIn(account, 'emailAddress')]
        .filter((part) => part !== undefined)
        .join(' · '),
      group: 'accounts',
      id: textIn(account, 'accountId') ?? '',
    }));
    const picked = await askChoice({
      title: titleOf(answers),
      placeholder: 'Which account?',
      items,
      canGoBack,
    });
    return picked === undefined || picked === back ? picked : { ...answers, account: picked.id };
  };
}

function askRole(wizard: Wizard): WizardStep {
  return async (answers, canGoBack) => {
    const input = { accountId: answers.account };
    const roles = await listOf(wizard, answers, 'ListAccountRoles', input, 'roleList');
    if (!roles) return canGoBack ? back : undefined;
    const names = roles.flatMap((role) => textIn(role, 'roleName') ?? []);
    const picked = await askChoice({
      title: titleOf(answers),
      placeholder: `Which role in account ${answers.account}?`,
      items: names.map((label) => ({ label, group: 'roles' })),
      canGoBack,
    });
    return picked === undefined || picked === back ? picked : { ...answers, role: picked.label };
  };
}

type Item = Readonly<Record<string, unknown>>;

/** Undefined when nobody signed in, or when the list could not be had, which was told. */
async function listOf(
  wizard: Wizard,
  answers: Answers,
  operation: string,
  input: Item,
  member: string,
): Promise<readonly Item[] | undefined> {
  try {
    const session = await sessionOf(wizard, answers);
    if (!(await isSignedIn(wizard, session))) return undefined;
    return await withProgress('Asking IAM Identity Center…', async (signal) => {
      const accessToken = await session.ssoToken({ signal });
      const region = session.signInTarget?.kind === 'sso' ? session.signInTarget.region : '';
      const sso = await session.client('sso', { region });
      const found: Item[] = [];
      for await (const page of sso.pages(operation, { ...input, accessToken }, { signal })) {
        const items = page[member];
        if (Array.isArray(items)) found.push(...items.filter(isObject));
      }
      return found;
    });
  } catch (error) {
    void wizard.report(error, titleOf(answers));
    return undefined;
  }
}

/** Of a profile that has but a session yet. */
async function sessionOf({ sessions, paths }: Wizard, answers: Answers): Promise<Session> {
  const draft = { ...answers, account: '', role: '', name: 'a new profile' };
  const { config } = await planEdits(paths, editsOf(draftOfAnswers(draft)));
  return sessions.tryOut(config, draft.name);
}

async function isSignedIn({ choice }: Wizard, session: Session): Promise<boolean> {
  try {
    await session.ssoToken();
    return true;
  } catch (error) {
    if (!needsSignIn(error)) throw error;
    return choice.signIn(session);
  }
}
