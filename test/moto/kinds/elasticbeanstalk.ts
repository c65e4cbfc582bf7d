import assert from 'node:assert/strict';
import { because, notInMoto } from '../made.ts';
import { run, type ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Application: {
      create: (stage) =>
        stage.make(stage.service, 'CreateApplication', { ApplicationName: stage.unique('app') }),
      loaded: ({ attributes, id }) => assert.equal(attributes?.ApplicationName, id),
      remove: run('Delete'),
    },
  },
  unserved: {
    Environment: 'moto gives environments no ids.',
    ...because(notInMoto, 'Event', 'InstanceHealth', 'ApplicationVersion', 'Application.Versions'),
  },
};
