// Long work: a notification with Cancel, which aborts the signal the work was given.

import * as vscode from 'vscode';

/** Work that is done sooner shows nothing: a notification that only flashes hides more than it tells. */
const patienceMs = 600;

export async function withProgress<T>(
  title: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const working = work(controller.signal);
  if (await isDoneWithin(working, patienceMs)) return working;
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (_progress, token) => {
    token.onCancellationRequested(() => controller.abort());
    return working;
  });
}

/** Done also means failed. */
async function isDoneWithin(working: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const waiting = Promise.withResolvers<boolean>();
  const timer = setTimeout(waiting.resolve, milliseconds, false);
  const done = () => waiting.resolve(true);
  working.then(done, done);
  const isDone = await waiting.promise;
  clearTimeout(timer);
  return isDone;
}
