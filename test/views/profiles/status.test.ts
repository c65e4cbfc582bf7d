import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Profile } from '../../../src/core/config/profile.ts';
import { lookOf, plainLook } from '../../../src/views/profileLook.ts';
import { type StatusFacts, statusOf } from '../../../src/views/profiles/status.ts';

const demo: Profile = {
  name: 'demo',
  region: 'eu-west-1',
  source: 'both',
  credentialKind: 'static',
};

function facts(changes: Partial<StatusFacts> = {}): StatusFacts {
  return {
    profile: 'demo',
    region: undefined,
    known: [demo],
    account: undefined,
    accountProblem: undefined,
    needsSignIn: false,
    look: plainLook,
    arn: undefined,
    expiration: undefined,
    now: new Date('2030-01-01T12:00:00Z'),
    regionTitle: undefined,
    ...changes,
  };
}

describe('the status bar', () => {
  it('shows profile and region', () => {
    const status = statusOf(facts());
    assert.equal(status.text, '$(cloud) demo · eu-west-1');
    assert.equal(status.isWarning, false);
    assert.match(status.tooltip, /Credentials: access keys/);
    assert.match(status.tooltip, /Account: asked when AWS is first used/);
  });

  it('shows the account once it is known', () => {
    const status = statusOf(facts({ account: '123456789012', region: 'us-east-1' }));
    assert.equal(status.text, '$(cloud) demo · us-east-1 · 123456789012');
    assert.match(status.tooltip, /Account: 123456789012\n/);
    const named = statusOf(facts({ account: '123456789012', accountAlias: 'meadow' }));
    assert.equal(named.text, '$(cloud) demo · eu-west-1 · 123456789012 (meadow)');
    assert.match(named.tooltip, /Account: 123456789012 \(meadow\)\n/);
  });

  it('shows the profile as the person wants it', () => {
    const setting = { demo: { alias: 'Demo shop', colour: 'red', readOnly: true } };
    const status = statusOf(facts({ look: lookOf(setting, 'demo') }));
    assert.equal(status.text, '$(lock) Demo shop · eu-west-1');
    assert.equal(status.colour, 'red');
    assert.match(status.tooltip, /AWS profile: demo\n/);
    assert.match(status.tooltip, /Read-only: nothing that changes AWS is sent\./);
    const withIcon = statusOf(facts({ look: { ...plainLook, icon: 'flame' } }));
    assert.equal(withIcon.text, '$(flame) demo · eu-west-1');
  });

  it('says in the tooltip who one is, where, and for how long', () => {
    const arn = 'arn:aws:sts::123456789012:assumed-role/Reader/ada';
    const regionTitle = 'Europe (Ireland)';
    const at = (time: string) =>
      statusOf(facts({ arn, regionTitle, expiration: new Date(`2030-01-01T${time}Z`) })).tooltip;
    assert.match(at('12:00:59'), /Region: eu-west-1 · Europe \(Ireland\)\n/);
    assert.match(at('12:00:59'), /Identity: arn:aws:sts::123456789012:assumed-role\/Reader\/ada\n/);
    assert.match(at('12:00:59'), /Keys: good for less than a minute\n/);
    assert.match(at('12:42:10'), /Keys: good for 42 minutes\n/);
    assert.match(at('13:01:00'), /Keys: good for 1 hour 1 minute\n/);
    assert.match(at('14:00:00'), /Keys: good for 2 hours\n/);
    assert.match(at('11:59:59'), /Keys: expired, renewed with the next call\n/);
  });

  it('offers to sign in', () => {
    const problem = 'Profile demo: nobody is signed in.';
    const status = statusOf(facts({ accountProblem: problem, needsSignIn: true }));
    assert.equal(status.text, '$(sign-in) demo · eu-west-1 · sign in');
    assert.equal(status.click, 'signIn');
    assert.deepEqual(status.links, ['signIn', 'selectProfile', 'selectRegion', 'openTerminal']);
    assert.equal(status.isWarning, true);
    assert.match(status.tooltip, /nobody is signed in\.\nClick to sign in\.$/);
  });

  it('says in the tooltip why the account is not known', () => {
    const status = statusOf(facts({ accountProblem: 'Profile demo: the token expired.' }));
    assert.equal(status.text, '$(warning) demo · eu-west-1');
    assert.equal(status.isWarning, false);
    assert.match(status.tooltip, /not known\. Profile demo: the token expired\./);
  });

  it('tells the endpoint without a password in it', () => {
    const endpointOf = (endpoint: string) =>
      /Endpoint: (.*)/.exec(statusOf(facts({ known: [{ ...demo, endpoint }] })).tooltip)?.[1];
    assert.equal(endpointOf('http://localhost:4566'), 'http://localhost:4566');
    assert.equal(endpointOf('https://ada:SECRET@aws.example/x@y'), 'https://aws.example/x@y');
    assert.equal(endpointOf('ada:SECRET@aws example'), 'aws example');
  });

  it('warns of a profile that is gone', () => {
    const status = statusOf(facts({ known: [] }));
    assert.equal(status.text, '$(warning) demo · not configured');
    assert.equal(status.isWarning, true);
  });

  it('warns of a broken profile and says why', () => {
    const broken = { ...demo, problem: 'config:3: no source_profile.' };
    const status = statusOf(facts({ known: [broken] }));
    assert.equal(status.isWarning, true);
    assert.match(status.tooltip, /^AWS profile: demo\nProblem: config:3: no source_profile\.\n/);
    assert.doesNotMatch(status.tooltip, /Account/);
    assert.deepEqual(status.links, ['editProfile', 'selectProfile']);
  });

  it('says that no region is set', () => {
    const { region: _, ...withoutRegion } = demo;
    assert.equal(statusOf(facts({ known: [withoutRegion] })).text, '$(cloud) demo · no region');
  });

  it('shows what it remembers while the files are being read', () => {
    const remembered = statusOf(facts({ known: undefined, region: 'us-east-1' }));
    assert.equal(remembered.text, '$(cloud) demo · us-east-1');
    assert.equal(statusOf(facts({ known: undefined })).text, '$(cloud) demo');
    assert.equal(statusOf(facts({ profile: undefined, known: undefined })).text, '$(cloud) AWS');
  });

  it('tells no profile at all from none picked', () => {
    const none = statusOf(facts({ profile: undefined, known: [] }));
    const unpicked = statusOf(facts({ profile: undefined }));
    assert.match(none.tooltip, /Click to add one/);
    assert.equal(none.click, 'addProfile');
    assert.match(unpicked.tooltip, /Click to pick one/);
  });

  it('says so when there is no profile because a file cannot be read', () => {
    const faults = [{ file: '/home/me/.aws/config', problem: 'the file cannot be read (EACCES)' }];
    const none = statusOf(facts({ profile: undefined, known: [], faults }));
    assert.equal(none.text, '$(warning) No AWS profile');
    assert.equal(none.isWarning, true);
    assert.equal(
      none.tooltip,
      'No AWS profile could be read.\n/home/me/.aws/config: the file cannot be read (EACCES).',
    );
    const gone = statusOf(facts({ known: [], faults: faults.map((one) => ({ ...one, line: 3 })) }));
    assert.match(gone.tooltip, /not in the .* any more\.\n\/home\/me\/\.aws\/config:3: the file/);
  });
});
