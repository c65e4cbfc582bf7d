// What is wrong with a definition, at its place in the text it stands in.

import * as vscode from 'vscode';
import type { ValueFault } from '../../services/own/validate.ts';
import type { InputText, Path, Span } from '../inputText.ts';

/** Lines are counted here, because the file need not be open. */
export function diagnosticAt(text: string, span: Span, message: string): vscode.Diagnostic {
  const range = new vscode.Range(positionOf(text, span.start), positionOf(text, span.end));
  const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
  diagnostic.source = 'Awscope';
  return diagnostic;
}

/** The faults of the definition at a path of the text. */
export function diagnose(
  text: string,
  parsed: InputText,
  at: Path,
  faults: readonly ValueFault[],
): readonly vscode.Diagnostic[] {
  return faults.map((fault) => {
    const path = [...at, ...fault.path];
    // A text is shown itself; of a structure, its name.
    const isText = typeof parsed.valueAt(path) === 'string';
    const name = isText ? undefined : parsed.keySpanOf(path);
    return diagnosticAt(text, name ?? parsed.spanOf(path), sentenceOf(fault));
  });
}

export function sentenceOf({ path, message }: ValueFault): string {
  return /^(?:is|has|lacks|can)\b/.test(message) ? `${path.at(-1) ?? 'It'} ${message}` : message;
}

function positionOf(text: string, offset: number): vscode.Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return new vscode.Position(lines.length - 1, lines.at(-1)?.length ?? 0);
}
