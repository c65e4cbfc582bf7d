// Reads a document so often and prints what it came to at last: node readManyTimes.ts DOCUMENT TIMES.

import { makeReader } from './xmlDocuments.ts';

const [document = '', times = '1'] = process.argv.slice(2);
const read = makeReader();
let output: unknown;
for (let i = 0; i < Number(times); i++) output = read(document);
console.log(JSON.stringify(output));
