import { setTimeout as sleep } from 'node:timers/promises';
import type { Catalogue } from '../../core/models/catalogue.ts';
import type { Region, Session } from '../../core/session.ts';
import { pickOne } from '../pick.ts';
import { buildRegionItems } from './regionItems.ts';

/** The person picks a region, or types one AWS's data does not know. `own` is the profile's. */
export async function pickRegion(
  session: Session,
  own: string | undefined,
  catalogue: Catalogue,
): Promise<string | undefined> {
  const answer = await pickOne({
    title: `AWS Region of ${session.profile}`,
    placeholder: 'Pick or type the region to use in this workspace',
    load: async () => {
      const [listed, partitions] = await Promise.all([
        readRegions(session),
        catalogue.partitions(),
      ]);
      const regions = listed.map(({ name }) => name);
      const off = listed.filter(({ isEnabled }) => isEnabled === false);
      const disabled = new Set(off.map(({ name }) => name));
      const facts = { regions, disabled, partitions, current: session.region, own };
      return (typed: string) => buildRegionItems({ ...facts, typed });
    },
  });
  return answer?.item.region;
}

/** The account is asked which ones it has, if AWS was used before; the list does not wait for it long. */
async function readRegions(session: Session): Promise<readonly Region[]> {
  if (session.knownAccount === undefined) return session.describeRegions();
  const controller = new AbortController();
  const listed = session.listRegions({ signal: controller.signal });
  const patience = sleep(patienceMs, undefined, { signal: controller.signal });
  try {
    await Promise.race([listed, patience]);
  } catch {
    // The list is as good without it.
  } finally {
    controller.abort();
    await Promise.allSettled([listed, patience]);
  }
  return session.describeRegions();
}

const patienceMs = 700;
