// Settings, and where each is seen: in a request that was not sent, or in what was sent.

import type { HttpRequest, SendOptions } from '../../../src/core/http/message.ts';
import type { Document } from '../../../src/core/protocols/protocol.ts';
import type { Session } from '../../../src/core/session.ts';

/** What is looked at: a request that was not sent, or what was sent. */
export type Look = (session: Session, sent: Sent) => Promise<unknown>;

export interface Sent {
  readonly requests: HttpRequest[];
  readonly options: SendOptions[];
}

export interface SettingCase {
  /** What the profile has in any case. */
  readonly base?: string;
  /** As it stands in the profile, `s3 =` and all. */
  readonly lines: string;
  readonly variable?: readonly [name: string, value: string];
  readonly look: Look;
  /** Seen without the setting, and with it. */
  readonly without: unknown;
  readonly with: unknown;
}

function prepared(service: string, operation: string, input: Document) {
  return async (session: Session) => (await session.client(service)).prepare(operation, input);
}

const host =
  (service: string, operation: string, input: Document = {}): Look =>
  async (session) =>
    new URL((await prepared(service, operation, input)(session)).url).host;

const header =
  (name: string, service: string, operation: string, input: Document): Look =>
  async (session) =>
    (await prepared(service, operation, input)(session)).headers[name];

const object = { Bucket: 'a-bucket', Key: 'k' };
const upload = { ...object, Body: Buffer.from('body') };
const accessPoint = 'arn:aws:s3:eu-west-1:123456789012:accesspoint/points';
const multiRegion = 'arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap';
const expressObject = { Bucket: 'a-bucket--use1-az4--x-s3', Key: 'k' };
const metrics = {
  Namespace: 'n',
  MetricData: Array.from({ length: 60 }, (_, i) => ({ MetricName: `metric-${i}`, Value: i })),
};

/** The operations that are called, by what names them: here, in a header. */
const called = (service: string, operation: string, input: Document): Look => {
  return async (session, { requests }) => {
    const client = await session.client(service);
    await client.call(operation, input).catch(() => {});
    return requests.map(
      ({ headers, query }) => headers['x-amz-target'] ?? Object.keys(query).sort(),
    );
  };
};

const connectTimeout: Look = async (session, { options }) => {
  await (await session.client('sqs')).call('ListQueues', {}).catch(() => {});
  return options[0]?.connectTimeout;
};

const attempts: Look = async (session) => {
  const client = await session.client('sqs');
  return (await client.prepare('ListQueues', {})).headers['amz-sdk-request'];
};

const regionOfPoint = host('s3', 'GetObject', { ...object, Bucket: accessPoint });

