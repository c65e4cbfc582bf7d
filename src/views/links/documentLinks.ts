// Links in JSON: what an ARN, an id or an address leads to opens with a click.

import * as vscode from 'vscode';
import { ModelError } from '../../core/errors.ts';
import type { Location } from '../../core/resources/locate.ts';
import type { Resource } from '../../core/resources/resource.ts';
import {
  knownFacts,
  locateUndeclared,
  type Models,
  readDeclared,
} from '../../services/registry.ts';
import { commands } from '../ids.ts';
import type { ActiveProfile, Documents } from '../offers.ts';
import {
  findTextLinks,
  hasCertainName,
  nameKey,
  type TextLink,
  type TextLinkOptions,
} from './textLinks.ts';

export interface JsonLinksOptions {
  readonly documents: Documents;
  readonly profiles: Pick<ActiveProfile, 'sessionIn'>;
  readonly models: Models;
}

export class JsonLinks implements vscode.DocumentLinkProvider {
  readonly #documents: Documents;
  readonly #profiles: Pick<ActiveProfile, 'sessionIn'>;
  readonly #models: Models;

  constructor({ documents, profiles, models }: JsonLinksOptions) {
    this.#documents = documents;
    this.#profiles = profiles;
    this.#models = models;
  }

  async provideDocumentLinks(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentLink[]> {
    const shown = this.#documents.shownAt(document.uri);
    if (shown === undefined) return this.#findCertain(document, token);
    const { profile, region, resource } = shown;
    const named = resource && (await namesIn(resource));
    const links = await this.#find(document, token, {
      services: await readDeclared(),
      known: knownFacts(this.#profiles.sessionIn(profile, region)),
      ...(named && { named }),
    });
    const others = links.filter(({ location }) => !isSelf(location, resource));
    return others.map((link) => toLink(document, link, { profile, region }));
  }

  /** In JSON of whatever origin. What is declared is read only where something may be linked. */
  async #findCertain(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentLink[]> {
    if (!hasCertainName(document.getText())) return [];
    const services = await readDeclared();
    const links = await this.#find(document, token, { services, known: {}, areCertain: true });
    return links.map((link) => toLink(document, link));
  }

  /** ARNs that no declaration knows are read by the models of their services. */
  async #find(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
    options: TextLinkOptions,
  ): Promise<readonly TextLink[]> {
    const find = (locateOther: TextLinkOptions['locateOther'] & {}) =>
      findTextLinks(document.getText(), { ...options, locateOther });
    const unknown = new Set<string>();
    const links = find((arn) => void unknown.add(arn));
    if (unknown.size === 0) return links;
    const others = await locateAll([...unknown].slice(0, mostUnknown), this.#models, token);
    return find((arn) => others.get(arn));
  }
}

/** Each may have another model read. */
const mostUnknown = 200;

async function locateAll(
  arns: readonly string[],
  models: Models,
  token: vscode.CancellationToken,
): Promise<ReadonlyMap<string, Location>> {
  const located = new Map<string, Location>();
  for (const arn of arns) {
    if (token.isCancellationRequested) break;
    const found = await locateUndeclared(arn, models).catch(unlessUnreadable);
    if (found) located.set(arn, found);
  }
  return located;
}

/** A model of the person's own that is broken is told of where its service is opened. */
function unlessUnreadable(error: unknown): undefined {
  if (!(error instanceof ModelError)) throw error;
}

/** `from` tells the Session; the active one when absent. */
function toLink(
  document: vscode.TextDocument,
  { start, end, location }: TextLink,
  from?: object,
): vscode.DocumentLink {
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const link = new vscode.DocumentLink(range, commandUri(location, from));
  link.tooltip = `Go to ${location.service} ${location.kind}`;
  return link;
}

function commandUri(location: Location, from?: object): vscode.Uri {
  const query = encodeURIComponent(JSON.stringify(from ? [location, from] : [location]));
  return vscode.Uri.parse(`command:${commands.goToResource}?${query}`);
}

function isSelf({ service, kind, identifiers }: Location, resource: Resource | undefined): boolean {
  if (resource?.service !== service || resource.kind !== kind) return false;
  return Object.entries(identifiers).every(([name, id]) => resource.identifiers[name] === id);
}

/** What the declared members of a resource name, such as a role by its name alone. Asks nobody: the resource is described. */
async function namesIn(resource: Resource): Promise<ReadonlyMap<string, Location>> {
  const named = new Map<string, Location>();
  for (const { name, member, inputs } of resource.references) {
    if (member === undefined || inputs.length > 0) continue;
    const last = /[^.[\]]+(?=(?:\[\])?$)/.exec(member)?.[0] ?? member;
    for (const { service, kind, identifiers, region } of await resource.follow(name)) {
      const text = Object.values(identifiers).at(-1) ?? '';
      named.set(nameKey(last, text), { service, kind, identifiers, ...(region && { region }) });
    }
  }
  return named;
}
