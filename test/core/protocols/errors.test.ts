import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cbor } from '@smithy/core/cbor';
import type { ErrorParts } from '../../../src/core/protocols/protocol.ts';
import { protocolOf } from '../../../src/core/protocols/protocols.ts';
import { makeService, type ServiceParts, structure } from './testService.ts';

interface ErrorCase extends ServiceParts {
  /** Finishes "it ...". */
  readonly name: string;
  readonly receives: {
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string | Uint8Array;
  };
  readonly gives: Partial<ErrorParts>;
}

const limitShapes = {
  LimitException: structure(
    { message: 'Text', Limit: 'Int', When: 'Time' },
    { exception: true, error: { code: 'Limit' } },
  ),
  PlainException: structure(
    { Message: 'Text', Retry: { shape: 'Int', location: 'header', locationName: 'Retry-After' } },
    { exception: true },
  ),
};

const cases: readonly ErrorCase[] = [
  {
    name: 'takes the code from __type without namespace and URL, and reads the modelled members',
    protocol: 'json',
    shapes: limitShapes,
    receives: {
      headers: { 'x-amzn-requestid': 'r-1' },
      body: '{"__type":"aws.test#PlainException:http://x/","message":"why","Message":"WHY"}',
    },
    gives: {
      code: 'PlainException',
      message: 'why',
      requestId: 'r-1',
      members: { Message: 'WHY' },
    },
  },
  {
    name: 'finds a modelled error by the code it is known under',
    protocol: 'json',
    shapes: limitShapes,
    receives: { body: '{"__type":"Limit","message":"m","Limit":5,"When":0}' },
    gives: { code: 'Limit', members: { message: 'm', Limit: 5, When: new Date(0) } },
  },
  {
    name: 'prefers the code of the older query format, and keeps the members',
    protocol: 'json',
    shapes: limitShapes,
    receives: {
      headers: { 'x-amzn-query-error': 'Old.Code;Sender' },
      body: '{"__type":"PlainException","message":"why"}',
    },
    gives: { code: 'Old.Code', message: 'why', members: {} },
  },
  {
    name: 'keeps the message of a body that is not JSON',
    protocol: 'json',
    receives: { status: 502, body: 'upstream down' },
    gives: { code: '502', message: 'upstream down' },
  },
  {
    name: 'takes the code from the header first, and members from headers too',
    protocol: 'rest-json',
    shapes: limitShapes,
    receives: {
      headers: { 'x-amzn-errortype': 'PlainException:http://x/', 'retry-after': '7' },
      body: '{"code":"Other","Message":"why"}',
    },
    gives: { code: 'PlainException', message: 'why', members: { Message: 'why', Retry: 7 } },
  },
  {
    name: 'takes the code from the body where no header has it',
    protocol: 'rest-json',
    receives: { body: '{"code":"ns#Other","message":"why"}' },
    gives: { code: 'Other', message: 'why' },
  },
  {
    name: 'makes the code of the status for a web page, and does not show the page',
    protocol: 'rest-json',
    receives: { status: 503, body: '<html><body>Sorry</body></html>' },
    gives: { code: '503', message: 'Service Unavailable' },
  },
  {
    name: 'reads an error response with its members and request id',
    protocol: 'query',
    shapes: limitShapes,
    receives: {
      body: '<ErrorResponse xmlns="u"><Error><Type>Sender</Type><Code>Limit</Code><Message>a &amp; b</Message><Limit>5</Limit></Error><RequestId>r-2</RequestId></ErrorResponse>',
    },
    gives: { code: 'Limit', message: 'a & b', requestId: 'r-2', members: { Limit: 5 } },
  },
  {
    name: 'reads the first of several errors',
    protocol: 'ec2',
    receives: {
      body: '<Response><Errors><Error><Code>A.B</Code><Message>one</Message></Error><Error><Code>C</Code></Error></Errors><RequestID>r-3</RequestID></Response>',
    },
    gives: { code: 'A.B', message: 'one', requestId: 'r-3' },
  },
  {
    name: 'makes the code of the status for an empty body',
    protocol: 'query',
    receives: { status: 404, body: '' },
    gives: { code: '404', message: 'Not Found' },
  },
  {
    name: 'reads an error that is the root',
    protocol: 'rest-xml',
    receives: {
      status: 404,
      headers: { 'x-amz-request-id': 'header-id' },
      body: '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>gone</Message><Key>a</Key><RequestId>body-id</RequestId></Error>',
    },
    gives: { code: 'NoSuchKey', message: 'gone', requestId: 'body-id' },
  },
  {
    name: 'reads a nested error with its members',
    protocol: 'rest-xml',
    shapes: limitShapes,
    receives: {
      body: '<ErrorResponse><Error><Code>Limit</Code><Message>m</Message><Limit>5</Limit></Error></ErrorResponse>',
    },
    gives: { code: 'Limit', message: 'm', members: { Limit: 5 } },
  },
  {
    name: 'makes the code of the status for the answer to a HEAD',
    protocol: 'rest-xml',
    receives: { status: 404, headers: { 'x-amz-request-id': 'r-4' } },
    gives: { code: '404', message: 'Not Found', requestId: 'r-4', members: {} },
  },
  {
    name: 'makes the code of the status for broken XML',
    protocol: 'rest-xml',
    receives: { status: 500, body: '<Error><Code>Half' },
    gives: { code: '500', message: 'Internal Server Error' },
  },
  {
    name: 'gives the code even if a modelled member cannot be read',
    protocol: 'rest-xml',
    shapes: limitShapes,
    receives: { body: '<Error><Code>Limit</Code><Limit>many</Limit></Error>' },
    gives: { code: 'Limit', members: {} },
  },
  {
    name: 'reads an error in CBOR',
    protocol: 'smithy-rpc-v2-cbor',
    shapes: limitShapes,
    receives: {
      headers: { 'x-amzn-requestid': 'r-5' },
      body: cbor.serialize({ __type: 'ns#PlainException', Message: 'why' }),
    },
    gives: {
      code: 'PlainException',
      message: 'why',
      requestId: 'r-5',
      members: { Message: 'why' },
    },
  },
  {
    name: 'makes the code of the status for a body that is not CBOR',
    protocol: 'smithy-rpc-v2-cbor',
    receives: { status: 500, body: '<html>' },
    gives: { code: '500', message: 'Internal Server Error' },
  },
];

for (const one of cases) {
  test(`${one.protocol} error ${one.name}`, () => {
    const { service, operation } = makeService(one);
    const { status = 400, headers = {}, body = '' } = one.receives;
    const parts = protocolOf(service).parseError(service, operation, {
      statusCode: status,
      headers,
      body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    });
    for (const [name, value] of Object.entries(one.gives)) {
      assert.deepEqual(parts[name as keyof ErrorParts], value, name);
    }
  });
}
