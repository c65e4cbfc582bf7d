import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { ServiceError } from '../../src/core/errors.ts';
import { EventStream } from '../../src/core/eventStream.ts';
import { toJson } from '../../src/core/json.ts';
import { maskSensitive } from '../../src/core/mask.ts';
import { outputPlaces } from '../../src/core/resources/shapes.ts';
import { type ReadEventsOptions, readEvents } from '../../src/views/events.ts';
import { readStreams } from '../../src/views/streams.ts';
import { clientOf } from '../core/client/clients.ts';
import { eventFrame, exceptionFrame, streamedResponse } from '../core/events/frames.ts';

async function tail(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  options: Partial<ReadEventsOptions> = {},
) {
  const client = await clientOf('logs', { send: async () => streamedResponse(chunks) });
  const { responseStream } = await client.call('StartLiveTail', { logGroupIdentifiers: ['a'] });
  assert.ok(responseStream instanceof EventStream);
  return readEvents(responseStream, { limit: 10_000, ...options });
}

const opening = eventFrame('initial-response');
const update = eventFrame('sessionUpdate', { sessionResults: [{ message: 'hello' }] });
const shown = { sessionUpdate: { sessionResults: [{ message: 'hello' }] } };

async function* endless() {
  yield opening;
  for (;;) yield update;
}

function silentAfter(...chunks: readonly Uint8Array[]): Readable {
  const body = new Readable({ read() {} });
  for (const chunk of chunks) body.push(chunk);
  return body;
}

describe('the events of an output', () => {
  it('are all shown when they end', async () => {
    assert.deepEqual(await tail([opening, update, update]), [shown, shown]);
    assert.deepEqual(await tail([opening]), []);
  });

  it('are cut at a number of them', async () => {
    const cut = 'Only the first 3 events are shown.';
    assert.deepEqual(await tail(endless(), { most: 3 }), [shown, shown, shown, { cut }]);
  });

  it('are cut at a size', async () => {
    const events = await tail(endless(), { limit: toJson(shown).length * 4 });
    assert.deepEqual(events.at(-1), { cut: 'Only the first 4 events are shown.' });
  });

  it('are cut after a while', async () => {
    const events = await tail(silentAfter(opening, update), { patience: 20 });
    assert.deepEqual(events, [shown, { cut: 'Stopped after 0.02 seconds.' }]);
  });

  it('are shown as far as they came when cancelled', async () => {
    const abort = new AbortController();
    const reading = tail(silentAfter(opening, update), { signal: abort.signal });
    setTimeout(() => abort.abort(), 20);
    assert.deepEqual(await reading, [shown, { cut: 'Stopped when it was cancelled.' }]);
  });

  it('are shown with the error that ended them, or fail with it when there are none', async () => {
    const failure = exceptionFrame('SessionStreamingException', { message: 'gone' });
    const [first, last] = await tail([opening, update, failure]);
    assert.deepEqual(first, shown);
    assert.match(String(last?.cut), /SessionStreamingException. AWS says: gone/);
    await assert.rejects(tail([opening, failure]), ServiceError);
  });

  it('show bytes as text, beside the other members of the output', async () => {
    const frames = [eventFrame('PayloadChunk', Buffer.from('grün')), eventFrame('InvokeComplete')];
    const client = await clientOf('lambda', { send: async () => streamedResponse(frames) });
    const output = await client.call('InvokeWithResponseStream', { FunctionName: 'f' });
    assert.deepEqual(await readStreams(output), {
      StatusCode: 200,
      EventStream: [{ PayloadChunk: { Payload: { text: 'grün' } } }, { InvokeComplete: {} }],
    });
  });

  it('are hidden where the model calls them sensitive', async () => {
    const delta = { contentBlockIndex: 0, delta: { reasoningContent: { text: 'a secret' } } };
    const frames = [eventFrame('contentBlockDelta', delta)];
    const client = await clientOf('bedrock-runtime', {
      send: async () => streamedResponse(frames),
    });
    const output = await readStreams(await client.call('ConverseStream', { modelId: 'm' }));
    assert.match(toJson(output), /a secret/);
    const places = outputPlaces(client.service, 'ConverseStream');
    assert.doesNotMatch(toJson(maskSensitive(places, output).value), /a secret/);
  });
});
