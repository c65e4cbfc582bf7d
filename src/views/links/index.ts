// From an ARN, an address or an id to the resource: pasted, clicked in a document, or followed from a resource.

import * as vscode from 'vscode';
import { needsSignIn } from '../../core/errors.ts';
import type { Catalogue } from '../../core/models/catalogue.ts';
import type { Location } from '../../core/resources/locate.ts';
import type { Session } from '../../core/session.ts';
import { locateIn, resourceOf } from '../../services/registry.ts';
import { commands, schemes } from '../ids.ts';
import type { ActiveProfile, Documents } from '../offers.ts';
import { withProgress } from '../progress.ts';
import type { Report } from '../report.ts';
import { showResource } from '../showResource.ts';
import { JsonLinks } from './documentLinks.ts';
import { ownerOf } from './owner.ts';

export interface LinksOptions {
  readonly profiles: ActiveProfile;
  readonly documents: Documents;
  readonly catalogue: Catalogue;
  readonly report: Report;
}

export function register(context: vscode.ExtensionContext, options: LinksOptions): void {
  const { documents, profiles, catalogue, report } = options;
  const models = {
    services: () => catalogue.services(),
    model: (id: string) => catalogue.service(id),
  };
  const go = async (target: unknown, from?: unknown): Promise<void> => {
    const session = sessionFrom(from, profiles);
    if (session === undefined) {
      await vscode.commands.executeCommand(commands.selectProfile);
      return;
    }
    let location = isLocation(target) ? target : undefined;
    try {
      location ??= await askLocation(session);
      if (location) await goTo(location, session, options);
    } catch (error) {
      // What was typed is not asked for again.
      const goOn = async () => (await profiles.signIn(session)) && go(location, from);
      const actions = needsSignIn(error) ? [{ title: 'Sign In', run: goOn }] : [];
      void report(error, 'Going to the resource', actions);
    }
  };
  context.subscriptions.push(
    vscode.commands.registerCommand(commands.goToResource, go),
    vscode.languages.registerDocumentLinkProvider(
      [{ scheme: schemes.result }, { scheme: schemes.input }, ...jsonLanguages],
      new JsonLinks({ documents, profiles, models }),
    ),
  );
}

const jsonLanguages: readonly vscode.DocumentFilter[] = [
  { language: 'json' },
  { language: 'jsonc' },
];

/** Where a link stands. */
interface Origin {
  readonly profile: string;
  readonly region?: string;
}

async function goTo(location: Location, session: Session, options: LinksOptions): Promise<void> {
  const { session: owner, otherAccount } = await withProgress('Finding the account…', (signal) =>
    ownerOf(location, session, options.profiles, signal),
  );
  if (otherAccount !== undefined && !(await confirmOther(otherAccount, owner))) return;
  options.profiles.noteUse(owner);
  await showResource(await resourceOf(owner, location), options);
}

function sessionFrom(from: unknown, profiles: ActiveProfile): Session | undefined {
  return isOrigin(from) ? profiles.sessionIn(from.profile, from.region) : profiles.session;
}

function isOrigin(value: unknown): value is Origin {
  return typeof value === 'object' && value !== null && 'profile' in value;
}

function isLocation(value: unknown): value is Location {
  return typeof value === 'object' && value !== null && 'identifiers' in value;
}

/** What is in the clipboard is offered where it names a resource. */
async function askLocation(session: Session): Promise<Location | undefined> {
  const find = (text: string) => locateIn(session, text);
  const copied = (await readClipboard()).trim();
  const text = await vscode.window.showInputBox({
    title: `Go to Resource in ${session.profile} (${session.region ?? 'no region'})`,
    prompt:
      'An ARN, an id such as i-0abcdef1234567890, s3://bucket/key, or the address of a page of the console',
    ...(copied.length < 2000 && (await find(copied)) && { value: copied }),
    validateInput: async (typed) =>
      typed.trim() === '' || (await find(typed))
        ? undefined
        : 'No kind of resource that Awscope knows is named like this.',
  });
  return text === undefined ? undefined : find(text);
}

/** A browser would ask the person for leave first. */
async function readClipboard(): Promise<string> {
  return vscode.env.uiKind === vscode.UIKind.Web ? '' : vscode.env.clipboard.readText();
}

/** Another account may have something of the same name, which is not what was meant. */
async function confirmOther(otherAccount: string, session: Session): Promise<boolean> {
  const title = `Look in ${session.profile} Anyway`;
  const account = session.knownAccount ?? 'another account';
  const message = `This is of ${otherAccount}, and profile ${session.profile} is in ${account}.`;
  const detail = 'No profile used so far is in that account. Switch to one that is, and try again.';
  return (
    (await vscode.window.showWarningMessage(message, { modal: true, detail }, title)) === title
  );
}
