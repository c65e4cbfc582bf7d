// Figures that tests measure and the runner prints. Each test file is a bundle of its own, so they meet in a property of
// the process-wide object.

const key = Symbol.for('awscope.test.notes');

/** A figure for the reader, such as `activation took 12 ms`. */
export function note(text: string): void {
  Reflect.set(globalThis, key, [...notes(), text]);
}

export function notes(): readonly string[] {
  return Reflect.get(globalThis, key) ?? [];
}
