// The JSON schema of kinds that a person declares: the words of `kind.ts`, each with its meaning. `media/kinds.schema.json`
// is this value, for VS Code to complete and check by.

export interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly anyOf?: readonly Schema[];
}

const text = (description: string): Schema => ({ type: 'string', description });
const texts = (description: string): Schema => ({
  type: 'array',
  items: { type: 'string' },
  description,
});
const ref = (name: string, description?: string): Schema => ({
  $ref: `#/definitions/${name}`,
  ...(description !== undefined && { description }),
});
const byName = (schema: Schema, description: string): Schema => ({
  type: 'object',
  additionalProperties: schema,
  description,
});
const textsByName = (description: string) => byName({ type: 'string' }, description);
const flag = (description: string): Schema => ({ const: true, description });

function structure(required: readonly string[], properties: Schema['properties']): Schema {
  return { type: 'object', required, properties: properties ?? {}, additionalProperties: false };
}

const request = {
  service: text('The service of the operation, where it is another one.'),
  operation: text('An operation of the service.'),
  params: ref('params', 'The input of the operation.'),
};

const identifiers = byName(
  { anyOf: [{ type: 'string' }, ref('source')] },
  'What gives each identifier: a path in the item, a template, or a source.',
);
const sources = (description: string) => byName(ref('source'), description);

const owner = {
  collections: byName(ref('collection'), 'What is listed here, by name, in the order shown.'),
  actions: byName(ref('action'), 'What can be done here, by name.'),
};

const load = {
  ...request,
  path: text('The path to the attributes in the output; all of it where absent.'),
  beside: texts('Members of the output outside the path that are attributes too.'),
  match: textsByName('The path is a list: identifier to the member that equals it.'),
  listedAs: textsByName('Members that listings have by another name, and their paths.'),
};

const kind = {
  identifiers: texts('What it takes to name one, from the outside in.'),
  id: text('The text that is copied as its id; the last identifier where absent.'),
  distinguishedBy: texts('Members that tell two rows apart where the identifiers do not.'),
  label: texts('The first of these texts that is present is its label.'),
  state: text('The member that holds its state.'),
  description: texts('Those of these texts that are present stand after the label.'),
  columns: {
    type: 'array',
    items: { type: 'array', items: { type: 'string' }, minItems: 2 },
    description: 'A title and a text each: the rows of its tooltip.',
  },
  icon: ref('icon'),
  arn: text('A member, or a template with {partition}, {region} and {account}.'),
  arnPattern: text('The template its ARNs are read back by.'),
  implied: textsByName('Identifiers with the value that an ARN leaves out.'),
  idPattern: text('A regular expression for identifiers that only this kind has.'),
  urls: texts('Templates of addresses that name one.'),
  consoleUrl: text('A template where {c} is the console of the region.'),
  scope: ref('globalScope', 'Where all of its kind are, if only one region keeps them.'),
  region: ref('region', 'Where its calls go, if not where those of its parent do.'),
  load: ref('load', 'The describe operation.'),
  hydrate: flag('The listing gives only names: rows are described when they are seen.'),
  ...owner,
  waiters: byName(ref('waiter'), 'What can be waited for.'),
  has: byName(ref('has'), 'Resources that it leads to.'),
  usedBy: texts('Those of its collections that list what uses it.'),
} satisfies Schema['properties'];

