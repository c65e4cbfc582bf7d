// Copying a snapshot from another region: the request carries a presigned one for the region of the source.

import { escapeUri, urlOf } from '../http/address.ts';
import type { HttpRequest } from '../http/message.ts';
import { presignRequest, type SignOptions } from '../http/sign.ts';
import type { CallContext } from './customization.ts';

interface Copy {
  /** The parameter the presigned request goes into. */
  readonly parameter: string;
  /** EC2 wants the region of the destination in the outer request too, and takes that of the source. */
  readonly keepsRegions: boolean;
}

const ec2: Copy = { parameter: 'PresignedUrl', keepsRegions: true };
const rds: Copy = { parameter: 'PreSignedUrl', keepsRegions: false };

const copies: Readonly<Record<string, Copy>> = {
  'ec2.CopySnapshot': ec2,
  'rds.CopyDBClusterSnapshot': rds,
  'rds.CreateDBCluster': rds,
  'rds.CopyDBSnapshot': rds,
  'rds.CreateDBInstanceReadReplica': rds,
  'rds.StartDBInstanceAutomatedBackupsReplication': rds,
  'neptune.CopyDBClusterSnapshot': rds,
  'neptune.CreateDBCluster': rds,
  'docdb.CopyDBClusterSnapshot': rds,
  'docdb.CreateDBCluster': rds,
};

/** The request with the presigned one inside, where its operation wants that; else the request. */
export function withPresignedCopy(
  request: HttpRequest,
  { service, plan }: CallContext,
  options: SignOptions,
): HttpRequest | Promise<HttpRequest> {
  const copy = copies[`${service.id}.${plan.name}`];
  if (!copy || typeof request.body !== 'string') return request;
  const params = Object.fromEntries(new URLSearchParams(request.body));
  const { SourceRegion: source, ...rest } = params;
  if (!source) return request;
  const outer = copy.keepsRegions ? params : rest;
  if (outer[copy.parameter] !== undefined) return { ...request, body: formatForm(outer) };
  const destination = options.auth.region;
  const presigned = presignInSource(
    request,
    { ...outer, DestinationRegion: destination },
    source,
    options,
  );
  const regions = copy.keepsRegions ? { DestinationRegion: destination } : {};
  return presigned.then((url) => ({
    ...request,
    body: formatForm({ ...outer, ...regions, [copy.parameter]: url }),
  }));
}

async function presignInSource(
  request: HttpRequest,
  params: Readonly<Record<string, string>>,
  region: string,
  options: SignOptions,
): Promise<string> {
  const hostname = request.hostname.replace(options.auth.region, region);
  const port = request.port === undefined ? '' : `:${request.port}`;
  const { body: _, ...bare } = request;
  const inner = {
    ...bare,
    method: 'GET',
    hostname,
    query: params,
    headers: { host: `${hostname}${port}` },
  };
  const signed = await presignRequest(
    inner,
    { ...options, auth: { ...options.auth, region } },
    3600,
  );
  return urlOf(signed);
}

function formatForm(params: Readonly<Record<string, string>>): string {
  return Object.entries(params)
    .map(([name, value]) => `${escapeUri(name)}=${escapeUri(value)}`)
    .join('&');
}
