// The person's consent to an operation that destroys for good, before it is sent as it stands in an input or without one.

import * as vscode from 'vscode';
import { isDestroying } from '../../services/destroying.ts';
import { readDeclared } from '../../services/registry.ts';
import { formatTarget, type InputAddress } from './inputAddress.ts';

/** True at once for all that does not destroy for good. */
export async function confirmRun(address: InputAddress): Promise<boolean> {
  const { service, operation } = address;
  if (!isDestroying(await readDeclared(), service, operation)) return true;
  const title = `Run ${operation}`;
  const picked = await vscode.window.showWarningMessage(
    `${title} in ${formatTarget(address)}?`,
    { modal: true, detail: `${service}:${operation} cannot be undone.` },
    title,
  );
  return picked === title;
}
