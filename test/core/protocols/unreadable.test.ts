import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ResponseParseError } from '../../../src/core/errors.ts';
import type { ProtocolName, Shape } from '../../../src/core/models/model.ts';
import { protocolOf } from '../../../src/core/protocols/protocols.ts';
import { makeService, structure } from './testService.ts';

const shapes = {
  Output: structure({ A: 'Int', B: 'Texts', C: 'Inner', D: 'Time', E: 'Map', F: 'Union' }),
  Inner: structure({ X: 'Text' }),
  Union: structure({ X: 'Text', Y: 'Text' }, { union: true }),
};

const bodies: readonly (readonly [ProtocolName, string, string])[] = [
  ['json', 'text that is not JSON', 'Service gone'],
  ['json', 'JSON that ends early', '{"A":1'],
  ['json', 'a list for a structure', '{"C":[]}'],
  ['json', 'text for a list', '{"B":"x"}'],
  ['json', 'a list for a map', '{"E":["x"]}'],
  ['json', 'text for an integer', '{"A":"x"}'],
  ['json', 'text for a timestamp', '{"D":"soon"}'],
  ['json', 'two members of a union', '{"F":{"X":"1","Y":"2"}}'],
  ['rest-json', 'a web page', '<html></html>'],
  ['rest-xml', 'text that is not XML', 'Service gone'],
  ['rest-xml', 'a document that ends early', '<R><A>1</A>'],
  ['rest-xml', 'a document that ends in a text', '<R><A>1'],
  ['rest-xml', 'a document that ends in a tag', '<R><A'],
  ['rest-xml', 'end tags in the wrong order', '<R><C><X>1</C></X></R>'],
  ['rest-xml', 'an end tag too many', '</R>'],
  ['rest-xml', 'text for an integer', '<R><A>x</A></R>'],
  ['rest-xml', 'nothing for an integer', '<R><A/></R>'],
  ['rest-xml', 'text for a timestamp', '<R><D>soon</D></R>'],
  ['rest-xml', 'an unknown entity', '<R><A>&one;</A></R>'],
  ['rest-xml', 'a comment that does not end', '<R><!-- <A>1</A></R>'],
  ['rest-xml', 'an attribute that does not end', '<R a="><A>1</A></R>'],
  ['query', 'an empty body', ''],
  ['query', 'a page in place of XML', '<!DOCTYPE html><html><p>x<br></html>'],
  ['smithy-rpc-v2-cbor', 'bytes that are not CBOR', '\u001f{'],
];

for (const [protocol, what, body] of bodies) {
  test(`${protocol} refuses ${what}`, () => {
    assert.throws(() => parse(protocol, shapes, body), ResponseParseError);
  });
}

test('it says which call it was, what is wrong and how the body begins', () => {
  const error = catchError(() => parse('json', shapes, `Service gone ${'x'.repeat(1000)}`));
  assert.match(
    error.message,
    /^test\.Act: the answer \(status 200, text\/plain\) could not be read/,
  );
  assert.match(error.message, /not valid JSON/);
  assert.match(error.message, /Service gone x+$/);
  assert.ok(error.message.length < 700);
  assert.equal(error.requestId, 'r-1');
});

test('it shows nothing of a body that holds what the model forgot to mark', () => {
  const forgetful = { Output: structure({ authorizationToken: 'Text' }) };
  const error = catchError(() => parse('json', forgetful, '{"authorizationToken":"hush"'));
  assert.doesNotMatch(`${error.message} ${error.stack} ${String(error.cause)}`, /hush/);
});

test('it shows nothing of a body that may hold secrets, not even through the cause', () => {
  const secretive = {
    Output: structure({ A: 'Secret' }),
    Secret: { type: 'string', sensitive: true } as const,
  };
  const error = catchError(() => parse('json', secretive, '{"A":"hush"'));
  assert.doesNotMatch(`${error.message} ${error.stack} ${String(error.cause)}`, /hush/);
});

function parse(protocol: ProtocolName, caseShapes: Record<string, Shape>, body: string): unknown {
  const { service, operation } = makeService({ protocol, shapes: caseShapes });
  return protocolOf(service).parseOutput(service, operation, {
    statusCode: 200,
    headers: { 'content-type': 'text/plain', 'x-amzn-requestid': 'r-1' },
    body: new TextEncoder().encode(body),
  });
}

function catchError(act: () => unknown): ResponseParseError {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof ResponseParseError);
    return error;
  }
  return assert.fail('nothing was thrown');
}
