// Holds the endpoint rules to botocore: the same parameters must give the same address, or be refused by both.
//
//   node tools/conformance/endpoints.ts [--show N] [--seed N] [--sample N] [service ...]

import { isDeepStrictEqual } from 'node:util';
import { EndpointError, NoRegionError } from '../../src/core/errors.ts';
import { createEndpointResolver } from '../../src/core/http/endpoint.ts';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import { casesOf, Report, readArguments } from './python.ts';

interface EndpointCase {
  readonly service: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly url?: string;
  /** Absent when empty. */
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly error?: string;
  /** botocore fell over. */
  readonly broken?: string;
}

const common = new Set(['Region', 'UseFIPS', 'UseDualStack', 'Endpoint']);
const { show, passed } = readArguments(process.argv.slice(2));
const report = new Report(show);
const catalogue = openCatalogue({ searchPath: [] });
const partitions = await catalogue.partitions();
let current = '';
let resolve = createEndpointResolver(await catalogue.service('sts'), partitions);

for await (const line of casesOf('endpoints.py', passed)) {
  const one = line as EndpointCase;
  if (one.service !== current) {
    current = one.service;
    resolve = createEndpointResolver(await catalogue.service(current), partitions);
  }
  const hasOwn = Object.keys(one.params).some((name) => !common.has(name));
  const name = `endpoint  ${hasOwn ? one.service : '(regions)'}`;
  report.add(name, compare(one), `${one.service} ${JSON.stringify(one.params)}`);
}
report.print();

function compare(one: EndpointCase): string | undefined {
  try {
    const { url, properties, headers } = resolve(one.params, { service: one.service });
    if (one.broken !== undefined) return 'refused';
    if (one.error !== undefined) return `${url} here, "${one.error}" in botocore`;
    const mine = { url, properties, headers };
    const theirs = { url: one.url, properties: one.properties ?? {}, headers: one.headers ?? {} };
    if (isDeepStrictEqual(mine, theirs)) return undefined;
    return `${JSON.stringify(mine)} here, ${JSON.stringify(theirs)} in botocore`;
  } catch (error) {
    if (!(error instanceof EndpointError) && !(error instanceof NoRegionError)) throw error;
    if (one.broken !== undefined) return 'refused';
    // A label in front of an IP address: no host of that name can be.
    if (one.url !== undefined && !URL.canParse(one.url)) return 'refused';
    return one.error === undefined ? `"${error.message}" here, ${one.url} in botocore` : undefined;
  }
}
