// When the extension's own code began to run. `extension.ts` imports this before anything else.

export const startedAt = performance.now();
