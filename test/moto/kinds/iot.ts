import assert from 'node:assert/strict';
import type { Resource } from '../../../src/library.ts';
import { made, run, type ServiceScenarios, type Stage } from './scenario.ts';

const shadow = { payload: Buffer.from('{"state":{"desired":{"on":true}}}').toString('base64') };
const document = '{"Version":"2012-10-17","Statement":[]}';

export const scenarios: ServiceScenarios = {
  actions: [
    run('GetEndpoint', {}, ({ output }) => assert.ok(output.endpointAddress)),
    run('Publish', { topic: 'lamps/1', payload: Buffer.from('on').toString('base64') }),
  ],
  kinds: {
    Thing: {
      create: async (stage) => {
        const type = await stage.example('ThingType');
        const thingName = stage.unique('thing');
        const input = { thingName, thingTypeName: type.id };
        return made(stage, 'CreateThing', input, 'Thing', { thingName });
      },
      actions: [
        run('UpdateShadow', shadow),
        run('GetShadow', {}, ({ output }) => assert.ok(output.payload)),
        run('DeleteShadow'),
      ],
      references: { Type: 1 },
    },
    Shadow: {
      create: async (stage) => {
        const { id: thingName } = await stage.example('Thing');
        const ids = { thingName, shadowName: 'lamp' };
        await (await stage.client('iot-data')).call('UpdateThingShadow', { ...ids, ...shadow });
        return stage.service.get('Shadow', ids);
      },
      listed: async (stage) => (await stage.example('Thing')).collection('Shadows'),
      actions: [run('Get'), run('Update', shadow), run('Delete')],
      // moto still lists a shadow that it has deleted.
      remove: false,
    },
    Principal: {
      create: async (stage) => {
        const thing = await stage.example('Thing');
        const principal = await certificateArn(stage);
        const ids = { thingName: thing.id, principal };
        return made(stage, 'AttachThingPrincipal', ids, 'Principal', ids);
      },
      listed: async (stage) => (await stage.example('Thing')).collection('Principals'),
      references: { Thing: 1, Certificate: 1 },
      remove: run('Detach'),
    },
    ThingGroup: {
      create: (stage) => {
        const groupName = stage.unique('group');
        const input = { thingGroupName: groupName };
        return made(stage, 'CreateThingGroup', input, 'ThingGroup', { groupName });
      },
      actions: [
        run('AddThing', async (stage) => ({ thingName: (await stage.example('Thing')).id })),
        run('RemoveThing', async (stage) => ({ thingName: (await stage.example('Thing')).id })),
      ],
    },
    ThingType: {
      create: (stage) => {
        const thingTypeName = stage.unique('type');
        return made(stage, 'CreateThingType', { thingTypeName }, 'ThingType', { thingTypeName });
      },
      actions: [run('Deprecate')],
    },
    Certificate: {
      create: async (stage) => {
        const { certificateId } = await (await stage.client()).call('CreateKeysAndCertificate', {
          setAsActive: true,
        });
        return stage.service.get('Certificate', { certificateId: String(certificateId) });
      },
      loaded: { status: 'ACTIVE' },
      actions: [
        run('AttachPolicy', async (stage) => ({ policyName: (await stage.example('Policy')).id })),
        run('SetStatus', { newStatus: 'INACTIVE' }),
      ],
      children: { Policies: 1 },
      remove: run('Delete', released),
    },
    Policy: {
      create: (stage) => {
        const policyName = stage.unique('policy');
        const input = { policyName, policyDocument: document };
        return made(stage, 'CreatePolicy', input, 'Policy', { policyName });
      },
    },
    PolicyTarget: {
      create: async (stage) => {
        const certificate = await stage.example('Certificate');
        const { id: policyName } = await stage.example('Policy');
        await stage.act(certificate, 'AttachPolicy', { policyName });
        const target = (await certificate.arn()) ?? '';
        return stage.service.get('PolicyTarget', { policyName, target });
      },
      listed: async (stage) => (await stage.example('Policy')).collection('Targets'),
      references: { Policy: 1, Target: 1 },
      remove: run('Detach'),
    },
    TopicRule: {
      create: (stage) => {
        const ruleName = stage.unique('rule').replaceAll('-', '_');
        const functionArn = 'arn:aws:lambda:eu-west-1:123456789012:function:log';
        const topicRulePayload = {
          sql: "SELECT * FROM 'lamps/+'",
          actions: [{ lambda: { functionArn } }],
        };
        const input = { ruleName, topicRulePayload };
        return made(stage, 'CreateTopicRule', input, 'TopicRule', { ruleName });
      },
      loaded: { sql: "SELECT * FROM 'lamps/+'" },
      actions: [run('Disable'), run('Enable')],
      references: { Functions: 1 },
    },
    Job: {
      create: async (stage) => {
        const thing = await stage.example('Thing');
        const jobId = stage.unique('job');
        const input = { jobId, targets: [await thing.arn()], document: '{}' };
        return made(stage, 'CreateJob', input, 'Job', { jobId });
      },
      actions: [run('Cancel')],
      references: { Targets: 1 },
    },
  },
};

async function certificateArn(stage: Stage): Promise<string> {
  return (await (await stage.example('Certificate')).arn()) ?? '';
}

/** A certificate is deleted once it is inactive and has no policies. */
async function released(stage: Stage, certificate: Resource) {
  await stage.act(certificate, 'SetStatus', { newStatus: 'INACTIVE' });
  const target = await certificate.arn();
  for await (const { id: policyName } of certificate.collection('Policies')) {
    await (await stage.client('iot')).call('DetachPolicy', { policyName, target });
  }
  return {};
}
