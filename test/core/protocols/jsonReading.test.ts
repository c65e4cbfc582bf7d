// A JSON document read while it arrives gives what it gives when it is read whole, wherever the pieces end.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Shape } from '../../../src/core/models/model.ts';
import { readJsonBody, startJsonBody } from '../../../src/core/protocols/jsonBody.ts';
import { JsonReading } from '../../../src/core/protocols/jsonReading.ts';
import type { Document } from '../../../src/core/protocols/protocol.ts';
import { schemaOf } from '../../../src/core/protocols/schema.ts';
import { makeService, structure } from './testService.ts';

/** Tries at every piece, or as it usually does. */
const paces = [1, undefined];
const sizes = [1, 2, 3, 7, 50, 1000, 70_000];

const letters = ['', 'a', 'ä', '😀', '"},{"At"', '\\', '\n', 'null', '[{"'];
const events = Array.from({ length: 60 }, (_, i) => ({
  At: i * 1000,
  Text: (letters[i % letters.length] ?? '').repeat(i % 5),
  ...(i % 7 === 0 && { When: 1_700_000_000 + i }),
  ...(i % 11 === 0 && { Unknown: [{ At: 1 }, { At: 2 }], Text: null }),
  ...(i % 13 === 0 && { Parts: [{ Name: 'x' }, { Name: null }] }),
}));
const list = JSON.stringify(events);
const tree = [{ At: 1, Events: events.slice(0, 9) }, ...events];

const documents: Readonly<Record<string, string>> = {
  'a list': `{"Events":${list}}`,
  'members around it': `{"Count":3,"Token":"[{","Events":${list},"More":[{"At":1},{"At":2}],"Next":"x"}`,
  'another name than the wire has': `{"Renamed":${list}}`,
  'a list that the model does not know': `{"Else":${list},"Count":1}`,
  'a list within a structure': `{"Inner":{"Events":${list}}}`,
  'lists in the items that look the same': `{"Events":${JSON.stringify(tree)},"Count":1}`,
  'two lists that look the same': `{"Events":${list},"More":${list},"Count":1}`,
  'one name twice': `{"Events":${list},"Events":[{"At":5},{"At":6}]}`,
  'one name twice, behind another': `{"Count":1,"Count":2,"Events":${list}}`,
  'integers with many digits': `{"Events":[{"At":1},{"At":9007199254740993},{"At":2},{"At":3}]}`,
  'items that are null': '{"Events":[{"At":1},null,{"At":2},{"At":3},null]}',
  'items without members': '{"Events":[{"At":1},{},{"At":2},{"At":3},{}],"Count":1}',
  'space between everything': JSON.stringify({ Count: 1, Events: events, More: [] }, undefined, 2),
  'space around': ` \n{"Events":${list}} `,
  'a byte order mark': `\uFEFF{"Events":${list}}`,
  'no items': '{"Events":[],"Count":1}',
  'no members': '{}',
  nothing: '',
  'many small objects': `{"Events":[${Array(3000).fill('{"At":1}').join(',')}],"Count":1}`,
  'a long item': `{"Events":[{"At":1},{"At":2,"Text":"${'x'.repeat(200_000)}"},${list.slice(1)}}`,
};

const broken: Readonly<Record<string, string>> = {
  'it ends early': `{"Events":${list.slice(0, -40)}`,
  'it ends behind an item': `{"Events":[{"At":1},{"At":2}`,
  'more comes': `{"Events":${list}}}`,
  'an item is broken': `{"Events":[{"At":1},{"At":2,},{"At":3},{"At":4}]}`,
  'an item is no object': `{"Events":[{"At":1},{"At":2},7,{"At":3},{"At":4}]}`,
  'the list closes otherwise': `{"Events":[{"At":1},{"At":2}}}`,
  'a member is broken before it': `{"Count":,"Events":${list}}`,
  'a member is broken behind it': `{"Events":${list},"Count":}`,
  'it is no JSON': `<html>${'<p>[{"At":1},{"At":2}]</p>'.repeat(100)}</html>`,
  'it is a list': list,
};

test('it gives the same wherever the pieces end', () => {
  for (const [title, document] of Object.entries(documents)) {
    const whole = readJsonBody(output, encode(document));
    for (const pace of paces) {
      for (const size of sizes) {
        assert.deepEqual(readInPieces(document, size, pace), whole, `${title} by ${size}`);
      }
    }
  }
});

test('it refuses what is broken as it is refused when read whole', () => {
  for (const [title, document] of Object.entries(broken)) {
    const fault = faultOf(() => readJsonBody(output, encode(document)));
    for (const pace of paces) {
      for (const size of sizes) {
        assert.equal(
          faultOf(() => readInPieces(document, size, pace)),
          fault,
          `${title} by ${size}`,
        );
      }
    }
  }
});

test('it reads items before all has come', () => {
  const many = Array.from({ length: 3000 }, (_, i) => ({ At: i, Text: 'x'.repeat(i % 300) }));
  const bytes = encode(JSON.stringify({ Count: 1, Events: many, Token: 't' }));
  const lengths: number[] = [];
  const noted = (length: number, value: unknown) => {
    lengths.push(length);
    return value;
  };
  const reading = new JsonReading(output, {
    whole: (_, body) => noted(body.length, JSON.parse(Buffer.from(body).toString())) as Document,
    items: (_, text) => noted(text.length, JSON.parse(text)) as unknown[],
    isForWhole: () => false,
  });
  for (let at = 0; at < bytes.length; at += 60_000) reading.push(bytes.slice(at, at + 60_000));
  assert.deepEqual(reading.finish(), { Count: 1, Events: many, Token: 't' });
  assert.equal(lengths.length, Math.ceil(bytes.length / 60_000) + 1);
  assert.ok(Math.max(...lengths) < 61_000, `the longest had ${Math.max(...lengths)} letters`);
});

test('it leaves outputs without a list to be read whole', () => {
  const bound = { At: { shape: 'Events', location: 'header' } } as const;
  for (const members of [{ Count: 'Int', Inner: 'Inner' }, bound]) {
    assert.equal(startJsonBody(outputOf({ ...shapes, Output: structure(members) })), undefined);
  }
});

const shapes: Readonly<Record<string, Shape>> = {
  Output: structure({
    Count: 'Int',
    Token: 'Text',
    Next: 'Text',
    Events: 'Events',
    More: 'Events',
    Other: { shape: 'Events', locationName: 'Renamed' },
    Inner: 'Inner',
  }),
  Inner: structure({ Events: 'Events' }),
  Events: { type: 'list', member: { shape: 'Event' } },
  Event: structure({ At: 'Long', Text: 'Text', When: 'Time', Parts: 'Parts', Events: 'Events' }),
  Parts: { type: 'list', member: { shape: 'Part' } },
  Part: structure({ Name: 'Text' }),
};

const output = outputOf(shapes);

function outputOf(all: Readonly<Record<string, Shape>>) {
  const { service, operation } = makeService({ protocol: 'json', shapes: all });
  return schemaOf(service, operation.output ?? assert.fail());
}

function readInPieces(document: string, size: number, pace?: number): unknown {
  const bytes = encode(document);
  const reading = startJsonBody(output, pace) ?? assert.fail();
  for (let at = 0; at < bytes.length; at += size) reading.push(bytes.slice(at, at + size));
  return reading.finish();
}

function faultOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    return (error as Error).constructor.name;
  }
  return assert.fail('It was read.');
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
