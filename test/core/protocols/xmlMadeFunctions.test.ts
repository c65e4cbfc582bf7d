// Functions made for what follows what make neighbouring texts together, read small structures within larger ones, and
// numbers by themselves. None of that must show in what is read.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getHeapSnapshot } from 'node:v8';
import { schemaOf } from '../../../src/core/protocols/schema.ts';
import { readXml } from '../../../src/core/protocols/xmlRead.ts';
import { XmlReading, type XmlReadingOptions } from '../../../src/core/protocols/xmlReading.ts';
import { makeService, structure } from './testService.ts';

const shapes = {
  Output: structure({
    Marker: 'Text',
    People: 'People',
    Doors: { shape: 'Rooms', flattened: true },
    Total: 'Int',
  }),
  People: { type: 'list', member: { shape: 'Person' } },
  Person: structure({
    Path: 'Text',
    Name: 'Text',
    Id: 'Text',
    Key: 'Secret',
    Arn: 'Text',
    Size: 'Int',
    IsNew: 'Flag',
    Born: 'Time',
    Note: 'Text',
    Others: { shape: 'Texts', flattened: true },
    Home: 'Place',
    Rooms: 'Rooms',
  }),
  Place: structure({ Street: 'Text', Town: 'Text', Number: 'Int' }),
  Rooms: { type: 'list', member: { shape: 'Room' } },
  Room: structure({ Number: 'Int', Name: 'Text', IsFree: 'Flag' }),
  Secret: { type: 'string', sensitive: true },
  Flag: { type: 'boolean' },
} as const;

const room = (i: number) =>
  `<member><Number>${i}</Number><Name>room ${i % 3}</Name><IsFree>${i % 2 === 0}</IsFree></member>`;

const usual = (i: number) =>
  `<Path>/a/path/of/number/${i}/</Path>\n  <Name>person-${i}</Name>\n  <Id>ID${i * 7919}</Id>\n  ` +
  `<Arn>arn:aws:iam::123456789012:user/person-${i}</Arn>\n  <Size>${i}</Size>\n  <IsNew>${i % 2 === 0}</IsNew>\n  ` +
  `<Born>2024-0${(i % 9) + 1}-11T10:20:30Z</Born><Note>note ${i}</Note>\n  ` +
  `<Home><Street>street number ${i}</Street><Town>town number ${i % 7}</Town><Number>${i}</Number></Home>\n  ` +
  `<Rooms>${room(i)}${room(i + 1)}</Rooms>`;

