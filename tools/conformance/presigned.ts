// Holds presigned URLs to botocore's: what `Client.presign` makes of every operation, down to the signature.
//
//   node tools/conformance/presigned.ts [--show N] [--seed N] [--region R] [--all] [service ...]

import { isDeepStrictEqual } from 'node:util';
import { Client } from '../../src/core/client.ts';
import { AwscopeError } from '../../src/core/errors.ts';
import { toJson } from '../../src/core/json.ts';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import {
  comparableUrl,
  type PresignedCase,
  presignLike,
} from '../../test/conformance/presignedUrls.ts';
import { optionsOf } from '../../test/conformance/signedRequests.ts';
import { casesOf, Report, readArguments } from './python.ts';

const { show, passed } = readArguments(process.argv.slice(2));
const report = new Report(show);
const catalogue = openCatalogue({ searchPath: [] });
const partitions = await catalogue.partitions();
let client: Client | undefined;

for await (const line of casesOf('presigned.py', passed)) {
  const one = line as PresignedCase;
  if (client?.service.id !== one.service) {
    const service = await catalogue.service(one.service);
    client = new Client(optionsOf(service, partitions, one.region));
  }
  const { protocol } = client.service.metadata;
  const difference = await compare(client, one);
  report.add(`presigned ${protocol}`, difference, `${one.service}.${one.operation}`);
}
report.print();

async function compare(asked: Client, one: PresignedCase): Promise<string | undefined> {
  if (one.refused) return 'refused';
  try {
    const mine = comparableUrl(await presignLike(asked, one));
    const theirs = comparableUrl(one.url);
    if (isDeepStrictEqual(mine, theirs)) return undefined;
    return `${toJson(mine)} here,\n  ${toJson(theirs)} in botocore\n  ${toJson(one.input)}`;
  } catch (error) {
    if (!(error instanceof AwscopeError)) throw error;
    return `${String(error)} here, ${one.url} in botocore`;
  }
}
