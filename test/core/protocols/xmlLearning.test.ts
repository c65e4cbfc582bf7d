// What a reader of XML learned from one document must never change how it reads another.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { protocolOf } from '../../../src/core/protocols/protocols.ts';
import { broken, documents, makeModel } from './xmlDocuments.ts';

test('it reads each document as if it were the first', () => {
  const experienced = makeReader();
  for (const first of documents) {
    for (const second of documents) {
      experienced(first);
      assert.deepEqual(experienced(second), makeReader()(second), `${first} then ${second}`);
    }
  }
});

test('it reads each document as if it were the first after many of one kind', () => {
  for (const usual of documents) {
    const experienced = makeReader();
    for (let i = 0; i < enough; i++) experienced(usual);
    for (const document of documents) {
      assert.deepEqual(experienced(document), makeReader()(document), `${usual} then ${document}`);
    }
    for (const document of broken) assert.throws(() => experienced(document), document);
  }
});

test('it reads each document as if it were the first after many of all kinds', () => {
  const experienced = makeReader();
  for (let i = 0; i < enough; i++) experienced(documents[i % documents.length] ?? '');
  for (let i = 0; i < enough; i++) {
    const document = documents[(i * 7) % documents.length] ?? '';
    assert.deepEqual(experienced(document), makeReader()(document), document);
  }
  for (const document of broken) assert.throws(() => experienced(document), document);
});

test('it refuses what is broken, whatever it has read before', () => {
  const experienced = makeReader();
  for (const document of documents) experienced(document);
  for (const document of broken) assert.throws(() => experienced(document), document);
});

test('it gives texts that do not depend on what else is in the document', () => {
  const words = Array.from({ length: 3000 }, (_, i) => `word ${i % 700}`.repeat((i % 9) + 1));
  const list = words.map((word) => `<member>${word}</member>`).join('');
  assert.deepEqual(makeReader()(`<R><D>${list}</D></R>`), { D: words });
});

/** So that functions are made of what was learned, and made again. */
const enough = 3500;

function makeReader(): (document: string) => unknown {
  const { service, operation } = makeModel();
  return (document) =>
    protocolOf(service).parseOutput(service, operation, {
      statusCode: 200,
      headers: {},
      body: new TextEncoder().encode(document),
    });
}
