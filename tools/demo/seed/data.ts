import { type Call, textAt } from '../account.ts';
import { databasePassword, mailKey } from '../secrets.ts';

/** Tables, a database, secrets, parameters and keys. */
export async function seedData(call: Call): Promise<void> {
  await seedTables(call);
  await seedDatabase(call);
  await seedSecrets(call);
  await seedKeys(call);
}

async function seedTables(call: Call): Promise<void> {
  await createTable(call, 'orders', 'orderId');
  await createTable(call, 'customers', 'email');
  for (let number = 1; number <= 25; number++) {
    await call('dynamodb', 'PutItem', { TableName: 'orders', Item: order(number) });
  }
  await call('dynamodb', 'PutItem', {
    TableName: 'customers',
    Item: { email: { S: 'jane@example.com' }, name: { S: 'Jane' }, points: { N: '120' } },
  });
}

function createTable(call: Call, name: string, key: string): Promise<unknown> {
  return call('dynamodb', 'CreateTable', {
    TableName: name,
    KeySchema: [{ AttributeName: key, KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: key, AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
  });
}

function order(number: number): object {
  return {
    orderId: { S: `2025-${String(number).padStart(4, '0')}` },
    total: { N: String(900 + number * 35) },
    paid: { BOOL: number % 4 !== 0 },
    lines: { L: [{ M: { isbn: { S: '9780141439518' }, count: { N: '1' } } }] },
  };
}

async function seedDatabase(call: Call): Promise<void> {
  await call('rds', 'CreateDBInstance', {
    DBInstanceIdentifier: 'shop',
    DBInstanceClass: 'db.t4g.small',
    Engine: 'postgres',
    AllocatedStorage: 20,
    MasterUsername: 'shop',
    MasterUserPassword: databasePassword,
  });
  await call('rds', 'CreateDBCluster', {
    DBClusterIdentifier: 'analytics',
    Engine: 'aurora-postgresql',
    MasterUsername: 'shop',
    MasterUserPassword: databasePassword,
  });
}

async function seedSecrets(call: Call): Promise<void> {
  await call('secretsmanager', 'CreateSecret', {
    Name: 'shop/database',
    Description: 'The password of the shop database.',
    SecretString: JSON.stringify({ username: 'shop', password: databasePassword }),
  });
  await call('secretsmanager', 'CreateSecret', { Name: 'shop/mail', SecretString: mailKey });
  const parameters = [
    { Name: '/shop/currency', Type: 'String', Value: 'EUR' },
    { Name: '/shop/warehouses', Type: 'StringList', Value: 'dublin,cork' },
    { Name: '/shop/mail/sender', Type: 'String', Value: 'shop@example.com' },
    { Name: '/shop/mail/key', Type: 'SecureString', Value: mailKey },
  ];
  for (const parameter of parameters) await call('ssm', 'PutParameter', parameter);
}

async function seedKeys(call: Call): Promise<void> {
  for (const name of ['shop-orders', 'shop-backups']) {
    const output = await call('kms', 'CreateKey', { Description: `Encrypts ${name}.` });
    const TargetKeyId = textAt(output, 'KeyMetadata', 'KeyId');
    await call('kms', 'CreateAlias', { AliasName: `alias/${name}`, TargetKeyId });
  }
}
