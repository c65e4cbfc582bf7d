import type { Document } from '../../../../src/core/protocols/protocol.ts';
import type { ServiceParts } from '../testService.ts';

/** A response and the output it becomes. */
export interface ResponseCase extends ServiceParts {
  /** Finishes "it ...". */
  readonly name: string;
  readonly receives: {
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string | Uint8Array;
  };
  readonly gives: Document;
}
