import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { readStreams } from '../../src/views/streams.ts';

async function read(chunks: readonly Uint8Array[], limit?: number): Promise<unknown> {
  const Body = Readable.from(chunks, { objectMode: false });
  const output = await readStreams({ ETag: 'x', Body }, limit === undefined ? {} : { limit });
  assert.equal(output.ETag, 'x');
  return output.Body;
}

describe('a stream of an output', () => {
  it('is text where it is text', async () => {
    assert.deepEqual(await read([Buffer.from('grün '), Buffer.from('und rot')]), {
      text: 'grün und rot',
    });
    assert.deepEqual(await read([]), { text: '' });
  });

  it('is text where a chunk ends inside a character', async () => {
    const bytes = Buffer.from('ü');
    assert.deepEqual(await read([bytes.subarray(0, 1), bytes.subarray(1)]), { text: 'ü' });
  });

  it('is base64 where it is not', async () => {
    assert.deepEqual(await read([Buffer.from([0xff, 0xfe])]), { base64: '//4=' });
    assert.deepEqual(await read([Buffer.from('a\0b')]), { base64: 'YQBi' });
  });

  it('is cut at the limit and says so, and the rest is not read', async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 4;
        yield Buffer.from('aüb');
      }
    }
    const stream = Readable.from(endless(), { objectMode: false, highWaterMark: 4 });
    const { Body } = await readStreams({ Body: stream }, { limit: 10 });
    assert.deepEqual(Body, { text: 'aübaüba', cut: 'Only the first 10 bytes are shown.' });
    assert.equal(stream.destroyed, true);
    assert.ok(given < 100);
  });

  it('is whole when it ends exactly at the limit', async () => {
    assert.deepEqual(await read([Buffer.from('abcd')], 4), { text: 'abcd' });
  });

  it('ends at once when cancelled', async () => {
    const stream = new Readable({ read() {} });
    const abort = new AbortController();
    const reading = readStreams({ Body: stream }, { signal: abort.signal });
    abort.abort();
    await assert.rejects(reading, { name: 'AbortError' });
    assert.equal(stream.destroyed, true);
  });
});
