// Holds whole requests to botocore's: what `Client.prepare` makes of every operation, down to the signature.
//
//   node tools/conformance/requests.ts [--show N] [--seed N] [--region R] [--all] [service ...]

import { Client } from '../../src/core/client.ts';
import { toJson } from '../../src/core/json.ts';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import {
  differenceOf,
  optionsOf,
  type RequestCase,
} from '../../test/conformance/signedRequests.ts';
import { casesOf, Report, readArguments } from './python.ts';

/** Where a service speaks several, these go first. */
const preferred = ['json', 'rest-json', 'rest-xml'] as const;
const { show, passed } = readArguments(process.argv.slice(2));
const report = new Report(show);
const catalogue = openCatalogue({ searchPath: [] });
const partitions = await catalogue.partitions();
let client: Client | undefined;

for await (const line of casesOf('requests.py', passed)) {
  const one = line as RequestCase;
  if (client?.service.id !== one.service) {
    const service = await catalogue.service(one.service);
    client = new Client(optionsOf(service, partitions, one.region));
  }
  const { protocols, protocol: only } = client.service.metadata;
  const protocol = preferred.find((name) => protocols?.includes(name)) ?? only;
  const difference = await compare(client, one);
  report.add(`signed    ${protocol}`, difference, `${one.service}.${one.operation}`);
}
report.print();

async function compare(asked: Client, one: RequestCase): Promise<string | undefined> {
  // Checksums botocore has no code for.
  if (/^(MissingDependency|FlexibleChecksum)/.test(one.refused ?? '')) return 'refused';
  try {
    if (one.refused) {
      const { url } = await asked.prepare(one.operation, one.input);
      return `${url} here, ${one.refused} in botocore`;
    }
    const found = await differenceOf(asked, one);
    if (!found) return undefined;
    const { at, mine, theirs } = found;
    return `${at}: ${short(mine)} here, ${short(theirs)} in botocore\n  ${toJson(one.input)}`;
  } catch (error) {
    return one.refused ? 'refused' : `${String(error)} here, ${one.url} in botocore`;
  }
}

function short(value: unknown): string {
  return (toJson(value) ?? 'nothing').slice(0, 700);
}
