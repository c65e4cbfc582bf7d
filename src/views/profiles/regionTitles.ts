import type { Catalogue } from '../../core/models/catalogue.ts';
import type { Partitions } from '../../core/models/model.ts';
import { regionTitle } from '../../core/regions.ts';

/** What regions are called. AWS's data is read once somebody asks, and told from the next ask on: nobody waits for it. */
export class RegionTitles {
  readonly #catalogue: Pick<Catalogue, 'partitions'>;
  #partitions: Partitions | undefined;
  #isReading = false;

  constructor(catalogue: Pick<Catalogue, 'partitions'>) {
    this.#catalogue = catalogue;
  }

  of(region: string): string | undefined {
    if (this.#partitions) return regionTitle(this.#partitions, region);
    if (!this.#isReading) void this.#read();
    return undefined;
  }

  async #read(): Promise<void> {
    this.#isReading = true;
    try {
      this.#partitions = await this.#catalogue.partitions();
    } catch {
      // Whoever calls AWS reads the same data, and is told what is wrong with it.
    } finally {
      this.#isReading = false;
    }
  }
}
