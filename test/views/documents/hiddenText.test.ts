import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { outputPlaces } from '../../../src/core/resources/shapes.ts';
import { formatHidden, hideSecrets } from '../../../src/views/documents/hiddenText.ts';

test('it hides what the model says is secret, and signatures in any text', async () => {
  const service = await openCatalogue().service('secretsmanager');
  const shapes = outputPlaces(service, 'GetSecretValue');
  const Name = 'https://a.example/b?X-Amz-Expires=60&X-Amz-Signature=5d672d79c15b1316';
  const { text, count } = hideSecrets({ value: { Name, SecretString: 'open sesame' }, shapes });
  assert.deepEqual(JSON.parse(text), {
    Name: 'https://a.example/b?X-Amz-Expires=60&X-Amz-Signature=••••••••',
    SecretString: '••••••••',
  });
  assert.equal(count, 2);
});

test('it says how much is hidden, and what a click does', () => {
  assert.equal(formatHidden(0, false), undefined);
  assert.equal(formatHidden(1, false), '1 secret value is hidden · Reveal');
  assert.equal(formatHidden(3, false), '3 secret values are hidden · Reveal');
  assert.equal(formatHidden(3, true), '3 secret values are shown · Hide');
});
