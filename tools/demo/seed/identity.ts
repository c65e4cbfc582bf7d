import { type Call, textAt } from '../account.ts';

/** Users, a group, roles and policies; the ARN of the role that functions run as. */
export async function seedIdentity(call: Call): Promise<string> {
  for (const UserName of ['alice', 'bob', 'deploy']) await call('iam', 'CreateUser', { UserName });
  await call('iam', 'CreateGroup', { GroupName: 'developers' });
  await call('iam', 'AddUserToGroup', { GroupName: 'developers', UserName: 'alice' });
  const policy = await call('iam', 'CreatePolicy', {
    PolicyName: 'meadow-read-orders',
    Description: 'Reads the orders table.',
    PolicyDocument: readOrders,
  });
  const role = await createRole(call, 'meadow-orders-function', 'lambda.amazonaws.com');
  await createRole(call, 'meadow-web-task', 'ecs-tasks.amazonaws.com');
  await call('iam', 'AttachRolePolicy', {
    RoleName: 'meadow-orders-function',
    PolicyArn: textAt(policy, 'Policy', 'Arn'),
  });
  await call('iam', 'PutRolePolicy', {
    RoleName: 'meadow-web-task',
    PolicyName: 'write-logs',
    PolicyDocument: writeLogs,
  });
  return role;
}

async function createRole(call: Call, name: string, principal: string): Promise<string> {
  const output = await call('iam', 'CreateRole', {
    RoleName: name,
    AssumeRolePolicyDocument: policyText({
      Effect: 'Allow',
      Principal: { Service: principal },
      Action: 'sts:AssumeRole',
    }),
    Tags: [{ Key: 'team', Value: 'shop' }],
  });
  return textAt(output, 'Role', 'Arn');
}

const readOrders = policyText({
  Effect: 'Allow',
  Action: ['dynamodb:GetItem', 'dynamodb:Query'],
  Resource: 'arn:aws:dynamodb:*:*:table/orders',
});

const writeLogs = policyText({ Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: '*' });

function policyText(statement: object): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}
