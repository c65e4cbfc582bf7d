// What a resource leads to, and what uses it, to pick from.

import * as vscode from 'vscode';
import type { ReferenceInfo } from '../../core/resources/references.ts';
import type { Resource } from '../../core/resources/resource.ts';
import { inWords } from '../../services/derived/words.ts';
import { askInput } from '../boxes.ts';
import { type PickItem, pickOne } from '../pick.ts';
import { withProgress } from '../progress.ts';
import { back } from '../steps.ts';
import { type Related, readRelated } from './readRelated.ts';

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
    title: `Related to ${resource.label} in ${resource.session.profile}`,
    placeholder: 'Where to go',
    isPatient: true,
    load: async () => () => items,
  });
  return picked?.item.find();
}

async function readItems(resource: Resource, signal: AbortSignal): Promise<readonly RelatedItem[]> {
  const { found, failure } = await readRelated(resource, signal);
  const asked = resource.references.filter(({ inputs }) => inputs.length > 0);
  return [
    ...found.map(toItem),
    ...asked.map((reference) => askingItem(resource, reference)),
    ...(failure === undefined ? [] : [failedItem(failure)]),
  ];
}

function toItem({ resource, title, isUser }: Related): RelatedItem {
  return {
    label: resource.label,
    description: title,
    iconPath: new vscode.ThemeIcon(resource.icon),
    group: isUser ? 'Used by' : 'Leads to',
    find: async () => resource,
  };
}

/** Whoever picks it is told the whole of it. */
function failedItem(failure: Error): RelatedItem {
  return {
    label: 'Some could not be read',
    description: failure.message,
    iconPath: new vscode.ThemeIcon('error'),
    group: 'Not read',
    async find() {
      throw failure;
    },
  };
}

function askingItem(resource: Resource, reference: ReferenceInfo): RelatedItem {
  const { name, inputs } = reference;
  const title = inWords(reference.name);
  return {
    label: `${title}…`,
    group: 'By name',
    async find() {
      const given: Record<string, string> = {};
      for (const input of inputs) {
        const text = await askInput({
          title: `${title} of ${resource.label}`,
          prompt: inWords(input),
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
