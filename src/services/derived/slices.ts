// Long work in slices, so that the editor answers meanwhile: a generator that may be left off at each `yield`.

import { setImmediate } from 'node:timers/promises';

export type Work<Result> = Generator<void, Result, void>;

/** In milliseconds. A screen shows a picture each 16, and the last step of a slice may take some. */
const slice = 5;

/** What the work returns. Others get a turn after each slice; the work itself has to yield more often than that. */
export async function inSlices<Result>(
  work: Work<Result>,
  now: () => number = () => performance.now(),
): Promise<Result> {
  for (;;) {
    const end = now() + slice;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (now() < end);
    await setImmediate();
  }
}
