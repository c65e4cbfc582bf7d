// An output as a service sends it, in each of the six wire formats.

import type { OperationModel, Service } from '../../src/core/models/model.ts';
import type { Document } from '../../src/core/protocols/protocol.ts';
import { protocolNameOf, protocolOf } from '../../src/core/protocols/protocols.ts';
import { type Schema, schemaOf } from '../../src/core/protocols/schema.ts';
import { formatTimestamp } from '../../src/core/protocols/timestamps.ts';

export interface Answer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export function writeAnswer(service: Service, operation: OperationModel, output: Document): Answer {
  if (operation.output === undefined) return { headers: {}, body: '' };
  const schema = schemaOf(service, operation.output);
  switch (protocolNameOf(service)) {
    case 'query':
      return xml(writeQuery(schema, operation, output));
    case 'ec2':
      return xml(writeElement(schema, `${operation.name}Response`, output));
    case 'rest-xml':
      return writeRestXml(service, operation, output, schema);
    default:
      return asRequest(service, operation, output);
  }
}

/** Values go into an answer of these formats as they go into a request. */
function asRequest(service: Service, operation: OperationModel, output: Document): Answer {
  const { output: sent } = operation;
  const http = { method: 'POST', requestUri: '/' };
  const swapped = { ...operation, http, ...(sent && { input: sent }) };
  const { headers = {}, body = '' } = protocolOf(service).buildRequest(service, swapped, output);
  const own = Object.entries(headers).filter(([name]) => !unsent.test(name));
  return { headers: Object.fromEntries(own), body: body as string | Uint8Array };
}

/** Node sends some by itself, and a wrong checksum or encoding is no answer. */
const unsent =
  /^(?:content-(?:length|encoding|range|md5)|transfer-encoding|connection|date|x-amz-target|x-amz-checksum.*|x-amz-decoded.*)$/i;

function writeRestXml(
  service: Service,
  operation: OperationModel,
  output: Document,
  schema: Schema,
): Answer {
  const inBody = [...schema.members].filter(([, member]) => member.traits.location === undefined);
  const names = new Set(inBody.map(([name]) => name));
  const head = Object.fromEntries(Object.entries(output).filter(([name]) => !names.has(name)));
  const { headers } = asRequest(service, operation, head);
  const payload = schema.traits.payload;
  const member = payload === undefined ? undefined : schema.members.get(payload);
  if (member && member.type !== 'structure') {
    return { headers, body: (output[payload ?? ''] ?? '') as string | Uint8Array };
  }
  const body = Object.fromEntries(Object.entries(output).filter(([name]) => names.has(name)));
  const root = member ?? schema;
  const value = member ? (output[payload ?? ''] as Document) : body;
  const text =
    names.size === 0 ? '' : writeElement(root, root.traits.locationName ?? root.name, value ?? {});
  return { headers: { ...headers, 'content-type': 'application/xml' }, body: text };
}

function writeQuery(schema: Schema, { name }: OperationModel, output: Document): string {
  const { resultWrapper = `${name}Result` } = schema.traits;
  const result = writeElement(schema, resultWrapper, output);
  const metadata = '<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>';
  return `<${name}Response>${result}${metadata}</${name}Response>`;
}

function xml(body: string): Answer {
  return { headers: { 'content-type': 'text/xml' }, body };
}

function writeElement(schema: Schema, name: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  switch (schema.type) {
    case 'structure':
      return writeStructure(schema, name, value as Document);
    case 'list':
      return writeList(schema, name, value as readonly unknown[]);
    case 'map':
      return writeMap(schema, name, value as Document);
    default:
      return `<${name}>${escapeXml(scalarText(schema, value))}</${name}>`;
  }
}

function writeStructure(schema: Schema, name: string, value: Document): string {
  let attributes = '';
  let content = '';
  for (const [key, member] of schema.members) {
    const wireName = member.traits.locationName ?? key;
    if (value[key] === undefined) continue;
    if (member.traits.xmlAttribute) attributes += ` ${attributeOf(wireName)}="${value[key]}"`;
    else content += writeElement(member, wireName, value[key]);
  }
  return `<${name}${attributes}>${content}</${name}>`;
}

function attributeOf(name: string): string {
  return name.startsWith('xsi:')
    ? `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ${name}`
    : name;
}

function writeList(schema: Schema, name: string, items: readonly unknown[]): string {
  const { element, traits } = schema;
  const itemName = element.traits.locationName ?? (traits.flattened ? name : 'member');
  const content = items.map((item) => writeElement(element, itemName, item)).join('');
  return traits.flattened ? content : `<${name}>${content}</${name}>`;
}

function writeMap(schema: Schema, name: string, value: Document): string {
  const { key, value: item, traits } = schema;
  const entryName = traits.flattened ? name : 'entry';
  const content = Object.entries(value).map(([one, held]) => {
    const inner =
      writeElement(key, key.traits.locationName ?? 'key', one) +
      writeElement(item, item.traits.locationName ?? 'value', held);
    return `<${entryName}>${inner}</${entryName}>`;
  });
  return traits.flattened ? content.join('') : `<${name}>${content.join('')}</${name}>`;
}

function scalarText(schema: Schema, value: unknown): string {
  if (schema.type === 'blob') return Buffer.from(value as Uint8Array).toString('base64');
  if (schema.type !== 'timestamp') return String(value);
  return String(formatTimestamp(value, schema.traits.timestampFormat ?? 'iso8601'));
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
