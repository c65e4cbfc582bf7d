import * as vscode from 'vscode';

/**
 * Opens a URL in the browser, character for character. As a `Uri`, VS Code would decode it: `%26` in a key becomes `&`,
 * and ends the parameter it stands in. A string it passes on as it is, which its types do not say yet
 * (https://github.com/microsoft/vscode/issues/85930). False when the person did not want it opened.
 */
export async function openInBrowser(url: string): Promise<boolean> {
  return vscode.env.openExternal(url as unknown as vscode.Uri);
}
