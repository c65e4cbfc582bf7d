import { structure } from '../testService.ts';
import type { ResponseCase } from './responseCase.ts';

const protocol = 'json';

export const jsonResponses: readonly ResponseCase[] = [
  {
    name: 'reads an empty body as no members',
    protocol,
    shapes: { Output: structure({ A: 'Text' }) },
    receives: { body: '' },
    gives: {},
  },
  {
    name: 'reads every type',
    protocol,
    shapes: {
      Output: structure({
        A: 'Text',
        B: 'Int',
        C: 'Flag',
        D: 'Double',
        E: 'Bytes',
        F: 'Time',
        G: 'Texts',
        H: 'Map',
        I: 'Time',
      }),
    },
    receives: {
      body: '{"A":"x","B":1,"C":true,"D":0.5,"E":"aGk=","F":1714558830.25,"G":["y"],"H":{"k":"v"},"I":"2024-05-01T10:20:30Z"}',
    },
    gives: {
      A: 'x',
      B: 1,
      C: true,
      D: 0.5,
      E: new Uint8Array([104, 105]),
      F: new Date('2024-05-01T10:20:30.250Z'),
      G: ['y'],
      H: { k: 'v' },
      I: new Date('2024-05-01T10:20:30Z'),
    },
  },
  {
    name: 'keeps the digits of long integers and no more than those',
    protocol,
    shapes: {
      Output: structure({ A: 'Long', B: 'Longs', C: 'Free', D: 'Double', E: 'Time' }),
      Longs: { type: 'list', member: { shape: 'Long' } },
    },
    receives: {
      body: '{"A":9223372036854775807,"B":[1,-9007199254740993],"C":{"n":12345678901234567890},"D":1e20,"E":0}',
    },
    gives: {
      A: 9223372036854775807n,
      B: [1, -9007199254740993n],
      C: { n: 12345678901234567890n },
      D: 1e20,
      E: new Date(0),
    },
  },
  {
    name: 'leaves out members that are null or not in the model, at every level',
    protocol,
    shapes: {
      Output: structure({ A: 'Text', B: 'Inner', C: 'Text' }),
      Inner: structure({ X: 'Text', Y: 'Text', Z: 'Time' }),
    },
    receives: {
      body: '{"A":null,"New":{"A":1},"B":{"X":"1","New":1,"Y":"2","Z":0},"C":"x","__type":"t"}',
    },
    gives: { B: { X: '1', Y: '2', Z: new Date(0) }, C: 'x' },
  },
  {
    name: 'keeps null in lists and maps',
    protocol,
    shapes: {
      Output: structure({ A: 'Texts', B: 'Times' }),
      Times: { type: 'map', key: { shape: 'Text' }, value: { shape: 'Time' } },
    },
    receives: { body: '{"A":["x",null],"B":{"k":null,"l":0}}' },
    gives: { A: ['x', null], B: { k: null, l: new Date(0) } },
  },
  {
    name: 'reads locationName into the member',
    protocol,
    shapes: { Output: structure({ Member: { shape: 'Text', locationName: 'wireName' } }) },
    receives: { body: '{"wireName":"x","Member":"y"}' },
    gives: { Member: 'x' },
  },
  {
    name: 'reads recursive structures',
    protocol,
    shapes: {
      Output: structure({ Node: 'Node' }),
      Node: structure({ When: 'Time', Next: 'Nodes' }),
      Nodes: { type: 'list', member: { shape: 'Node' } },
    },
    receives: { body: '{"Node":{"When":0,"Next":[{"When":1}]}}' },
    gives: { Node: { When: new Date(0), Next: [{ When: new Date(1000) }] } },
  },
  {
    name: 'reads the numbers JSON has no form for by their names, and quoted numbers',
    protocol,
    shapes: { Output: structure({ A: 'Double', B: 'Double', C: 'Long', D: 'Flag' }) },
    receives: { body: '{"A":"NaN","B":"-Infinity","C":"9007199254740993","D":"True"}' },
    gives: { A: Number.NaN, B: Number.NEGATIVE_INFINITY, C: 9007199254740993n, D: true },
  },
  {
    name: 'reads unions, and names a member newer than the model',
    protocol,
    shapes: {
      Output: structure({ A: 'Union', B: 'Union' }),
      Union: structure({ X: 'Time' }, { union: true }),
    },
    receives: { body: '{"A":{"X":0,"Y":null},"B":{"New":1}}' },
    gives: { A: { X: new Date(0) }, B: { SDK_UNKNOWN_MEMBER: { name: 'New' } } },
  },
  {
    name: 'takes keys of maps as data',
    protocol,
    shapes: { Output: structure({ A: 'Map' }) },
    receives: { body: '{"A":{"__proto__":"x","constructor":"y"}}' },
    gives: JSON.parse('{"A":{"__proto__":"x","constructor":"y"}}'),
  },
];
