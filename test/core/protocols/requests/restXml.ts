import { structure } from '../testService.ts';
import type { RequestCase } from './requestCase.ts';

const protocol = 'rest-xml';
const inputRef = { locationName: 'Request', xmlNamespace: { uri: 'https://test/' } };
const root = '<Request xmlns="https://test/">';

export const restXmlRequests: readonly RequestCase[] = [
  {
    name: 'sends the members in a namespaced root, without a content type',
    protocol,
    inputRef,
    shapes: { Input: structure({ A: 'Text', B: 'Int', C: 'Flag', D: 'Bytes', E: 'Time' }) },
    input: { A: 'a<b>&"c"\r\n', B: 1, C: true, D: 'aGk=', E: '2024-05-01T10:20:30Z' },
    sends: {
      headers: {},
      body: `${root}<A>a&lt;b&gt;&amp;"c"&#xD;\n</A><B>1</B><C>true</C><D>aGk=</D><E>2024-05-01T10:20:30Z</E></Request>`,
    },
  },
  {
    name: 'writes wrapped, named and flattened lists',
    protocol,
    inputRef,
    shapes: {
      Input: structure({
        A: 'Texts',
        B: 'Named',
        C: { shape: 'Flat', locationName: 'c' },
        D: 'Texts',
      }),
      Named: { type: 'list', member: { shape: 'Text', locationName: 'Item' } },
      Flat: { type: 'list', member: { shape: 'Text' }, flattened: true },
    },
    input: { A: ['x', 'y'], B: ['z'], C: ['p', 'q'], D: [] },
    sends: {
      body: `${root}<A><member>x</member><member>y</member></A><B><Item>z</Item></B><c>p</c><c>q</c><D /></Request>`,
    },
  },
  {
    name: 'writes wrapped and flattened maps',
    protocol,
    inputRef,
    shapes: {
      Input: structure({ A: 'Map', B: 'Flat' }),
      Flat: {
        type: 'map',
        flattened: true,
        key: { shape: 'Text', locationName: 'K' },
        value: { shape: 'Text', locationName: 'V' },
      },
    },
    input: { A: { k: 'v' }, B: { k: 'v' } },
    sends: {
      body: `${root}<A><entry><key>k</key><value>v</value></entry></A><B><K>k</K><V>v</V></B></Request>`,
    },
  },
  {
    name: 'writes attributes and prefixed namespaces on the element they belong to',
    protocol,
    inputRef,
    shapes: {
      Input: structure({ Grantee: 'Grantee' }),
      Grantee: structure(
        { Type: { shape: 'Text', locationName: 'xsi:type', xmlAttribute: true }, ID: 'Text' },
        { xmlNamespace: { prefix: 'xsi', uri: 'http://schema/' } },
      ),
    },
    input: { Grantee: { ID: '1', Type: 'A"B' } },
    sends: {
      body: `${root}<Grantee xmlns:xsi="http://schema/" xsi:type="A&quot;B"><ID>1</ID></Grantee></Request>`,
    },
  },
  {
    name: 'sends a payload structure under its own name, apart from the other members',
    protocol,
    http: { method: 'PUT', requestUri: '/{Bucket}/{Key+}?tagging' },
    shapes: {
      Input: structure(
        {
          Bucket: { shape: 'Text', location: 'uri', locationName: 'Bucket' },
          Key: { shape: 'Text', location: 'uri', locationName: 'Key' },
          Tagging: {
            shape: 'Tagging',
            locationName: 'Tagging',
            xmlNamespace: { uri: 'http://s3/' },
          },
        },
        { payload: 'Tagging' },
      ),
      Tagging: structure({ A: 'Text' }),
    },
    input: { Bucket: 'b', Key: 'x/y z', Tagging: { A: '' } },
    sends: {
      method: 'PUT',
      path: '/b/x/y%20z',
      query: { tagging: null },
      headers: {},
      body: '<Tagging xmlns="http://s3/"><A /></Tagging>',
    },
  },
  {
    name: 'sends no body for absent members',
    protocol,
    inputRef,
    shapes: { Input: structure({ A: 'Text' }) },
    input: {},
    sends: { headers: {} },
  },
  {
    name: 'begins the path with a slash where the template has lost its label',
    protocol,
    http: { method: 'GET', requestUri: '?acl' },
    shapes: { Input: structure({ B: { shape: 'Text', location: 'uri', locationName: 'Bucket' } }) },
    input: { B: 'b' },
    sends: { method: 'GET', path: '/', query: { acl: null }, headers: {} },
  },
];
