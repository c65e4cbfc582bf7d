import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDocument } from '../../../src/views/operations/checkDocument.ts';
import { buildInputPath } from '../../../src/views/operations/inputAddress.ts';
import { sample } from './sample.ts';

const address = { service: 'sample', operation: 'Put', profile: 'demo', region: 'eu-west-1' };

function open(text: string, operation = 'Put') {
  const path = buildInputPath({ ...address, operation });
  return { uri: { path }, version: 1, isClosed: false, text, getText: () => text };
}

/** The check of a document to which this happens while the model is read. */
function checkDuring(document: ReturnType<typeof open>, happens: () => void) {
  const catalogue = {
    service: async () => {
      happens();
      return sample;
    },
  };
  return checkDocument(catalogue, document);
}

describe('the check of an open document', () => {
  it('is current when nothing happens meanwhile', async () => {
    const { isCurrent, problems } = await checkDuring(open('{}'), () => {});
    assert.equal(isCurrent, true);
    assert.equal(problems.length, 1);
  });

  it('is not current for a document that was closed meanwhile', async () => {
    const document = open('{}');
    const { isCurrent } = await checkDuring(document, () => {
      document.isClosed = true;
    });
    assert.equal(isCurrent, false);
  });

  it('is of the text at its beginning, and not current, when that changes meanwhile', async () => {
    const document = open('{ "Name": "abc" }');
    const { isCurrent, input } = await checkDuring(document, () => {
      document.version = 2;
      document.getText = () => '{}';
    });
    assert.equal(isCurrent, false);
    assert.deepEqual(input, { Name: 'abc' });
  });

  it('finds nothing where the operation is not known', async () => {
    const { problems, input } = await checkDuring(open('{', 'Gone'), () => {});
    assert.deepEqual([problems, input], [[], undefined]);
  });
});
