// A document read while it arrives gives what it gives when it is read whole, wherever the pieces end.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schemaOf } from '../../../src/core/protocols/schema.ts';
import { readXml } from '../../../src/core/protocols/xmlRead.ts';
import { XmlReading, type XmlReadingOptions } from '../../../src/core/protocols/xmlReading.ts';
import { broken, documents, makeModel } from './xmlDocuments.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** `eager` tries at every piece, and goes into whatever has children. */
const eager = { pace: 1, long: 1 };
const ways: readonly XmlReadingOptions[] = [{}, eager, { pace: 1 }, { pace: 40, long: 100 }];

/** A page with every document's children, so that lists hold more than fits a piece. */
const page = `<R>${documents.map((text) => text.slice(3, -4)).join('')}</R>`;
const items = Array.from({ length: 200 }, (_, i) => `<item><X>${'x'.repeat(i)}</X></item>`);
const listing = `<R><A>1</A><E>${items.join('\n')}</E><B>2</B></R>`;

test('it gives the same wherever the pieces end', () => {
  const schema = outputSchema();
  for (const document of [...documents, page, listing]) {
    const whole = readXml(schema, encode(document));
    for (const way of ways) {
      for (const size of [1, 2, 3, 7, 64, 1000]) {
        assert.deepEqual(readInPieces(document, size, way), whole, `${document} by ${size}`);
      }
    }
  }
});

test('it refuses what is broken, when all has come', () => {
  for (const document of [...broken, `${listing.slice(0, -9)}</Z></R>`, '', 'no XML']) {
    for (const way of ways) {
      for (const size of [1, 3, 64]) {
        assert.throws(() => readInPieces(document, size, way), document);
      }
    }
  }
});

test('it finds the members in the wrapper, and none where there are none to find', () => {
  const schema = outputSchema();
  const wrapped = `<Answer><Meta>1</Meta><R><A>1</A></R><After/></Answer>`;
  const reading = new XmlReading(schema, { ...eager, wrapper: 'R' });
  for (const byte of encode(wrapped)) reading.push(Uint8Array.of(byte));
  assert.deepEqual(reading.finish(), { A: '1' });
  const without = new XmlReading(schema, { ...eager, wrapper: 'Else' });
  without.push(encode(wrapped));
  assert.throws(() => without.finish(), /it has no element Else/);
});

test('it does not stand still at an element that has no end yet', () => {
  const text = 'y'.repeat(3_000_000);
  const document = `<R><A>${text}</A><B>2</B></R>`;
  assert.deepEqual(readInPieces(document, 4096, {}), { A: text, B: '2' });
});

function readInPieces(document: string, size: number, options: XmlReadingOptions): unknown {
  const bytes = encode(document);
  const reading = new XmlReading(outputSchema(), options);
  for (let at = 0; at < bytes.length; at += size) reading.push(bytes.slice(at, at + size));
  return reading.finish();
}

function outputSchema() {
  const { service, operation } = makeModel();
  if (operation.output === undefined) throw new Error('The operation has no output.');
  return schemaOf(service, operation.output);
}
