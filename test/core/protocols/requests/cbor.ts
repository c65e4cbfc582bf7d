import { structure } from '../testService.ts';
import type { RequestCase } from './requestCase.ts';

const protocol = 'smithy-rpc-v2-cbor';
const headers = { 'smithy-protocol': 'rpc-v2-cbor', accept: 'application/cbor' };
const path = '/service/Test_2020/operation/Act';

export const cborRequests: readonly RequestCase[] = [
  {
    name: 'names the operation in the path and sends no body without input',
    protocol,
    input: {},
    sends: { path, headers },
  },
  {
    name: 'writes scalars, lists and maps',
    protocol,
    shapes: {
      Input: structure({
        A: 'Text',
        B: 'Int',
        C: 'Long',
        D: 'Double',
        E: 'Flag',
        F: 'Texts',
        G: 'Map',
      }),
    },
    input: {
      A: 'ü',
      B: -1,
      C: 9223372036854775807n,
      D: 0.5,
      E: false,
      F: ['x'],
      G: { k: 'v' },
    },
    sends: {
      path,
      headers: { ...headers, 'content-type': 'application/cbor' },
      body: {
        A: 'ü',
        B: -1,
        C: 9223372036854775807n,
        D: 0.5,
        E: false,
        F: ['x'],
        G: { k: 'v' },
      },
    },
  },
  {
    name: 'writes blobs as bytes',
    protocol,
    shapes: { Input: structure({ A: 'Bytes' }) },
    input: { A: 'aGk=' },
    sends: { path, body: { A: Buffer.from('hi') } },
  },
  {
    name: 'asks for a stream of events where the output is one',
    protocol,
    shapes: {
      Output: structure({ Events: 'Events' }),
      Events: structure({}, { eventstream: true }),
    },
    input: {},
    sends: { path, headers: { ...headers, accept: 'application/vnd.amazon.eventstream' } },
  },
];
