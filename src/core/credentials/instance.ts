import { textOf } from '../config/place.ts';
import { isAbort } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import { getText, metadataKeys } from './metadata.ts';
import type { CredentialSource, LoadContext, Scope } from './source.ts';

/** Keys of the EC2 instance the editor runs on, by version 2 of its metadata service. Elsewhere nobody answers, quickly. */
export const instance: CredentialSource = {
  kind: 'none',
  plan(scope) {
    if (scope.environment.AWS_EC2_METADATA_DISABLED?.toLowerCase() === 'true') return undefined;
    return async (context) => {
      try {
        return await readKeys(baseUrl(scope), context);
      } catch (error) {
        if (isAbort(error)) throw error;
        return undefined; // There is no metadata service: most machines are no instance.
      }
    };
  },
};

const timeLimit = 1_000;

async function readKeys(base: URL, context: LoadContext): Promise<Credentials | undefined> {
  const { send, signal } = context;
  const issued = await getText(send, new URL('latest/api/token', base), {
    method: 'PUT',
    headers: { 'x-aws-ec2-metadata-token-ttl-seconds': '21600' },
    timeLimit,
    signal,
  });
  if (issued.status !== 200) return undefined;
  const headers = { 'x-aws-ec2-metadata-token': issued.text };
  const roles = new URL('latest/meta-data/iam/security-credentials/', base);
  const role = await getText(send, roles, { headers, timeLimit, signal });
  if (role.status !== 200) return undefined;
  const name = role.text.trim();
  const keys = await getText(send, new URL(encodeURIComponent(name), roles), {
    headers,
    timeLimit,
    signal,
  });
  return keys.status === 200 ? metadataKeys(keys.text) : undefined;
}

function baseUrl({ environment, entry }: Scope): URL {
  const endpoint =
    environment.AWS_EC2_METADATA_SERVICE_ENDPOINT || textOf(entry, 'ec2_metadata_service_endpoint');
  const mode =
    environment.AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE ||
    textOf(entry, 'ec2_metadata_service_endpoint_mode');
  const usual =
    mode?.toLowerCase() === 'ipv6' ? 'http://[fd00:ec2::254]' : 'http://169.254.169.254';
  return new URL(`${(endpoint || usual).replace(/\/$/, '')}/`);
}
