/** What a suite of `npm test` gives back. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  /** Printed in full when something failed. */
  readonly output: string;
  /** Printed always, such as a measured figure. */
  readonly notes?: readonly string[];
}

/** A suite, by the name that `npm test NAME` takes. */
export interface Suite {
  readonly name: string;
  run(): Promise<SuiteResult>;
}
