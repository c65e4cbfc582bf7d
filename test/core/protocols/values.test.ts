// What an input and an output may hold that JSON cannot. All that JSON can is in test/conformance/wire.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProtocolName } from '../../../src/core/models/model.ts';
import { protocolOf } from '../../../src/core/protocols/protocols.ts';
import { validateInput } from '../../../src/core/protocols/validate.ts';
import { makeService, structure } from './testService.ts';

const shapes = { Input: structure({ A: 'Text', B: 'Bytes', T: 'Time', L: 'Long' }) };
const input = {
  A: undefined,
  B: new Uint8Array([1, 2]),
  T: new Date('2024-05-01T10:20:30Z'),
  L: 9007199254740993n,
};

const bodies: readonly (readonly [ProtocolName, string])[] = [
  ['json', '{"B":"AQI=","T":1714558830,"L":9007199254740993}'],
  ['rest-json', '{"B":"AQI=","T":1714558830,"L":9007199254740993}'],
  ['rest-xml', '<Input><B>AQI=</B><T>2024-05-01T10:20:30Z</T><L>9007199254740993</L></Input>'],
  ['query', 'Action=Act&Version=2020-01-01&B=AQI%3D&T=2024-05-01T10%3A20%3A30Z&L=9007199254740993'],
  ['ec2', 'Action=Act&Version=2020-01-01&B=AQI%3D&T=2024-05-01T10%3A20%3A30Z&L=9007199254740993'],
];

for (const [protocol, body] of bodies) {
  test(`${protocol} takes bytes, dates and long integers, and leaves out what is undefined`, () => {
    assert.equal(build(protocol).body, body);
  });
}

test('smithy-rpc-v2-cbor takes bytes, dates and long integers, and leaves out what is undefined', () => {
  const { body } = build('smithy-rpc-v2-cbor');
  assert.ok(body instanceof Uint8Array);
  const expected = 'a3 6142 420102 6154 c11a6632176e 614c 1b0020000000000001';
  assert.equal(Buffer.from(body).toString('hex'), expected.replaceAll(' ', ''));
});

function build(protocol: ProtocolName) {
  const { service, operation } = makeService({ protocol, shapes });
  assert.deepEqual(validateInput(service, operation, input), []);
  return protocolOf(service).buildRequest(service, operation, input);
}