/** By the name of the setting; those of S3 that have another’s name have `s3 ` in front. */
export const settingCases: Readonly<Record<string, SettingCase>> = {
  useFipsEndpoint: {
    lines: 'use_fips_endpoint = true',
    variable: ['AWS_USE_FIPS_ENDPOINT', 'true'],
    look: host('sqs', 'ListQueues'),
    without: 'sqs.us-east-1.amazonaws.com',
    with: 'sqs-fips.us-east-1.amazonaws.com',
  },
  useDualstackEndpoint: {
    lines: 'use_dualstack_endpoint = true',
    variable: ['AWS_USE_DUALSTACK_ENDPOINT', 'true'],
    look: host('ec2', 'DescribeInstances'),
    without: 'ec2.us-east-1.amazonaws.com',
    with: 'ec2.us-east-1.api.aws',
  },
  defaultsMode: {
    lines: 'defaults_mode = mobile',
    variable: ['AWS_DEFAULTS_MODE', 'mobile'],
    look: connectTimeout,
    without: undefined,
    with: 30_000,
  },
  retryMode: {
    lines: 'retry_mode = legacy',
    variable: ['AWS_RETRY_MODE', 'legacy'],
    look: attempts,
    without: 'attempt=1; max=3',
    with: 'attempt=1; max=5',
  },
  maxAttempts: {
    lines: 'max_attempts = 7',
    variable: ['AWS_MAX_ATTEMPTS', '7'],
    look: attempts,
    without: 'attempt=1; max=3',
    with: 'attempt=1; max=7',
  },
  parameterValidation: {
    lines: 'parameter_validation = false',
    look: async (session) => {
      const sqs = await session.client('sqs');
      const request = await sqs.prepare('SendMessage', {}).catch((error) => error);
      return request instanceof Error ? request.name : Buffer.from(request.body).toString();
    },
    without: 'ParamValidationError',
    with: '{}',
  },
  endpointDiscoveryEnabled: {
    lines: 'endpoint_discovery_enabled = true',
    variable: ['AWS_ENDPOINT_DISCOVERY_ENABLED', 'TRUE'],
    look: called('dynamodb', 'ListTables', {}),
    without: ['DynamoDB_20120810.ListTables'],
    with: ['DynamoDB_20120810.DescribeEndpoints', 'DynamoDB_20120810.ListTables'],
  },
  stsRegionalEndpoints: {
    lines: 'sts_regional_endpoints = legacy',
    variable: ['AWS_STS_REGIONAL_ENDPOINTS', 'legacy'],
    look: host('sts', 'GetCallerIdentity'),
    without: 'sts.us-east-1.amazonaws.com',
    with: 'sts.amazonaws.com',
  },
  accountIdEndpointMode: {
    lines: 'account_id_endpoint_mode = disabled',
    variable: ['AWS_ACCOUNT_ID_ENDPOINT_MODE', 'disabled'],
    look: host('dynamodb', 'ListTables'),
    without: '123456789012.ddb.us-east-1.amazonaws.com',
    with: 'dynamodb.us-east-1.amazonaws.com',
  },
  authSchemePreference: {
    lines: 'auth_scheme_preference = sigv4a',
    variable: ['AWS_AUTH_SCHEME_PREFERENCE', 'aws.auth#sigv4a,sigv4'],
    look: async (session) => {
      const request = await prepared('sts', 'GetCallerIdentity', {})(session);
      return request.headers.authorization?.split(' ')[0];
    },
    without: 'AWS4-HMAC-SHA256',
    with: 'AWS4-ECDSA-P256-SHA256',
  },
  sigv4aSigningRegionSet: {
    lines: 'sigv4a_signing_region_set = us-west-2,eu-west-1',
    variable: ['AWS_SIGV4A_SIGNING_REGION_SET', 'us-west-2,eu-west-1'],
    look: header('x-amz-region-set', 's3', 'GetObject', { ...object, Bucket: multiRegion }),
    without: '*',
    with: 'us-west-2,eu-west-1',
  },
  requestChecksumCalculation: {
    lines: 'request_checksum_calculation = when_required',
    variable: ['AWS_REQUEST_CHECKSUM_CALCULATION', 'WHEN_REQUIRED'],
    look: header('x-amz-trailer', 's3', 'PutObject', upload),
    without: 'x-amz-checksum-crc32',
    with: undefined,
  },
  responseChecksumValidation: {
    lines: 'response_checksum_validation = when_required',
    variable: ['AWS_RESPONSE_CHECKSUM_VALIDATION', 'when_required'],
    look: header('x-amz-checksum-mode', 's3', 'GetObject', object),
    without: 'ENABLED',
    with: undefined,
  },
  disableRequestCompression: {
    lines: 'disable_request_compression = true',
    variable: ['AWS_DISABLE_REQUEST_COMPRESSION', 'true'],
    look: header('content-encoding', 'cloudwatch', 'PutMetricData', {
      ...metrics,
      MetricData: Array.from({ length: 20 }, () => metrics.MetricData).flat(),
    }),
    without: 'gzip',
    with: undefined,
  },
  requestMinCompressionSizeBytes: {
    lines: 'request_min_compression_size_bytes = 100',
    variable: ['AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES', '100'],
    look: header('content-encoding', 'cloudwatch', 'PutMetricData', metrics),
    without: undefined,
    with: 'gzip',
  },
  disableHostPrefixInjection: {
    lines: 'disable_host_prefix_injection = true',
    variable: ['AWS_DISABLE_HOST_PREFIX_INJECTION', 'true'],
    look: host('servicediscovery', 'DiscoverInstances', { NamespaceName: 'n', ServiceName: 's' }),
    without: 'data-servicediscovery.us-east-1.amazonaws.com',
    with: 'servicediscovery.us-east-1.amazonaws.com',
  },
  s3DisableExpressSessionAuth: {
    lines: 's3_disable_express_session_auth = true',
    variable: ['AWS_S3_DISABLE_EXPRESS_SESSION_AUTH', 'true'],
    look: async (session, sent) => {
      const [first] = (await called('s3', 'GetObject', expressObject)(session, sent)) as unknown[];
      return first;
    },
    without: ['session'],
    with: [],
  },
  userAgentAppId: {
    lines: 'sdk_ua_app_id = my-app',
    variable: ['AWS_SDK_UA_APP_ID', 'my-app'],
    look: async (session) => {
      const request = await prepared('sqs', 'ListQueues', {})(session);
      return request.headers['user-agent']?.split(' ').at(-1);
    },
    without: `md/nodejs#${process.versions.node}`,
    with: 'app/my-app',
  },
  addressingStyle: {
    lines: 's3 =\n  addressing_style = path',
    look: host('s3', 'GetObject', object),
    without: 'a-bucket.s3.amazonaws.com',
    with: 's3.amazonaws.com',
  },
  useAccelerateEndpoint: {
    lines: 's3 =\n  use_accelerate_endpoint = true',
    look: host('s3', 'GetObject', object),
    without: 'a-bucket.s3.amazonaws.com',
    with: 'a-bucket.s3-accelerate.amazonaws.com',
  },
  's3 useDualstackEndpoint': {
    lines: 's3 =\n  use_dualstack_endpoint = true',
    look: host('s3', 'GetObject', object),
    without: 'a-bucket.s3.amazonaws.com',
    with: 'a-bucket.s3.dualstack.us-east-1.amazonaws.com',
  },
  payloadSigningEnabled: {
    base: 'request_checksum_calculation = when_required',
    lines: 's3 =\n  payload_signing_enabled = true',
    look: async (session) => {
      const input = { ...upload, ContentMD5: 'hBotaJrKa9FyFDdFPCLG/A==' };
      const request = await prepared('s3', 'PutObject', input)(session);
      return request.headers['x-amz-content-sha256'];
    },
    without: 'UNSIGNED-PAYLOAD',
    with: '230d8358dc8e8890b4c58deeb62912ee2f20357ae92a5cc861b98e68fe31acb5',
  },
  useArnRegion: {
    lines: 's3 =\n  use_arn_region = false',
    variable: ['AWS_S3_USE_ARN_REGION', 'false'],
    look: (session, sent) => regionOfPoint(session, sent).catch((error: Error) => error.name),
    without: 'points-123456789012.s3-accesspoint.eu-west-1.amazonaws.com',
    with: 'EndpointError',
  },
  usEast1RegionalEndpoint: {
    lines: 's3 =\n  us_east_1_regional_endpoint = regional',
    variable: ['AWS_S3_US_EAST_1_REGIONAL_ENDPOINT', 'regional'],
    look: host('s3', 'GetObject', object),
    without: 'a-bucket.s3.amazonaws.com',
    with: 'a-bucket.s3.us-east-1.amazonaws.com',
  },
  disableMultiregionAccessPoints: {
    lines: 's3 =\n  s3_disable_multiregion_access_points = true',
    variable: ['AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS', 'true'],
    look: (session, sent) =>
      host('s3', 'GetObject', { ...object, Bucket: multiRegion })(session, sent).catch(
        (error: Error) => error.name,
      ),
    without: 'mfzwi23gnjvgw.mrap.accesspoint.s3-global.amazonaws.com',
    with: 'EndpointError',
  },
};
