// What of a service's values is secret: all that its model marks as sensitive, and what the models forget. Members are
// named as the models name them.

import type { Service, Shape, StructureShape } from './models/model.ts';

/** What of a member is secret: all of it, the values of a list or map of variables, or what its own shape says. */
export type Secrecy = 'all' | 'values' | 'inside';

/** True if a value of this shape may hold a secret. */
export function holdsSecret(service: Service, shapeName: string): boolean {
  const known = answersOf(service);
  const answer = known.get(shapeName);
  if (answer !== undefined) return answer;
  const seen = new Set<string>();
  const found = findSecret(service, shapeName, seen);
  // Where nothing was found, nothing is in any shape on the way either.
  for (const name of found ? [shapeName] : seen) known.set(name, found);
  return found;
}

const answersByService = new WeakMap<Service, Map<string, boolean>>();

function answersOf(service: Service): Map<string, boolean> {
  const known = answersByService.get(service) ?? new Map<string, boolean>();
  answersByService.set(service, known);
  return known;
}

function findSecret(service: Service, shapeName: string, seen: Set<string>): boolean {
  if (seen.has(shapeName)) return false;
  seen.add(shapeName);
  const shape = service.shapes[shapeName];
  if (shape === undefined) return false;
  if (shape.sensitive) return true;
  if (shape.type === 'list') return findSecret(service, shape.member.shape, seen);
  if (shape.type === 'map') return findSecret(service, shape.value.shape, seen);
  if (shape.type !== 'structure') return false;
  return Object.entries(shape.members ?? {}).some(
    ([member, ref]) =>
      ownWord(service, { shapeName, shape, member }) !== undefined ||
      findSecret(service, ref.shape, seen),
  );
}

/** The members of a structure that are secret or hold secrets. The same answer on every ask. */
export function secretMembers(
  service: Service,
  shapeName: string,
  shape: StructureShape,
): ReadonlyMap<string, Secrecy> {
  const known = membersByShape.get(shape);
  if (known) return known;
  const members = new Map<string, Secrecy>();
  for (const [member, ref] of Object.entries(shape.members ?? {})) {
    const inside = holdsSecret(service, ref.shape) ? 'inside' : undefined;
    const secrecy = ownWord(service, { shapeName, shape, member }) ?? inside;
    if (secrecy !== undefined) members.set(member, secrecy);
  }
  membersByShape.set(shape, members);
  return members;
}

const membersByShape = new WeakMap<StructureShape, ReadonlyMap<string, Secrecy>>();

interface MemberPlace {
  readonly shapeName: string;
  readonly shape: StructureShape;
  readonly member: string;
}

/** What our own tables say of a structure's member. */
function ownWord(
  service: Service,
  { shapeName, shape, member }: MemberPlace,
): 'all' | 'values' | undefined {
  if (forgotten[service.id]?.includes(`${shapeName}.${member}`)) return 'all';
  const target = service.shapes[shape.members[member]?.shape ?? ''];
  if (target === undefined) return undefined;
  if (isText(target)) return secretTexts.test(member) ? 'all' : undefined;
  const isVariables = variables.test(member) && (target.type === 'map' || target.type === 'list');
  return isVariables ? 'values' : undefined;
}

function isText(shape: Shape): boolean {
  return shape.type === 'blob' || (shape.type === 'string' && shape.enum === undefined);
}

/** Texts and bytes that are secret by their names, whatever the service. */
const secretTexts =
  /(?:password|passphrase|(?:shared|client)secret|(?:secretaccess|preshared|private)key|privatekeybase64|userdata|signed\w*url|(?:session|access|refresh|auth|authorization|id|signed)token)$/i;

/** Environment variables: a map, or a list of names and values. */
const variables = /environment(?:variables)?$|^runtimeenvironmentsecrets$/i;

/** By service, as `Shape.member`. */
export const forgotten: Readonly<Record<string, readonly string[]>> = {
  apigateway: ['ApiKey.value', 'UsagePlanKey.value'],
  appsync: ['ApiKey.id'],
  cloudformation: ['Output.OutputValue', 'Parameter.ParameterValue', 'Parameter.ResolvedValue'],
  codebuild: ['Webhook.secret'],
  codepipeline: ['WebhookAuthConfiguration.SecretToken'],
  ec2: ['GetConsoleOutputResult.Output', 'InstanceAttribute.UserData'],
  elasticbeanstalk: ['ConfigurationOptionSetting.Value'],
  glue: [
    'Connection.AthenaProperties',
    'Connection.ConnectionProperties',
    'Connection.PythonProperties',
    'Connection.SparkProperties',
  ],
  iotwireless: [
    'SessionKeysAbpV1_0_x.AppSKey',
    'SessionKeysAbpV1_1.AppSKey',
    'SidewalkDevice.PrivateKeys',
  ],
  // The address of the code is good for ten minutes, for whoever has it.
  lambda: ['FunctionCodeLocation.Location', 'LayerVersionContentOutput.Location'],
  lightsail: ['InstanceAccessDetails.certKey', 'PasswordData.ciphertext'],
  pinpoint: ['BaiduChannelResponse.Credential', 'GCMChannelResponse.Credential'],
  ssm: ['GetDocumentResult.Content'],
};
