import { structure } from '../testService.ts';
import type { ResponseCase } from './responseCase.ts';

const protocol = 'query';
const outputRef = { resultWrapper: 'ActResult' };

export const queryResponses: readonly ResponseCase[] = [
  {
    name: 'reads nothing without an output shape, whatever the body is',
    protocol,
    receives: { body: 'anything' },
    gives: {},
  },
  {
    name: 'reads the members in the result wrapper',
    protocol,
    outputRef,
    shapes: { Output: structure({ A: 'Text', B: 'Int' }) },
    receives: {
      body: wrapped('<A>x</A><B>7</B>'),
    },
    gives: { A: 'x', B: 7 },
  },
  {
    name: 'forgives a missing wrapper where there is nothing to read',
    protocol,
    outputRef,
    shapes: { Output: structure({}) },
    receives: { body: '<ActResponse/>' },
    gives: {},
  },
  {
    name: 'reads an ec2 response from the root itself',
    protocol: 'ec2',
    shapes: {
      Output: structure({ Ids: { shape: 'Ids', locationName: 'idSet' } }),
      Ids: { type: 'list', member: { shape: 'Text', locationName: 'item' } },
    },
    receives: {
      body: '<R xmlns="http://ec2/"><requestId>r</requestId><idSet><item>1</item><item>2</item></idSet></R>',
    },
    gives: { Ids: ['1', '2'] },
  },
  {
    name: 'reads an empty list that is there, and leaves out one that is not',
    protocol,
    outputRef,
    shapes: { Output: structure({ A: 'Texts', B: 'Texts', C: 'Texts' }) },
    receives: { body: wrapped('<A/><B> </B>') },
    gives: { A: [], B: [] },
  },
];

function wrapped(members: string): string {
  return `<ActResponse xmlns="https://test/"><ActResult>${members}</ActResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></ActResponse>`;
}
