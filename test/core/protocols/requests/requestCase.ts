import type { Document } from '../../../../src/core/protocols/protocol.ts';
import type { ServiceParts } from '../testService.ts';

/** An input and the request it becomes. */
export interface RequestCase extends ServiceParts {
  /** Finishes "it ...". */
  readonly name: string;
  readonly input: Document;
  readonly sends: {
    readonly method?: string;
    readonly path?: string;
    readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
    /** Absent: not looked at. */
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
}
