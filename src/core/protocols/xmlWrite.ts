// Input to an XML document, as `rest-xml` sends it.

import type { Document } from './protocol.ts';
import { formatBase64 } from './scalars.ts';
import type { Schema } from './schema.ts';
import { formatTimestamp } from './timestamps.ts';

/** One element and all in it. */
export function writeXml(schema: Schema, name: string, value: unknown): string {
  switch (schema.type) {
    case 'structure':
      return writeStructure(schema, name, value as Document);
    case 'list':
      return writeList(schema, name, value as readonly unknown[]);
    case 'map':
      return writeMap(schema, name, value as Document);
    case 'blob':
      return writeText(schema, name, formatBase64(value));
    case 'timestamp':
      return writeText(
        schema,
        name,
        String(formatTimestamp(value, schema.traits.timestampFormat ?? 'iso8601')),
      );
    case 'boolean':
      return writeText(schema, name, value ? 'true' : 'false');
    default:
      return writeText(schema, name, String(value));
  }
}

function writeStructure(schema: Schema, name: string, value: Document): string {
  let attributes = namespaceOf(schema);
  let content = '';
  for (const [key, item] of Object.entries(value)) {
    const member = schema.members.get(key);
    if (member === undefined || item === undefined || item === null) continue;
    const wireName = member.traits.locationName ?? key;
    if (member.traits.xmlAttribute === true) {
      attributes += ` ${wireName}="${escapeAttribute(String(item))}"`;
    } else {
      content += writeXml(member, wireName, item);
    }
  }
  return writeElement(name, attributes, content);
}

/** The items of a flattened list stand in the structure itself, under the list's name. */
function writeList(schema: Schema, name: string, items: readonly unknown[]): string {
  const isFlattened = schema.traits.flattened === true;
  const itemName = isFlattened ? name : (schema.element.traits.locationName ?? 'member');
  const content = items.map((item) => writeXml(schema.element, itemName, item)).join('');
  return isFlattened ? content : writeElement(name, namespaceOf(schema), content);
}

function writeMap(schema: Schema, name: string, value: Document): string {
  const isFlattened = schema.traits.flattened === true;
  const keyName = schema.key.traits.locationName ?? 'key';
  const valueName = schema.value.traits.locationName ?? 'value';
  const content = Object.entries(value).map(([key, item]) =>
    writeElement(
      isFlattened ? name : 'entry',
      '',
      writeXml(schema.key, keyName, key) + writeXml(schema.value, valueName, item),
    ),
  );
  return isFlattened ? content.join('') : writeElement(name, namespaceOf(schema), content.join(''));
}

function writeText(schema: Schema, name: string, text: string): string {
  return writeElement(name, namespaceOf(schema), escapeText(text));
}

function writeElement(name: string, attributes: string, content: string): string {
  return content === '' ? `<${name}${attributes} />` : `<${name}${attributes}>${content}</${name}>`;
}

/** A space and the attribute, or nothing. Old models have the URI alone. */
function namespaceOf(schema: Schema): string {
  const namespace: unknown = schema.traits.xmlNamespace;
  if (typeof namespace === 'string') return ` xmlns="${escapeAttribute(namespace)}"`;
  const { uri, prefix } = schema.traits.xmlNamespace ?? {};
  if (uri === undefined) return '';
  return ` xmlns${prefix ? `:${prefix}` : ''}="${escapeAttribute(uri)}"`;
}

/** A carriage return is escaped, because a reader of XML turns a bare one into a line feed. */
function escapeText(text: string): string {
  return /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, escapeCharacter) : text;
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return escapes[character] ?? `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