const unusual: readonly string[] = [
  '',
  '<Path/>',
  '<Path></Path>\n  <Name></Name>\n  <Id></Id>\n  <Arn></Arn>',
  '<Path>a/path/without/a/name</Path>\n  <Id>an id of some length</Id>\n  <Arn>arn:aws:x</Arn>',
  '<Name>the name of a person</Name>\n  <Id>an id of some length</Id>',
  '<Path>a path of some length</Path>\n  <Name>a &amp; b &lt; c</Name>\n  <Id>an id of some length</Id>',
  '<Path>a &amp; b</Path>\n  <Name>the name of a person</Name>\n  <Id>ID</Id>',
  '<Path>a path of some length</Path>\n  <Name>Zoë Müller of Köln</Name>\n  <Id>an id of some length</Id>',
  '<Path>Zoë Müller of Köln</Path>\n  <Name>the name of a person</Name>',
  '<Path>a path of some length</Path>\n  <Name>one\r\ntwo</Name>\n  <Id>an id of some length</Id>',
  '<Path>a path of some length</Path>\n  <Name>a <!-- b --> c</Name>\n  <Id>an id of some length</Id>',
  '<Path>a path of some length</Path>\n  <Name><![CDATA[a < b]]></Name>\n  <Id>an id</Id>',
  '<Path>a path of some length</Path>\n  <Name lang="en">a name of some length</Name>\n  <Id>an id</Id>',
  '<Path>a path of some length</Path>\n  <Name/>\n  <Id>an id of some length</Id>',
  '<Path>a path of some length</Path>\n  <Name>x<Id>within</Id></Name>\n  <Id>an id</Id>',
  '<Path>a path of some length</Path>\n  <Path>another path of that length</Path>\n  <Name>name</Name>',
  '<Name>a name of some length</Name>\n  <Path>a path of some length</Path>\n  <Name>another</Name>',
  `<Path>${'a long path '.repeat(60)}</Path>\n  <Name>a name of some length</Name>\n  <Id>ID</Id>`,
  `<Path>a path of some length</Path>\n  <Name>${'a long name '.repeat(60)}</Name>\n  <Id>ID</Id>`,
  '<Path>a path of some length</Path>\n  <Name>a name of some length</Name>\n  <Key>secret</Key>\n  <Arn>arn</Arn>',
  '<Path>a path of some length</Path><Name>a name of some length</Name>',
  '<Home/><Rooms/>',
  '<Home></Home><Rooms></Rooms>',
  '<Home><Street>a street</Street></Home>',
  '<Home><Town>a town</Town><Street>a street</Street></Home>',
  '<Home><Street>a street</Street><Region>a region</Region><Town>a town</Town></Home><Note>a note</Note>',
  '<Home><Street>a street</Street><Region><Name>a region</Name></Region></Home><Size>7</Size>',
  '<Home><Street>a &amp; b</Street><Town>Köln</Town><Number>x<!-- -->7</Number></Home><Size>7</Size>',
  '<Home><Street>a <!-- --> b</Street><Town><![CDATA[c]]></Town></Home><Size>7</Size>',
  '<Home kind="own"><Street>a street</Street></Home><Size>7</Size>',
  '<Home><Street kind="long">a street</Street><Town/></Home><Size>7</Size>',
  '<Home>\n  <Street>a street</Street>\n  </Home><Size>7</Size>',
  '<Home><Street>one</Street><Street>two</Street></Home><Home><Town>three</Town></Home>',
  '<x:Home><Street>a street</Street></x:Home><Size>7</Size>',
  '<Rooms><member/><member></member><other><Name>a name</Name></other></Rooms>',
  '<Rooms><member><Name>a name</Name></member><member><Doors>2</Doors></member></Rooms><Size>7</Size>',
  '<Rooms><member><Number>1</Number><Name>a &lt; b</Name></member>\n<member kind="big"/></Rooms>',
  '<Others>one of the others</Others><Others>two of the others</Others>',
  '<Size>-12</Size><Size>007</Size><IsNew>TRUE</IsNew>',
  '<Size>123456789012345</Size>',
  '<Size>9007199254740993</Size><IsNew>true </IsNew>',
  '<Size></Size>',
  '<Size> 7 </Size><IsNew/>',
  '<Size>1<!-- --></Size><IsNew>true<!-- --></IsNew>',
  '<Born>2024-02-29T23:59:60Z</Born><Note>"&quot;</Note>',
  '<Born>2024-02-29T23:59:59.999Z</Born><Note>&quot;x&quot;</Note>',
  '<Born>2024-02-29T23:59:59.9999Z</Born>',
  '<Born>2023-02-29T23:59:59Z</Born>',
];

/** The second goes into whatever has children. */
const ways: readonly XmlReadingOptions[] = [{ pace: 1 }, { pace: 1, long: 1 }];

const broken: readonly string[] = [
  '<Path>a path of some length</Name>',
  '<Path>a path of some length</Path>\n  <Name>a name</Path>',
  '<Path>a path of some length</Path>\n  <Name>a name</Name',
  '<Size>12</Path>',
  '<IsNew>true</Size>',
  '<Home><Street>a street</Street>',
  '<Home><Street>a street</Street></Rooms>',
  '<Home><Street>a street</Home></Street>',
  '<x:Home><Street>a street</Street></Home>',
  '<Home><Street>a street</Street></x:Home>',
  '<Rooms><member><Number>1</Number></Rooms></member>',
];

test('it reads what is unlike the usual as if it were the first', () => {
  const experienced = experiencedSchema();
  for (const person of [usual(1), ...unusual]) {
    for (const next of [usual(2), ...unusual]) {
      const document = documentOf([person, next]);
      assert.deepEqual(
        outcomeOf(experienced, document),
        outcomeOf(makeSchema(), document),
        document,
      );
    }
  }
  for (const person of broken) {
    assert.throws(() => readXml(experienced, encode(documentOf([person]))), person);
  }
});

test('it keeps the members in the order of the document, as members of their own', () => {
  const document = documentOf([usual(5)]);
  const [person] = people(readXml(experiencedSchema(), encode(document)));
  assert.deepEqual(Object.entries(person ?? {}), [
    ['Path', '/a/path/of/number/5/'],
    ['Name', 'person-5'],
    ['Id', 'ID39595'],
    ['Arn', 'arn:aws:iam::123456789012:user/person-5'],
    ['Size', 5],
    ['IsNew', false],
    ['Born', new Date('2024-06-11T10:20:30Z')],
    ['Note', 'note 5'],
    ['Home', { Street: 'street number 5', Town: 'town number 5', Number: 5 }],
    [
      'Rooms',
      [
        { Number: 5, Name: 'room 2', IsFree: false },
        { Number: 6, Name: 'room 0', IsFree: true },
      ],
    ],
  ]);
});

