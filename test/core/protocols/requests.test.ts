import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cbor } from '@smithy/core/cbor';
import { protocolOf } from '../../../src/core/protocols/protocols.ts';
import { validateInput } from '../../../src/core/protocols/validate.ts';
import { cborRequests } from './requests/cbor.ts';
import { ec2Requests } from './requests/ec2.ts';
import { jsonRequests } from './requests/json.ts';
import { queryRequests } from './requests/query.ts';
import type { RequestCase } from './requests/requestCase.ts';
import { restJsonRequests } from './requests/restJson.ts';
import { restXmlRequests } from './requests/restXml.ts';
import { makeService } from './testService.ts';

const cases: readonly RequestCase[] = [
  ...queryRequests,
  ...ec2Requests,
  ...jsonRequests,
  ...restJsonRequests,
  ...restXmlRequests,
  ...cborRequests,
];

for (const one of cases) {
  test(`${one.protocol} request ${one.name}`, () => {
    const { service, operation } = makeService(one);
    assert.deepEqual(validateInput(service, operation, one.input), []);
    const request = protocolOf(service).buildRequest(service, operation, one.input);
    const { method = 'POST', path = '/', query = {}, headers, body } = one.sends;
    assert.equal(request.method, method);
    assert.equal(request.path, path);
    assert.deepEqual(request.query, query);
    if (headers !== undefined) assert.deepEqual(request.headers, headers);
    assert.deepEqual(comparable(one, request.body), body);
  });
}

/** CBOR as the values it stands for, other bytes as text. */
function comparable(one: RequestCase, body: unknown): unknown {
  if (!(body instanceof Uint8Array)) return body;
  return one.protocol === 'smithy-rpc-v2-cbor'
    ? cbor.deserialize(body)
    : Buffer.from(body).toString('latin1');
}
