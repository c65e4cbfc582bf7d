// Follows the paths of declarations through the shapes of a model.

import type { Service, Shape } from '../../src/core/models/model.ts';
import { type PathStep, parsePath } from '../../src/core/paths.ts';

/** A shape with the model it stands in. */
export interface Place {
  readonly service: Service;
  readonly shape: Shape;
}

/** The place a path leads to; `undefined` if a member on the way does not exist. */
export function follow(from: Place, path: string): Place | undefined {
  let place: Place | undefined = from;
  for (const step of parsePath(path)) {
    place = place && takeStep(place, step);
  }
  return place;
}

export function placeOf(service: Service, shapeName: string | undefined): Place | undefined {
  const shape = shapeName === undefined ? undefined : service.shapes[shapeName];
  return shape && { service, shape };
}

function takeStep({ service, shape }: Place, step: PathStep): Place | undefined {
  if (!('member' in step)) {
    return shape.type === 'list' ? placeOf(service, shape.member.shape) : undefined;
  }
  if (shape.type === 'structure') return placeOf(service, shape.members[step.member]?.shape);
  if (shape.type === 'map') return takeKey({ service, shape }, shape, step.member);
  return undefined;
}

function takeKey({ service }: Place, shape: Shape, key: string): Place | undefined {
  if (shape.type !== 'map') return undefined;
  const keys = service.shapes[shape.key.shape];
  const isNamed = keys?.type === 'string' && keys.enum !== undefined;
  return isNamed && !keys.enum.includes(key) ? undefined : placeOf(service, shape.value.shape);
}
