// From an ARN to a derived kind. No model has templates for ARNs, but AWS writes them alike: the kind's name, then the
// resource's, `queues/Default`. What is not written like this is left alone rather than guessed.

import { parseArn } from '../../core/resources/arn.ts';
import { type Location, locationOf } from '../../core/resources/arnReading.ts';
import type { Kind, ServiceKinds } from '../../core/resources/kind.ts';
import { keyOf, singularWords, splitWords } from './words.ts';

/** `undefined` where the words of the ARN are no kind of this service, or do not tell all identifiers. */
export function locateDerived(kinds: ServiceKinds, text: string): Location | undefined {
  const arn = parseArn(text);
  const [, type = '', id = ''] = /^([^:/]+)[:/](.+)$/s.exec(arn?.resource ?? '') ?? [];
  if (!arn || id === '') return undefined;
  const name = kindNamed(kinds, type);
  const kind = name === undefined ? undefined : kinds.kinds[name];
  const isOfAnother = id.split(/[:/]/).some((part) => kindNamed(kinds, part) !== undefined);
  if (name === undefined || !kind || isOfAnother) return undefined;
  const identifiers = identifiersOf(kind, text, id);
  return identifiers && locationOf(kinds, name, identifiers, arn);
}

function kindNamed({ kinds }: ServiceKinds, word: string): string | undefined {
  const wanted = keyOf(singularWords(splitWords(word)));
  return Object.keys(kinds).find((name) => keyOf(splitWords(name)) === wanted);
}

function identifiersOf(kind: Kind, arn: string, id: string): Location['identifiers'] | undefined {
  const [only, ...others] = kind.identifiers;
  if (only === undefined || others.length > 0) return undefined;
  if (only === kind.arn || /arn$/i.test(only)) return { [only]: arn };
  return /[:/]/.test(id) ? undefined : { [only]: id };
}
