import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { UnsupportedError } from '../../../src/core/errors.ts';
import { streamsOutput } from '../../../src/core/protocols/body.ts';
import { protocolOf } from '../../../src/core/protocols/protocols.ts';
import { isErrorUnderOk } from '../../../src/core/protocols/restXml.ts';
import { makeService, type ServiceParts, structure } from './testService.ts';

const streaming: ServiceParts = {
  protocol: 'rest-xml',
  shapes: {
    Input: structure({ Body: { shape: 'Bytes', streaming: true } }, { payload: 'Body' }),
    Output: structure(
      {
        Body: { shape: 'Bytes', streaming: true },
        Length: { shape: 'Long', location: 'header', locationName: 'Content-Length' },
      },
      { payload: 'Body' },
    ),
  },
};
const events: ServiceParts = {
  protocol: 'rest-json',
  shapes: {
    Input: structure({ Events: 'Events' }, { payload: 'Events' }),
    Output: structure({ Events: 'Events' }, { payload: 'Events' }),
    Events: structure({}, { eventstream: true }),
  },
};

test('it hands over the stream of a streaming output, unread', () => {
  const { service, operation } = makeService(streaming);
  const body = Readable.from(['x']);
  const output = protocolOf(service).parseOutput(service, operation, {
    statusCode: 200,
    headers: { 'content-length': '1' },
    body,
  });
  assert.equal(streamsOutput(service, operation), true);
  assert.deepEqual(output, { Length: 1, Body: body });
});

test('it gives a stream even where the body came whole', async () => {
  const { service, operation } = makeService(streaming);
  const output = protocolOf(service).parseOutput(service, operation, {
    statusCode: 200,
    headers: {},
    body: new TextEncoder().encode('hello'),
  });
  assert.ok(output.Body instanceof Readable);
  const chunks = await output.Body.toArray();
  assert.equal(Buffer.concat(chunks).toString(), 'hello');
});

test('it sends a stream as the body', () => {
  const { service, operation } = makeService(streaming);
  const Body = Readable.from(['x']);
  assert.equal(protocolOf(service).buildRequest(service, operation, { Body }).body, Body);
});

test('it reads what stands beside a stream of events, and not the stream', () => {
  const { service, operation } = makeService(events);
  const body = Readable.from(['x']);
  const response = { statusCode: 200, headers: {}, body };
  assert.equal(streamsOutput(service, operation), true);
  assert.deepEqual(protocolOf(service).parseOutput(service, operation, response), {});
  assert.equal(body.readableDidRead, false);
});

test('it refuses to send a stream of events in a format that has none', () => {
  const { service, operation } = makeService({ ...events, protocol: 'json' });
  assert.throws(
    () => protocolOf(service).buildRequest(service, operation, {}),
    (error) =>
      error instanceof UnsupportedError && /Events is a stream of events/.test(error.message),
  );
});

test('it knows an error of S3 that came under status 200', () => {
  const { service, operation } = makeService({
    protocol: 'rest-xml',
    shapes: { Output: structure({ A: 'Text' }) },
  });
  const s3 = { ...service, id: 's3' };
  const respond = (text: string) => ({
    statusCode: 200,
    headers: {},
    body: new TextEncoder().encode(text),
  });
  const error = respond('<?xml version="1.0"?>\n<Error><Code>InternalError</Code></Error>');
  assert.equal(isErrorUnderOk(s3, operation, error), true);
  assert.equal(isErrorUnderOk(s3, operation, respond('<Result><Error/></Result>')), false);
  assert.equal(isErrorUnderOk(s3, operation, respond('')), false);
  assert.equal(isErrorUnderOk(service, operation, error), false);
});
