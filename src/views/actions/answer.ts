// What a person types where an action asks for something, read by the shape it is for. Knows nothing of VS Code.

import { parseJson, toJson } from '../../core/json.ts';
import { shapeSkeleton } from '../../core/models/skeleton.ts';
import { validateValue } from '../../core/protocols/validate.ts';
import type { ShapePlace } from '../../core/resources/shapes.ts';

/** Either of the two is there. */
export interface ReadAnswer {
  readonly value?: unknown;
  /** One sentence about what is wrong with the text. */
  readonly problem?: string;
}

/** Texts are taken as they are, a list of texts may be separated by commas, and all else is JSON. */
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
  if (isPlain(shape.type) || isTextList({ service, name, shape })) return '';
  return toJson(shapeSkeleton(service, name));
}

/** `list of JSON`, in a few words. */
export function describeAnswer(place: ShapePlace): string {
  switch (place.shape.type) {
    case 'list':
      return isTextList(place) ? 'One or more, separated by commas' : 'A JSON array';
    case 'map':
    case 'structure':
      return 'A JSON object';
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
