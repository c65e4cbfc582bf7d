// Links in JSON: what an ARN, an id or an address leads to opens with a click.

import * as vscode from 'vscode';
import type { Location } from '../../core/resources/locate.ts';
import type { Resource } from '../../core/resources/resource.ts';
import { knownFacts, readDeclared } from '../../services/registry.ts';
import { commands } from '../ids.ts';
import type { ActiveProfile, Documents } from '../offers.ts';
import { findTextLinks, hasCertainName, nameKey, type TextLink } from './textLinks.ts';

export class JsonLinks implements vscode.DocumentLinkProvider {
  readonly #documents: Documents;
  readonly #profiles: Pick<ActiveProfile, 'sessionIn'>;

  constructor(documents: Documents, profiles: Pick<ActiveProfile, 'sessionIn'>) {
    this.#documents = documents;
    this.#profiles = profiles;
  }

  async provideDocumentLinks(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
    const shown = this.#documents.shownAt(document.uri);
    if (shown === undefined) return certainLinks(document);
    const { profile, region, resource } = shown;
    const named = resource && (await namesIn(resource));
    const links = findTextLinks(document.getText(), {
      services: await readDeclared(),
      known: knownFacts(this.#profiles.sessionIn(profile, region)),
      ...(named && { named }),
    });
    const others = links.filter(({ location }) => !isSelf(location, resource));
    return others.map((link) => toLink(document, link, { profile, region }));
  }
}

/** In JSON of whatever origin. What is declared is read only where something may be linked. */
async function certainLinks(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
  const text = document.getText();
  if (!hasCertainName(text)) return [];
  const links = findTextLinks(text, {
    services: await readDeclared(),
    known: {},
    areCertain: true,
  });
  return links.map((link) => toLink(document, link));
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
