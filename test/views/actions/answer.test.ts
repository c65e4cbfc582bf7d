import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { follow, placeOf, type ShapePlace } from '../../../src/core/resources/shapes.ts';
import { readAnswer, startingText } from '../../../src/views/actions/answer.ts';

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
    const place = placeIn('CreateTags', 'Tags');
    assert.equal(startingText(place), '[{}]');
    const tags = [{ Key: 'team', Value: 'media' }];
    assert.deepEqual(readAnswer(place, JSON.stringify(tags)), { value: tags });
    assert.deepEqual(readAnswer(place, '[{'), { problem: 'It is not JSON.' });
    assert.match(readAnswer(place, '[{"Kee":"team"}]').problem ?? '', /^0\.Kee is not known/);
  });
});
