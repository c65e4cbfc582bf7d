// What a reader of XML learned from one document must never change how it reads another.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { broken, documents, makeReader } from './xmlDocuments.ts';

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

test('it reads each document as if it were the first after many whose texts never repeat', () => {
  const experienced = makeReader();
  const unlike = [
    ...documents,
    '<R><A>&quot;x</A><B>y&quot;</B></R>',
    '<R><A>&quot;x&quot; </A><B>y</B></R>',
    '<R><A>&quot;<!-- -->&quot;</A><B>y&amp;z</B></R>',
    '<R><A>&quot;x&quot;<B>y</B></A></R>',
    '<R><A>&quot;x&quot;</A><B>ü</B><C><Z>2024-05-01T10:20:30.1Z</Z></C></R>',
    '<R><A>&quot;x&quot;</A><B>y</B><C><Z>2024-05-01T10:20:30.123Z</Z></C></R>',
    '<R><A>&quot;x&quot;</A><B>y</B><C><Z>2023-02-29T10:20:30Z</Z></C></R>',
    '<R><A>&quot;x&quot;</A><B>y</B><C><Z>Wed, 01 May 2024 10:20:30 GMT</Z></C></R>',
  ];
  for (let i = 0; i < enough; i++) {
    const time = new Date(1_700_000_000_000 + i * 86_400_000).toISOString().replace('.000', '');
    experienced(`<R><A>&quot;${i}&quot;</A><B>number ${i}</B><C><Z>${time}</Z></C><F>${i}</F></R>`);
  }
  for (const document of unlike) {
    assert.deepEqual(outcomeOf(experienced, document), outcomeOf(makeReader(), document), document);
  }
  for (const document of broken) assert.throws(() => experienced(document), document);
});

test('it refuses what is broken, whatever it has read before', () => {
  const experienced = makeReader();
  for (const document of documents) experienced(document);
  for (const document of broken) assert.throws(() => experienced(document), document);
});

test('it reads where the process does not let code be made', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--disallow-code-generation-from-strings',
    fileURLToPath(new URL('./readManyTimes.ts', import.meta.url)),
    documents[0] ?? '',
    String(enough),
  ]);
  assert.deepEqual(JSON.parse(stdout), { A: '1', B: '2' });
});

test('it gives texts that do not depend on what else is in the document', () => {
  const words = Array.from({ length: 3000 }, (_, i) => `word ${i % 700}`.repeat((i % 9) + 1));
  const list = words.map((word) => `<member>${word}</member>`).join('');
  assert.deepEqual(makeReader()(`<R><D>${list}</D></R>`), { D: words });
});

test('it gives texts that come in an order, and out of it', () => {
  const read = makeReader();
  const known = [
    'a',
    'ab',
    'abc',
    'abcdefg',
    'abcdefgh',
    'abcdefghi',
    'zbcdefghi',
    'abcdefghz',
    'ü',
    '',
  ];
  const texts = [...known, 'one &amp; all', 'one &amp;', 'x'.repeat(64), 'x'.repeat(65)];
  const orders: readonly ((k: number) => number)[] = [
    (k) => k,
    (k) => k >> 1,
    (k) => k * 3 + (k % 17 === 0 ? 1 : 0),
    (k) => (k * k * 31 + (k >> 3)) % 101,
  ];
  for (let i = 0; i < 16; i++) {
    const order = Array.from(
      { length: 500 },
      (_, k) => texts[(orders[i % 4]?.(k) ?? 0) % texts.length] ?? '',
    );
    const items = order.map((text) => `<item><X>${text}</X></item>`);
    const expected = order.map((text) => ({ X: text.replace('&amp;', '&') }));
    assert.deepEqual(read(`<R><E>${items.join('')}</E></R>`), { E: expected });
  }
});

test('it reads a text to its end, whatever characters stand wherever in it', () => {
  const experienced = makeReader();
  for (let i = 0; i < enough; i++) experienced(`<R><A>number ${i}</A><B>${i}</B></R>`);
  for (const [written, read] of characters) {
    for (let before = 0; before < 9; before++) {
      for (let after = 0; after < 9; after++) {
        const text = (middle: string) => `${'x'.repeat(before)}${middle}${';'.repeat(after)}`;
        const document = `<R><A>${text(written)}</A><B>${text(written)}</B></R>`;
        const expected = { A: text(read), B: text(read) };
        assert.deepEqual(experienced(document), expected, document);
        assert.deepEqual(makeReader()(document), expected, document);
      }
    }
  }
});

/** As they are written, and as they are read. Some are one bit from those with a meaning. */
const characters: readonly (readonly [written: string, read: string])[] = [
  ['', ''],
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&#x3c;', '<'],
  ['\r', '\n'],
  ['\r\n', '\n'],
  ['<!-- < -->', ''],
  ...['\u0001', '\t', '\n', '\f', '\u000e', '%', "'", ';', '=', '\u007f'].map(asWritten),
  ...['\u0080', '\u008d', '¦', '¼', 'é', '€', '😀'].map(asWritten),
];

function asWritten(character: string): [string, string] {
  return [character, character];
}

/** What it reads, or why it does not. */
function outcomeOf(read: (document: string) => unknown, document: string): unknown {
  try {
    return read(document);
  } catch (error) {
    return String(error);
  }
}

/** So that functions are made of what was learned, and made again. */
const enough = 3500;
