// One STS call as a program of its own: node cold.mjs ENDPOINT ACCESS_KEY_ID SECRET_ACCESS_KEY

import { Session } from '../../dist/core.mjs';

const [endpoint, accessKeyId, secretAccessKey] = process.argv.slice(2);
const session = new Session({
  region: 'eu-west-1',
  endpoint,
  credentials: { accessKeyId, secretAccessKey },
  environment: {},
});
const { Account } = await (await session.client('sts')).call('GetCallerIdentity');
process.stdout.write(Account);
process.exit();
