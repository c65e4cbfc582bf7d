// ARNs and the console, by partition.

/** The parts of `arn:partition:service:region:account:resource`. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  /** Empty for global services. */
  readonly region: string;
  /** Empty where AWS leaves it out, as for buckets. */
  readonly account: string;
  readonly resource: string;
}

/** `undefined` for text that is no ARN. */
export function parseArn(text: string): Arn | undefined {
  const match = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):(.+)$/s.exec(text);
  if (!match) return undefined;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = match;
  return { partition, service, region, account, resource };
}

const consoleDomains: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-eusc': 'console.amazonaws-eusc.eu',
};

/** Where the AWS console of a region is; `undefined` for the partitions that have none in public. */
export function consoleBase(partition: string, region: string): string | undefined {
  const domain = consoleDomains[partition];
  return domain ? `https://${region}.${domain}` : undefined;
}
