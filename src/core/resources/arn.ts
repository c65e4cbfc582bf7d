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

/** An address of the console, in its parts as they are written: escapes stay. */
export interface ConsoleAddress {
  readonly path: string;
  readonly fragment: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** Partition, and region and account where the host tells them. */
  readonly facts: Readonly<Record<string, string>>;
}

/** `undefined` for what is no address of the console. */
export function consoleOf(text: string): ConsoleAddress | undefined {
  const match = /^https:\/\/([a-z\d.-]+)(\/[^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is.exec(text.trim());
  if (!match) return undefined;
  const [, host = '', path = '', query = '', fragment = ''] = match;
  const facts = consoleFacts(host.toLowerCase());
  return facts && { path, fragment, parameters: parametersOf(query), facts };
}

/** Hosts: `console...`, `eu-west-1.console...`, `123456789012-x1.eu-west-1.console...`. */
function consoleFacts(host: string): Readonly<Record<string, string>> | undefined {
  const known = Object.entries(consoleDomains).find(
    ([, domain]) => host === domain || host.endsWith(`.${domain}`),
  );
  if (!known) return undefined;
  const labels = host.slice(0, -known[1].length).split('.');
  const region = labels.find((label) => /^[a-z]{2}(?:-[a-z]+)+-\d+$/.test(label));
  const account = labels.map((label) => /^(\d{12})-/.exec(label)?.[1]).find(Boolean);
  return { partition: known[0], ...(region && { region }), ...(account && { account }) };
}

function parametersOf(query: string): ReadonlyMap<string, string> {
  const parts = query.split('&').map((part) => part.split('='));
  return new Map(parts.map(([name = '', ...value]) => [name, value.join('=')]));
}

/** The domain that the addresses of a partition's services end in. */
export function dnsSuffix(partition: string): string {
  return partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
}
