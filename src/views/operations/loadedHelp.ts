// What helps to write an input is loaded when the first is written.

import type * as vscode from 'vscode';
import type { Catalogue } from '../../core/models/catalogue.ts';
import type { InputHelp } from './inputHelp.ts';

type Help = vscode.CompletionItemProvider &
  vscode.HoverProvider &
  vscode.DocumentFormattingEditProvider;

export function loadedHelp(catalogue: Catalogue): Help {
  let loading: Promise<InputHelp> | undefined;
  const load = async () => {
    const { InputHelp } = await import('./inputHelp.ts');
    return new InputHelp(catalogue);
  };
  const help = () => {
    loading ??= load();
    return loading;
  };
  return {
    provideCompletionItems: async (document, position) =>
      (await help()).provideCompletionItems(document, position),
    provideHover: async (document, position) => (await help()).provideHover(document, position),
    provideDocumentFormattingEdits: async (document, options) =>
      (await help()).provideDocumentFormattingEdits(document, options),
  };
}
