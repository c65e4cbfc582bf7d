// A conversation of several boxes, each of which can go back to the one before. Knows nothing of what the boxes ask.

export const back = Symbol('back');

/** Undefined when the box was closed. */
export type Answer<T> = T | typeof back | undefined;

/** Shows one box, and adds its answer to what is known. It may show none, and give `passBy`: going back then passes it by. */
export type Step<S> = (state: S, canGoBack: boolean) => Promise<Answer<S | PassBy<S>>>;

/** No box was shown. */
export interface PassBy<S> {
  readonly passBy: S;
}

/**
 * Takes the steps one after the other; which there are may depend on what is known so far, but not those already taken.
 * Undefined when a box was closed.
 */
export async function runSteps<S extends object>(
  stepsFor: (state: S) => readonly Step<S>[],
  start: S,
): Promise<S | undefined> {
  const shown: number[] = [];
  let state = start;
  for (let i = 0; ; ) {
    const step = stepsFor(state)[i];
    if (!step) return state;
    const answer = await step(state, shown.length > 0);
    if (answer === undefined) return undefined;
    if (answer === back) {
      i = shown.pop() ?? 0;
      continue;
    }
    if ('passBy' in answer) state = answer.passBy;
    else {
      state = answer;
      shown.push(i);
    }
    i += 1;
  }
}
