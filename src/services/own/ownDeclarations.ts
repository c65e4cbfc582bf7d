// What the person declares. One for the whole process, as the built-in declarations are: whoever asks what is declared gets
// both, and need not know that there are two.

import type { ServiceKinds } from '../../core/resources/kind.ts';

class OwnDeclarations {
  #read: () => Promise<readonly ServiceKinds[]> = async () => [];
  #known: { own: readonly ServiceKinds[]; all: readonly ServiceKinds[] } | undefined;

  /** `read` is asked each time, and gives the same value while nothing has changed: whole services, merged with ours. */
  readBy(read: () => Promise<readonly ServiceKinds[]>): void {
    this.#read = read;
  }

  /** In the order of titles. */
  async over(builtIn: readonly ServiceKinds[]): Promise<readonly ServiceKinds[]> {
    const own = await this.#read();
    if (own.length === 0) return builtIn;
    if (this.#known?.own === own) return this.#known.all;
    const ids = new Set(own.map(({ service }) => service));
    const all = [...builtIn.filter(({ service }) => !ids.has(service)), ...own];
    all.sort((one, other) => one.title.localeCompare(other.title, 'en'));
    this.#known = { own, all };
    return all;
  }
}

export const ownDeclarations = new OwnDeclarations();
