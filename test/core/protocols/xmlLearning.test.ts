// What a reader of XML learned from one document must never change how it reads another.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { protocolOf } from '../../../src/core/protocols/protocols.ts';
import { makeService, structure } from './testService.ts';

const shapes = {
  Output: structure({ A: 'Text', B: 'Text', C: 'Inner', D: 'Texts', E: 'Inners', F: 'Int' }),
  Inner: structure({ X: 'Text', Y: 'Inner', Z: 'Time' }),
  Inners: { type: 'list', member: { shape: 'Inner', locationName: 'item' } },
} as const;

const documents: readonly string[] = [
  '<R><A>1</A><B>2</B></R>',
  '<R>\n  <A>1</A>\n  <B>2</B>\n</R>',
  '<R><A/><B>2</B></R>',
  '<R><A></A><B/></R>',
  '<R><A>x<B>y</B></A></R>',
  '<R><A>x</A><!-- <B>no</B> --><B>y</B></R>',
  '<R><n:A>x</n:A><B>y</B></R>',
  '<R><A>&amp;x &#169; ü</A><B>\r\n</B></R>',
  '<R><C><X>1</X><Z>2024-05-01T10:20:30Z</Z></C><F>5</F></R>',
  '<R><C/><D><member>1</member></D></R>',
  '<R><C><Y><X>1</X></Y></C></R>',
  '<R><C><Y><Y/></Y></C></R>',
  '<R><D/><E><item/></E></R>',
  '<R><E/><A>1</A></R>',
  '<R><E/>\n<item><X>1</X></item><A>1</A></R>',
  '<R><E><item><X>1</X></item><item><X>2</X></item></E><B>3</B></R>',
  '<R><E><other><X>1</X></other><item><New/><X>2</X></item></E></R>',
  '<R><D><a>1</a><b>2</b></D><D><a/></D></R>',
  '<R><F>12</F><F> 7 </F></R>',
];

const broken: readonly string[] = [
  '<R><A>1</B><B>2</B></R>',
  '<R><n:A>1</A><B>2</B></R>',
  '<R><C><X>1</X></E></R>',
  '<R><E><item><X>1</X></E></item></R>',
  '<R><A>1</A><B>2</B>',
];

test('it reads each document as if it were the first', () => {
  const experienced = makeReader();
  for (const first of documents) {
    for (const second of documents) {
      experienced(first);
      assert.deepEqual(experienced(second), makeReader()(second), `${first} then ${second}`);
    }
  }
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

/** With shapes of its own, since it is them that readers are kept for. */
function makeReader(): (document: string) => unknown {
  const parts = { protocol: 'rest-xml', shapes: structuredClone(shapes) } as const;
  const { service, operation } = makeService(parts);
  return (document) =>
    protocolOf(service).parseOutput(service, operation, {
      statusCode: 200,
      headers: {},
      body: new TextEncoder().encode(document),
    });
}
