// Writes docs/resources.md, the list of the kinds that src/services declares.
//
//   npm run resources

import { writeFileSync } from 'node:fs';
import { declaredServices } from '../src/services/index.ts';
import { writeResourcesPage } from './resources/page.ts';

writeFileSync(
  new URL('../docs/resources.md', import.meta.url),
  writeResourcesPage(declaredServices),
);
