// Gives every error class the name it has in the source, which minifying a bundle takes away: callers tell errors apart
// by it. Loaded by what bundles begin with.

import * as errors from './errors.ts';

for (const [name, value] of Object.entries(errors)) {
  if (typeof value === 'function' && value.prototype instanceof Error) {
    Object.defineProperty(value, 'name', { value: name });
  }
}
