import { structure } from '../testService.ts';
import type { RequestCase } from './requestCase.ts';

const protocol = 'ec2';
const start = 'Action=Act&Version=2020-01-01';

export const ec2Requests: readonly RequestCase[] = [
  {
    name: 'prefers queryName, then locationName with a capital, then the member name',
    protocol,
    shapes: {
      Input: structure({
        A: { shape: 'Text', queryName: 'queried', locationName: 'located' },
        B: { shape: 'Text', locationName: 'located' },
        c: 'Text',
      }),
    },
    input: { A: '1', B: '2', c: '3' },
    sends: { body: `${start}&queried=1&Located=2&c=3` },
  },
  {
    name: 'numbers lists under their own name, whatever their items are called',
    protocol,
    shapes: {
      Input: structure({ Ids: { shape: 'Named', locationName: 'InstanceId' } }),
      Named: { type: 'list', member: { shape: 'Text', locationName: 'item' } },
    },
    input: { Ids: ['i-1', 'i-2'] },
    sends: { body: `${start}&InstanceId.1=i-1&InstanceId.2=i-2` },
  },
  {
    name: 'leaves out empty lists',
    protocol,
    shapes: { Input: structure({ A: 'Texts', B: 'Flag' }) },
    input: { A: [], B: true },
    sends: { body: `${start}&B=true` },
  },
  {
    name: 'writes lists of structures',
    protocol,
    shapes: {
      Input: structure({ Filters: { shape: 'Filters', locationName: 'Filter' } }),
      Filters: { type: 'list', member: { shape: 'Filter', locationName: 'Filter' } },
      Filter: structure({ Name: 'Text', Values: { shape: 'Texts', locationName: 'Value' } }),
    },
    input: { Filters: [{ Name: 'vpc-id', Values: ['vpc-1'] }] },
    sends: { body: `${start}&Filter.1.Name=vpc-id&Filter.1.Value.1=vpc-1` },
  },
];
