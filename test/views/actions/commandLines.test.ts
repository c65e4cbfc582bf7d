import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commandLineOf } from '../../../src/views/actions/commandLines.ts';

describe('the line a terminal is given', () => {
  it('opens a shell on an instance in its region', () => {
    assert.equal(
      commandLineOf('ssm.StartSession', { Target: 'i-0abcdef1234567890' }, 'eu-west-1'),
      'aws ssm start-session --target i-0abcdef1234567890 --region eu-west-1',
    );
  });

  it('leaves no word of an answer to the shell', () => {
    const input = { cluster: 'c', task: 't', command: "sh -c 'id; $(reboot)'" };
    assert.equal(
      commandLineOf('ecs.ExecuteCommand', input, undefined),
      "aws ecs execute-command --interactive --cluster c --task t --command 'sh -c '\\''id; $(reboot)'\\'''",
    );
  });

  it('is none for operations that only answer', () => {
    assert.equal(commandLineOf('sts.AssumeRole', {}, undefined), undefined);
  });
});
