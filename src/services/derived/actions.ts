// What can be done to a derived kind: the operations that ask for it. Their verbs tell how much harm they can do; what is
// not known changes something.

import type { ActionRule, Risk } from '../../core/resources/kind.ts';
import { ask, type Value } from '../../core/resources/sources.ts';
import { destroysByName } from '../destroying.ts';
import { failureMember } from '../failures.ts';
import { type Draft, sourceFor, valueFor } from './draft.ts';
import type { DraftIndex } from './draftIndex.ts';
import type { Knowledge } from './knowledge.ts';
import { type Operation, structureOf } from './operations.ts';
import type { Work } from './slices.ts';
import { arnSource, isAboutAnyTags, tagParams } from './tags.ts';
import { inWords, keyOf, singularWords, splitWords, toName, toTitle, type Words } from './words.ts';

/** Gives every kind the operations that are about it and not used otherwise. Gives back those that make a new one. */
export function* addActions(
  knowledge: Knowledge,
  index: DraftIndex,
  used: ReadonlySet<string>,
): Work<Readonly<Record<string, ActionRule>>> {
  const makers: Record<string, ActionRule> = {};
  for (const operation of knowledge.operations) {
    yield;
    if (used.has(operation.name) || hasEvents(knowledge, operation)) continue;
    const owners = ownersOf(operation, index);
    for (const draft of owners) addAction(knowledge, draft, operation);
    const isMaker = owners.length === 0 && operation.verb === 'Create';
    if (isMaker && index.named(toName(singularWords(operation.noun)))) {
      makers[operation.name] = makerOf(knowledge, operation);
    }
  }
  return makers;
}

function makerOf(knowledge: Knowledge, operation: Operation): ActionRule {
  const asked = operation.required.map(({ name }) => [name, ask(name)] as const);
  const params = { ...operation.fixed, ...Object.fromEntries(asked) };
  return { title: titleOf(operation, operation.noun), ...ruleOf(knowledge, operation), params };
}

function ruleOf({ service }: Knowledge, operation: Operation): Omit<ActionRule, 'title'> {
  const failures = failureMember(service, operation.name);
  return {
    risk: riskOf(operation),
    operation: operation.name,
    ...(failures !== undefined && { failures }),
  };
}

/** Those kinds that know most of what an operation asks for. */
function ownersOf(operation: Operation, index: DraftIndex): readonly Draft[] {
  if (isAboutAnyTags(operation)) return [...index.drafts].filter((one) => arnSource(one));
  const ranked = [...index.candidates(operation)]
    .filter((draft) => operation.verb !== 'Create' || operation.key !== draft.key)
    .filter((draft) => operation.required.some((param) => index.isMeant(draft, param, operation)))
    .map((draft) => ({ draft, rank: rankOf(draft, operation) }));
  const best = Math.max(...ranked.map(({ rank }) => rank));
  return ranked.filter(({ rank }) => rank === best).map(({ draft }) => draft);
}

function rankOf(draft: Draft, operation: Operation): number {
  const known = operation.required.filter((param) => sourceFor(draft, param, operation)).length;
  return (
    known * 4 + (operation.key === draft.key ? 2 : operation.key.startsWith(draft.key) ? 1 : 0)
  );
}

function addAction(knowledge: Knowledge, draft: Draft, operation: Operation): void {
  const rest = restOf(draft, operation);
  const name = toName([
    operation.verb === 'Get' || operation.verb === 'Describe' ? 'Get' : operation.verb,
    ...rest,
  ]);
  const free = name in draft.actions ? operation.name : name;
  draft.actions[free] = {
    title: titleOf(operation, rest),
    ...ruleOf(knowledge, operation),
    params: paramsOf(draft, operation),
  };
}

function paramsOf(draft: Draft, operation: Operation): Readonly<Record<string, Value>> {
  if (isAboutAnyTags(operation)) return tagParams(draft, operation);
  const params: Record<string, Value> = { ...operation.fixed };
  for (const param of operation.required) {
    const source = sourceFor(draft, param, operation);
    params[param.name] = source ? valueFor(param, source) : ask(param.name);
  }
  return params;
}

/** The words of the operation that the kind does not say already: `Run` of StartJobRun for a Job. */
function restOf({ words, key }: Draft, { noun, tail, name, verb }: Operation): Words {
  const end = tail.length > 0 ? splitWords(name).slice(splitWords(verb).length) : noun;
  const own = keyOf(singularWords(end));
  if (own === key) return [];
  const start = end.slice(0, words.length);
  return keyOf(singularWords(start)) === key && end.length > words.length
    ? end.slice(words.length)
    : end;
}

const verbTitles: Readonly<Record<string, string>> = {
  Get: 'Show',
  Describe: 'Show',
  List: 'Show',
  Lookup: 'Look Up',
};

function titleOf({ verb, name }: Operation, rest: Words): string {
  if (/^ListTags/.test(name)) return 'Show Tags';
  if (name === 'TagResource') return 'Add Tags';
  if (name === 'UntagResource') return 'Remove Tags';
  return toTitle([verbTitles[verb] ?? inWords(verb), ...rest]);
}

const making =
  /^(?:Batch)?(?:Create|Add|Copy|Tag|Start|Resume|Enable|Export|Import|Clone|Register|Allocate|Attach|Subscribe|Upload|Test|Retry|Notify|Accept|Activate|Generate|Preview|Render)(?![a-z])/;
const secretGiving =
  /SecretValue|Password|Credentials?(?:$|With|For|From)|^Get\w*Token|PrivateKey|PresignedUrl|PreSignedUrl|AccessDetails/;

/** Reads, gives a Secret, Writes, Disrupts or destroys (X). */
function riskOf({ name, isReading, verb }: Operation): Risk {
  const isAsking = /^(?:Batch)?(?:Get|Describe|List|Generate)/.test(name);
  if (isAsking && secretGiving.test(name)) return 'S';
  if (isReading) return 'R';
  if (isAsking && verb !== 'Generate') return 'S';
  if (destroysByName(name)) return 'X';
  return making.test(name) ? 'W' : 'D';
}

/** A stream of events cannot be given as plain input. */
function hasEvents({ service }: Knowledge, { input }: Operation): boolean {
  return Object.values(input?.members ?? {}).some(
    ({ shape }) => structureOf(service, shape)?.eventstream === true,
  );
}
