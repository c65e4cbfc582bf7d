// Icons for kinds and services by the words of their names, the last word first.

import { splitWords, type Words } from './words.ts';

/** A codicon for a service, by its title: that of its family, else what its words tell. */
export function iconForService(title: string): string {
  const family = familiesByIcon.find(([, pattern]) => pattern.test(title))?.[0];
  if (family !== undefined) return family;
  const words = title.split(/[^A-Za-z]+/).flatMap(splitWords);
  return iconFor(words.filter((word) => word !== 'Service')) ?? 'cloud';
}

/** A codicon; `undefined` where no word tells. */
export function iconFor(words: Words): string | undefined {
  for (const word of words.toReversed()) {
    const icon = iconsByWord.get(word.toLowerCase());
    if (icon !== undefined) return icon;
  }
  return undefined;
}

const wordsByIcon: Readonly<Record<string, string>> = {
  account: 'account member owner identity principal',
  archive: 'archive backup snapshot vault bucket',
  beaker: 'experiment test trial evaluation suite',
  bell: 'alarm alert notification subscription',
  broadcast: 'broadcast channel stream signal',
  bug: 'vulnerability insight anomaly issue incident threat',
  calendar: 'schedule calendar window event reservation',
  checklist: 'check assessment compliance control audit standard',
  'circuit-board': 'device hardware gateway appliance core thing',
  clock: 'timer clock recurrence',
  code: 'code function script query',
  comment: 'comment message conversation chat feedback',
  'credit-card': 'payment billing invoice budget cost price pricing offering order purchase',
  dashboard: 'dashboard board workspace',
  database: 'database dataset datastore storage data store',
  'device-camera-video': 'video camera',
  extensions: 'extension plugin integration addon connector app application',
  file: 'file document artifact object asset item page',
  filter: 'filter rule pattern matcher',
  flame: 'firewall',
  folder: 'folder directory group collection category catalog namespace',
  gear: 'setting configuration option parameter config attribute preference',
  'git-branch': 'branch pipeline workflow flow',
  globe: 'domain website hostname address ip endpoint url region site location zone',
  graph: 'report graph metric statistic analysis chart trend recommendation usage summary',
  history: 'history version revision execution change activity operation',
  key: 'key secret credential token certificate',
  law: 'policy agreement license entitlement permission grant quota limit',
  layers: 'layer fleet pool environment stage tier',
  link: 'link connection association attachment mapping binding relationship',
  'list-ordered': 'queue list playlist',
  lock: 'encryption lock',
  mail: 'mail email mailbox campaign',
  map: 'map geofence route tracker place',
  megaphone: 'topic publisher announcement',
  milestone: 'milestone target goal',
  note: 'note template definition schema specification blueprint type format',
  organization: 'organization company partner customer workforce team',
  output: 'log output result',
  package: 'package product image bundle component model library registry',
  person: 'user person agent worker contact speaker profile role',
  project: 'project case portfolio',
  pulse: 'monitor health status probe canary detector finding',
  repo: 'repository',
  robot: 'robot bot assistant',
  rocket: 'deployment launch release rollout',
  'run-all': 'job task run batch build training process import export',
  server: 'server instance host node machine broker capacity',
  'server-environment': 'cluster service system resource stack',
  shield: 'shield protection security guard acl',
  table: 'table view column row entity record',
  tag: 'tag label classifier classification taxonomy vocabulary',
  tools: 'tool action maintenance patch',
  'type-hierarchy': 'network vpc subnet topology peering',
  vm: 'vm virtual desktop session',
};

const iconsByWord: ReadonlyMap<string, string> = new Map(
  Object.entries(wordsByIcon).flatMap(([icon, words]) =>
    words.split(' ').map((word) => [word, icon] as const),
  ),
);

/** Services whose names begin alike, and are of one trade. */
const familiesByIcon: readonly (readonly [icon: string, titles: RegExp])[] = [
  ['archive', /^(?:Backup|Recycle Bin|S3|Storage Gateway)/],
  ['browser', /^Amplify/],
  ['call-incoming', /^(?:Chime|Connect|Voice ID)/],
  ['circuit-board', /^(?:Greengrass|IoT)/],
  ['database', /^(?:Aurora|DocumentDB|DynamoDB|EBS|Keyspaces|Neptune|SimpleDB|Timestream)/],
  [
    'device-camera-video',
    /^(?:Elemental|Interactive Video|Kinesis Video|MediaConnect|MediaTailor)/,
  ],
  ['game', /^GameLift/],
  ['graph', /^(?:CloudWatch|Managed Grafana|Managed Service for Prometheus|QuickSight)/],
  ['key', /^(?:CloudHSM|Payment Cryptography|Private CA|Signer|STS)/],
  ['mail', /^(?:End User Messaging|Pinpoint|SES|WorkMail)/],
  ['milestone', /^(?:ARC|Route 53)/],
  ['plug', /^API Gateway/],
  ['pulse', /^Health/],
  ['shield', /^(?:Detective|Fraud|IAM|Inspector|Macie|Security|WAF)/],
  ['sparkle', /^(?:Augmented AI|Bedrock|Comprehend|Forecast|Kendra|Lex|Nova|Personalize|Polly)/],
  ['sparkle', /^(?:Q |Rekognition|SageMaker|Textract|Transcribe|Translate)/],
  ['sync', /^(?:AppFlow|Application Migration|Elastic Disaster|Mainframe|Migration Hub)/],
  ['vm', /^(?:AppStream|WorkSpaces)/],
];
