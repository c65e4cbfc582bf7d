import { structure } from '../testService.ts';
import type { RequestCase } from './requestCase.ts';

const protocol = 'rest-json';
const json = { 'content-type': 'application/json' };

export const restJsonRequests: readonly RequestCase[] = [
  {
    name: 'sends nothing without input',
    protocol,
    http: { method: 'GET', requestUri: '/things' },
    input: {},
    sends: { method: 'GET', path: '/things', headers: {} },
  },
  {
    name: 'fills labels, escaping a plain one and keeping the slashes of a greedy one',
    protocol,
    http: { method: 'GET', requestUri: '/a/{One}/b/{Two+}' },
    shapes: {
      Input: structure({
        One: { shape: 'Text', location: 'uri', locationName: 'One' },
        Two: { shape: 'Text', location: 'uri', locationName: 'Two' },
      }),
    },
    input: { One: "x/y z!'()*~-._é", Two: 'p/q?r#s' },
    sends: {
      method: 'GET',
      path: '/a/x%2Fy%20z%21%27%28%29%2A~-._%C3%A9/b/p/q%3Fr%23s',
      headers: {},
    },
  },
  {
    name: 'fills labels with numbers, booleans and timestamps',
    protocol,
    http: { method: 'GET', requestUri: '/{a}/{b}/{c}' },
    shapes: {
      Input: structure({
        A: { shape: 'Long', location: 'uri', locationName: 'a' },
        B: { shape: 'Flag', location: 'uri', locationName: 'b' },
        C: { shape: 'Time', location: 'uri', locationName: 'c' },
      }),
    },
    input: { A: 9007199254740993n, B: true, C: 0 },
    sends: { method: 'GET', path: '/9007199254740993/true/1970-01-01T00%3A00%3A00Z' },
  },
  {
    name: 'puts members in the query: scalars, lists, maps and maps of lists',
    protocol,
    http: { method: 'GET', requestUri: '/?mode=import&flag' },
    shapes: {
      Input: structure({
        A: { shape: 'Text', location: 'querystring', locationName: 'a' },
        B: { shape: 'Texts', location: 'querystring', locationName: 'b' },
        C: { shape: 'Map', location: 'querystring', locationName: 'c' },
        D: { shape: 'Lists', location: 'querystring', locationName: 'd' },
        E: { shape: 'Time', location: 'querystring', locationName: 'e' },
        F: { shape: 'Flag', location: 'querystring', locationName: 'f' },
      }),
      Lists: { type: 'map', key: { shape: 'Text' }, value: { shape: 'Texts' } },
    },
    input: { A: 'x&y', B: ['1', '2'], C: { k: 'v' }, D: { l: ['p', 'q'] }, E: 0, F: false },
    sends: {
      method: 'GET',
      query: {
        mode: 'import',
        flag: null,
        a: 'x&y',
        b: ['1', '2'],
        k: 'v',
        l: ['p', 'q'],
        e: '1970-01-01T00:00:00Z',
        f: 'false',
      },
      headers: {},
    },
  },
  {
    name: 'puts members in headers: scalars, lists, timestamps, JSON and prefixed maps',
    protocol,
    http: { method: 'GET' },
    shapes: {
      Input: structure({
        A: { shape: 'Int', location: 'header', locationName: 'X-A' },
        B: { shape: 'Texts', location: 'header', locationName: 'X-B' },
        C: { shape: 'Time', location: 'header', locationName: 'X-C' },
        D: { shape: 'Text', location: 'header', locationName: 'X-D', jsonvalue: true },
        E: { shape: 'Map', location: 'headers', locationName: 'X-Meta-' },
        F: { shape: 'Texts', location: 'header', locationName: 'X-F' },
        G: { shape: 'Flag', location: 'header', locationName: 'X-G' },
      }),
    },
    input: {
      A: 5,
      B: ['a', 'b,c', 'd"e'],
      C: '2024-05-01T10:20:30.9Z',
      D: { k: 1 },
      E: { Colour: 'red' },
      F: [],
      G: true,
    },
    sends: {
      method: 'GET',
      headers: {
        'x-a': '5',
        'x-b': 'a,"b,c","d\\"e"',
        'x-c': 'Wed, 01 May 2024 10:20:30 GMT',
        'x-d': 'eyJrIjoxfQ==',
        'x-meta-colour': 'red',
        'x-g': 'true',
      },
    },
  },
  {
    name: 'sends the other members as a JSON body',
    protocol,
    http: { method: 'PUT', requestUri: '/{Id}' },
    shapes: {
      Input: structure({
        Id: { shape: 'Text', location: 'uri', locationName: 'Id' },
        A: { shape: 'Text', locationName: 'a' },
        B: 'Time',
      }),
    },
    input: { Id: '1', A: 'x', B: 1 },
    sends: { method: 'PUT', path: '/1', headers: json, body: '{"a":"x","B":1}' },
  },
  {
    name: 'sends an empty object where the body could have members',
    protocol,
    shapes: { Input: structure({ A: 'Text' }) },
    input: {},
    sends: { headers: json, body: '{}' },
  },
  {
    name: 'sends no body where no member could stand in it',
    protocol,
    shapes: {
      Input: structure({ A: { shape: 'Text', location: 'header', locationName: 'a' } }),
    },
    input: {},
    sends: { headers: {} },
  },
  {
    name: 'sends a payload structure as the body',
    protocol,
    shapes: {
      Input: structure({ A: 'Inner' }, { payload: 'A' }),
      Inner: structure({ X: 'Text' }),
    },
    input: { A: { X: 'y' } },
    sends: { headers: json, body: '{"X":"y"}' },
  },
  {
    name: 'sends an empty object for an absent payload structure',
    protocol,
    shapes: {
      Input: structure({ A: 'Inner' }, { payload: 'A' }),
      Inner: structure({ X: 'Text' }),
    },
    input: {},
    sends: { headers: json, body: '{}' },
  },
  {
    name: 'sends a payload blob decoded and without a content type of its own',
    protocol,
    shapes: {
      Input: structure(
        { A: 'Bytes', T: { shape: 'Text', location: 'header', locationName: 'Content-Type' } },
        { payload: 'A' },
      ),
    },
    input: { A: 'aGk=', T: 'text/plain' },
    sends: { headers: { 'content-type': 'text/plain' }, body: 'hi' },
  },
  {
    name: 'sends no body for an absent payload blob',
    protocol,
    shapes: { Input: structure({ A: 'Bytes' }, { payload: 'A' }) },
    input: {},
    sends: { headers: {} },
  },
  {
    name: 'sends a payload text as it is',
    protocol,
    shapes: { Input: structure({ A: 'Text' }, { payload: 'A' }) },
    input: { A: '{"raw": 1}' },
    sends: { headers: {}, body: '{"raw": 1}' },
  },
];
