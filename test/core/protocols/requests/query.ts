import { structure } from '../testService.ts';
import type { RequestCase } from './requestCase.ts';

const protocol = 'query';
const start = 'Action=Act&Version=2020-01-01';

export const queryRequests: readonly RequestCase[] = [
  {
    name: 'names the operation and version without an input shape',
    protocol,
    input: {},
    sends: {
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: start,
    },
  },
  {
    name: 'writes scalars',
    protocol,
    shapes: {
      Input: structure({ A: 'Text', B: 'Int', C: 'Flag', D: 'Double', E: 'Bytes', F: 'Long' }),
    },
    input: { A: 'x', B: 3, C: false, D: 1.5, E: 'aGk', F: 9007199254740993n },
    sends: { body: `${start}&A=x&B=3&C=false&D=1.5&E=aGk%3D&F=9007199254740993` },
  },
  {
    name: 'escapes as a form, a space being a plus',
    protocol,
    shapes: { Input: structure({ A: 'Text' }) },
    input: { A: "a b+c&d=é~*'()!/" },
    sends: { body: `${start}&A=a+b%2Bc%26d%3D%C3%A9~%2A%27%28%29%21%2F` },
  },
  {
    name: 'numbers lists under member',
    protocol,
    shapes: { Input: structure({ A: 'Texts' }) },
    input: { A: ['x', 'y'] },
    sends: { body: `${start}&A.member.1=x&A.member.2=y` },
  },
  {
    name: 'numbers lists under the name of their items',
    protocol,
    shapes: {
      Input: structure({ A: 'Named' }),
      Named: { type: 'list', member: { shape: 'Text', locationName: 'item' } },
    },
    input: { A: ['x'] },
    sends: { body: `${start}&A.item.1=x` },
  },
  {
    name: 'numbers flattened lists under their own name',
    protocol,
    shapes: {
      Input: structure({ A: 'Flat' }),
      Flat: { type: 'list', member: { shape: 'Text' }, flattened: true },
    },
    input: { A: ['x', 'y'] },
    sends: { body: `${start}&A.1=x&A.2=y` },
  },
  {
    name: 'puts the name of the items of a flattened list in place of its own',
    protocol,
    shapes: {
      Input: structure({ Outer: 'Holder' }),
      Holder: structure({ List: 'Flat' }),
      Flat: { type: 'list', member: { shape: 'Text', locationName: 'Item' }, flattened: true },
    },
    input: { Outer: { List: ['x'] } },
    sends: { body: `${start}&Outer.Item.1=x` },
  },
  {
    name: 'sends an empty list as a field without value',
    protocol,
    shapes: { Input: structure({ A: 'Texts' }) },
    input: { A: [] },
    sends: { body: `${start}&A=` },
  },
  {
    name: 'writes maps as entries',
    protocol,
    shapes: { Input: structure({ A: 'Map' }) },
    input: { A: { k: 'v', l: 'w' } },
    sends: {
      body: `${start}&A.entry.1.key=k&A.entry.1.value=v&A.entry.2.key=l&A.entry.2.value=w`,
    },
  },
  {
    name: 'writes flattened maps with named keys and values',
    protocol,
    shapes: {
      Input: structure({ A: { shape: 'Flat', locationName: 'Attribute' } }),
      Flat: {
        type: 'map',
        flattened: true,
        key: { shape: 'Text', locationName: 'Name' },
        value: { shape: 'Text', locationName: 'Value' },
      },
    },
    input: { A: { k: 'v' } },
    sends: { body: `${start}&Attribute.1.Name=k&Attribute.1.Value=v` },
  },
  {
    name: 'writes nested and recursive structures',
    protocol,
    shapes: { Input: structure({ Node: 'Node' }), Node: structure({ Name: 'Text', Next: 'Node' }) },
    input: { Node: { Name: 'a', Next: { Name: 'b' } } },
    sends: { body: `${start}&Node.Name=a&Node.Next.Name=b` },
  },
  {
    name: 'writes timestamps as ISO 8601 unless told otherwise',
    protocol,
    shapes: {
      Input: structure({
        A: 'Time',
        B: { shape: 'Time', timestampFormat: 'unixTimestamp' },
        C: { shape: 'Time', timestampFormat: 'rfc822' },
        D: 'Time',
      }),
    },
    input: {
      A: new Date(0),
      B: '2024-05-01T10:20:30Z',
      C: 1714558830,
      D: '2024-05-01T12:20:30.5+02:00',
    },
    sends: {
      body: `${start}&A=1970-01-01T00%3A00%3A00Z&B=1714558830&C=Wed%2C+01+May+2024+10%3A20%3A30+GMT&D=2024-05-01T10%3A20%3A30.500000Z`,
    },
  },
  {
    name: 'leaves out members that are undefined',
    protocol,
    shapes: { Input: structure({ A: 'Text', B: 'Text' }) },
    input: { A: undefined, B: '' },
    sends: { body: `${start}&B=` },
  },
];
