import type { ConfigFault } from './iniFile.ts';
import type { SharedConfig } from './sharedConfig.ts';

/** The faults that make no profile a broken one, and so would be told nowhere: of a whole file, or of another section. */
export function looseFaults({ faults, profiles }: SharedConfig): readonly ConfigFault[] {
  const sections = [...profiles.values()].flatMap(({ config, credentials }) => [
    config,
    credentials,
  ]);
  const carried = new Set(sections.map((section) => section && keyOf(section.file, section.name)));
  return faults.filter(
    ({ file, section }) => section === undefined || !carried.has(keyOf(file, section)),
  );
}

function keyOf(file: string, section: string): string {
  return `${file}\n${section}`;
}
