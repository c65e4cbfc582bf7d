import assert from 'node:assert/strict';
import { test } from 'node:test';
import { protocolOf } from '../../../src/core/protocols/protocols.ts';
import { cborResponses } from './responses/cbor.ts';
import { jsonResponses } from './responses/json.ts';
import { queryResponses } from './responses/query.ts';
import type { ResponseCase } from './responses/responseCase.ts';
import { restJsonResponses } from './responses/restJson.ts';
import { restXmlResponses } from './responses/restXml.ts';
import { makeService } from './testService.ts';

const cases: readonly ResponseCase[] = [
  ...queryResponses,
  ...jsonResponses,
  ...restJsonResponses,
  ...restXmlResponses,
  ...cborResponses,
];

for (const one of cases) {
  test(`${one.protocol} response ${one.name}`, () => {
    const { service, operation } = makeService(one);
    const { status = 200, headers = {}, body = '' } = one.receives;
    const output = protocolOf(service).parseOutput(service, operation, {
      statusCode: status,
      headers,
      body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    });
    assert.deepEqual(output, one.gives);
  });
}
