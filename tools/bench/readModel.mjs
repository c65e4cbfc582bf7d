// Prints the milliseconds that reading one service's description takes in a process that has read none: node
// readModel.mjs SERVICE

import { openCatalogue } from '../../dist/core.mjs';

const catalogue = openCatalogue({ searchPath: [] });
const start = performance.now();
await catalogue.service(process.argv[2]);
const time = performance.now() - start;
// Asking for the output has its own price the first time, so that comes after the time is taken.
process.stdout.write(String(time));
