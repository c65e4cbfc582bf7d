import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { placeOfAsked } from '../../../src/core/resources/asked.ts';
import { ask, identifier } from '../../../src/core/resources/sources.ts';

describe('what an action asks for', () => {
  it('has the shape of the place it goes to, however deep', async () => {
    const ec2 = await openCatalogue().service('ec2');
    const params = {
      GroupIds: [identifier('GroupId')],
      Filters: [{ Name: 'tag-key', Values: [ask('TagKey')] }],
      MaxResults: ask('Count'),
    };
    const rule = { operation: 'DescribeSecurityGroups', params };
    assert.equal(placeOfAsked(ec2, rule, 'TagKey')?.shape.type, 'string');
    assert.equal(placeOfAsked(ec2, rule, 'Count')?.shape.type, 'integer');
    assert.equal(placeOfAsked(ec2, rule, 'GroupId'), undefined);
    assert.equal(placeOfAsked(ec2, { operation: 'NoSuch', params }, 'TagKey'), undefined);
  });
});
