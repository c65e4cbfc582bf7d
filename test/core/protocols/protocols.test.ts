import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnsupportedError } from '../../../src/core/errors.ts';
import type { ProtocolName } from '../../../src/core/models/model.ts';
import { cborProtocol } from '../../../src/core/protocols/cbor.ts';
import { jsonProtocol } from '../../../src/core/protocols/json.ts';
import { protocolOf } from '../../../src/core/protocols/protocols.ts';
import { queryProtocol } from '../../../src/core/protocols/query.ts';
import { makeService } from './testService.ts';

test('it takes the one format of an older model', () => {
  assert.equal(choose('query'), queryProtocol);
});

test("it takes the first of botocore's preferences that the service speaks", () => {
  assert.equal(choose('query', ['smithy-rpc-v2-cbor', 'json', 'query']), jsonProtocol);
  assert.equal(choose('query', ['query', 'smithy-rpc-v2-cbor']), cborProtocol);
});

test('it says by name which format it does not speak', () => {
  assert.throws(() => choose('telepathy' as ProtocolName), UnsupportedError);
});

function choose(protocol: ProtocolName, protocols?: readonly ProtocolName[]) {
  return protocolOf(
    makeService({ protocol, metadata: { ...(protocols && { protocols }) } }).service,
  );
}
