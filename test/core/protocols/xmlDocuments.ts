// Documents for one small model: what readers of XML are to treat alike, however they come by the bytes.

import type { OperationModel, Service } from '../../../src/core/models/model.ts';
import { protocolOf } from '../../../src/core/protocols/protocols.ts';
import { makeService, structure } from './testService.ts';

const shapes = {
  Output: structure({
    A: 'Text',
    B: 'Text',
    C: 'Inner',
    D: 'Texts',
    E: 'Inners',
    F: 'Int',
    G: { shape: 'Texts', flattened: true },
    H: { shape: 'Grantees' },
    I: 'Map',
  }),
  Inner: structure({ X: 'Text', Y: 'Inner', Z: 'Time' }),
  Grantee: structure({
    Type: { shape: 'Text', xmlAttribute: true, locationName: 'x:type' },
    Id: 'Text',
  }),
  Grantees: { type: 'list', member: { shape: 'Grantee' } },
  Inners: { type: 'list', member: { shape: 'Inner', locationName: 'item' } },
} as const;

export const documents: readonly string[] = [
  '<R><A>1</A><B>2</B></R>',
  '<R><A>12</A><B>2&amp;</B></R>',
  '<R><A>1<!-- --></A><B>2<![CDATA[3]]></B></R>',
  '<R><A>a long text that is the same</A><B>2</B></R>',
  '<R><A>a long text that is the s<B/></A><B>2</B></R>',
  '<R><A>&quot;x&quot;</A><B>&quot;&quot;</B></R>',
  '<R><A>&quot;x&amp;y&quot;</A><B>&quot;ü&quot;</B></R>',
  '<R><A>&quot;</A><B>x&quot;</B></R>',
  '<R>\n  <A>1</A>\n  <B>2</B>\n</R>',
  '<R><A/><B>2</B></R>',
  '<R><A></A><B/></R>',
  '<R><A>x<B>y</B></A></R>',
  '<R><A>x</A><!-- <B>no</B> --><B>y</B></R>',
  '<R><n:A>x</n:A><B>y</B></R>',
  '<R><A>&amp;x &#169; ü</A><B>\r\n</B></R>',
  '<R><C><X>1</X><Z>2024-05-01T10:20:30Z</Z></C><F>5</F></R>',
  '<R><C/><D><member>1</member></D></R>',
  '<R><C><Y><X>1</X></Y></C></R>',
  '<R><C><Y><Y/></Y></C></R>',
  '<R><D/><E><item/></E></R>',
  '<R><E/><A>1</A></R>',
  '<R><E/>\n<item><X>1</X></item><A>1</A></R>',
  '<R><E><item><X>1</X></item><item><X>2</X></item></E><B>3</B></R>',
  '<R><E><other><X>1</X></other><item><New/><X>2</X></item></E></R>',
  '<R><D><a>1</a><b>2</b></D><D><a/></D></R>',
  '<R><F>12</F><F> 7 </F></R>',
  '<R><G>1</G><G>2</G><A>x</A></R>',
  '<R><G>1</G><G/><A>x</A><G>&amp;</G></R>',
  '<R><H><member x:type="one"><Id>1</Id></member><member><Id>2</Id></member><member><Id>3</Id></member></H></R>',
  '<R><H><member><Id>1</Id></member><member/><member x:type="two"/></H></R>',
  '<R><I><entry><key>1</key><value>2</value></entry><entry><key>3</key><value/></entry></I><A>x</A></R>',
];

export const broken: readonly string[] = [
  '<R><A>1</B><B>2</B></R>',
  '<R><n:A>1</A><B>2</B></R>',
  '<R><C><X>1</X></E></R>',
  '<R><E><item><X>1</X></E></item></R>',
  '<R><A>1</A><B>2</B>',
  '<R><A>1</A x',
  '<R><A>1</Other><B>2</B></R>',
];

/** With shapes of its own, since it is them that readers are kept for. */
export function makeModel(): { readonly service: Service; readonly operation: OperationModel } {
  return makeService({ protocol: 'rest-xml', shapes: structuredClone(shapes) });
}

/** Reads one document after the other, and learns from each. */
export function makeReader(): (document: string) => unknown {
  const { service, operation } = makeModel();
  return (document) =>
    protocolOf(service).parseOutput(service, operation, {
      statusCode: 200,
      headers: {},
      body: new TextEncoder().encode(document),
    });
}
