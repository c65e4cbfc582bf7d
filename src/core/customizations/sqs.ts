// Amazon SQS says the MD5 of the text of each message, sent or received. A text that differs was damaged on its way.
// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html

import { hash } from 'node:crypto';
import { ConnectionError } from '../errors.ts';
import { type Document, documentsIn } from '../protocols/protocol.ts';
import type { Customization } from './customization.ts';

export const sqs: Customization = {
  output(output, context) {
    checks[context.plan.name]?.(output, context.given);
    return output;
  },
};

const checks: Readonly<Record<string, (output: Document, input: Document) => void>> = {
  SendMessage: (output, input) => check(input.MessageBody, output.MD5OfMessageBody),
  SendMessageBatch(output, input) {
    const sent = new Map(documentsIn(input.Entries).map((entry) => [entry.Id, entry.MessageBody]));
    for (const { Id: id, MD5OfMessageBody: md5 } of documentsIn(output.Successful)) {
      check(sent.get(id), md5);
    }
  },
  ReceiveMessage(output) {
    for (const { Body: body, MD5OfBody: md5 } of documentsIn(output.Messages)) check(body, md5);
  },
};

/** Not tried again: what was sent has arrived, and what was received is hidden for a while. */
function check(body: unknown, md5: unknown): void {
  if (typeof body !== 'string' || typeof md5 !== 'string') return;
  if (hash('md5', body, 'hex') === md5.toLowerCase()) return;
  throw new ConnectionError(
    'sqs',
    'CHECKSUM',
    'The MD5 of a message differs from its text.',
    false,
  );
}