test('it gives the same wherever a piece ends', () => {
  for (const way of ways) {
    const schema = experiencedSchema(usual, way);
    const readable = unusual.filter(
      (item) => typeof outcomeOf(schema, documentOf([item])) === 'object',
    );
    const items = [usual(1), ...readable.filter(({ length }) => length < 400), usual(2)];
    for (let i = 0; i < items.length; i += 3) {
      const document = encode(documentOf(items.slice(i, i + 3)));
      const whole = readXml(makeSchema(), document);
      for (let cut = 1; cut < document.length; cut++) {
        const pieces = [document.slice(0, cut), document.slice(cut)];
        assert.deepEqual(readInPieces(schema, pieces, way), whole, `cut at ${cut} of ${i}`);
      }
    }
  }
});

test('it gives the same when it comes in small pieces', () => {
  for (const way of ways) {
    const schema = experiencedSchema(usual, way);
    for (const item of unusual) {
      const document = encode(documentOf([usual(1), item, usual(2)]));
      const expected = outcomeOf(makeSchema(), documentOf([usual(1), item, usual(2)]));
      for (const size of [1, 7, 40]) {
        const read = () => readInPieces(schema, piecesOf(document, size), way);
        if (typeof expected === 'string') assert.throws(read, item);
        else assert.deepEqual(read(), expected, `${item} by ${size}`);
      }
    }
  }
});

test('it refuses in pieces what is broken', () => {
  for (const way of ways) {
    const schema = experiencedSchema(usual, way);
    for (const item of broken) {
      const document = encode(documentOf([usual(1), item, usual(2)]));
      for (const size of [1, 7, 1000]) {
        assert.throws(() => readInPieces(schema, piecesOf(document, size), way), item);
      }
    }
  }
});

test('it keeps no sensitive text alive by what stands beside it', async () => {
  const person = (i: number) =>
    `<Path>/a/path/of/number/${i}/</Path>\n  <Name>is kept for number ${i}</Name>\n  ` +
    `<Key>${secretOf(i)}</Key>\n  <Id>an id of some length ${i}</Id>`;
  const schema = experiencedSchema(person);
  const documents = Array.from({ length: 50 }, (_, i) => encode(documentOf([person(i)])));
  const kept = documents.map((document) => people(readXml(schema, document)).map(withoutKey));
  const heap = await readHeap();
  assert.ok(heap.includes(String(kept.at(-1)?.at(0)?.Name)));
  assert.ok(!heap.includes(secretOf(49)));
});

/** Made when it is wanted, so that the code itself does not hold it. */
function secretOf(i: number): string {
  return ['very', 'secret', i].join('-');
}

function withoutKey({ Key, ...rest }: Record<string, unknown>): Record<string, unknown> {
  assert.ok(String(Key).startsWith('very-secret-'));
  return rest;
}

async function readHeap(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of getHeapSnapshot()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** One that has read so many people, whole and in pieces, that functions were made for them, and made again. */
function experiencedSchema(person = usual, way?: XmlReadingOptions) {
  const schema = makeSchema();
  for (let i = 0; i < 3500; i++) {
    const document = encode(documentOf([person(i)]));
    readXml(schema, document);
    if (way !== undefined && i < 2000) readInPieces(schema, piecesOf(document, 200), way);
  }
  return schema;
}

function piecesOf(bytes: Uint8Array, size: number): Uint8Array[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, i) => bytes.slice(i * size, (i + 1) * size));
}

function readInPieces(
  schema: ReturnType<typeof makeSchema>,
  pieces: readonly Uint8Array[],
  way: XmlReadingOptions,
): unknown {
  const reading = new XmlReading(schema, way);
  for (const piece of pieces) reading.push(piece);
  return reading.finish();
}

function documentOf(items: readonly string[]): string {
  const people = items.map((item) => `<member>\n  ${item}</member>`).join('');
  const doors = items.map(
    (item, i) => `<Doors><Number>${i}</Number><Name>${item.length}</Name></Doors>`,
  );
  return `<R><Marker>a</Marker><People>${people}</People>${doors.join('')}<Total>${items.length}</Total></R>`;
}

function makeSchema() {
  const { service, operation } = makeService({
    protocol: 'rest-xml',
    shapes: structuredClone(shapes),
  });
  if (operation.output === undefined) throw new Error('The operation has no output.');
  return schemaOf(service, operation.output);
}

function people(output: Record<string, unknown>): Record<string, unknown>[] {
  return output.People as Record<string, unknown>[];
}

/** What it reads, or why it does not. */
function outcomeOf(schema: ReturnType<typeof makeSchema>, document: string): unknown {
  try {
    return readXml(schema, encode(document));
  } catch (error) {
    return String(error);
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
