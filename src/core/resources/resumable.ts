// A list that can be taken up again where it stopped, though it stopped by an error.

/** A list on its way. Each `for await` begins anew. */
export interface Resumable<Item> extends AsyncIterable<Item> {
  /**
   * Where to go on: the first page that did not come, or was not given whole. After an error it is the page that failed, so
   * that what came before is kept. `undefined` at the beginning and at the end.
   */
  readonly resumeToken: string | undefined;
}

/** `read` marks each place where the list can be taken up again. */
export function resumable<Item>(
  start: string | undefined,
  read: (mark: (token: string | undefined) => void) => AsyncGenerator<Item, void, undefined>,
): Resumable<Item> {
  let resumeToken = start;
  const mark = (token: string | undefined) => {
    resumeToken = token;
  };
  return {
    get resumeToken() {
      return resumeToken;
    },
    [Symbol.asyncIterator]: () => {
      mark(start);
      return read(mark);
    },
  };
}
