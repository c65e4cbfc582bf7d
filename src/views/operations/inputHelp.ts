// Help while an input is typed, all from the operation's input shape: member names, the values of enums, what a member is,
// and the usual formatting.

import * as vscode from 'vscode';
import type { Catalogue } from '../../core/models/catalogue.ts';
import type { OperationModel, Service } from '../../core/models/model.ts';
import { documentationUrl } from '../../core/models/skeleton.ts';
import { type CursorPlace, formatInputText, parseInputText, placeOfCursor } from '../inputText.ts';
import { parseInputPath } from './inputAddress.ts';
import {
  describeMember,
  type Member,
  membersOf,
  shapeAt,
  valueSnippet,
  valuesOf,
} from './members.ts';

export class InputHelp
  implements
    vscode.CompletionItemProvider,
    vscode.HoverProvider,
    vscode.DocumentFormattingEditProvider
{
  readonly #catalogue: Catalogue;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionItem[]> {
    const model = await this.#modelOf(document);
    if (model === undefined) return [];
    const place = placeOfCursor(document.getText(), document.offsetAt(position));
    const range = rangeOf(document, place) ?? new vscode.Range(position, position);
    return place.isAtKey
      ? completeNames(model, document, place, range)
      : completeValues(model, place, range);
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const model = await this.#modelOf(document);
    if (model === undefined) return undefined;
    const place = placeOfCursor(document.getText(), document.offsetAt(position));
    const member = memberAt(model, place);
    const range = rangeOf(document, place);
    if (member === undefined || range === undefined) return undefined;
    const text = new vscode.MarkdownString();
    text.appendMarkdown(`**${member.name}**: `);
    text.appendText(describeMember(model.service, member));
    const values = valuesOf(member.shape);
    if (values.length > 0) text.appendCodeblock(values.join(' | '), 'json');
    const url = documentationUrl(model.service, model.operation.name);
    text.appendMarkdown(`\n\n[API reference](${url})`);
    return new vscode.Hover(text, range);
  }

  provideDocumentFormattingEdits(
    document: vscode.TextDocument,
    { tabSize, insertSpaces }: vscode.FormattingOptions,
  ): vscode.TextEdit[] {
    const text = document.getText();
    const all = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
    return [vscode.TextEdit.replace(all, formatInputText(text, tabSize, insertSpaces))];
  }

  async #modelOf(document: vscode.TextDocument): Promise<Model | undefined> {
    const address = parseInputPath(document.uri.path);
    if (address === undefined) return undefined;
    const service = await this.#catalogue.service(address.service);
    const operation = service.operations[address.operation];
    return operation && { service, operation };
  }
}

interface Model {
  readonly service: Service;
  readonly operation: OperationModel;
}

/** Members already there are not offered again. */
function completeNames(
  { service, operation }: Model,
  document: vscode.TextDocument,
  { path, token }: CursorPlace,
  range: vscode.Range,
): vscode.CompletionItem[] {
  const around = path.slice(0, -1);
  const text = document.getText();
  const present = new Set(parseInputText(text).keysOf(around));
  present.delete(String(path.at(-1)));
  const after = text.slice(token?.end ?? document.offsetAt(range.end)).trimStart();
  const members = membersOf(service, shapeAt(service, operation, around));
  return members
    .filter(({ name }) => !present.has(name))
    .map((member, i) => {
      const item = new vscode.CompletionItem(member.name, vscode.CompletionItemKind.Property);
      item.detail = describeMember(service, member);
      item.filterText = JSON.stringify(member.name);
      item.insertText = nameSnippet(member, after);
      item.range = range;
      item.sortText = String(i).padStart(4, '0');
      if (member.isDeprecated) item.tags = [vscode.CompletionItemTag.Deprecated];
      return item;
    });
}

/** With its value, and the comma that what follows asks for; the name alone where a value is there already. */
function nameSnippet({ name, shape }: Member, after: string): vscode.SnippetString {
  const key = JSON.stringify(name);
  if (after.startsWith(':')) return new vscode.SnippetString(key);
  const comma = after.startsWith('"') ? ',' : '';
  return new vscode.SnippetString(`${key}: ${valueSnippet(shape)}${comma}`);
}

function completeValues(
  { service, operation }: Model,
  { path }: CursorPlace,
  range: vscode.Range,
): vscode.CompletionItem[] {
  return valuesOf(shapeAt(service, operation, path)).map((value) => {
    const item = new vscode.CompletionItem(value, vscode.CompletionItemKind.EnumMember);
    item.filterText = value;
    item.range = range;
    return item;
  });
}

function memberAt({ service, operation }: Model, { path }: CursorPlace): Member | undefined {
  const name = path.at(-1);
  const shape = shapeAt(service, operation, path.slice(0, -1));
  return membersOf(service, shape).find((member) => member.name === name);
}

function rangeOf(document: vscode.TextDocument, place: CursorPlace): vscode.Range | undefined {
  const { token } = place;
  return (
    token && new vscode.Range(document.positionAt(token.start), document.positionAt(token.end))
  );
}
