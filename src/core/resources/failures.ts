// What an answer says was not done, though AWS took the request: read by the path of a declaration, and put in words.

import { maskSensitive } from '../mask.ts';
import type { Service } from '../models/model.ts';
import { type Document, isDocument } from '../protocols/protocol.ts';
import type { ActionRule } from './kind.ts';
import { compilePath } from './paths.ts';
import { outputPlaces } from './shapes.ts';

/** As AWS words them; an entry of a map has its key as `name`. None for an action that declares no failures. */
export function readFailures({ failures: path }: ActionRule, output: unknown): readonly unknown[] {
  if (path === undefined) return [];
  const found = compilePath(path)(output) ?? [];
  if (!isDocument(found)) return Array.isArray(found) ? found : [found];
  return Object.entries(found).map(([name, value]) => ({ name, ...(isDocument(value) && value) }));
}

/** The failures of an answer, each in a few words without what is secret. */
export function describeFailures(
  service: Service,
  rule: ActionRule,
  output: Document,
): readonly string[] {
  const { value } = maskSensitive(outputPlaces(service, rule.operation), output);
  return readFailures(rule, value).map(describeFailure);
}

/** What it is about, and why: `arn:aws:ecs:…: MISSING`. */
function describeFailure(failure: unknown): string {
  if (!isDocument(failure)) return String(failure);
  const leaves = leavesOf(failure);
  const about = leaves.filter((leaf) => !leaf.isReason).map(({ text }) => text);
  const reasons = leaves.filter((leaf) => leaf.isReason).map(({ text }) => text);
  return [about.join(' '), reasons.join(', ')].filter(Boolean).join(': ') || 'no reason told';
}

interface Leaf {
  readonly text: string;
  readonly isReason: boolean;
}

const reason = /error|fail|reason|message|detail|code|fault|status|result|exception|description/i;
const naming = /(?:id|identifier)$/i;

/** Structures within are of use where they name something or give the reason; else they repeat what was asked for. */
function leavesOf(document: Document, isWithinReason = false): readonly Leaf[] {
  return Object.entries(document).flatMap(([name, value]): readonly Leaf[] => {
    const isReason = isWithinReason || reason.test(name);
    if (typeof value === 'string' || typeof value === 'number') {
      return value === '' ? [] : [{ text: String(value), isReason }];
    }
    return isDocument(value) && (isReason || naming.test(name)) ? leavesOf(value, isReason) : [];
  });
}
