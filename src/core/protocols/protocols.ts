// The table of wire formats, and which of them a service speaks.

import { UnsupportedError } from '../errors.ts';
import type { ProtocolName, Service } from '../models/model.ts';
import { cborProtocol } from './cbor.ts';
import { ec2Protocol } from './ec2.ts';
import { jsonProtocol } from './json.ts';
import type { Protocol } from './protocol.ts';
import { queryProtocol } from './query.ts';
import { restJsonProtocol } from './restJson.ts';
import { restXmlProtocol } from './restXml.ts';

/** The wire format a service is spoken to in. */
export function protocolOf(service: Service): Protocol {
  return preferred(service)[1];
}

export function protocolNameOf(service: Service): ProtocolName {
  return preferred(service)[0];
}

/** The first of the service's formats in botocore's order of preference, which is the order of the table. */
function preferred(service: Service): readonly [ProtocolName, Protocol] {
  const { protocols, protocol } = service.metadata;
  const spoken: readonly string[] = protocols?.length ? protocols : [protocol];
  const found = table.find(([name]) => spoken.includes(name));
  if (found !== undefined) return found;
  throw new UnsupportedError({ service: service.id }, `it speaks only ${spoken.join(', ')}.`);
}

const table: readonly (readonly [ProtocolName, Protocol])[] = [
  ['json', jsonProtocol],
  ['rest-json', restJsonProtocol],
  ['rest-xml', restXmlProtocol],
  ['smithy-rpc-v2-cbor', cborProtocol],
  ['query', queryProtocol],
  ['ec2', ec2Protocol],
];
