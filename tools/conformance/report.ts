// Counts outcomes by wire format and kind, and shows the first differences.

export interface Judged {
  /** The kind, in the plural. */
  readonly title: string;
  readonly format: string;
  /** What was asked. */
  readonly what: string;
  /** undefined where both do the same, `refused` where there is nothing to compare with. */
  readonly difference: string | undefined;
}

interface Tally {
  same: number;
  different: number;
}

export class Report {
  readonly #talliesByFormat = new Map<string, Map<string, Tally>>();
  #toShow: number;
  same = 0;
  different = 0;
  refused = 0;

  constructor(toShow: number) {
    this.#toShow = toShow;
  }

  add({ title, format, what, difference }: Judged): void {
    if (difference === 'refused') {
      this.refused += 1;
      return;
    }
    const outcome = difference === undefined ? 'same' : 'different';
    this[outcome] += 1;
    this.#tally(format, title)[outcome] += 1;
    if (difference !== undefined && this.#toShow-- > 0) {
      console.log(`${title} ${format} ${what.slice(0, 300)}\n  ${difference}`);
    }
  }

  /** One line a wire format: how many of each kind are the same. */
  print(): void {
    for (const [format, tallies] of [...this.#talliesByFormat].sort()) {
      const parts = [...tallies].map(([title, tally]) => `${inWords(tally)} ${title}`);
      console.log(`${format.padEnd(19)}${parts.join(', ')}`);
    }
    const refused = `${this.refused} that botocore refuses or that DEVIATIONS.md lists`;
    console.log(`${this.same} the same, ${this.different} different, ${refused}`);
  }

  #tally(format: string, title: string): Tally {
    const tallies = this.#talliesByFormat.get(format) ?? new Map<string, Tally>();
    this.#talliesByFormat.set(format, tallies);
    const tally = tallies.get(title) ?? { same: 0, different: 0 };
    tallies.set(title, tally);
    return tally;
  }
}

function inWords({ same, different }: Tally): string {
  return different === 0 ? String(same) : `${same} of ${same + different}`;
}
