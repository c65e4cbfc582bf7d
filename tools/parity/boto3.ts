// boto3's own descriptions of resources, as the installed boto3 holds them. Their format is explained in
// `boto3/resources/model.py`.

import { execFileSync } from 'node:child_process';
import path from 'node:path';

export interface Boto3 {
  readonly version: string;
  readonly services: Readonly<Record<string, BotoService>>;
}

export interface BotoService {
  readonly service: BotoResource;
  readonly resources: Readonly<Record<string, BotoResource>>;
}

/** A resource, or a service itself, which has neither identifiers nor `load`. */
export interface BotoResource {
  readonly identifiers?: readonly { readonly name: string; readonly memberName?: string }[];
  readonly load?: { readonly request: BotoRequest; readonly path: string };
  readonly actions?: Readonly<Record<string, BotoAction>>;
  readonly batchActions?: Readonly<Record<string, BotoAction>>;
  readonly has?: Readonly<Record<string, { readonly resource: BotoTarget }>>;
  readonly hasMany?: Readonly<Record<string, Required<BotoAction>>>;
  readonly waiters?: Readonly<Record<string, BotoWaiter>>;
}

export interface BotoRequest {
  readonly operation: string;
  readonly params?: readonly BotoParam[];
}

export interface BotoAction {
  readonly request: BotoRequest;
  readonly resource?: BotoTarget;
}

export interface BotoWaiter {
  readonly waiterName: string;
  readonly params?: readonly BotoParam[];
}

/** Resources that an answer, or the attributes of a resource, name. */
export interface BotoTarget {
  readonly type: string;
  readonly identifiers?: readonly BotoParam[];
  readonly path?: string;
}

/** A value and where it goes: a parameter such as `Filters[0].Values[0]`, or an identifier. */
export interface BotoParam {
  readonly target: string;
  readonly source:
    | 'identifier'
    | 'data'
    | 'input'
    | 'response'
    | 'requestParameter'
    | 'string'
    | 'integer'
    | 'boolean';
  readonly name?: string;
  readonly path?: string;
  readonly value?: unknown;
}

export function readBoto3(): Boto3 {
  const script = path.join(import.meta.dirname, 'descriptions.py');
  const maxBuffer = 64 * 1024 * 1024;
  try {
    return JSON.parse(execFileSync('python3', [script], { encoding: 'utf8', maxBuffer }));
  } catch (cause) {
    throw new Error('boto3 could not be read. Install it: pip install boto3', { cause });
  }
}
