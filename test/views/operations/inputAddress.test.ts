import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  buildInputPath,
  formatTarget,
  parseInputPath,
} from '../../../src/views/operations/inputAddress.ts';

const address = {
  service: 's3',
  operation: 'GetObject',
  profile: 'demo',
  region: 'us-east-1',
};

describe('the address of an input document', () => {
  it('ends in the title people see', () => {
    assert.equal(
      buildInputPath(address),
      '/demo/us-east-1/s3/GetObject/s3.GetObject input (demo, us-east-1).json',
    );
  });

  const addresses = [
    address,
    { ...address, region: undefined },
    { ...address, profile: 'team/a b%2F#?\\ü' },
  ];
  for (const given of addresses) {
    it(`is read back for ${given.profile} in ${given.region}`, () => {
      assert.deepEqual(parseInputPath(buildInputPath(given)), given);
    });
  }

  it('is not what some other path is', () => {
    for (const path of ['', '/', '/demo', '/a/b/c/d', '/a/b/c/d/e/f', 'a/b/c/d/e', '/a//c/d/e']) {
      assert.equal(parseInputPath(path), undefined, path);
    }
    assert.equal(parseInputPath('/%/us-east-1/s3/GetObject/x.json'), undefined);
  });

  it('says where it runs', () => {
    assert.equal(formatTarget(address), 'demo (us-east-1)');
    assert.equal(formatTarget({ profile: 'demo', region: undefined }), 'demo');
  });
});
