// A second list whose rows belong to the items of the first, such as the aliases of KMS keys.

import type { Client } from '../client.ts';
import type { CallOptions } from '../clientOptions.ts';
import { ServiceError } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import type { JoinRule } from './kind.ts';
import { compileList, compilePath } from './paths.ts';

/** Puts the rows of a joined list into an item. */
export type JoinItem = (item: unknown) => unknown;

/** Reads the second list whole. If AWS refuses it, the items stay as they are: they are whole without it. */
export async function readJoin(
  client: Client,
  rule: JoinRule,
  input: Document,
  options: CallOptions,
): Promise<JoinItem> {
  try {
    return joinRows(rule, await readRows(client, rule, input, options));
  } catch (error) {
    if (error instanceof ServiceError) return (item) => item;
    throw error;
  }
}

async function readRows(
  client: Client,
  rule: JoinRule,
  input: Document,
  options: CallOptions,
): Promise<readonly unknown[]> {
  const list = compileList(rule.path);
  const rows: unknown[] = [];
  for await (const output of client.pages(rule.operation, input, options)) {
    for (const row of list(output)) rows.push(row);
  }
  return rows;
}

function joinRows(rule: JoinRule, rows: readonly unknown[]): JoinItem {
  const on = compilePath(rule.on);
  const equals = compilePath(rule.equals);
  const rowsByValue = Map.groupBy(rows, (row) => String(on(row)));
  return (item) => {
    const found = rowsByValue.get(String(equals(item)));
    return found && typeof item === 'object' ? { ...item, [rule.as]: found } : item;
  };
}
