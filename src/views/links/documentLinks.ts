// Links in results: what an ARN, an address or an id leads to opens with a click.

import * as vscode from 'vscode';
import type { Location } from '../../core/resources/locate.ts';
import type { Resource } from '../../core/resources/resource.ts';
import { knownFacts, readDeclared } from '../../services/registry.ts';
import { commands } from '../ids.ts';
import type { ActiveProfile, Documents } from '../offers.ts';
import { findTextLinks, nameKey } from './textLinks.ts';

export class ResultLinks implements vscode.DocumentLinkProvider {
  readonly #documents: Documents;
  readonly #profiles: Pick<ActiveProfile, 'sessionIn'>;

  constructor(documents: Documents, profiles: Pick<ActiveProfile, 'sessionIn'>) {
    this.#documents = documents;
    this.#profiles = profiles;
  }

  async provideDocumentLinks(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
    const shown = this.#documents.shownAt(document.uri);
    if (shown === undefined) return [];
    const { profile, region, resource } = shown;
    const named = resource && (await namesIn(resource));
    const links = findTextLinks(document.getText(), {
      services: await readDeclared(),
      known: knownFacts(this.#profiles.sessionIn(profile, region)),
      ...(named && { named }),
    });
    const others = links.filter(({ location }) => !isSelf(location, resource));
    return others.map(({ start, end, location }) => {
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      const link = new vscode.DocumentLink(range, commandUri(location, { profile, region }));
      link.tooltip = `Go to ${location.service} ${location.kind}`;
      return link;
    });
  }
}

function commandUri(location: Location, from: object): vscode.Uri {
  const query = encodeURIComponent(JSON.stringify([location, from]));
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
