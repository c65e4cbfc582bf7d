import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isDestroying } from '../../src/services/destroying.ts';
import { declaredServices } from '../../src/services/index.ts';

describe('an operation destroys for good', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['s3', 'DeleteBucket', true],
    ['s3', 'DeleteObjects', true],
    ['ec2', 'TerminateInstances', true],
    ['kms', 'ScheduleKeyDeletion', true],
    ['iam', 'DeleteAccountPasswordPolicy', true],
    ['mediaconvert', 'DeleteQueue', true],
    ['sns', 'RemovePermission', false],
    ['s3', 'PutObject', false],
    ['s3', 'ListBuckets', false],
    ['mediaconvert', 'CreateQueue', false],
  ];
  for (const [service, operation, expected] of cases) {
    test(`${service} ${operation}: ${expected}`, () => {
      assert.equal(isDestroying(declaredServices, service, operation), expected);
    });
  }
});
