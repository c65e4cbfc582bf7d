// Asks for the code of an MFA device: one box at a time, since a second one would close the first.

import type { AskMfa, AskMfaOptions } from '../../core/credentials/source.ts';
import { askText } from '../askText.ts';
import { codeProblem, describeDevice, noCode } from './mfaWords.ts';

export function createAskMfa(): AskMfa {
  let last: Promise<unknown> = Promise.resolve();
  return async (serial, options) => {
    const asking = last.then(() => ask(serial, options));
    last = asking.catch(() => {});
    return asking;
  };
}

async function ask(serial: string, { profile, signal }: AskMfaOptions): Promise<string> {
  const options = {
    title: `MFA Code for ${profile}`,
    prompt: `The six digits that ${describeDevice(serial)} shows now`,
    placeHolder: '123456',
    ignoreFocusOut: true,
    validateInput: codeProblem,
  };
  const code = await askText(options, signal);
  if (code === undefined) throw noCode(serial);
  return code.trim();
}
