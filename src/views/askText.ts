import * as vscode from 'vscode';

/** An input box that closes by itself when the signal fires. Undefined when it was closed without an answer. */
export async function askText(
  options: vscode.InputBoxOptions,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  if (signal?.aborted) return undefined;
  const source = new vscode.CancellationTokenSource();
  const cancel = () => source.cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await vscode.window.showInputBox(options, source.token);
  } finally {
    signal?.removeEventListener('abort', cancel);
    source.dispose();
  }
}
