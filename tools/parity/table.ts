// The parity table of the docs: what boto3 has, by service and resource, with what is here and what is not.

import { keyOf, type Part, type PartName, partNames } from './compare.ts';

const headings: Readonly<Record<PartName, string>> = {
  identifiers: 'identifiers',
  load: 'load',
  action: 'actions',
  'batch action': 'batch actions',
  collection: 'collections',
  reference: 'references',
  'sub-resource': 'sub-resources',
  waiter: 'waiters',
};

export interface TableInput {
  readonly version: string;
  readonly parts: readonly Part[];
  /** Reasons by key. */
  readonly deliberate: Readonly<Record<string, string>>;
  /** Our kind by service and boto3's resource, such as `ec2.KeyPairInfo`, where its name is another. */
  readonly kindNames: ReadonlyMap<string, string>;
}

export function writeTable(input: TableInput): string {
  const { version, parts, deliberate } = input;
  const services = Map.groupBy(parts, ({ service }) => service);
  return [
    '# Parity with boto3',
    '',
    `Every resource, action, collection, reference and waiter of boto3 ${version}, and how many of them Awscope has under the`,
    'same name and with the same meaning. Made by `npm run parity` from the descriptions of the installed boto3 and the',
    'declarations in `src/services`; a test holds every name below to the declarations.',
    '',
    ...summary(input),
    '',
    ...[...services].flatMap(([service, own]) => [`## ${service}`, '', ...rows(own, input), '']),
    '## Deliberately different',
    '',
    'What boto3 has these for is there all the same.',
    '',
    '| What | Why |',
    '| --- | --- |',
    ...Object.entries(deliberate).map(([key, reason]) => `| ${key} | ${reason} |`),
    '',
  ].join('\n');
}

function summary({ parts, deliberate }: TableInput): readonly string[] {
  const services = Map.groupBy(parts, ({ service }) => service);
  const lines = [...services, ['all', parts] as const].map(([service, own]) => {
    const counts = partNames.map((part) =>
      count(
        own.filter((one) => one.part === part),
        deliberate,
      ),
    );
    return `| ${service} | ${counts.join(' | ')} |`;
  });
  const titles = partNames.map((part) => (part === 'identifiers' ? 'resources' : headings[part]));
  return [
    `| Service | ${titles.join(' | ')} |`,
    `| --- |${' --- |'.repeat(titles.length)}`,
    ...lines,
  ];
}

function rows(parts: readonly Part[], input: TableInput): readonly string[] {
  const resources = Map.groupBy(parts, ({ resource }) => resource);
  const lines = [...resources].flatMap(([resource, own]) => {
    const byPart = Map.groupBy(own, ({ part }) => part);
    return partNames.flatMap((part) => {
      const all = byPart.get(part);
      return all ? [row(resource, all, input)] : [];
    });
  });
  return ['| Resource | Part | Count | Names |', '| --- | --- | --- | --- |', ...lines];
}

function row(
  resource: string | undefined,
  parts: readonly Part[],
  { deliberate, kindNames }: TableInput,
): string {
  const [first] = parts;
  if (!first) return '';
  const own = kindNames.get(`${first.service}.${resource}`);
  const name = resource === undefined ? '' : own === undefined ? resource : `${resource} (${own})`;
  const here = parts.filter((one) => !one.fault || Object.hasOwn(deliberate, keyOf(one)));
  const missing = parts.filter((one) => !here.includes(one)).map((one) => one.name);
  const names = here.map((one) => `\`${one.name}\``).join(', ');
  const lacks = missing.length === 0 ? '' : `${names && '; '}not ${missing.join(', ')}`;
  return `| ${name} | ${headings[first.part]} | ${count(parts, deliberate)} | ${names}${lacks} |`;
}

/** `12`, or `11 of 12`; nothing for nothing. */
function count(parts: readonly Part[], deliberate: Readonly<Record<string, string>>): string {
  const here = parts.filter((one) => !one.fault || Object.hasOwn(deliberate, keyOf(one))).length;
  return parts.length === 0
    ? ''
    : here === parts.length
      ? String(here)
      : `${here} of ${parts.length}`;
}
