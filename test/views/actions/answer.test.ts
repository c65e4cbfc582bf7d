import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { follow, placeOf, type ShapePlace } from '../../../src/core/resources/shapes.ts';
import { describeAnswer, readAnswer, startingText } from '../../../src/views/actions/answer.ts';

describe('an answer to what an action asks for', () => {
  const catalogue = openCatalogue();
  let placeIn: (operation: string, path: string) => ShapePlace;

  before(async () => {
    const ec2 = await catalogue.service('ec2');
    placeIn = (operation, path) => {
      const input = placeOf(ec2, ec2.operations[operation]?.input?.shape);
      return (input && follow(input, path)) ?? assert.fail(`${operation} has no ${path}`);
    };
  });

  it('is text as it stands', () => {
    const place = placeIn('CreateImage', 'Name');
    assert.deepEqual(readAnswer(place, '123'), { value: '123' });
    assert.deepEqual(readAnswer(place, ''), { problem: 'It is required.' });
  });

  it('is a number where the model wants one', () => {
    const place = placeIn('ModifyVolume', 'Size');
    assert.deepEqual(readAnswer(place, '200'), { value: 200 });
    assert.deepEqual(readAnswer(place, 'large'), { problem: 'It has to be a number.' });
    assert.match(readAnswer(place, '"200"').problem ?? '', /^It must be/);
  });

  it('is a list of texts with or without brackets', () => {
    const place = placeIn('RevokeSecurityGroupIngress', 'SecurityGroupRuleIds');
    assert.deepEqual(readAnswer(place, 'sgr-1, sgr-2'), { value: ['sgr-1', 'sgr-2'] });
    assert.deepEqual(readAnswer(place, '["sgr-1"]'), { value: ['sgr-1'] });
    assert.equal(startingText(place), '');
  });

  it('is JSON where the model wants a structure, begun with its form', () => {
    const place = placeIn('AuthorizeSecurityGroupIngress', 'IpPermissions');
    assert.equal(startingText(place), '[{}]');
    assert.match(describeAnswer(place), /^A JSON array of IpProtocol, FromPort, .* and more$/);
    const rules = [{ IpProtocol: 'tcp', FromPort: 22 }];
    assert.deepEqual(readAnswer(place, JSON.stringify(rules)), { value: rules });
    assert.deepEqual(readAnswer(place, '[{'), { problem: 'It is not JSON.' });
    assert.match(readAnswer(place, '[{"Port":22}]').problem ?? '', /^0\.Port is not known/);
  });

  it('is tags as names with values, or JSON', () => {
    const place = placeIn('CreateTags', 'Tags');
    assert.equal(startingText(place), '');
    assert.equal(describeAnswer(place), 'One or more as name=value, separated by commas');
    const tags = [
      { Key: 'team', Value: 'a=b' },
      { Key: 'stage', Value: '' },
    ];
    assert.deepEqual(readAnswer(place, 'team = a=b, stage='), { value: tags });
    assert.deepEqual(readAnswer(place, JSON.stringify(tags)), { value: tags });
    assert.match(readAnswer(place, 'team=web, stage').problem ?? '', /name=value/);
    assert.match(readAnswer(place, '[{"Kee":"team"}]').problem ?? '', /^0\.Kee is not known/);
  });

  it('is a map of texts as names with values', async () => {
    const lambda = await catalogue.service('lambda');
    const input = placeOf(lambda, lambda.operations.TagResource?.input?.shape);
    const place = (input && follow(input, 'Tags')) ?? assert.fail('TagResource has no Tags');
    assert.deepEqual(readAnswer(place, 'team=web'), { value: { team: 'web' } });
    assert.deepEqual(readAnswer(place, '{"team":"web"}'), { value: { team: 'web' } });
  });
});
