// npm run package: makes out/awscope.vsix.

import { stat } from 'node:fs/promises';
import { buildPackage } from './vsix.ts';

const file = await buildPackage();
const { size } = await stat(file);
console.log(`${file}: ${(size / 1024 / 1024).toFixed(2)} MB`);
