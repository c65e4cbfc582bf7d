import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Location } from '../../../src/core/resources/locate.ts';
import { declaredServices } from '../../../src/services/index.ts';
import { findTextLinks, nameKey } from '../../../src/views/links/textLinks.ts';

const known = { region: 'eu-west-1', partition: 'aws' };

/** What each link of a text covers, and where it leads. */
function draw(json: string, named?: ReadonlyMap<string, Location>): readonly string[] {
  const links = findTextLinks(json, {
    services: declaredServices,
    known,
    ...(named && { named }),
  });
  return links.map(
    ({ start, end, location }) =>
      `${json.slice(start, end)} → ${location.service}.${location.kind} ${Object.values(location.identifiers).join('/')}`,
  );
}

describe('the links of a document', () => {
  it('are its ids and ARNs, at their places', () => {
    const json = JSON.stringify({
      VpcId: 'vpc-0123456789abcdef0',
      Arn: 'arn:aws:sqs:eu-west-1:123456789012:orders',
      Name: 'web-1',
      Plain: 'just a text with an id-like word',
    });
    assert.deepEqual(draw(json), [
      'vpc-0123456789abcdef0 → ec2.Vpc vpc-0123456789abcdef0',
      `arn:aws:sqs:eu-west-1:123456789012:orders → sqs.Queue ${queueOf(json)}`,
    ]);
  });

  it('are ARNs inside of longer texts too', () => {
    const text = 'is not authorized on arn:aws:s3:::meadow-media/a.json, ask your admin';
    assert.deepEqual(draw(JSON.stringify({ Message: text })), [
      'arn:aws:s3:::meadow-media/a.json → s3.Object meadow-media/a.json',
    ]);
  });

  it('are names where their member says whose name it is', () => {
    const role = { service: 'iam', kind: 'Role', identifiers: { RoleName: 'deploy' } };
    const named = new Map([[nameKey('RoleName', 'deploy'), role]]);
    const json = JSON.stringify({ Name: 'deploy', RoleName: 'deploy', List: ['deploy'] });
    assert.deepEqual(draw(json, named), ['deploy → iam.Role deploy']);
  });

  it('are none in the names of members, and none in texts with escapes', () => {
    assert.deepEqual(draw('{"vpc-0123456789abcdef0": "arn:aws:s3:::a\\u0062c"}'), []);
  });
});

function queueOf(json: string): string {
  const [link] = findTextLinks(json.slice(json.indexOf('"Arn"')), {
    services: declaredServices,
    known,
  });
  return Object.values(link?.location.identifiers ?? {}).join('/');
}
