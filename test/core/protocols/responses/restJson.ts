import { structure } from '../testService.ts';
import type { ResponseCase } from './responseCase.ts';

const protocol = 'rest-json';

export const restJsonResponses: readonly ResponseCase[] = [
  {
    name: 'reads the status, headers, prefixed headers and the body',
    protocol,
    shapes: {
      Output: structure({
        Status: { shape: 'Int', location: 'statusCode' },
        A: { shape: 'Long', location: 'header', locationName: 'X-A' },
        B: { shape: 'Time', location: 'header', locationName: 'X-B' },
        C: { shape: 'Flag', location: 'header', locationName: 'X-C' },
        D: { shape: 'Texts', location: 'header', locationName: 'X-D' },
        E: { shape: 'Text', location: 'header', locationName: 'X-E', jsonvalue: true },
        F: { shape: 'Map', location: 'headers', locationName: 'X-Meta-' },
        G: { shape: 'Text', location: 'header', locationName: 'X-Absent' },
        H: { shape: 'Text', locationName: 'h' },
      }),
    },
    receives: {
      status: 202,
      headers: {
        'x-a': '9007199254740993',
        'x-b': 'Wed, 01 May 2024 10:20:30 GMT',
        'x-c': 'true',
        'x-d': 'a, b',
        'x-e': 'eyJrIjoxfQ==',
        'x-meta-colour': 'red',
      },
      body: '{"h":"x","Status":1}',
    },
    gives: {
      Status: 202,
      A: 9007199254740993n,
      B: new Date('2024-05-01T10:20:30Z'),
      C: true,
      D: ['a', 'b'],
      E: { k: 1 },
      F: { colour: 'red' },
      H: 'x',
    },
  },
  {
    name: 'gives an empty map where no header has the prefix',
    protocol,
    shapes: {
      Output: structure({ A: { shape: 'Map', location: 'headers', locationName: 'x-m-' } }),
    },
    receives: { headers: { 'x-other': '1' } },
    gives: { A: {} },
  },
  {
    name: 'does not look at a body without members',
    protocol,
    shapes: { Output: structure({ A: { shape: 'Int', location: 'statusCode' } }) },
    receives: { body: '<html>' },
    gives: { A: 200 },
  },
  {
    name: 'reads a payload structure, empty for an empty body',
    protocol,
    shapes: {
      Output: structure({ A: 'Inner' }, { payload: 'A' }),
      Inner: structure({ X: 'Text' }),
    },
    receives: { body: '' },
    gives: { A: {} },
  },
  {
    name: 'reads a payload text',
    protocol,
    shapes: { Output: structure({ A: 'Text' }, { payload: 'A' }) },
    receives: { body: '{"raw":1}' },
    gives: { A: '{"raw":1}' },
  },
  {
    name: 'reads a payload blob that does not stream as bytes',
    protocol,
    shapes: { Output: structure({ A: 'Bytes' }, { payload: 'A' }) },
    receives: { body: 'hi' },
    gives: { A: new Uint8Array([104, 105]) },
  },
  {
    name: 'reads a payload document',
    protocol,
    shapes: { Output: structure({ A: 'Free' }, { payload: 'A' }) },
    receives: { body: '{"k":[1,null]}' },
    gives: { A: { k: [1, null] } },
  },
];
