// A quick pick box as one call: shown at once, filled when its items are known, answered with what was picked.

import * as vscode from 'vscode';

export interface PickOptions<T> {
  readonly title: string;
  readonly placeholder: string;
  /** Called once, when the box is already visible; what it gives makes the items for the text typed so far. */
  readonly load: () => Promise<(typed: string) => readonly T[]>;
}

/** An item; `group` is the heading above it and its neighbours of the same group. */
export interface PickItem extends vscode.QuickPickItem {
  readonly group?: string;
}

export interface Picked<T> {
  readonly item: T;
  /** Absent when the item itself was picked. */
  readonly button?: vscode.QuickInputButton;
}

/** Undefined when the box was closed. */
export async function pickOne<T extends PickItem>(
  options: PickOptions<T>,
): Promise<Picked<T> | undefined> {
  const box = vscode.window.createQuickPick<T | PickItem>();
  const answer = Promise.withResolvers<Picked<T> | undefined>();
  box.title = options.title;
  box.placeholder = options.placeholder;
  // Without this VS Code sorts matches by label. It works in every release, but its type is not in the stable API yet:
  // https://github.com/microsoft/vscode/issues/73904
  Object.assign(box, { matchOnDescription: true, sortByLabel: false });
  let items: readonly T[] = [];
  const itemOf = (item: PickItem) => items.find((candidate) => candidate === item);
  box.onDidHide(() => answer.resolve(undefined));
  box.onDidAccept(() => {
    const item = box.activeItems[0] && itemOf(box.activeItems[0]);
    if (item) answer.resolve({ item });
  });
  box.onDidTriggerItemButton(({ item, button }) => {
    const known = itemOf(item);
    if (known) answer.resolve({ item: known, button });
  });
  const fill = async () => {
    const itemsFor = await options.load();
    const update = () => {
      items = itemsFor(box.value);
      box.items = withHeadings(items);
    };
    update();
    box.onDidChangeValue(update);
    box.busy = false;
  };
  try {
    box.busy = true;
    box.show();
    fill().catch(answer.reject);
    return await answer.promise;
  } finally {
    box.dispose();
  }
}

function withHeadings<T extends PickItem>(items: readonly T[]): (T | PickItem)[] {
  return items.flatMap((item, i) => {
    if (item.group === undefined || item.group === items[i - 1]?.group) return [item];
    return [{ label: item.group, kind: vscode.QuickPickItemKind.Separator }, item];
  });
}
