// The person's consent, by the class of an action: none for what reads or changes little, a modal question for what
// disrupts, and the name typed out for what destroys for good.

import * as vscode from 'vscode';
import type { ActionInfo } from '../../core/resources/actions.ts';
import { askInput } from '../boxes.ts';
import { back } from '../steps.ts';

/** What the action is done to, as the person knows it. */
export interface ActionPlace {
  readonly label: string;
  /** What has to be typed for it to be destroyed. */
  readonly confirmation: string;
  /** Profile, account and region. */
  readonly where: string;
}

/** Undefined when the person does not want it after all; the confirmation the core asks for where it asks for one. */
export async function confirmAction(
  action: ActionInfo,
  place: ActionPlace,
): Promise<{ readonly confirm?: string } | undefined> {
  if (action.risk === 'D') return (await confirmDisruption(action, place)) ? {} : undefined;
  if (action.risk === 'X') return confirmDestruction(action, place);
  return {};
}

async function confirmDisruption(action: ActionInfo, place: ActionPlace): Promise<boolean> {
  const message = `${action.title}: ${place.label}?`;
  const detail = `${action.service}:${action.operation} in ${place.where}.`;
  const picked = await vscode.window.showWarningMessage(
    message,
    { modal: true, detail },
    action.title,
  );
  return picked === action.title;
}

async function confirmDestruction(
  action: ActionInfo,
  { confirmation, where }: ActionPlace,
): Promise<{ readonly confirm: string } | undefined> {
  const typed = await askInput({
    title: `${action.title}: ${confirmation}`,
    prompt: `This cannot be undone. Type ${confirmation} to go on, in ${where}`,
    placeholder: confirmation,
    canGoBack: false,
    check: (text) => (text === confirmation ? undefined : `It has to be exactly ${confirmation}.`),
  });
  return typed === undefined || typed === back ? undefined : { confirm: typed };
}
