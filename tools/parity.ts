// Compares boto3's resources with the declarations in src/services, prints every difference, and writes
// docs/boto3-parity.md. Ends with code 1 on a difference that is not deliberate. Needs Python 3 with boto3; nothing is sent.
//
//   npm run parity                     all services of boto3
//   npm run parity -- ec2 sqs          prints the differences of these only

import { writeFileSync } from 'node:fs';
import { openCatalogue } from '../src/core/models/catalogue.ts';
import type { ServiceKinds } from '../src/core/resources/kind.ts';
import { declaredServices } from '../src/services/index.ts';
import { readBoto3 } from './parity/boto3.ts';
import { compareService, keyOf, type Part } from './parity/compare.ts';
import { deliberate } from './parity/deliberate.ts';
import { kindName } from './parity/names.ts';
import { writeTable } from './parity/table.ts';

const boto3 = readBoto3();
const catalogue = openCatalogue({ searchPath: [] });
const parts: Part[] = [];
const kindNames = new Map<string, string>();
for (const [service, theirs] of Object.entries(boto3.services)) {
  const ours = declaredServices.find((one) => one.service === service) ?? undeclared(service);
  parts.push(...compareService(service, theirs, ours, await catalogue.service(service)));
  for (const resource of Object.keys(theirs.resources)) {
    const own = kindName(ours, resource);
    if (own !== undefined && own !== resource) kindNames.set(`${service}.${resource}`, own);
  }
}

const table = writeTable({ version: boto3.version, parts, deliberate, kindNames });
writeFileSync(new URL('../docs/boto3-parity.md', import.meta.url), table);

const chosen = process.argv.slice(2);
const isChosen = (key: string) =>
  chosen.length === 0 || chosen.includes(/^\w+/.exec(key)?.[0] ?? '');
const faults = [
  ...parts.flatMap((part) => {
    const key = keyOf(part);
    return part.fault && !Object.hasOwn(deliberate, key) ? [{ key, text: part.fault }] : [];
  }),
  ...staleKeys().map((key) => ({ key, text: 'is said to be different on purpose, and is not' })),
].filter(({ key }) => isChosen(key));
for (const { key, text } of faults) console.log(`${key} ${text}.`);
console.log(`${parts.length} parts of boto3 ${boto3.version}, ${faults.length} differences.`);
process.exitCode = faults.length === 0 ? 0 : 1;

function undeclared(service: string): ServiceKinds {
  return { service, title: service, icon: 'question', collections: {}, kinds: {} };
}

function staleKeys(): readonly string[] {
  const different = new Set(parts.filter(({ fault }) => fault).map(keyOf));
  return Object.keys(deliberate).filter((key) => !different.has(key));
}
