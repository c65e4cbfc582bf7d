import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HttpRequest, HttpResponse } from '../../src/core/http/message.ts';
import { renewableSender } from '../../src/views/renewableSender.ts';

const request: HttpRequest = {
  method: 'GET',
  protocol: 'https:',
  hostname: 'example.com',
  path: '/',
  query: {},
  headers: {},
};

function setUp() {
  const events: string[] = [];
  let made = 0;
  const sender = renewableSender(() => {
    const name = `sender ${++made}`;
    const send = async (): Promise<HttpResponse> => {
      events.push(name);
      throw new Error('no answer is needed');
    };
    const close = async () => {
      events.push(`close ${name}`);
      throw new Error('cannot be closed');
    };
    return Object.assign(send, { close });
  });
  const use = () => assert.rejects(sender(request, {}), /no answer/);
  return { sender, events, use };
}

test('makes what carries the requests when the first one leaves', async () => {
  const { sender, events, use } = setUp();
  await sender.renew();
  await use();
  await use();
  assert.deepEqual(events, ['sender 1', 'sender 1']);
});

test('goes on with a new one when the old one cannot be closed', async () => {
  const { sender, events, use } = setUp();
  await use();
  await sender.renew();
  await use();
  assert.deepEqual(events, ['sender 1', 'close sender 1', 'sender 2']);
  await assert.rejects(sender.close(), /cannot be closed/);
});
