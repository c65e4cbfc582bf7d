// What may be sent in read-only mode: operations that read (class R of the declarations). AWS marks too few of its operations
// as reading, so their verbs tell. What is not known to read does not; nor does what opens a shell, runs a command or gives
// out keys, since what is done with those is under nobody's guard here.

import { ReadOnlyError, type Where } from './errors.ts';
import type { Document } from './protocols/protocol.ts';

/** Throws for what may not be sent. The input is as the caller gave it. */
export type RequestGuard = (operation: string, input: Document) => void;

export function readOnlyGuard(
  where: Where & { readonly service: string },
  isReadOnly: () => boolean,
): RequestGuard {
  return (operation, input) => {
    if (!isReadOnly() || isReading(where.service, operation, input)) return;
    throw new ReadOnlyError({ ...where, operation });
  };
}

/** True for what changes nothing and gives out no secret. The service is named by botocore's id. */
export function isReading(service: string, operation: string, input: Document = {}): boolean {
  const name = `${service}.${operation}`;
  if (otherReading.has(name)) return true;
  if (secretsOnDemand.get(name)?.some((member) => input[member] === true)) return false;
  return readingVerbs.test(operation) && !secrets.test(operation) && !notReading.has(name);
}

/** True for a read by its verb that gives everybody the same. */
export function isPlainRead(service: string, operation: string): boolean {
  const name = `${service}.${operation}`;
  const isOrdinary = !otherReading.has(name) && !takingWork.has(name);
  return isOrdinary && isReading(service, operation);
}

/** Whoever asks gets a task of their own. */
const takingWork: ReadonlySet<string> = new Set(['stepfunctions.GetActivityTask']);

const readingVerbs =
  /^(?:(?:Admin|Batch)?(?:Check|Describe|Get|Is|List|Lookup|Read)|Calculate|Compare|Contains|Count|Decode|Discover|Estimate|Filter|Head|Query|Scan|Search|Select|Simulate|Validate|View)(?![a-z])/;

/** What they give is a key to something. */
const secrets =
  /SecretValue|Password(?:Data)?$|^Get\w*(?:Credentials|(?<!Change)Token)(?:With\w+|s?F(?:or|rom)\w+)?$/;

/** By their verbs they would be reading. */
const notReading: ReadonlySet<string> = new Set([
  'appconfig.GetHostedConfigurationVersion',
  'ec2.DescribeInstanceAttribute',
  'license-manager.CheckInLicense',
  'lightsail.GetInstanceAccessDetails',
  'ssm.GetParameter',
  'ssm.GetParameterHistory',
  'ssm.GetParameters',
  'ssm.GetParametersByPath',
]);

/** Members of their input that, where true, have the answer hold a secret. */
const secretsOnDemand: ReadonlyMap<string, readonly string[]> = new Map([
  ['apigateway.GetApiKey', ['includeValue']],
  ['apigateway.GetApiKeys', ['includeValues']],
]);

/** They only read, or let read, whatever their verbs say. */
const otherReading: ReadonlySet<string> = new Set([
  'apigatewayv2.ExportApi',
  'bedrock-agent-runtime.Retrieve',
  'dynamodb.TransactGetItems',
  'events.TestEventPattern',
  'glue.TestConnection',
  'iam.GenerateCredentialReport',
  'iam.GenerateOrganizationsAccessReport',
  'iam.GenerateServiceLastAccessedDetails',
  'kms.Encrypt',
  'kms.Verify',
  'kms.VerifyMac',
  'logs.StartLiveTail',
  'logs.StartQuery',
  'logs.StopQuery',
  'logs.TestMetricFilter',
  'rds.DownloadDBLogFilePortion',
  'route53.TestDNSAnswer',
  's3.CreateSession',
  'sesv2.TestRenderEmailTemplate',
  'transfer.TestConnection',
]);
