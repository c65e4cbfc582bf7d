// A comparison: a Python script beside this file that prints cases with botocore's answers, and what judges each.

import type { Catalogue } from '../../src/core/models/catalogue.ts';
import { protocolNameOf } from '../../src/core/protocols/protocols.ts';
import { differenceOf, type Kind } from '../../test/conformance/kind.ts';
import type { Judged } from './report.ts';

export interface Comparison {
  readonly script: string;
  /** Of the script, before the names of services. */
  readonly options: readonly string[];
  readonly compare: (catalogue: Catalogue, one: unknown) => Promise<Judged>;
}

/** For cases of one kind. */
export function comparisonOf<Case extends { readonly service: string }>(
  kind: Kind<Case>,
  script: string,
  options: readonly string[] = [],
): Comparison {
  return {
    script,
    options,
    compare: async (catalogue, given) => {
      const one = given as Case;
      const outcome = await kind.compare(catalogue, one);
      return {
        title: kind.title,
        format: protocolNameOf(await catalogue.service(one.service)),
        what: kind.describe(one),
        difference: outcome === 'refused' ? outcome : differenceOf(outcome.mine, outcome.theirs),
      };
    },
  };
}
