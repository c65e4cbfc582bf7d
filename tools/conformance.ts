// Holds Awscope to the installed botocore, over cases that botocore makes up and answers itself, and prints one line for
// each wire format. Needs Python 3 with botocore; nothing is sent.
//
//   npm run conformance                                     everything, a few minutes
//   npm run conformance -- signatures listings              only these comparisons
//   npm run conformance -- --service s3 --service sqs       only these services
//   npm run conformance -- --show 5                         with the first five differences
//   npm run conformance -- --seed 2                         other cases

import { parseArgs } from 'node:util';
import { openCatalogue } from '../src/core/models/catalogue.ts';
import { dynamodb } from '../test/conformance/dynamodb.ts';
import { endpoints } from '../test/conformance/endpoints.ts';
import { listings } from '../test/conformance/listings.ts';
import { presignedUrls } from '../test/conformance/presignedUrls.ts';
import { customizedRequests, signedRequests } from '../test/conformance/signedRequests.ts';
import { waiters } from '../test/conformance/waiters.ts';
import { type Comparison, comparisonOf } from './conformance/comparison.ts';
import { configFiles } from './conformance/configFiles.ts';
import { formats } from './conformance/formats.ts';
import { casesOf } from './conformance/python.ts';
import { Report } from './conformance/report.ts';
import { wire } from './conformance/wire.ts';

const comparisons: Readonly<Record<string, readonly Comparison[]>> = {
  config: [configFiles],
  formats: [formats],
  wire: [wire],
  endpoints: [comparisonOf(endpoints, 'endpoints.py')],
  signatures: [
    comparisonOf(signedRequests, 'signatures.py'),
    comparisonOf(signedRequests, 'signatures.py', ['--all']),
    comparisonOf(signedRequests, 'signatures.py', ['--all', '--wild']),
  ],
  customizations: [comparisonOf(customizedRequests, 'customizations.py')],
  presigned: [
    comparisonOf(presignedUrls, 'presigned.py'),
    comparisonOf(presignedUrls, 'presigned.py', ['--all']),
  ],
  dynamodb: [comparisonOf(dynamodb, 'dynamodb.py')],
  listings: [
    comparisonOf(listings, 'listings.py', ['--only', 'paginators']),
    comparisonOf(waiters, 'listings.py', ['--only', 'waiters']),
  ],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    service: { type: 'string', multiple: true, default: [] },
    show: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
});
const catalogue = openCatalogue({ searchPath: [] });
const report = new Report(Number(values.show));
for (const comparison of chosen(positionals)) {
  const given = ['--seed', values.seed, ...comparison.options, ...values.service];
  for await (const one of casesOf(comparison.script, given)) {
    report.add(await comparison.compare(catalogue, one));
  }
}
report.print();
process.exitCode = report.different === 0 ? 0 : 1;

function chosen(names: readonly string[]): readonly Comparison[] {
  const unknown = names.find((name) => !Object.hasOwn(comparisons, name));
  if (unknown !== undefined) {
    const known = Object.keys(comparisons).join(', ');
    throw new Error(`There is no comparison "${unknown}". There are: ${known}.`);
  }
  const wanted = names.length === 0 ? Object.keys(comparisons) : names;
  return wanted.flatMap((name) => comparisons[name] ?? []);
}
