// An input document's address says all there is to know of it, so that VS Code can bring it back after a reload:
// `/demo/us-east-1/s3/GetObject/s3.GetObject input (demo, us-east-1).json`.

import { formatWhere } from '../../core/errors.ts';

export interface InputAddress {
  readonly service: string;
  readonly operation: string;
  readonly profile: string;
  /** Undefined when neither the profile nor the person named one. */
  readonly region: string | undefined;
}

const noRegion = '-';

export function buildInputPath(address: InputAddress): string {
  const { profile, region = noRegion, service, operation } = address;
  // The result of the call has the same title without "input".
  const asked = formatAddress({ ...address, operation: `${operation} input` });
  const title = `${asked.replaceAll('/', '-')}.json`;
  const parts = [profile, region, service, operation].map(encodeURIComponent);
  return `/${[...parts, title].join('/')}`;
}

/** Undefined for a path which `buildInputPath` did not make. */
export function parseInputPath(path: string): InputAddress | undefined {
  const [root, profile, region, service, operation, title, ...rest] = path.split('/');
  if (root !== '' || rest.length > 0) return undefined;
  if (!profile || !region || !service || !operation || !title) return undefined;
  try {
    return {
      service: decodeURIComponent(service),
      operation: decodeURIComponent(operation),
      profile: decodeURIComponent(profile),
      region: region === noRegion ? undefined : decodeURIComponent(region),
    };
  } catch {
    return undefined;
  }
}

/** `s3.GetObject (demo, us-east-1)`. */
export function formatAddress({ region, ...address }: InputAddress): string {
  return formatWhere(region === undefined ? address : { ...address, region });
}

/** `demo (us-east-1)`. */
export function formatTarget({ profile, region }: Omit<InputAddress, 'service' | 'operation'>) {
  return region === undefined ? profile : `${profile} (${region})`;
}
