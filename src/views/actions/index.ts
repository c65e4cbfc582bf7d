// What can be done to a resource, or with a service: the person picks it, gives what it needs, and confirms it by its
// class. What it answers is shown as a document where it is worth reading.

import * as vscode from 'vscode';
import { IncompleteActionError } from '../../core/errors.ts';
import type { Document } from '../../core/protocols/protocol.ts';
import type { ActionInfo, ActionOutcome } from '../../core/resources/actions.ts';
import { placeOfAsked } from '../../core/resources/asked.ts';
import { Resource } from '../../core/resources/resource.ts';
import type { ResourceBase } from '../../core/resources/resourceBase.ts';
import { ServiceResource } from '../../core/resources/serviceResource.ts';
import { outputPlaces } from '../../core/resources/shapes.ts';
import type { ActionRun, Actions, ActiveProfile, Documents } from '../offers.ts';
import { pickOne } from '../pick.ts';
import { withProgress } from '../progress.ts';
import { readStreams } from '../streams.ts';
import { withSignIn } from '../withSignIn.ts';
import { actionItems } from './actionItems.ts';
import { type AskedInput, askInputs } from './askInputs.ts';
import { confirmAction } from './confirm.ts';
import { handOver, openAnswer } from './handOver.ts';

export interface ActionsOptions {
  readonly profiles: Pick<ActiveProfile, 'noteUse' | 'signIn'>;
  readonly documents: Documents;
}

export function register(options: ActionsOptions): Actions {
  return {
    async run(owner, name) {
      const action = name === undefined ? await pickAction(owner) : actionNamed(owner, name);
      return action && runAction(owner, action, options);
    },
  };
}

async function pickAction(owner: ResourceBase): Promise<ActionInfo | undefined> {
  const items = actionItems(owner.actions);
  if (items.length === 0) {
    void vscode.window.showInformationMessage(`There is no action for ${labelOf(owner)}.`);
    return undefined;
  }
  const picked = await pickOne({
    title: `Run Action on ${inFull(owner, knownRegion(owner))}`,
    placeholder: 'What to do',
    isPatient: true,
    load: async () => () => items,
  });
  return picked?.item.action;
}

function actionNamed(owner: ResourceBase, name: string): ActionInfo | undefined {
  return owner.actions.find((action) => action.name === name);
}

async function runAction(
  owner: ResourceBase,
  action: ActionInfo,
  options: ActionsOptions,
): Promise<ActionRun | undefined> {
  const title = `${action.title}: ${labelOf(owner)}`;
  const asking = `${action.title}: ${inFull(owner, regionOf(owner, action))}`;
  const input = await askInputs(asking, await placesOf(owner, action));
  if (input === undefined) return undefined;
  const place = {
    label: labelOf(owner),
    confirmation: owner.confirmation,
    where: whereOf(owner, action),
  };
  const consent = await confirmAction(action, place);
  if (consent === undefined) return undefined;
  const signedIn = <T>(work: () => Promise<T>) => withSignIn(options.profiles, owner.session, work);
  if (action.risk === 'L' && (await handOver(owner, action, input, signedIn))) {
    return { action, resources: [] };
  }
  const outcome = await signedIn(() =>
    withProgress(`${title}…`, (signal) => actAndRead(owner, action, input, { ...consent, signal })),
  );
  options.profiles.noteUse(owner.session);
  if (outcome instanceof IncompleteActionError) return { action, resources: [], error: outcome };
  const { output, resources } = outcome;
  if (action.risk !== 'L' || !(await openAnswer(output))) {
    await showAnswer(owner, action, output, options.documents);
  }
  return { action, resources };
}

/** What must be given, with the shape of each. What may be left out is left out. */
async function placesOf(owner: ResourceBase, action: ActionInfo): Promise<readonly AskedInput[]> {
  const required = action.inputs.filter(({ optional }) => !optional);
  if (required.length === 0) return [];
  const { service } = await owner.client(action.service);
  const rule = owner.actionRule(action.name);
  return required.map(({ name }) => ({ name, place: placeOfAsked(service, rule, name) }));
}

/** A stream is read while the call can still be cancelled. What was done in part has its error. */
async function actAndRead(
  owner: ResourceBase,
  action: ActionInfo,
  input: Document,
  options: { readonly confirm?: string; readonly signal: AbortSignal },
): Promise<ActionOutcome | IncompleteActionError> {
  try {
    const { output, resources } = await owner.act(action.name, input, options);
    return { output: await readStreams(output, options), resources };
  } catch (error) {
    if (error instanceof IncompleteActionError) return error;
    throw error;
  }
}

/** What was looked for opens; of what was changed, it is enough to know that it was done. */
async function showAnswer(
  owner: ResourceBase,
  action: ActionInfo,
  output: Document,
  documents: Documents,
): Promise<void> {
  const show = async () => {
    const { service } = await owner.client(action.service);
    await documents.showJson({
      service: action.service,
      name: `${action.operation} ${labelOf(owner)}`,
      profile: owner.session.profile,
      region: regionOf(owner, action),
      value: output,
      shapes: outputPlaces(service, action.operation),
    });
  };
  if (action.risk === 'R' || action.risk === 'S' || action.risk === 'L') return show();
  void tellDone(`${action.title}: ${labelOf(owner)}. AWS accepted it.`, output, show);
}

async function tellDone(
  message: string,
  output: Document,
  show: () => Promise<void>,
): Promise<void> {
  const hasContent = Object.keys(output).length > 0;
  const title = 'Show Answer';
  const picked = await vscode.window.showInformationMessage(
    message,
    ...(hasContent ? [title] : []),
  );
  if (picked === title) await show();
}

function labelOf(owner: ResourceBase): string {
  if (owner instanceof Resource) return owner.label;
  return owner instanceof ServiceResource ? owner.kinds.title : owner.service;
}

function inFull(owner: ResourceBase, region: string | undefined): string {
  const place = region === undefined ? '' : ` (${region})`;
  return `${labelOf(owner)} in ${owner.session.profile}${place}`;
}

/** A service is where its Session is, unless it is global. Of a bucket, only AWS may know. */
function knownRegion(owner: ResourceBase): string | undefined {
  return owner.region ?? (owner instanceof ServiceResource ? owner.session.region : undefined);
}

function whereOf(owner: ResourceBase, action: ActionInfo): string {
  const { profile, knownAccount } = owner.session;
  const region = regionOf(owner, action);
  return [`profile ${profile}`, knownAccount && `account ${knownAccount}`, region]
    .filter(Boolean)
    .join(', ');
}

/** A bucket is made in the region of the Session, though all buckets are listed in another one. */
function regionOf(owner: ResourceBase, { name }: ActionInfo): string | undefined {
  const isPlaced = owner.actionRule(name).region !== undefined;
  return (isPlaced ? owner.session.region : undefined) ?? knownRegion(owner);
}
