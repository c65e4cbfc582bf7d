import type { Call } from '../account.ts';

/** Log groups with streams and the events of the last minutes. */
export async function seedLogs(call: Call): Promise<void> {
  for (const logGroupName of groups) {
    await call('logs', 'CreateLogGroup', { logGroupName, tags: { team: 'shop' } });
    for (const logStreamName of ['web-1', 'web-2']) {
      await call('logs', 'CreateLogStream', { logGroupName, logStreamName });
      await call('logs', 'PutLogEvents', { logGroupName, logStreamName, logEvents: events() });
    }
  }
  await call('logs', 'PutRetentionPolicy', { logGroupName: '/shop/web', retentionInDays: 30 });
}

const groups = [
  '/aws/lambda/resize-cover',
  '/aws/lambda/send-receipt',
  '/aws/lambda/sync-stock',
  '/shop/web',
];

function events(): readonly object[] {
  const now = Date.now();
  return Array.from({ length: 20 }, (_, i) => ({
    timestamp: now - (20 - i) * 1000,
    message: `GET /books/${i + 1} 200 ${12 + i} ms`,
  }));
}