const definitions: Readonly<Record<string, Schema>> = {
  service: structure(['service'], {
    service: text('The id of the service as boto3 and the AWS CLI have it: stepfunctions.'),
    title: text('Its title in the tree, for a service that has none yet.'),
    icon: ref('icon'),
    scope: ref('scope'),
    kinds: byName(ref('kind'), 'Its kinds of resources; known ones get what is added here.'),
    ...owner,
    aliases: textsByName('Further names of its kinds.'),
  }),
  kind: structure([], kind),
  collection: structure(['title', 'operation', 'items'], {
    title: text('Its title, in the plural.'),
    icon: text('A codicon; that of its kind where absent.'),
    ...request,
    items: { type: 'array', items: ref('item'), minItems: 1, description: 'What it lists.' },
    pageSize: { type: 'integer', description: 'Items a page.' },
    inline: flag('Its items stand right under the parent.'),
    note: text('What one should know before opening it, such as that it costs.'),
    scope: ref('scope'),
    tokens: ref('tokens', 'For operations that give pages and have no paginator.'),
    emptyOn: text('The error code for a list that nothing was ever put into.'),
    join: ref('join', 'A second list, merged into the items.'),
  }),
  tokens: structure(['input', 'output'], {
    input: text('The member of the input.'),
    output: text('The path in the output.'),
    more: text('The member that is true while there are more pages.'),
  }),
  item: structure(['kind', 'path', 'identifiers'], {
    kind: text('A kind of this service, or ec2.Volume of another.'),
    path: text('The path to the items in the output: Queues[].'),
    identifiers,
    except: sources('An item whose identifier has this value is left out.'),
    only: sources('An item whose identifier has another value is left out.'),
  }),
  join: structure(['operation', 'path', 'on', 'equals', 'as'], {
    ...request,
    path: text('The path to the rows.'),
    on: text('The member of a row.'),
    equals: text('The member of an item that equals it.'),
    as: text('The new member of the item.'),
  }),
  load: structure(['operation'], {
    ...load,
    batch: ref('batch', 'For operations that describe many at once.'),
    more: ref('furtherLoad', 'A second operation, for what the first leaves out.'),
  }),
  furtherLoad: structure(['operation'], load),
  batch: structure(['size', 'param', 'identifier', 'path', 'member'], {
    size: { type: 'integer', description: 'Resources a call at most.' },
    param: text('The list in the input.'),
    identifier: text('The identifier that goes into it.'),
    path: text('The path to the described ones.'),
    member: text('The member that tells whose each is.'),
  }),
  region: structure(['operation', 'path', 'values'], {
    ...request,
    member: text('The attribute that holds it.'),
    path: text('The path in the output.'),
    values: textsByName('What some answers stand for.'),
  }),
  action: structure(['title', 'risk', 'operation'], {
    title: text('What it does.'),
    risk: {
      enum: ['R', 'S', 'W', 'L', 'D', 'X'],
      description: 'Reads, gives a Secret, Writes, hands over Locally, Disrupts, or destroys (X).',
    },
    ...request,
    region: ref('requestedRegion', 'Where it is called, if not where its owner is.'),
    result: ref('result', 'The resources its answer names.'),
    failures: text('The list or map in the answer of what was not done.'),
    batch: ref('batchAction', 'Present where one call may do it for many.'),
  }),
  requestedRegion: structure(['path', 'values'], {
    path: text('The member of the input that tells; where it is absent, the own region counts.'),
    values: textsByName('What some values stand for.'),
  }),
  batchAction: structure(['size'], {
    size: { type: 'integer', description: 'Resources a call at most.' },
    operation: text('The operation for many, where it is another one.'),
    params: ref('params'),
    failures: text('The list or map in the answer of those it was not done for.'),
  }),
  result: structure(['kind', 'identifiers'], {
    kind: text('A kind of this service, or ec2.Volume of another.'),
    path: text('The path to the resources.'),
    identifiers,
  }),
  link: structure(['member'], {
    member: text('Holds an ARN or an identifier.'),
    kind: text('The kind; absent where only the value tells.'),
    identifiers: sources('What gives the identifiers before the last.'),
  }),
  has: { anyOf: [ref('link'), ref('result')] },
  waiter: structure(['waiter', 'params'], {
    waiter: text('The name in the service’s model.'),
    params: ref('params'),
  }),
  scope: {
    anyOf: [{ const: 'regional' }, ref('globalScope')],
    description: 'Whether it is one list for all regions.',
  },
  globalScope: structure(['global'], {
    global: textsByName('The region that answers, by partition.'),
  }),
  icon: {
    anyOf: [
      { type: 'string' },
      structure(['by', 'values', 'otherwise'], {
        by: text('A member.'),
        values: textsByName('A codicon for each value.'),
        otherwise: text('The codicon for other values.'),
      }),
    ],
    description: 'A codicon, such as database.',
  },
  params: {
    type: 'object',
    description:
      'Literals in which sources may stand anywhere: { "from": "identifier", "name": "QueueUrl" }.',
  },
  source: {
    type: 'object',
    required: ['from'],
    description: 'Where a value comes from.',
    properties: {
      from: {
        enum: [
          ...['identifier', 'data', 'parent', 'text', 'pick', 'json', 'literal', 'input'],
          ...['request', 'clock', 'account', 'region', 'sessionRegion', 'token'],
        ],
      },
    },
  },
};

export const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Kinds of resources for Awscope',
  definitions,
  anyOf: [ref('service'), { type: 'array', items: ref('service') }],
} as const;
