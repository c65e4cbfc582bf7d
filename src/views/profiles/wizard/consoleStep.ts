import { withKeptProfiles } from '../../../core/config/keptProfiles.ts';
import { readSharedConfig } from '../../../core/config/sharedConfig.ts';
import { back } from '../../steps.ts';
import type { Wizard } from './index.ts';
import type { WizardStep } from './questions.ts';

/** A sign-in to the AWS Console tells who signed in, and that is what the profile is made of. */
export function signInToConsole({ sessions, choice }: Wizard): WizardStep {
  return async (answers, canGoBack) => {
    if (answers.loginSession !== '') return { passBy: answers };
    const { name, region } = answers;
    const keys = { revision: 0, read: async () => undefined };
    const config = withKeptProfiles(readSharedConfig(), [{ name, values: { region }, keys }]);
    const target = { kind: 'login', profile: name } as const;
    const signedIn = await choice.signInTo(sessions.tryOut(config, name), target);
    if (!signedIn?.loginSession) return canGoBack ? back : undefined;
    return { passBy: { ...answers, loginSession: signedIn.loginSession } };
  };
}
