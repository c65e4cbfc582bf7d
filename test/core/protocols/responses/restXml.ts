import { structure } from '../testService.ts';
import type { ResponseCase } from './responseCase.ts';

const protocol = 'rest-xml';

export const restXmlResponses: readonly ResponseCase[] = [
  {
    name: 'reads every type',
    protocol,
    shapes: {
      Output: structure({
        A: 'Text',
        B: 'Int',
        C: 'Long',
        D: 'Double',
        E: 'Flag',
        F: 'Flag',
        G: 'Bytes',
        H: 'Time',
        I: 'Time',
        J: 'Text',
      }),
    },
    receives: {
      body: '<R><A>x</A><B>-1</B><C>9223372036854775807</C><D>1e-3</D><E>true</E><F>false</F><G>aGk=</G><H>2024-05-01T10:20:30.123Z</H><I>Wed, 01 May 2024 10:20:30 GMT</I><J/></R>',
    },
    gives: {
      A: 'x',
      B: -1,
      C: 9223372036854775807n,
      D: 0.001,
      E: true,
      F: false,
      G: new Uint8Array([104, 105]),
      H: new Date('2024-05-01T10:20:30.123Z'),
      I: new Date('2024-05-01T10:20:30Z'),
      J: '',
    },
  },
  {
    name: 'tolerates declarations, comments, CDATA, white space, prefixes and attributes',
    protocol,
    shapes: { Output: structure({ A: 'Text', B: 'Texts', C: 'Int' }) },
    receives: {
      body: `\uFEFF<?xml version="1.0"?>\r\n<!DOCTYPE R>\n<!-- <A>no</A> -->
        <n:R xmlns:n="u" a='>'>
          <n:A x="1" >one<!-- two --><![CDATA[<&>]]>&amp;\r\nend</n:A >
          <B>
            <member><?skip me?>x</member>
          </B>
          <C> 5 </C>
        </n:R>\n<!-- after -->`,
    },
    gives: { A: 'one<&>&\nend', B: ['x'], C: 5 },
  },
  {
    name: 'replaces entities and character references',
    protocol,
    shapes: { Output: structure({ A: 'Text' }) },
    receives: { body: '<R><A>&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;&amp;lt;&#13;</A></R>' },
    gives: { A: '<>&"\'A\u{1F600}&lt;\r' },
  },
  {
    name: 'skips elements the model does not know, with all that is in them',
    protocol,
    shapes: { Output: structure({ A: 'Text', B: 'Text' }) },
    receives: { body: '<R><New><A>no</A><x/>t</New><A>x</A><Empty/><B>y</B></R>' },
    gives: { A: 'x', B: 'y' },
  },
  {
    name: 'reads wrapped, named, flattened and empty lists',
    protocol,
    shapes: {
      Output: structure({
        A: 'Texts',
        B: 'Named',
        C: { shape: 'Flat', locationName: 'c' },
        D: 'FlatNamed',
        E: 'Texts',
        F: 'Flat',
      }),
      Named: { type: 'list', member: { shape: 'Text', locationName: 'Item' } },
      Flat: { type: 'list', member: { shape: 'Text' }, flattened: true },
      FlatNamed: { type: 'list', member: { shape: 'Text', locationName: 'd' }, flattened: true },
    },
    receives: {
      body: '<R><A><member>1</member><member/></A><B><Item>2</Item></B><c>3</c><d>5</d><c>4</c><E></E></R>',
    },
    gives: { A: ['1', ''], B: ['2'], C: ['3', '4'], D: ['5'], E: [] },
  },
  {
    name: 'reads wrapped and flattened maps, keys being data',
    protocol,
    shapes: {
      Output: structure({ A: 'Map', B: 'Flat', C: 'Map' }),
      Flat: {
        type: 'map',
        flattened: true,
        key: { shape: 'Text', locationName: 'K' },
        value: { shape: 'Int', locationName: 'V' },
      },
    },
    receives: {
      body: '<R><A><entry><value>v</value><key>__proto__</key></entry></A><B><K>x</K><V>1</V></B><B><K>y</K><V>2</V></B><C/></R>',
    },
    gives: { A: JSON.parse('{"__proto__":"v"}'), B: { x: 1, y: 2 }, C: {} },
  },
  {
    name: 'reads attributes, whatever prefix the document binds',
    protocol,
    shapes: {
      Output: structure({ Grantee: 'Grantee' }),
      Grantee: structure({
        Type: { shape: 'Text', locationName: 'xsi:type', xmlAttribute: true },
        ID: 'Text',
      }),
    },
    receives: { body: `<R><Grantee xmlns:i="u" i:type = 'A&amp;B'><ID>1</ID></Grantee></R>` },
    gives: { Grantee: { Type: 'A&B', ID: '1' } },
  },
  {
    name: 'reads two members that share one element',
    protocol,
    shapes: {
      Output: structure({ Event: 'Text', Events: { shape: 'Flat', locationName: 'Event' } }),
      Flat: { type: 'list', member: { shape: 'Text' }, flattened: true },
    },
    receives: { body: '<R><Event>x</Event></R>' },
    gives: { Event: 'x', Events: ['x'] },
  },
  {
    name: 'reads a payload from the root, whatever its name',
    protocol,
    shapes: {
      Output: structure(
        { A: 'Inner', B: { shape: 'Text', location: 'header', locationName: 'ETag' } },
        { payload: 'A' },
      ),
      Inner: structure({ X: 'Text' }),
    },
    receives: { headers: { etag: '"e"' }, body: '<Anything><X>y</X></Anything>' },
    gives: { A: { X: 'y' }, B: '"e"' },
  },
  {
    name: 'reads an empty body as no members',
    protocol,
    shapes: { Output: structure({ A: 'Texts' }) },
    receives: { body: '' },
    gives: {},
  },
  {
    name: 'reads a member that is the root itself',
    protocol,
    shapes: { Output: structure({ LocationConstraint: 'Text' }) },
    receives: { body: '<LocationConstraint xmlns="http://s3/">eu-west-1</LocationConstraint>' },
    gives: { LocationConstraint: 'eu-west-1' },
  },
  {
    name: 'gives the text of an Expires header that is no date',
    protocol,
    shapes: {
      Output: structure({
        Expires: { shape: 'Expires', location: 'header', locationName: 'Expires' },
      }),
      Expires: { type: 'timestamp' },
    },
    receives: { headers: { expires: 'never' } },
    gives: { ExpiresString: 'never' },
  },
  {
    name: 'reads unions, and names a member newer than the model',
    protocol,
    shapes: {
      Output: structure({ A: 'Union', B: 'Union' }),
      Union: structure({ X: 'Int' }, { union: true }),
    },
    receives: { body: '<R><A><X>1</X></A><B><New/></B></R>' },
    gives: { A: { X: 1 }, B: { SDK_UNKNOWN_MEMBER: { name: 'New' } } },
  },
];
