import assert from 'node:assert/strict';
import type { Resource } from '../../../src/library.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Trail: {
      create: async (stage) => {
        const Name = stage.unique('trail');
        const { id } = await stage.example('s3.Bucket');
        const client = await stage.client();
        stage.after(() => client.call('DeleteTrail', { Name }));
        return stage.make(stage.service, 'CreateTrail', { Name, S3BucketName: id });
      },
      loaded: { IsLogging: false },
      actions: [
        run('Get', {}, { Trail: { IsMultiRegionTrail: false } }),
        run('GetInsightSelectors'),
      ],
    },
    EventSelector: {
      create: (stage) =>
        select(stage, {
          EventSelectors: [
            {
              ReadWriteType: 'WriteOnly',
              IncludeManagementEvents: true,
              DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
            },
          ],
        }),
      listed: async (stage) => (await stage.example('Trail')).collection('EventSelectors'),
      loaded: { ReadWriteType: 'WriteOnly' },
    },
    AdvancedEventSelector: {
      create: (stage) =>
        select(stage, {
          AdvancedEventSelectors: [
            {
              Name: 'management',
              FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }],
            },
          ],
        }),
      listed: async (stage) => (await stage.example('Trail')).collection('EventSelectors'),
      loaded: ({ label }) => assert.equal(label, 'management'),
    },
  },
  unserved: {
    'Trail.LookupEvents': 'moto writes no events.',
    'Trail.StartLogging': 'moto finds a trail by its name only.',
    'Trail.StopLogging': 'moto finds a trail by its name only.',
    'Trail.Delete': 'moto finds a trail by its name only.',
    Event: 'moto writes no events.',
    EventDataStore: 'moto has no event data stores.',
    Query: 'moto has no event data stores.',
  },
};

/** The one selector of a trail that was given these. */
async function select(stage: Stage, selectors: object): Promise<Resource> {
  const trail = await stage.example('Trail');
  const client = await stage.client();
  await client.call('PutEventSelectors', { TrailName: trail.label, ...selectors });
  const [selector] = (await trail.collection('EventSelectors').page()).items;
  assert.ok(selector);
  return selector;
}
