// The names of AWS's models as words: `DescribeDBInstances` is Describe, DB, Instances. Kinds are named by the words of
// their operations, and identifiers are recognized by the words of their kinds.

export type Words = readonly string[];

/** Names whose capitals are not those of words. */
const wholeWords = [
  'ApiGateway|AutoML|CloudFormation|CloudFront|CloudTrail|CloudWatch|DocumentDB|DynamoDB|ElastiCache|EventBridge',
  'GitHub|GitLab|GraphQL|GuardDuty|IPv4|IPv6|IoT|MLflow|MySQL|OAuth2?|OpenSearch|PostgreSQL|PrivateLink|PubSub',
  'QuickSight|SaaS|SageMaker|SiteWise|WorkSpaces',
].join('|');

const wordPattern = new RegExp(
  `(?:${wholeWords})(?![a-z])|[A-Z]+s(?![a-z])|[A-Z]+\\d*(?![a-z])|[A-Z]?[a-z]+\\d*|\\d+`,
  'g',
);

const wordsByName = new Map<string, Words>();

export function splitWords(name: string): Words {
  const known = wordsByName.get(name);
  if (known) return known;
  const words: Words = name.match(wordPattern) ?? [name];
  wordsByName.set(name, words);
  return words;
}

/** `trainingjob`: what two spellings of one name have in common. */
export function keyOf(words: Words | string): string {
  if (typeof words !== 'string') return words.join('').toLowerCase();
  return (/[-_.]/.test(words) ? words.replaceAll(/[-_.]/g, '') : words).toLowerCase();
}

/** `Training Jobs`, `API Keys`. */
export function toTitle(words: Words): string {
  return words.map((word) => acronyms.get(word.toLowerCase()) ?? withCapital(word)).join(' ');
}

/** A name of a model as a person reads it: `Security Groups` for `SecurityGroups`. */
export function inWords(name: string): string {
  return toTitle(splitWords(name));
}

/** `TrainingJob`. */
export function toName(words: Words): string {
  return words.map(withCapital).join('');
}

export function withCapital(word: string): string {
  return `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`;
}

const acronyms = new Map(
  [
    'ACL ACM AI AMI API ARN AWS BGP CIDR CPU CSV DB DNS EBS EC2 ECR ECS EFS EKS FSx GPU HTTP HTTPS IAM ID IP JSON',
    'JWT KMS KPI LDAP MFA ML MQ NAT OIDC OS PDF PEM PII RAM RDS S3 SAML SDK SMS SNS SQL SQS SSH SSL SSM SSO TLS TTL',
    'UI URI URL VM VPC VPN WAF XML',
  ]
    .flatMap((line) => line.split(' '))
    .flatMap((word) => [
      [word.toLowerCase(), word],
      [`${word.toLowerCase()}s`, `${word}s`],
    ]),
);

export function singularWords(words: Words): Words {
  return [...words.slice(0, -1), ...words.slice(-1).map(singularWord)];
}

export function pluralWords(words: Words): Words {
  return [...words.slice(0, -1), ...words.slice(-1).map(pluralWord)];
}

const singularByPlural: Readonly<Record<string, string>> = {
  analyses: 'analysis',
  children: 'child',
  indices: 'index',
  indexes: 'index',
  people: 'person',
  statuses: 'status',
  buses: 'bus',
  aliases: 'alias',
  canvases: 'canvas',
  caches: 'cache',
  vertices: 'vertex',
  premises: 'premises',
  series: 'series',
  movies: 'movie',
  cookies: 'cookie',
  hypotheses: 'hypothesis',
};

const singularByWord = new Map<string, string>();

export function singularWord(word: string): string {
  const known = singularByWord.get(word);
  if (known !== undefined) return known;
  const singular = readSingular(word);
  singularByWord.set(word, singular);
  return singular;
}

function readSingular(word: string): string {
  const known = singularByPlural[word.toLowerCase()];
  if (known !== undefined) return withCaseOf(word, known);
  if (/^[A-Z\d]+s$/.test(word)) return word.slice(0, -1);
  if (!/[a-z]s$/.test(word) || /(?:ss|us|[yaos]sis|redis|news|kubernetes)$/i.test(word))
    return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:sses|xes|shes|[^a]ches|tches)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function pluralWord(word: string): string {
  if (singularWord(word) !== word || /(?:data|ics|ware|history|usage|content)$/i.test(word)) {
    return word;
  }
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/sis$/.test(word)) return `${word.slice(0, -2)}es`;
  return /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function withCaseOf(word: string, other: string): string {
  return /^[A-Z]/.test(word) ? withCapital(other) : other;
}
