// A quick pick box as one call: shown at once, filled when its items are known, answered with what was picked.

import * as vscode from 'vscode';

export interface PickOptions<T> {
  readonly title: string;
  readonly placeholder: string;
  /** Called once, when the box is already visible; what it gives makes the items for the text typed so far. */
  readonly load: () => Promise<(typed: string) => readonly T[]>;
  /** True for a box that stays when the person looks at something else. */
  readonly isPatient?: boolean;
  /** Called when the person wants to go back, which closes the box; absent where there is nothing to go back to. */
  readonly onBack?: () => void;
}

/** An item; `group` is the heading above it and its neighbours of the same group. */
export interface PickItem extends vscode.QuickPickItem {
  readonly group: string;
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
  const box = vscode.window.createQuickPick<Row<T>>();
  const answer = Promise.withResolvers<Picked<T> | undefined>();
  box.title = options.title;
  box.placeholder = options.placeholder;
  box.ignoreFocusOut = options.isPatient ?? false;
  box.buttons = options.onBack ? [vscode.QuickInputButtons.Back] : [];
  box.onDidTriggerButton(() => {
    options.onBack?.();
    answer.resolve(undefined);
  });
  // Without this VS Code sorts matches by label. It works in every release, but its type is not in the stable API yet:
  // https://github.com/microsoft/vscode/issues/73904
  Object.assign(box, { matchOnDescription: true, sortByLabel: false });
  box.onDidHide(() => answer.resolve(undefined));
  box.onDidAccept(() => {
    const item = box.selectedItems[0]?.item;
    if (item) answer.resolve({ item });
  });
  box.onDidTriggerItemButton(({ item: { item }, button }) => {
    if (item) answer.resolve({ item, button });
  });
  const fill = async () => {
    const itemsFor = await options.load();
    const update = () => {
      box.items = buildRows(itemsFor(box.value));
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

/** A line of the box; a heading has no item. */
interface Row<T> extends vscode.QuickPickItem {
  readonly item?: T;
}

/**
 * Every list begins with a heading, so that the first item has the same number in all of them: VS Code tells what was picked by
 * its number in the list it shows, and looks that up in the list it was given last. Who types and presses Enter faster than the
 * new list is shown gets the first of the new one, which is what was meant.
 */
function buildRows<T extends PickItem>(items: readonly T[]): Row<T>[] {
  return items.flatMap((item, i) => {
    const row = { ...item, item };
    if (item.group === items[i - 1]?.group) return [row];
    return [{ label: item.group, kind: vscode.QuickPickItemKind.Separator }, row];
  });
}
