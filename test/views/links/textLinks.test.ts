import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { declaredServices } from '../../../src/services/index.ts';
import {
  findTextLinks,
  hasCertainName,
  nameKey,
  type TextLinkOptions,
} from '../../../src/views/links/textLinks.ts';

const known = { region: 'eu-west-1', partition: 'aws' };

/** What each link of a text covers, and where it leads. */
function draw(json: string, more: Partial<TextLinkOptions> = {}): readonly string[] {
  const links = findTextLinks(json, { services: declaredServices, known, ...more });
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

  it('are those of policies and settings that are JSON in a text', () => {
    const inner = { deadLetterTargetArn: 'arn:aws:iam::123456789012:role/web', maxReceiveCount: 3 };
    const outer = { Policy: JSON.stringify({ ...inner, Deep: JSON.stringify(inner) }) };
    const drawn = 'arn:aws:iam::123456789012:role/web → iam.Role web';
    assert.deepEqual(draw(JSON.stringify(outer, null, 2)), [drawn, drawn]);
  });

  it('are ids and addresses inside of longer texts', () => {
    const text =
      'Launched i-0123456789abcdef0 (from s3://meadow-media/a.sh), see well-deserved-faces.';
    assert.deepEqual(draw(JSON.stringify({ Cause: `${text}\nvpc-0123456789abcdef0` })), [
      'i-0123456789abcdef0 → ec2.Instance i-0123456789abcdef0',
      's3://meadow-media/a.sh → s3.Object meadow-media/a.sh',
      'vpc-0123456789abcdef0 → ec2.Vpc vpc-0123456789abcdef0',
    ]);
  });

  it('are ids of every form', () => {
    const ids = [
      ['eu-west-1_a1B2c3D4e', 'cognito-idp.UserPool'],
      ['d-A1B2C3D4E', 'codedeploy.Deployment'],
      ['alias/orders', 'kms.Alias'],
      ['1-58406520-a006649127e371903a2de979', 'xray.TraceSummary'],
    ] as const;
    for (const [id, kind] of ids) {
      assert.deepEqual(draw(JSON.stringify([id])), [`${id} → ${kind} ${id}`]);
    }
    const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app';
    assert.deepEqual(draw(JSON.stringify([image])), [`${image} → ecr.Repository team/app`]);
  });

  it('are names where their member says whose name it is', () => {
    const role = { service: 'iam', kind: 'Role', identifiers: { RoleName: 'deploy' } };
    const named = new Map([[nameKey('RoleName', 'deploy'), role]]);
    const json = JSON.stringify({ Name: 'deploy', RoleName: 'deploy', List: ['deploy'] });
    assert.deepEqual(draw(json, { named }), ['deploy → iam.Role deploy']);
  });

  it('are none in the names of members, and none where an escape is part of a name', () => {
    assert.deepEqual(draw('{"vpc-0123456789abcdef0": "arn:aws:s3:::a\\u0062c"}'), []);
  });
});

describe('the links of JSON of whatever origin', () => {
  const certain = { known: {}, areCertain: true };

  it('are names that can be nothing else', () => {
    const queue = 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders';
    const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app';
    const role = 'arn:aws:iam::123456789012:role/deploy';
    const json = JSON.stringify({
      role,
      queue,
      image,
      log: 'i-0123456789abcdef0 took s3://meadow-media/a.json',
    });
    assert.ok(hasCertainName(json));
    assert.deepEqual(draw(json, certain), [
      `${role} → iam.Role deploy`,
      `${queue} → sqs.Queue ${queue}`,
      `${image} → ecr.Repository team/app`,
      'i-0123456789abcdef0 → ec2.Instance i-0123456789abcdef0',
      's3://meadow-media/a.json → s3.Object meadow-media/a.json',
    ]);
  });

  it('are ARNs that only a model knows, too', () => {
    const queue = 'arn:aws:mediaconvert:eu-west-1:123456789012:queues/fast';
    const location = { service: 'mediaconvert', kind: 'Queue', identifiers: { Name: 'fast' } };
    const json = JSON.stringify({ queue });
    const locateOther = (arn: string) => (arn === queue ? location : undefined);
    assert.deepEqual(draw(json, certain), []);
    assert.deepEqual(draw(json, { ...certain, locateOther }), [
      `${queue} → mediaconvert.Queue fast`,
    ]);
  });

  it('are none of what may be something else, or is an address of the web', () => {
    for (const text of [
      'i-01234567',
      'd-A1B2C3D4E',
      'alias/orders',
      'eu-west-1_a1B2c3D4e',
      'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/shop/services/web/health',
      'https://meadow-media.s3.amazonaws.com/a.json',
      '^s3://([a-z0-9][a-z0-9-.]{1,61}[a-z0-9])/.+$',
      's3://|https://',
      'sha-0123456789abcdef0123456789abcdef01234567',
    ]) {
      assert.deepEqual(draw(JSON.stringify([text]), certain), [], text);
    }
    assert.ok(!hasCertainName('{"version": "1.0.0", "homepage": "https://example.com/1/"}'));
  });
});

function queueOf(json: string): string {
  const [link] = findTextLinks(json.slice(json.indexOf('"Arn"')), {
    services: declaredServices,
    known,
  });
  return Object.values(link?.location.identifiers ?? {}).join('/');
}
