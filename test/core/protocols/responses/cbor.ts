import { cbor, tag } from '@smithy/core/cbor';
import { structure } from '../testService.ts';
import type { ResponseCase } from './responseCase.ts';

const protocol = 'smithy-rpc-v2-cbor';

export const cborResponses: readonly ResponseCase[] = [
  {
    name: 'reads every type, and leaves out what is null or not in the model',
    protocol,
    shapes: {
      Output: structure({
        A: 'Text',
        B: 'Long',
        C: 'Double',
        D: 'Flag',
        E: 'Bytes',
        F: 'Time',
        G: 'Texts',
        H: 'Map',
        I: 'Text',
      }),
    },
    receives: {
      body: cbor.serialize({
        A: 'ü',
        B: 9223372036854775807n,
        C: 0.5,
        D: true,
        E: new Uint8Array([1, 2]),
        F: tag({ tag: 1, value: 1714558830.25 }),
        G: ['x'],
        H: { k: 'v' },
        I: null,
        New: 1,
      }),
    },
    gives: {
      A: 'ü',
      B: 9223372036854775807n,
      C: 0.5,
      D: true,
      E: new Uint8Array([1, 2]),
      F: new Date('2024-05-01T10:20:30.250Z'),
      G: ['x'],
      H: { k: 'v' },
    },
  },
  {
    name: 'reads an empty body as no members',
    protocol,
    shapes: { Output: structure({ A: 'Text' }) },
    receives: {},
    gives: {},
  },
];
