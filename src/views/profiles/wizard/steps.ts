// The boxes of the wizard: what is asked, in which order, for each kind of profile.

import type { Profile } from '../../../core/config/profile.ts';
import { valueProblem } from '../../../core/profileFiles/names.ts';
import { askChoice } from '../../boxes.ts';
import { back } from '../../steps.ts';
import { buildRegionItems } from '../regionItems.ts';
import {
  type Answers,
  checkAccessKeyId,
  checkName,
  checkRoleArn,
  checkUrl,
  type Kind,
  proposeName,
} from './answers.ts';
import { signInToConsole } from './consoleStep.ts';
import type { Wizard } from './index.ts';
import { askText, pickText, titleOf, type WizardStep } from './questions.ts';
import { ssoSteps } from './ssoSteps.ts';

/** What is asked of a profile of this kind. */
export function stepsFor(wizard: Wizard, { isNew, kind }: Answers): readonly WizardStep[] {
  const keys = [askAccessKeyId, askSecretKey, askSessionToken];
  const region = askRegion(wizard);
  const steps: Readonly<Record<Kind, readonly WizardStep[]>> = {
    keys: [...keys, region, ...(isNew ? [askPlace] : [])],
    sso: [...ssoSteps(wizard, isNew), region],
    login: [region],
    role: [askSourceProfile(wizard), askRoleArn, askMfaSerial, askExternalId, region],
    process: [askCommand, region],
    emulator: [askEndpoint, ...keys, region],
  };
  const end = kind === 'login' ? [askName(wizard), signInToConsole(wizard)] : [askName(wizard)];
  return isNew ? [askKind, ...steps[kind], ...end] : steps[kind];
}

const kinds: readonly {
  readonly name: Kind;
  readonly label: string;
  readonly detail: string;
}[] = [
  {
    name: 'sso',
    label: '$(organization) IAM Identity Center',
    detail: 'Sign in with your browser and pick an account and a role',
  },
  {
    name: 'login',
    label: '$(browser) AWS Console Sign-In',
    detail: 'Sign in with your browser as the user or role you use in the AWS Console',
  },
  {
    name: 'keys',
    label: '$(key) Access Keys',
    detail: 'An access key ID and its secret, in the credentials file or kept by the editor alone',
  },
  {
    name: 'role',
    label: '$(person-add) Role of Another Profile',
    detail: 'Assume a role with the keys of a profile you have, with an MFA code if it wants one',
  },
  {
    name: 'process',
    label: '$(terminal) External Program',
    detail: 'A program of yours prints the keys',
  },
  {
    name: 'emulator',
    label: '$(beaker) Emulator',
    detail: 'An AWS of your own, such as LocalStack or moto, at an address of yours',
  },
];

const askKind: WizardStep = async (answers, canGoBack) => {
  const picked = await askChoice({
    title: 'Add Profile',
    placeholder: 'Where do its keys come from?',
    items: kinds.map((one) => ({ ...one, group: 'sources of keys' })),
    canGoBack,
  });
  if (picked === undefined || picked === back) return picked;
  const isEmulator = picked.name === 'emulator';
  const defaults = isEmulator ? { endpoint: 'http://localhost:4566', accessKeyId: 'test' } : {};
  return { ...answers, endpoint: '', ...defaults, kind: picked.name };
};

const askAccessKeyId = askText('accessKeyId', {
  prompt: 'Access key ID',
  placeholder: 'AKIA…',
  check: (text, { kind }) => (kind === 'emulator' ? valueProblem(text) : checkAccessKeyId(text)),
});

const askSecretKey = askText('secretAccessKey', {
  prompt: (answers) =>
    `Secret access key${keepsKeys(answers) ? '; leave it empty to keep it' : ''}`,
  isSecret: true,
  check: (text, answers) => (text === '' && keepsKeys(answers) ? undefined : valueProblem(text)),
  propose: ({ kind }) => (kind === 'emulator' ? 'test' : ''),
});

function keepsKeys({ accessKeyId, keptKeyId }: Answers): boolean {
  return accessKeyId === keptKeyId;
}

