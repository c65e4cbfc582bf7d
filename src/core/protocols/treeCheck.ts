// A quick test of the objects of one structure: true where all members are known and are what the output has, so that
// nothing is to be done. It is a function made of the model's names alone, because a loop that looks at the members of
// objects of any kind takes twice as long.

import { madeFunction } from './madeFunction.ts';
import type { Schema } from './schema.ts';

/** After so many objects a test of them is made, which takes a tenth of a millisecond. */
const worthwhile = 1000;
/** Beyond, those that are absent cost more than a loop over those that are there. */
const mostMembers = 32;

export class TreeCheck {
  readonly #schema: Schema;
  readonly #isUnread: (schema: Schema) => boolean;
  #test: ((tree: object) => boolean) | undefined;
  #isMade = false;
  /** Objects in a row that were not found to be fine. */
  #missed = 0;

  /** `isUnread` tells which schemas' values are all the output's. */
  constructor(schema: Schema, isUnread: (schema: Schema) => boolean) {
    this.#schema = schema;
    this.#isUnread = isUnread;
  }

  /** True where the object may stay as it is; false where it is to be looked at. */
  passes(tree: object): boolean {
    if (this.#test?.(tree)) {
      this.#missed = 0;
      return true;
    }
    if (++this.#missed === worthwhile) this.#change();
    return false;
  }

  /** Made once, and given up where none passes. */
  #change(): void {
    this.#test = this.#isMade ? undefined : createTest(this.#schema, this.#isUnread);
    this.#isMade = true;
    this.#missed = 0;
  }
}

/** Undefined where there is too little or too much to it, and where the process does not let code be made. */
function createTest(schema: Schema, isUnread: (schema: Schema) => boolean) {
  const source = testSource(schema, isUnread);
  return source === undefined
    ? undefined
    : madeFunction<(tree: object) => boolean>(['tree'], source);
}

/** Counts the members there are, and down again for each that is as it should be. */
function testSource(schema: Schema, isUnread: (schema: Schema) => boolean): string | undefined {
  if (schema.members.size === 0 || schema.members.size > mostMembers) return undefined;
  const lines = ['let left = 0, value;', 'for (const name in tree) left += 1;'];
  for (const [member, memberSchema] of schema.members) {
    if (member in Object.prototype) return undefined;
    const fits = isUnread(memberSchema) ? 'value !== null' : fitsByType[memberSchema.type];
    // Where one is there that is to be read, the count stays too high.
    if (fits === undefined || memberSchema.traits.location !== undefined) continue;
    lines.push(`value = tree[${JSON.stringify(member)}];`);
    lines.push(`if (value !== undefined) { if (!(${fits})) return false; left -= 1; }`);
  }
  return `'use strict'; ${lines.join('\n')}\nreturn left === 0;`;
}

/** When values that have a reader need none. */
const fitsByType: Partial<Record<Schema['type'], string>> = {
  integer: 'Number.isSafeInteger(value)',
  long: 'Number.isSafeInteger(value)',
  float: "typeof value === 'number'",
  double: "typeof value === 'number'",
  boolean: "typeof value === 'boolean'",
};
