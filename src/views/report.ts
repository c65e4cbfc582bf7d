// The one place where a failed command is told to the person: a line in the log and one notification.

import * as vscode from 'vscode';
import { AwscopeError, isAbort } from '../core/errors.ts';

/** Something the notification offers besides the log. */
export interface ReportAction {
  readonly title: string;
  run(): unknown;
}

/** Resolves when the notification is gone, so callers that go on working write `void report(...)`. Cancelling is silence. */
export type Report = (
  error: unknown,
  doing: string,
  actions?: readonly ReportAction[],
) => Promise<void>;

export function createReport(log: vscode.LogOutputChannel): Report {
  return async (error, doing, actions = []) => {
    if (isAbort(error)) return;
    logError(log, error, doing);
    const showLog = { title: 'Show Log', run: () => log.show(true) };
    const offered = [...actions, showLog];
    const titles = offered.map((action) => action.title);
    const title = await vscode.window.showErrorMessage(describeError(error, doing), ...titles);
    await offered.find((action) => action.title === title)?.run();
  };
}

/** Our own errors say where they happened; any other is told with what was being done. */
export function describeError(error: unknown, doing: string): string {
  if (error instanceof AwscopeError) return error.message;
  return `${doing}: ${error instanceof Error ? error.message : String(error)}`;
}

/** Also for failures which are shown somewhere else, such as in a node of the tree. */
export function logError(log: vscode.LogOutputChannel, error: unknown, doing: string): void {
  log.error(describeError(error, doing));
  for (let cause = causeOf(error); cause !== undefined; cause = causeOf(cause)) {
    log.error(`  because: ${cause.message}`);
  }
  if (error instanceof Error && !(error instanceof AwscopeError)) log.debug(error.stack ?? '');
}

function causeOf(error: unknown): Error | undefined {
  return error instanceof Error && error.cause instanceof Error ? error.cause : undefined;
}