/** Keys that begin with ASIA are good for a while only, and with a token only. */
const askSessionToken: WizardStep = async (answers, canGoBack) => {
  if (!answers.accessKeyId.startsWith('ASIA') || answers.secretAccessKey === '') {
    return { passBy: { ...answers, sessionToken: '' } };
  }
  const question = { prompt: 'Session token', isSecret: true, check: valueProblem } as const;
  return askText('sessionToken', question)(answers, canGoBack);
};

const askEndpoint = askText('endpoint', { prompt: 'Address of the emulator', check: checkUrl });

const askRoleArn = askText('roleArn', {
  prompt: 'ARN of the role',
  placeholder: 'arn:aws:iam::123456789012:role/name',
  check: checkRoleArn,
});

const askMfaSerial = askText('mfaSerial', {
  prompt: 'ARN or serial number of the MFA device, if the role wants a code; else leave it empty',
  placeholder: 'arn:aws:iam::123456789012:mfa/name',
  check: (text) => (text === '' ? undefined : valueProblem(text)),
});

const askExternalId = askText('externalId', {
  prompt: 'External ID, if the owner of the role gave you one; else leave it empty',
  check: (text) => (text === '' ? undefined : valueProblem(text)),
});

const askCommand = askText('command', {
  prompt: 'The program and its arguments, as in a shell. It prints keys as JSON',
  placeholder: '/opt/bin/aws-keys --account dev',
  check: valueProblem,
});

const askPlace: WizardStep = async (answers, canGoBack) => {
  const items = [
    {
      label: '$(file) In the credentials file',
      detail: 'The AWS CLI and the SDKs read it too. Only you may read the file.',
      place: 'file',
    },
    {
      label: '$(lock) In the editor only',
      detail: 'In its store of secrets, and in no file. Other programs do not know the profile.',
      place: 'editor',
    },
  ] as const;
  const picked = await askChoice({
    title: titleOf(answers),
    placeholder: 'Where are the keys to be kept?',
    items: items.map((item) => ({ ...item, group: 'keys' })),
    canGoBack,
  });
  return picked === undefined || picked === back ? picked : { ...answers, place: picked.place };
};

function askSourceProfile({ choice }: Wizard): WizardStep {
  return async (answers, canGoBack) => {
    const profiles = await choice.profiles();
    const items = profiles.filter((profile) => canGiveKeys(profile, answers));
    return pickText('sourceProfile', answers, canGoBack, {
      placeholder: 'Whose keys assume the role?',
      group: 'profiles',
      items: items.map(({ name, region }) => ({ label: name, description: region ?? '' })),
    });
  };
}

function canGiveKeys({ name, problem, source }: Profile, answers: Answers): boolean {
  return problem === undefined && source !== 'environment' && name !== answers.name;
}

function askRegion({ catalogue, choice }: Wizard): WizardStep {
  return async (answers, canGoBack) => {
    const partitions = await catalogue.partitions();
    const [main] = partitions.partitions;
    const regions = Object.keys(main?.regions ?? {}).filter((name) => !name.endsWith('-global'));
    const facts = {
      regions,
      partitions,
      current: answers.region || choice.session?.region,
      own: undefined,
    };
    const picked = await askChoice({
      title: titleOf(answers),
      placeholder: 'Pick or type the region to begin in',
      items: (typed) => buildRegionItems({ ...facts, typed }),
      canGoBack,
    });
    return picked === undefined || picked === back ? picked : { ...answers, region: picked.region };
  };
}

function askName({ choice }: Wizard): WizardStep {
  return async (answers, canGoBack) => {
    const taken = (await choice.profiles()).map(({ name }) => name);
    const question = {
      prompt: 'Name of the profile',
      check: checkName(taken),
      propose: ({ account, role, session, kind, roleArn }: Answers) => {
        if (kind === 'sso') return proposeName(session, account, role);
        if (kind === 'role') return proposeName(roleArn.split('/').at(-1) ?? '');
        return kind === 'emulator' ? 'emulator' : '';
      },
    };
    return askText('name', question)(answers, canGoBack);
  };
}
