// The services that need more than their model, and what they need.

import { formatQuery } from '../http/address.ts';
import type { ReceivedResponse, RequestParts } from '../http/message.ts';
import type { Document } from '../protocols/protocol.ts';
import type { CallContext, Customization } from './customization.ts';
import { glacier } from './glacier.ts';
import { iam } from './policies.ts';
import { route53 } from './route53.ts';
import { s3 } from './s3.ts';
import { s3Control } from './s3Control.ts';
import { sqs } from './sqs.ts';

const customizations: Readonly<Record<string, Customization>> = {
  apigateway: { parts: (parts) => withHeader(parts, 'accept', 'application/json') },
  autoscaling: { input: onlyFor(['CreateLaunchConfiguration'], withEncodedUserData) },
  cloudformation: { output: onlyFor(['GetTemplate'], withReadTemplate) },
  cloudsearchdomain: {
    input: (input, context) => withAlias(input, context, 'returnFields', 'return'),
    parts: onlyFor(['Search'], asForm),
  },
  dynamodb: { parts: withApiVersion },
  ec2: {
    input: (input, context) =>
      onlyFor(['RunInstances'], withEncodedUserData)(
        withAlias(input, context, 'Filters', 'Filter'),
        context,
      ),
    output: onlyFor(['GetConsoleOutput'], withDecodedOutput),
  },
  glacier,
  iam,
  logs: { input: (input, context) => withAlias(input, context, 'fromTime', 'from') },
  machinelearning: { address: predictEndpoint },
  route53,
  s3,
  s3control: s3Control,
  sqs,
  'sso-oidc': { response: withDescription },
  'timestream-query': { parts: withApiVersion },
  'timestream-write': { parts: withApiVersion },
};

const none: Customization = {};

export function customizationOf(serviceId: string): Customization {
  return Object.hasOwn(customizations, serviceId) ? (customizations[serviceId] ?? none) : none;
}

function onlyFor<T>(operations: readonly string[], change: (value: T) => T) {
  return (value: T, { plan }: CallContext): T =>
    operations.includes(plan.name) ? change(value) : value;
}

function withHeader(parts: RequestParts, name: string, value: string): RequestParts {
  return { ...parts, headers: { [name]: value, ...parts.headers } };
}

/** Another name that botocore takes for a member. */
function withAlias(input: Document, { plan }: CallContext, alias: string, member: string) {
  if (input[alias] === undefined || plan.input?.members[alias]) return input;
  if (!plan.input?.members[member] || input[member] !== undefined) return input;
  const { [alias]: value, ...rest } = input;
  return { ...rest, [member]: value };
}

/** User data is given as it is and sent in base 64. */
function withEncodedUserData(input: Document): Document {
  const data = input.UserData;
  if (typeof data !== 'string' && !(data instanceof Uint8Array)) return input;
  return { ...input, UserData: Buffer.from(data).toString('base64') };
}

function withDecodedOutput(output: Document): Document {
  if (typeof output.Output !== 'string') return output;
  return { ...output, Output: Buffer.from(output.Output, 'base64').toString() };
}

/** A template in JSON is read; one in YAML stays text. */
function withReadTemplate(output: Document): Document {
  if (typeof output.TemplateBody !== 'string') return output;
  try {
    return { ...output, TemplateBody: JSON.parse(output.TemplateBody) };
  } catch {
    return output;
  }
}

/** Each model predicts at an address of its own. */
function predictEndpoint({ plan, given }: CallContext): string | undefined {
  const address = plan.name === 'Predict' ? given.PredictEndpoint : undefined;
  return typeof address === 'string' && URL.canParse(address) ? address : undefined;
}

/** A search may be longer than a URL. */
function asForm(parts: RequestParts): RequestParts {
  const headers = { ...parts.headers, 'content-type': 'application/x-www-form-urlencoded' };
  return { ...parts, method: 'POST', headers, query: {}, body: formatQuery(parts.query) };
}

function withApiVersion(parts: RequestParts, { service, plan }: CallContext): RequestParts {
  const isDiscovery = plan.name === 'DescribeEndpoints';
  return isDiscovery ? withHeader(parts, 'x-amz-api-version', service.metadata.apiVersion) : parts;
}

/** OAuth says its message under a name of its own. */
function withDescription(response: ReceivedResponse): ReceivedResponse {
  const { statusCode, body } = response;
  if (statusCode < 400 || !(body instanceof Uint8Array)) return response;
  const error = readObject(Buffer.from(body).toString());
  const description = error?.error_description;
  if (!error || !description || error.message || error.Message) return response;
  return { ...response, body: Buffer.from(JSON.stringify({ ...error, Message: description })) };
}

function readObject(text: string): Document | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Document) : undefined;
  } catch {
    return undefined;
  }
}
