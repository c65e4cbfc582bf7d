// What a person types where an action asks for something, read by the shape it is for. Knows nothing of VS Code.

import { parseJson, toJson } from '../../core/json.ts';
import type { Service } from '../../core/models/model.ts';
import { shapeSkeleton } from '../../core/models/skeleton.ts';
import { validateValue } from '../../core/protocols/validate.ts';
import type { ShapePlace } from '../../core/resources/shapes.ts';

/** Either of the two is there. */
export interface ReadAnswer {
  readonly value?: unknown;
  /** One sentence about what is wrong with the text. */
  readonly problem?: string;
}

/** Texts are taken as they are, lists of texts or of names with values may be separated by commas, and all else is JSON. */
export function readAnswer({ service, name, shape }: ShapePlace, text: string): ReadAnswer {
  const read = readText({ service, name, shape }, text);
  if (read.problem !== undefined) return read;
  const [fault] = validateValue(service, name, read.value);
  if (fault === undefined) return read;
  const path = fault.path.join('.');
  return { problem: `${path === '' ? 'It' : path} ${fault.message}` };
}

/** What the box shows before anything is typed: the form that JSON has to have. */
export function startingText({ service, name, shape }: ShapePlace): string {
  const place = { service, name, shape };
  if (isPlain(shape.type) || isTextList(place) || pairsOf(place)) return '';
  return toJson(shapeSkeleton(service, name));
}

/** What form the text has, in a few words. */
export function describeAnswer(place: ShapePlace): string {
  if (pairsOf(place)) return 'One or more as name=value, separated by commas';
  switch (place.shape.type) {
    case 'list':
      return isTextList(place)
        ? 'One or more, separated by commas'
        : `A JSON array${withMembers(place.service, place.shape.member.shape)}`;
    case 'map':
      return 'A JSON object';
    case 'structure':
      return `A JSON object${withMembers(place.service, place.name)}`;
    case 'timestamp':
      return 'A time, such as 2026-01-31T12:00:00Z';
    case 'blob':
      return 'Bytes, in base64';
    case 'integer':
    case 'long':
    case 'float':
    case 'double':
      return 'A number';
    default:
      return '';
  }
}

function readText(place: ShapePlace, text: string): ReadAnswer {
  const { type } = place.shape;
  if (text === '') return { problem: 'It is required.' };
  if (isTextList(place) && !text.startsWith('[')) {
    return { value: text.split(',').map((one) => one.trim()) };
  }
  const pairs = pairsOf(place);
  if (pairs && !/^[[{]/.test(text)) return readPairs(text, pairs);
  if (type === 'string' || type === 'timestamp' || type === 'blob') return { value: text };
  try {
    return { value: parseJson(text) };
  } catch {
    return { problem: isPlain(type) ? 'It has to be a number.' : 'It is not JSON.' };
  }
}

function isPlain(type: string): boolean {
  return !['list', 'map', 'structure'].includes(type);
}

function isTextList({ service, shape }: ShapePlace): boolean {
  return shape.type === 'list' && service.shapes[shape.member.shape]?.type === 'string';
}

/** Members that tell what an object is made of, so many that they still fit into a line. */
const mostMembers = 5;

function withMembers(service: Service, name: string): string {
  const shape = service.shapes[name];
  const members = shape?.type === 'structure' ? Object.keys(shape.members) : [];
  if (members.length === 0) return '';
  const rest = members.length > mostMembers ? ' and more' : '';
  return ` of ${members.slice(0, mostMembers).join(', ')}${rest}`;
}

/** Makes names with values what the model wants. */
type Pairs = (entries: readonly (readonly [name: string, value: string])[]) => unknown;

/** For a map of texts, and for a list of tags; undefined for all else. */
function pairsOf({ service, shape }: ShapePlace): Pairs | undefined {
  const isText = (name: string) => service.shapes[name]?.type === 'string';
  if (shape.type === 'map') {
    const isOfTexts = isText(shape.key.shape) && isText(shape.value.shape);
    return isOfTexts ? Object.fromEntries : undefined;
  }
  const item = shape.type === 'list' ? service.shapes[shape.member.shape] : undefined;
  if (item?.type !== 'structure') return undefined;
  const [key, value, ...others] = Object.keys(item.members);
  if (key === undefined || value === undefined || others.length > 0) return undefined;
  if (!/^(?:tag)?key$/i.test(key) || !/^(?:tag)?value$/i.test(value)) return undefined;
  return (entries) => entries.map(([name, text]) => ({ [key]: name, [value]: text }));
}

function readPairs(text: string, pairs: Pairs): ReadAnswer {
  const parts = text.split(',').map((one) => one.trim());
  const found = parts.map((part) => /^([^=]+?)\s*=\s*(.*)$/s.exec(part));
  if (found.includes(null)) return { problem: 'Each has to be name=value, such as team=web.' };
  return { value: pairs(found.map((one) => [one?.[1] ?? '', one?.[2] ?? ''])) };
}
