// The list of kinds of the docs: what each service of the tree has, how it is listed and described, what is under it, what
// can be done to it, and where it leads.

import type {
  ActionRule,
  CollectionRule,
  HasRule,
  Kind,
  ServiceKinds,
} from '../../src/core/resources/kind.ts';

/** What the declarations have, in numbers. */
export interface Counts {
  readonly services: number;
  readonly kinds: number;
  readonly children: number;
  readonly actions: number;
  readonly links: number;
}

export function countDeclared(services: readonly ServiceKinds[]): Counts {
  const kinds = services.flatMap((service) => Object.values(service.kinds));
  const size = (rules: object | undefined) => Object.keys(rules ?? {}).length;
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  return {
    services: services.length,
    kinds: kinds.length,
    children: sum(kinds.map(({ collections }) => size(collections))),
    actions: sum([...services, ...kinds].map(({ actions }) => size(actions))),
    links: sum(kinds.map(({ has }) => size(has))),
  };
}

export function writeResourcesPage(services: readonly ServiceKinds[]): string {
  const { kinds, children, actions, links } = countDeclared(services);
  return [
    '# Kinds of resources',
    '',
    `What Awscope knows by hand: ${kinds} kinds of ${services.length} services, with ${children} collections under them, ${actions}`,
    `actions and ${links} links. Made by \`npm run resources\` from the declarations in \`src/services\`. All other services`,
    'have kinds too, which are read off their models.',
    '',
    'Actions stand by their class: **R** reads, **S** gives or makes a secret, **W** writes, **L** hands over to a local',
    'program, **D** disrupts, **X** destroys for good.',
    '',
    services.map(({ title }) => `[${title}](#${anchorOf(title)})`).join(' · '),
    '',
    ...services.flatMap((service) => [...section(service, services), '']),
  ].join('\n');
}

/** As GitHub makes them of headings. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(' ', '-')
    .replace(/[^a-z\d-]/g, '');
}

function section(service: ServiceKinds, all: readonly ServiceKinds[]): readonly string[] {
  const global = typeof service.scope === 'object' ? ', the same in all regions' : '';
  const own = actionsOf(service.actions);
  return [
    `## ${service.title}`,
    '',
    `\`${service.service}\`${global}. Lists ${Object.values(service.collections).map(titleOf).join(', ')}.`,
    ...(own ? ['', `Actions of the service: ${own}`] : []),
    '',
    '| Kind | Listed by | Described by | Under it | Actions | Leads to |',
    '| --- | --- | --- | --- | --- | --- |',
    ...Object.entries(service.kinds).map(([name, kind]) => row(service, name, kind, all)),
  ];
}

function row(
  service: ServiceKinds,
  name: string,
  kind: Kind,
  all: readonly ServiceKinds[],
): string {
  const cells = [
    name,
    listedBy(service.service, name, all).map(code).join(', '),
    kind.load ? code(operationOf(kind.load, service.service)) : '',
    Object.values(kind.collections ?? {})
      .map(titleOf)
      .join(', '),
    actionsOf(kind.actions),
    Object.entries(kind.has ?? {})
      .map(([link, rule]) => linkOf(link, rule))
      .join(', '),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** The operations that list a kind, of any service. */
function listedBy(service: string, name: string, all: readonly ServiceKinds[]): readonly string[] {
  const operations = all.flatMap((kinds) => {
    const wanted = [kinds.service === service ? name : '', `${service}.${name}`];
    const rules = [kinds, ...Object.values(kinds.kinds)].flatMap(({ collections = {} }) =>
      Object.values(collections),
    );
    return rules
      .filter(({ items }) => items.some(({ kind }) => wanted.includes(kind)))
      .map((rule) => operationOf({ service: kinds.service, ...rule }, service));
  });
  return [...new Set(operations)];
}

function operationOf(
  rule: { readonly service?: string; readonly operation: string },
  own: string,
): string {
  return rule.service === undefined || rule.service === own
    ? rule.operation
    : `${rule.service}.${rule.operation}`;
}

function titleOf({ title }: CollectionRule): string {
  return title;
}

const classes = ['R', 'S', 'W', 'L', 'D', 'X'] as const;

function actionsOf(actions: Readonly<Record<string, ActionRule>> = {}): string {
  const byClass = Map.groupBy(Object.entries(actions), ([, { risk }]) => risk);
  return classes
    .flatMap((risk) => {
      const names = byClass.get(risk)?.map(([name]) => name);
      return names ? [`**${risk}** ${names.join(', ')}`] : [];
    })
    .join(' ');
}

/** `Role → iam.Role`; the name alone where only the ARN tells the kind. */
function linkOf(name: string, { kind }: HasRule): string {
  if (kind === undefined) return name;
  return name === kind ? name : `${name} → ${kind}`;
}

function code(text: string): string {
  return `\`${text}\``;
}
