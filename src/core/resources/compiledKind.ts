// A kind's texts, compiled once a declaration, so that a row costs only its reading.

import type { IconRule, Kind } from './kind.ts';
import { compileFirst, compileText, fieldsOf, type ReadText, type Subject } from './texts.ts';

export interface CompiledKind {
  readonly id: ReadText;
  readonly label: ReadText;
  readonly state: ReadText | undefined;
  readonly description: readonly ReadText[];
  readonly columns: readonly (readonly [string, ReadText])[];
  readonly icon: (subject: Subject) => string;
  readonly arn: ReadText | undefined;
  readonly arnNeedsAccount: boolean;
  readonly consoleUrl: ReadText | undefined;
  readonly distinguishedBy: readonly ReadText[];
}

const compiledKinds = new WeakMap<Kind, CompiledKind>();

export function compileKind(kind: Kind): CompiledKind {
  const known = compiledKinds.get(kind);
  if (known) return known;
  const id = compileText(kind.id ?? kind.identifiers.at(-1) ?? '@');
  const compiled: CompiledKind = {
    id,
    label: kind.label ? compileFirst(kind.label) : id,
    state: kind.state === undefined ? undefined : compileText(kind.state),
    description: (kind.description ?? []).map((text) => compileText(text)),
    columns: (kind.columns ?? []).map(([title, text]) => [title, compileText(text)]),
    icon: compileIcon(kind.icon),
    arn: kind.arn === undefined ? undefined : compileText(kind.arn),
    arnNeedsAccount: fieldsOf(kind.arn ?? '@').some((field) => field.name === 'account'),
    consoleUrl: kind.consoleUrl === undefined ? undefined : compileUrl(kind.consoleUrl),
    distinguishedBy: (kind.distinguishedBy ?? []).map((text) => compileText(text)),
  };
  compiledKinds.set(kind, compiled);
  return compiled;
}

/** Fields are escaped for a URL, except `{c}`, which is the beginning of one. */
function compileUrl(pattern: string): ReadText {
  return compileText(pattern.replace('{c}', '{c|raw}'), 'url');
}

export function compileIcon(rule: IconRule): (subject: Subject) => string {
  if (typeof rule === 'string') return () => rule;
  const read = compileText(rule.by);
  return (subject) => rule.values[read(subject) ?? ''] ?? rule.otherwise;
}
