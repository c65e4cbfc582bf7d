// Cases of the wire formats that were made by hand: small services in botocore's form, put through the compiler that makes the
// catalogue, and for each trait what is sent and what is read. A file is a service's requests or responses.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseJson } from '../../src/core/json.ts';
import { type Catalogue, openCatalogue } from '../../src/core/models/catalogue.ts';
import { writeCatalogue } from '../../tools/catalogue/write.ts';

const folder = path.join(import.meta.dirname, 'wire');

/** The services of the cases. What is written for them goes when the process ends. */
export async function openWireCatalogue(): Promise<Catalogue> {
  const target = mkdtempSync(path.join(tmpdir(), 'awscope-wire-'));
  process.once('exit', () => rmSync(target, { recursive: true }));
  await writeCatalogue(path.join(folder, 'models'), target, 'conformance');
  return openCatalogue({ folder: target, searchPath: [] });
}

interface WireFile<Case> {
  /** Of all requests of the file, unless a case has others; `{operation}` stands for its name. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly cases: readonly Case[];
}

/** Of all files of a kind, each case with its service. */
export function readWireCases<Case>(
  kind: 'requests' | 'responses',
): readonly (Case & { readonly service: string; readonly common: WireFile<Case>['headers'] })[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(`.${kind}.json`));
  return files.sort().flatMap((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const { headers: common, cases } = parseJson(text) as WireFile<Case>;
    const service = path.basename(name, `.${kind}.json`);
    return cases.map((one) => ({ ...one, service, common }));
  });
}
