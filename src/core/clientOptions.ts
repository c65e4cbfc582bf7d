// What a Client is made with, and what it tells and gives.

import type { Readable } from 'node:stream';
import type { CredentialsProvider } from './credentials/credentials.ts';
import type { TokenSource } from './http/bearer.ts';
import type { Send } from './http/message.ts';
import type { Partitions, Service } from './models/model.ts';
import type { Gate } from './pace/gate.ts';
import type { Priority } from './pace/turns.ts';
import type { RequestGuard } from './readOnly.ts';
import type { ClientSettings } from './settings.ts';

export interface ClientOptions {
  readonly service: Service;
  readonly partitions: Partitions;
  readonly region: string | undefined;
  /** For messages. */
  readonly profile?: string | undefined;
  /** Without it, only operations that take no signature can be called. */
  readonly credentials?: CredentialsProvider | undefined;
  /** For services that are authorized by a token instead of keys. */
  readonly token?: TokenSource | undefined;
  /** Wins over the host the service's rules give, as `endpoint_url` does in botocore. */
  readonly endpoint?: string | undefined;
  readonly settings?: ClientSettings | undefined;
  readonly send?: Send | undefined;
  readonly clock?: (() => Date) | undefined;
  readonly random?: (() => number) | undefined;
  readonly delay?: ((milliseconds: number, signal?: AbortSignal) => Promise<void>) | undefined;
  /** Called with an operation's name and its input before anything is made of it, to be sent or not; throws to refuse it. */
  readonly guard?: RequestGuard | undefined;
  /** Where those of its calls pass that keep the pace; asked before each attempt. Absent: none does. */
  readonly gate?: (() => Gate) | undefined;
  /** Of calls that have none of their own. Absent: those leave at once. */
  readonly priority?: Priority | undefined;
  /** Told of every call once it ended, well or not. */
  readonly onCall?: ((call: CallRecord) => void) | undefined;
}

/** One call as a log may show it: nothing of its input or its keys. */
export interface CallRecord {
  readonly service: string;
  readonly operation: string;
  readonly profile?: string;
  readonly region?: string;
  readonly startedAt: Date;
  readonly durationMs: number;
  /** 0 when it failed before anything was sent. */
  readonly attempts: number;
  readonly statusCode?: number;
  readonly requestId?: string;
  readonly errorCode?: string;
  /** The profile was changed while the call was under way: its answer belongs to nobody any more. */
  readonly isLate?: true;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /**
   * The call keeps the pace that the service allows, and goes before those of lower priority. If the same is being read
   * already, both get that answer, the same object: outputs are not to be changed.
   */
  readonly priority?: Priority | undefined;
}

export interface PreparedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | Readable;
}
