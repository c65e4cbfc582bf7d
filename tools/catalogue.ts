// Writes the catalogue of AWS services, `media/models`, from the data of botocore.
//
//   npm run catalogue [folder]
//
// `folder` is botocore's package folder or its `data` folder, such as that of an unpacked wheel; without it, the
// botocore that `python3` finds is used.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeCatalogue } from './catalogue/write.ts';

const source = findDataFolder(process.argv[2] ?? askPython());
const target = path.resolve(import.meta.dirname, '../media/models');
const version = readBotocoreVersion(source);
const counts = await writeCatalogue(source, target, version);
process.stdout.write(
  `Wrote ${counts.services} services with ${counts.operations} operations and ${counts.shapes} shapes ` +
    `from botocore ${version}.\n`,
);

function askPython(): string {
  try {
    const print = 'import botocore; print(botocore.__path__[0])';
    return execFileSync('python3', ['-c', print], { encoding: 'utf8' }).trim();
  } catch (error) {
    throw new Error(
      'No botocore was found. Install it (pip install botocore) or give its folder: npm run catalogue FOLDER',
      { cause: error },
    );
  }
}

function findDataFolder(folder: string): string {
  const candidates = [path.join(folder, 'data'), folder, path.join(folder, 'botocore', 'data')];
  const found = candidates.find((candidate) => existsSync(path.join(candidate, 'partitions.json')));
  if (!found) {
    throw new Error(`${folder} is not a botocore folder: it has no data/partitions.json.`);
  }
  return found;
}

/** The version stands in the package's `__init__.py`, beside its data. */
function readBotocoreVersion(data: string): string {
  const file = path.join(data, '..', '__init__.py');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return /^__version__ = '([^']+)'/m.exec(text)?.[1] ?? 'unknown';
}
