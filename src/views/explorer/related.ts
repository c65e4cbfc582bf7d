// What a resource leads to, and what uses it, to pick from.

import * as vscode from 'vscode';
import type { Collection } from '../../core/resources/collection.ts';
import type { ReferenceInfo } from '../../core/resources/references.ts';
import type { Resource } from '../../core/resources/resource.ts';
import { splitWords, toTitle } from '../../services/derived/words.ts';
import { askInput } from '../boxes.ts';
import { type PickItem, pickOne } from '../pick.ts';
import { withProgress } from '../progress.ts';
import { back } from '../steps.ts';

interface RelatedItem extends PickItem {
  /** Undefined when the person closed a box that asks for what is missing. */
  readonly find: () => Promise<Resource | undefined>;
}

/** Undefined when the box was closed, or there is nothing, which the person was told. */
export async function pickRelated(resource: Resource): Promise<Resource | undefined> {
  const items = await withProgress(`Reading ${resource.label}…`, (signal) =>
    readItems(resource, signal),
  );
  if (items.length === 0) {
    void vscode.window.showInformationMessage(`${resource.label} leads to no other resource.`);
    return undefined;
  }
  const picked = await pickOne({
    title: `Related to ${resource.label} in ${resource.session.profile} (${resource.region ?? 'no region'})`,
    placeholder: 'Where to go',
    isPatient: true,
    load: async () => () => items,
  });
  return picked?.item.find();
}

async function readItems(resource: Resource, signal: AbortSignal): Promise<readonly RelatedItem[]> {
  const { references } = resource;
  const [named, asked] = [
    references.filter(({ inputs }) => inputs.length === 0),
    references.filter(({ inputs }) => inputs.length > 0),
  ];
  const lists = await Promise.all(
    named.map(async (reference) =>
      (await resource.follow(reference.name, {}, { signal })).map((one) =>
        toItem(titleOf(reference), one),
      ),
    ),
  );
  const users = await Promise.all(resource.usedBy.map((list) => readUsers(list, signal)));
  return [
    ...lists.flat(),
    ...users.flat(),
    ...asked.map((reference) => askingItem(resource, reference)),
  ];
}

/** The first of them; all stand in the tree, under the resource. */
async function readUsers(
  collection: Collection,
  signal: AbortSignal,
): Promise<readonly RelatedItem[]> {
  const { items } = await collection.page({ signal });
  return items.map((one) => ({ ...toItem(collection.title, one), group: 'Used by' }));
}

function toItem(title: string, resource: Resource): RelatedItem {
  return {
    label: resource.label,
    description: title,
    iconPath: new vscode.ThemeIcon(resource.icon),
    group: 'Leads to',
    find: async () => resource,
  };
}

function askingItem(resource: Resource, reference: ReferenceInfo): RelatedItem {
  const { name, inputs } = reference;
  const title = titleOf(reference);
  return {
    label: `${title}…`,
    group: 'By name',
    async find() {
      const given: Record<string, string> = {};
      for (const input of inputs) {
        const text = await askInput({
          title: `${title} of ${resource.label}`,
          prompt: toTitle(splitWords(input)),
          canGoBack: false,
        });
        if (text === undefined || text === back || text === '') return undefined;
        given[input] = text;
      }
      const [found] = await resource.follow(name, given);
      return found;
    },
  };
}

function titleOf({ name }: ReferenceInfo): string {
  return toTitle(splitWords(name));
}
