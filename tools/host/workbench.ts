// The editor's window as a person uses it: rows of the tree, the command palette, editors, the status bar.

import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** What a first start of the server and the browser may take. */
const startSeconds = 90;
const mostClicks = 6;

export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    const item = this.page.locator('.activitybar .action-item').first();
    await item.waitFor({ timeout: startSeconds * 1000 });
  }

  /**
   * As a person would, some seconds after a tab with this title was opened, or something of this name was kept: by then the
   * editor's memory has it, which all windows share.
   */
  async waitUntilNoted(title: string): Promise<void> {
    for (let i = 0; i < 150; i++) {
      if (await this.page.evaluate<boolean>(`(${isNoted})(${JSON.stringify(title)})`)) return;
      await this.page.waitForTimeout(200);
    }
    throw new Error(`The editor has not noted "${title}".`);
  }

  /** As "Developer: Reload Window" does. */
  async reload(): Promise<void> {
    await this.page.reload();
    const item = this.page.locator('.activitybar .action-item').first();
    await item.waitFor({ timeout: startSeconds * 1000 });
  }

  /** As a person who comes back from another window. A browser without a screen takes every page for the focused one. */
  async comeBack(): Promise<void> {
    await this.page.bringToFront();
    for (const [event, isFocused] of [
      ['blur', false],
      ['focus', true],
    ]) {
      await this.page.evaluate(
        `document.hasFocus = () => ${isFocused}; window.dispatchEvent(new Event('${event}'))`,
      );
    }
  }

  /** Opens the extension's place in the Activity Bar. */
  async openAwsView(): Promise<void> {
    await this.page.locator('.activitybar').getByRole('tab', { name: 'AWS', exact: true }).click();
    // Its name would come up beside the mouse, over the rows of the tree.
    await this.leaveWithMouse();
  }

  /** A row of the tree by its label. */
  row(label: string | RegExp): Locator {
    const name = this.page.locator('.label-name').getByText(label, { exact: true });
    return this.page.locator('.pane-body .monaco-list-row').filter({ has: name });
  }

  /** Opens a node, if it is closed, and waits until what is below it has arrived. */
  async expand(label: string): Promise<void> {
    const row = this.row(label).first();
    await row.waitFor();
    const open = row.and(this.page.locator('[aria-expanded="true"]'));
    for (let clicks = 0; !(await open.isVisible()); clicks++) {
      if (clicks === mostClicks) throw new Error(`The node "${label}" does not open.`);
      await row.locator('.monaco-tl-twistie').click();
      // A click is lost where the tree is drawn anew under it, as it is when the state of a profile is known.
      await open.waitFor({ timeout: 5000 }).catch(() => undefined);
    }
    await this.page.locator('.codicon-tree-item-loading').waitFor({ state: 'detached' });
  }

  /** Keeps at the end of the tree until the row is there. */
  async waitAtEndOfTree(label: string, seconds = 30): Promise<void> {
    const end = Date.now() + seconds * 1000;
    await this.tree().focus();
    while (!(await this.row(label).isVisible())) {
      if (Date.now() > end) throw new Error(`The row "${label}" did not come.`);
      await this.page.keyboard.press('End');
      await this.page.waitForTimeout(50);
    }
  }

  /** Closes a node that is open, wherever the tree is scrolled to. */
  async collapse(label: string): Promise<void> {
    await this.tree().focus();
    await this.page.keyboard.press('Home');
    const row = this.row(label).first();
    await row.locator('.monaco-tl-twistie').click();
    await row.and(this.page.locator('[aria-expanded="false"]')).waitFor();
  }

  tree(): Locator {
    return this.page.locator('.pane-body .monaco-list').first();
  }

  /** Runs a command by the name that the palette shows. */
  async runCommand(name: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickInput().fill(`>${name}`);
    await this.pick(name);
  }

  /** The text box of the open quick pick. */
  quickInput(): Locator {
    return this.page.locator('.quick-input-widget input');
  }

  /** The row of the open quick pick with this label. */
  choice(label: string): Locator {
    const name = this.page.locator('.label-name').getByText(label, { exact: true });
    return this.page.locator('.quick-input-list .monaco-list-row').filter({ has: name }).first();
  }

  /** The row of the open quick pick that Enter takes, once a screen reader would say this of it. */
  focusedChoice(spoken: string): Locator {
    const row = '.quick-input-list .monaco-list-row.focused';
    return this.page.locator(row).and(this.page.getByLabel(new RegExp(`^${spoken}`)));
  }

  async pick(label: string): Promise<void> {
    await this.choice(label).click();
  }

  /** Finds an operation as a person does, by a few letters. */
  async runOperation(typed: string, operation: string): Promise<void> {
    await this.runCommand('AWS: Run Operation…');
    await this.page.getByText(/^Run Operation in /).waitFor();
    await this.quickInput().fill(typed);
    await this.focusedChoice(`${operation}, .*, matches`).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** The tab with this title. */
  tab(title: string): Locator {
    return this.page.locator('.tab').filter({ hasText: title });
  }

  /** Waits until the active editor has this title, and gives its visible text. */
  async readEditor(title: string): Promise<string> {
    await this.page.locator('.tab.active').filter({ hasText: title }).waitFor();
    const lines = this.activeEditor().locator('.view-line');
    await lines.first().waitFor();
    return (await lines.allTextContents()).join('\n').replaceAll('\u00a0', ' ');
  }

  activeEditor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  /** Replaces the text of the active editor. */
  async replaceText(text: string): Promise<void> {
    await this.activeEditor().locator('.view-lines').click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.insertText(text);
  }

  /** Lenses are made anew after each change of the text, and a click in that moment is lost. */
  async clickLens(title: string, result: Locator): Promise<void> {
    for (let i = 0; i < 5 && !(await result.isVisible()); i++) {
      await this.page.getByText(title).click();
      await result.waitFor({ timeout: 6000 }).catch(() => {});
    }
    await result.waitFor({ timeout: 1000 });
  }

  /** The entry of the status bar that holds this text. */
  statusEntry(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item').filter({ hasText: text });
  }

  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast').filter({ hasText: text });
  }

  /** Picks an entry of a row's menu, which takes no click in its first moment. */
  async chooseFromMenu(label: string, entry: string): Promise<void> {
    await this.row(label).click({ button: 'right' });
    const item = this.page.locator('.monaco-menu').getByText(entry, { exact: true });
    await item.click();
    for (let i = 0; i < 5 && (await item.isVisible()); i++) {
      await this.page.waitForTimeout(300);
      if (await item.isVisible()) await item.click();
    }
  }

  /** Picks an entry of a row's menu that leads out of the editor, and gives the address the browser is sent to. */
  async openFromMenu(label: string, entry: string): Promise<string> {
    const asked = this.page.context().waitForEvent('request', (one) => !isLocal(one.url()));
    await this.page.context().route(
      (url) => !isLocal(url.href),
      (route) => route.fulfill({ body: '' }),
    );
    await this.chooseFromMenu(label, entry);
    await this.page.locator('.monaco-dialog-box').getByText('Open', { exact: true }).click();
    const url = (await asked).url();
    await this.page.bringToFront();
    return url;
  }

  /** Waits until no notification is shown. */
  async notificationsGone(): Promise<void> {
    await this.page.locator('.notification-toast').first().waitFor({ state: 'detached' });
  }

  /** Moves the mouse to where nothing reacts to it, and waits until nothing that it had called up is shown. */
  async leaveWithMouse(): Promise<void> {
    await this.page.mouse.move(700, 799);
    await this.page.locator('.monaco-hover:visible').first().waitFor({ state: 'detached' });
  }

  /** Drags the border of the side bar to the right. */
  async widenSideBar(pixels: number): Promise<void> {
    const bar = await this.page.locator('.part.sidebar').boundingBox();
    if (!bar) throw new Error('The side bar is not shown.');
    const { mouse } = this.page;
    const [x, y] = [bar.x + bar.width, bar.y + bar.height / 2];
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + pixels, y, { steps: 5 });
    await mouse.up();
  }

  /** Hides the side bar, or shows it again. */
  async toggleSideBar(): Promise<void> {
    const bar = this.page.locator('.part.sidebar');
    const wasShown = await bar.isVisible();
    await this.runCommand('View: Toggle Primary Side Bar Visibility');
    await bar.waitFor({ state: wasShown ? 'hidden' : 'visible' });
  }

  async closeEditors(): Promise<void> {
    await this.runCommand('View: Close All Editors');
    await this.page.locator('.tab').first().waitFor({ state: 'detached' });
  }

  /** All that the window keeps in the browser: the memory of the editor and of extensions, as text. */
  async readStorage(): Promise<string> {
    return this.page.evaluate<string>(readStorageScript);
  }

  async screenshot(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  }
}

/** True in the page if the browser's memory has the title: the editor notes there, every few seconds, what is open. */
const isNoted = `async (title) => {
  const ask = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('vscode-web-state-db-')) continue;
    const database = await ask(indexedDB.open(name));
    try {
      for (const store of database.objectStoreNames) {
        const values = await ask(database.transaction(store).objectStore(store).getAll());
        if (values.some((value) => String(value).includes(title))) return true;
      }
    } finally {
      database.close();
    }
  }
  return false;
}`;

function isLocal(url: string): boolean {
  return !/^https?:/.test(url) || ['127.0.0.1', 'localhost'].includes(new URL(url).hostname);
}

/** Runs in the page, whose types the tools do not know. */
const readStorageScript = `(async () => {
  const wait = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const kept = [Object.entries(localStorage)];
  for (const { name } of await indexedDB.databases()) {
    const database = await wait(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      kept.push(await wait(database.transaction(store).objectStore(store).getAll()));
    }
    database.close();
  }
  return JSON.stringify(kept);
})()`;
