import type { Schema } from './schema.ts';
import type { XmlCursor } from './xmlCursor.ts';

export interface AttributeMember {
  readonly member: string;
  /** Without prefix: the document may bind another one to the namespace. */
  readonly name: string;
}

/** The members of a structure that are attributes of its element. */
export function attributeMembers(schema: Schema): readonly AttributeMember[] {
  return [...schema.members]
    .filter(([, memberSchema]) => memberSchema.traits.xmlAttribute === true)
    .map(([member, { traits }]) => ({
      member,
      name: (traits.locationName ?? member).replace(/^.*:/, ''),
    }));
}

/** Those of the element just entered, into the output. */
export function readAttributes(
  members: readonly AttributeMember[],
  cursor: XmlCursor,
  output: Record<string, unknown>,
): void {
  const attributes = cursor.attributes();
  for (const { member, name } of members) {
    const value = attributes.get(name);
    if (value !== undefined) output[member] = value;
  }
}
