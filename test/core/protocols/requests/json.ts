import { structure } from '../testService.ts';
import type { RequestCase } from './requestCase.ts';

const protocol = 'json';

export const jsonRequests: readonly RequestCase[] = [
  {
    name: 'names the operation in a header and sends an empty object without input',
    protocol,
    http: { requestUri: '/ignored' },
    input: {},
    sends: {
      headers: { 'x-amz-target': 'Test_2020.Act', 'content-type': 'application/x-amz-json-1.1' },
      body: '{}',
    },
  },
  {
    name: 'asks for the error codes of an older query format',
    protocol,
    metadata: { awsQueryCompatible: {}, jsonVersion: '1.0' },
    input: {},
    sends: {
      headers: {
        'x-amz-target': 'Test_2020.Act',
        'content-type': 'application/x-amz-json-1.0',
        'x-amzn-query-mode': 'true',
      },
      body: '{}',
    },
  },
  {
    name: 'writes every type',
    protocol,
    shapes: {
      Input: structure({
        A: 'Text',
        B: 'Int',
        C: 'Long',
        D: 'Double',
        E: 'Flag',
        F: 'Bytes',
        G: 'Time',
        H: 'Texts',
        I: 'Map',
      }),
    },
    input: {
      A: 'ü',
      B: 1,
      C: 9223372036854775807n,
      D: 0.5,
      E: true,
      F: new Uint8Array([104, 105]),
      G: '2024-05-01T10:20:30.999Z',
      H: ['x'],
      I: { k: 'v' },
    },
    sends: {
      body: '{"A":"ü","B":1,"C":9223372036854775807,"D":0.5,"E":true,"F":"aGk=","G":1714558830,"H":["x"],"I":{"k":"v"}}',
    },
  },
  {
    name: 'writes timestamps in the form the shape asks for',
    protocol,
    shapes: {
      Input: structure({ A: 'Iso', B: 'Mail' }),
      Iso: { type: 'timestamp', timestampFormat: 'iso8601' },
      Mail: { type: 'timestamp', timestampFormat: 'rfc822' },
    },
    input: { A: 0, B: 0 },
    sends: { body: '{"A":"1970-01-01T00:00:00Z","B":"Thu, 01 Jan 1970 00:00:00 GMT"}' },
  },
  {
    name: 'uses locationName',
    protocol,
    shapes: { Input: structure({ Member: { shape: 'Text', locationName: 'wireName' } }) },
    input: { Member: 'x' },
    sends: { body: '{"wireName":"x"}' },
  },
  {
    name: 'sends documents as they are, with all digits',
    protocol,
    shapes: { Input: structure({ A: 'Free' }) },
    input: { A: { k: [1, null, { n: 12345678901234567890n }] } },
    sends: { body: '{"A":{"k":[1,null,{"n":12345678901234567890}]}}' },
  },
  {
    name: 'keeps null in sparse lists and maps',
    protocol,
    shapes: {
      Input: structure({ A: 'SparseList', B: 'SparseMap' }),
      SparseList: { type: 'list', member: { shape: 'Text' }, sparse: true },
      SparseMap: { type: 'map', key: { shape: 'Text' }, value: { shape: 'Int' }, sparse: true },
    },
    input: { A: ['x', null], B: { k: null } },
    sends: { body: '{"A":["x",null],"B":{"k":null}}' },
  },
  {
    name: 'names the numbers JSON has no form for',
    protocol,
    shapes: { Input: structure({ A: 'Double', B: 'Double' }) },
    input: { A: Number.NEGATIVE_INFINITY, B: 'NaN' },
    sends: { body: '{"A":"-Infinity","B":"NaN"}' },
  },
  {
    name: 'writes unions and empty structures',
    protocol,
    shapes: {
      Input: structure({ A: 'Union', B: 'Empty' }),
      Union: structure({ X: 'Text', Y: 'Int' }, { union: true }),
      Empty: structure({}),
    },
    input: { A: { Y: 1 }, B: {} },
    sends: { body: '{"A":{"Y":1},"B":{}}' },
  },
];
