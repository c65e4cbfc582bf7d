// Holds the hand-made cases of test/conformance/wire to botocore: what they expect must be what it does, or they must say what
// it does instead.

import { isDeepStrictEqual } from 'node:util';
import { protocolNameOf } from '../../src/core/protocols/protocols.ts';
import { differenceOf } from '../../test/conformance/kind.ts';
import {
  comparableHeaders,
  comparableUrl,
  withPlainNumbers,
} from '../../test/conformance/messages.ts';
import { plain, revive } from '../../test/conformance/values.ts';
import { openWireCatalogue, readWireCases } from '../../test/conformance/wire.ts';
import {
  expectedOf as expectedSent,
  formOf,
  partsOf,
  type WireRequestCase,
} from '../../test/conformance/wireRequests.ts';
import {
  expectedOf as expectedRead,
  type ReadAnswer,
  type WireResponseCase,
} from '../../test/conformance/wireResponses.ts';
import type { Comparison } from './comparison.ts';

/** What botocore does with a case. */
interface Done extends ReadAnswer {
  readonly service: string;
  readonly kind: 'requests' | 'responses';
  readonly name: string;
  /** Why it gave up. */
  readonly refused?: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const requests = readWireCases<WireRequestCase>('requests');
const responses = readWireCases<WireResponseCase>('responses');
const catalogue = await openWireCatalogue();

export const wire: Comparison = {
  script: 'wire.py',
  options: [],
  compare: async (_catalogue, given) => {
    const done = given as Done;
    const format = protocolNameOf(await catalogue.service(done.service));
    const isOfDone = (one: WireRequestCase | WireResponseCase) =>
      one.service === done.service && one.name === done.name;
    const difference =
      done.kind === 'requests'
        ? judgeRequest(requests.find(isOfDone), done, format)
        : judgeResponse(responses.find(isOfDone), done);
    return { title: `hand-made ${done.kind}`, format, what: done.name, difference };
  },
};

function judgeRequest(
  one: WireRequestCase | undefined,
  done: Done,
  format: string,
): string | undefined {
  if (!one) return 'there is no such case';
  const refuses = one.botocore === 'refuses' || (one.refuses && !one.botocore);
  if (refuses || done.refused !== undefined) {
    return refuses && done.refused !== undefined ? undefined : `${done.refused ?? done.url}`;
  }
  const sends = { ...one.sends, ...(typeof one.botocore === 'object' && one.botocore) };
  const sent = partsOf({ ...done, body: Buffer.from(done.body, 'base64') }, formOf(sends, format));
  return differenceOf(comparable(expectedSent({ ...one, sends })), comparable(sent));
}

/** With numbers written as JavaScript does. */
function comparable(request: object): unknown {
  const { url, headers, text, form, ...rest } = request as {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly text?: string;
    readonly form?: readonly string[];
  };
  return {
    ...rest,
    url: comparableUrl(url),
    headers: comparableHeaders(headers),
    ...(text === undefined ? {} : { text: withPlainNumbers(text) }),
    ...(form === undefined ? {} : { form: form.map(withPlainNumbers) }),
  };
}

function judgeResponse(one: WireResponseCase | undefined, done: Done): string | undefined {
  if (!one) return 'there is no such case';
  const expected = expectedRead(one.botocore ?? one);
  const read = readOf(done, expected);
  if (isDeepStrictEqual(expected, read)) return undefined;
  return `${differenceOf(expected, read)}${done.refused ? ` (${done.refused})` : ''}`;
}

/** Of an error, the id of the request counts only where the case has one. */
function readOf({ gives, fails, refused }: Done, expected: ReadAnswer): ReadAnswer {
  if (refused !== undefined) return { unreadable: true };
  if (!fails) return expectedRead({ gives: gives ?? {} });
  const { requestId, members = {}, ...rest } = fails;
  const hasId = expected.fails?.requestId !== undefined;
  const hasMembers = Object.keys(members).length > 0;
  return plain(
    revive({
      fails: { ...rest, ...(hasId ? { requestId } : {}), ...(hasMembers ? { members } : {}) },
    }),
  ) as ReadAnswer;
}
