// Which ARNs lead back to what they name. A kind without a template for its ARNs is named here, with the reason.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arnTemplate } from '../../src/core/resources/arnReading.ts';
import { declaredServices } from '../../src/services/index.ts';

const otherIds = 'its ARN has an id that no operation takes';
const anyKind = 'it has the ARN of what it stands for';

const without: Readonly<Record<string, string>> = {
  'backup.RecoveryPoint': 'its ARN is that of a snapshot and does not tell the vault',
  'ecs.TaskDefinition': 'it is a family; the ARN is that of its latest revision',
  'eks.AccessEntry': 'its ARN has the principal in parts, and an id',
  'elasticbeanstalk.Environment': 'its ARN has the name, which may be used again',
  'iam.MfaDevice': 'its ARN does not tell the user',
  'iam.CurrentUser': anyKind,
  'iot.Principal': anyKind,
  'iot.PolicyTarget': anyKind,
  'lambda.Alias': 'its ARN looks like that of a version, and is taken for one',
  'kafka.Topic': 'its ARN has the ARN of the cluster in parts',
  'kafka.Node': 'its ARN does not tell the cluster',
  'rds.DBClusterEndpoint': 'its ARN does not tell the cluster',
  'rds.DBProxy': otherIds,
  'rds.DBProxyTarget': anyKind,
  'stepfunctions.Version': 'its ARN looks like that of an alias',
  'stepfunctions.Alias': 'its ARN looks like that of a version',
  'wafv2.ProtectedResource': anyKind,
};

test('it declares a template for the ARNs of every kind that has some', () => {
  const found = declaredServices.flatMap(({ service, kinds }) =>
    Object.entries(kinds).flatMap(([name, kind]) =>
      kind.arn !== undefined && arnTemplate(kind) === undefined ? [`${service}.${name}`] : [],
    ),
  );
  // The ARNs of Lightsail have random ids, where its operations take names.
  const untold = found.filter((name) => !name.startsWith('lightsail.') && !without[name]);
  assert.deepEqual(untold, []);
});
