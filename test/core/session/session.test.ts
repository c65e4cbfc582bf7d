import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { Session, type SessionOptions } from '../../../src/core/session.ts';
import { keys, makeHome, type Sts, secretKey, startSts } from './folder.ts';

const catalogue = openCatalogue({ searchPath: [] });

/** A Session of the profile `p` of these files, whose STS is the given one. */
async function sessionOf(
  context: TestContext,
  config: string,
  sts?: Sts,
  options: SessionOptions = {},
): Promise<Session> {
  const { home, environment } = await makeHome(context, { config });
  const all = { ...environment, ...(sts && { AWS_ENDPOINT_URL: sts.url }), ...options.environment };
  return new Session({ profile: 'p', home, catalogue, ...options, environment: all });
}

describe('Session', () => {
  test('it knows its profile, region and partition when it is made', async (t) => {
    const session = await sessionOf(t, '[profile p]\nregion = cn-north-1\n');
    const { profile, region, partition } = session;
    assert.deepEqual(
      { profile, region, partition },
      {
        profile: 'p',
        region: 'cn-north-1',
        partition: 'aws-cn',
      },
    );
  });

  test('it takes a region given to it over all others', async (t) => {
    const environment = { AWS_REGION: 'us-west-2' };
    const options = { region: 'us-gov-west-1', environment };
    const session = await sessionOf(t, '[profile p]\nregion = eu-west-1\n', undefined, options);
    assert.equal(session.region, 'us-gov-west-1');
    assert.equal(session.partition, 'aws-us-gov');
  });

  test('it takes AWS_REGION over AWS_DEFAULT_REGION and both over the profile', async (t) => {
    const config = '[profile p]\nregion = eu-west-1\n';
    const one = { environment: { AWS_DEFAULT_REGION: 'us-east-2' } };
    const both = { environment: { AWS_DEFAULT_REGION: 'us-east-2', AWS_REGION: 'us-west-2' } };
    assert.equal((await sessionOf(t, config, undefined, one)).region, 'us-east-2');
    assert.equal((await sessionOf(t, config, undefined, both)).region, 'us-west-2');
  });

  test('it is the environment’s without a profile, when that has keys', async (t) => {
    const { home } = await makeHome(t);
    const environment = { AWS_ACCESS_KEY_ID: 'AKIAI44QH8DHBEXAMPLE', AWS_SECRET_ACCESS_KEY: 's' };
    const session = new Session({ home, environment, catalogue });
    assert.equal(session.profile, 'environment');
    assert.equal((await session.credentials()).accessKeyId, 'AKIAI44QH8DHBEXAMPLE');
  });

  test('it asks STS for the account once, however many want it', async (t) => {
    const sts = await startSts(t, 20);
    const session = await sessionOf(t, `[profile p]\nregion = eu-west-1\n${keys}`, sts);
    assert.equal(session.knownAccount, undefined);
    const accounts = await Promise.all([session.account(), session.account()]);
    assert.deepEqual([...accounts, await session.account()], Array(3).fill('111122223333'));
    assert.equal(session.knownAccount, '111122223333');
    assert.equal(sts.requests.length, 1);
  });

  test('it asks for the account again after a failure', async (t) => {
    const sts = await startSts(t);
    const session = await sessionOf(t, `[profile p]\nregion = eu-west-1\n${keys}`, sts);
    sts.fail('AccessDenied');
    await assert.rejects(session.account(), { code: 'AccessDenied' });
    sts.fail(undefined);
    assert.equal(await session.account(), '111122223333');
  });

  test('it lets one who waits for the account cancel without the others', async (t) => {
    const sts = await startSts(t, 50);
    const session = await sessionOf(t, `[profile p]\nregion = eu-west-1\n${keys}`, sts);
    const controller = new AbortController();
    const cancelled = session.account({ signal: controller.signal });
    const other = session.account();
    controller.abort();
    await assert.rejects(cancelled, { name: 'AbortError' });
    assert.equal(await other, '111122223333');
    assert.equal(sts.requests.length, 1);
  });

  test('it assumes a role with the keys of another role', async (t) => {
    const sts = await startSts(t);
    const role = 'role_arn = arn:aws:iam::444455556666:role';
    const config =
      `[profile p]\nregion = eu-west-1\n${role}/Last\nsource_profile = q\nexternal_id = xyz\nrole_session_name = me\n` +
      `duration_seconds = 900\n[profile q]\n${role}/First\nsource_profile = s\n[profile s]\n${keys}`;
    const session = await sessionOf(t, config, sts);
    const found = await session.credentials();
    assert.deepEqual(found, {
      accessKeyId: 'ASIALast',
      secretAccessKey: 'secret-of-Last',
      sessionToken: 'token-of-Last',
      expiration: new Date('2099-01-01T00:00:00Z'),
      accountId: '444455556666',
    });
    const asked = sts.requests.map(({ parameters, signedBy }) => [signedBy, parameters.RoleArn]);
    assert.deepEqual(asked, [
      ['AKIAIOSFODNN7EXAMPLE', 'arn:aws:iam::444455556666:role/First'],
      ['ASIAFirst', 'arn:aws:iam::444455556666:role/Last'],
    ]);
    const { ExternalId, RoleSessionName, DurationSeconds } = sts.requests[1]?.parameters ?? {};
    assert.deepEqual([ExternalId, RoleSessionName, DurationSeconds], ['xyz', 'me', '900']);
    assert.equal(await session.account(), '444455556666');
  });

  test('it says which role could not be assumed, and why, without any key', async (t) => {
    const sts = await startSts(t);
    const config = `[profile p]\nrole_arn = arn:aws:iam::1:role/R\nsource_profile = s\n[profile s]\n${keys}`;
    const session = await sessionOf(t, config, sts);
    sts.fail('AccessDenied');
    const error = await session.credentials().catch((reason: unknown) => reason);
    assert.ok(error instanceof Error);
    assert.match(error.message, /^Profile p: the role arn:aws:iam::1:role\/R could not be assumed/);
    assert.match(error.message, /AccessDenied/);
    assert.ok(!`${error.message}${error.stack}`.includes(secretKey));
  });

  test('it asks for the code of an MFA device, or says that it cannot', async (t) => {
    const sts = await startSts(t);
    const config =
      '[profile p]\nrole_arn = arn:aws:iam::1:role/R\nsource_profile = s\nmfa_serial = arn:aws:iam::1:mfa/me\n' +
      `[profile s]\n${keys}`;
    const mute = await sessionOf(t, config, sts);
    await assert.rejects(mute.credentials(), /MFA device arn:aws:iam::1:mfa\/me/);
    const session = await sessionOf(t, config, sts, { askMfa: async () => '123456' });
    await session.credentials();
    const { SerialNumber, TokenCode } = sts.requests[0]?.parameters ?? {};
    assert.deepEqual([SerialNumber, TokenCode], ['arn:aws:iam::1:mfa/me', '123456']);
  });

  test('it assumes a role with the token in a file, unsigned', async (t) => {
    const sts = await startSts(t);
    const { home, environment, write } = await makeHome(t);
    const token = await write('token', 'a.json.web.token');
    await write(
      'config',
      `[profile p]\nrole_arn = arn:aws:iam::1:role/R\nweb_identity_token_file = ${token}\n`,
    );
    const all = { ...environment, AWS_ENDPOINT_URL: sts.url };
    const session = new Session({ profile: 'p', home, environment: all, catalogue });
    assert.equal((await session.credentials()).accessKeyId, 'ASIAR');
    assert.equal(sts.requests[0]?.signedBy, undefined);
    assert.equal(sts.requests[0]?.parameters.WebIdentityToken, 'a.json.web.token');
  });

  test('it gives the same client for a service and region', async (t) => {
    const session = await sessionOf(t, `[profile p]\nregion = eu-west-1\n${keys}`);
    const [one, two] = await Promise.all([session.client('s3'), session.client('s3')]);
    assert.equal(one, two);
    assert.equal(one.region, 'eu-west-1');
    const other = await session.client('s3', { region: 'us-east-1' });
    assert.notEqual(other, one);
    assert.equal(other.region, 'us-east-1');
  });

  test('it does not remember that a client could not be made', async (t) => {
    const session = await sessionOf(t, `[profile p]\n${keys}`);
    await assert.rejects(session.client('s4'), { code: 'UnknownService' });
    await assert.rejects(session.client('s4'), { code: 'UnknownService' });
  });

  test('it sends each service to the endpoint configured for it', async (t) => {
    const config =
      `[profile p]\nregion = eu-west-1\n${keys}endpoint_url = http://127.0.0.1:1\nservices = local\n` +
      '[services local]\nsqs =\n  endpoint_url = http://127.0.0.1:2\n';
    const urlOf = async (session: Session, service: string, operation: string) =>
      new URL((await (await session.client(service)).prepare(operation)).url).port;
    const session = await sessionOf(t, config);
    assert.equal(await urlOf(session, 'sqs', 'ListQueues'), '2');
    assert.equal(await urlOf(session, 'sns', 'ListTopics'), '1');
    const given = await sessionOf(t, config, undefined, { endpoint: 'http://127.0.0.1:3' });
    assert.equal(await urlOf(given, 'sqs', 'ListQueues'), '3');
  });

  test('it fails by name for a profile that does not exist, when it is used', async (t) => {
    const session = await sessionOf(t, '[profile other]\n');
    assert.equal(session.profile, 'p');
    await assert.rejects(session.client('s3'), { code: 'ProfileNotFound' });
    await assert.rejects(session.credentials(), { code: 'ProfileNotFound' });
  });

  test('it uses nothing of a section with an unreadable line', async (t) => {
    const session = await sessionOf(t, `[profile p]\n${keys}${secretKey}\n`);
    const error = await session.client('s3').catch((reason: unknown) => reason);
    assert.ok(error instanceof Error);
    assert.match(error.message, /config:4: this line is neither/);
    assert.ok(!error.message.includes(secretKey));
  });

  test('it lists every profile, broken ones with file and line', async (t) => {
    const config =
      `[default]\nregion = eu-west-1\n[profile my.team]\n${keys}[profile role]\nrole_arn = a\nsource_profile = gone\n` +
      '[profile bad\nregion = x\n[profile sso]\nsso_account_id = 1\n[profile local]\nendpoint_url = http://127.0.0.1:5000\n';
    const credentials = `[default]\n${keys}[half]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n`;
    const { home, environment } = await makeHome(t, { config, credentials });
    const all = {
      ...environment,
      AWS_ACCESS_KEY_ID: 'AKIAI44QH8DHBEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 's',
    };
    const profiles = await Session.profiles({ home, environment: all });
    const lines = profiles.map(({ name, source, credentialKind, line, problem }) =>
      [name, source, credentialKind, line, problem?.replace(home, '~').replaceAll('\\', '/')].join(
        ' | ',
      ),
    );
    assert.deepEqual(lines, [
      'default | both | static | 1 | ',
      'my.team | config | static | 3 | ',
      'role | config | assume-role | 6 | ~/.aws/config:8: there is no profile "gone" to take keys from.',
      'bad | config | none | 9 | ~/.aws/config:9: a section must be closed with "]".',
      'sso | config | sso | 11 | ~/.aws/config:11: profile sso signs in by SSO, but it has no sso_role_name, sso_start_url, sso_region.',
      'local | config | none | 13 | ',
      'half | credentials | static | 4 | ~/.aws/credentials:5: aws_secret_access_key is missing beside this key.',
      'environment | environment | environment |  | ',
    ]);
    const places = profiles.map(({ fault }) => fault && `${basename(fault.file)}:${fault.line}`);
    assert.deepEqual(places, [
      undefined,
      undefined,
      'config:8',
      'config:9',
      'config:11',
      undefined,
      'credentials:5',
      undefined,
    ]);
    assert.equal(profiles[0]?.region, 'eu-west-1');
    assert.equal(profiles[5]?.endpoint, 'http://127.0.0.1:5000');
  });

  test('it says in variables what other programs need to go its ways', async (t) => {
    const config =
      '[profile p]\nregion = eu-west-1\nuse_fips_endpoint = true\nretry_mode = adaptive\nca_bundle = ~/certs.pem\n' +
      'services = s\ns3 =\n  use_arn_region = false\n  addressing_style = path\n' +
      '[services s]\ns3 =\n  endpoint_url = http://s3.example\ncost_explorer =\n  endpoint_url = http://ce.example\n' +
      '[profile plain]\nregion = eu-west-1\n';
    const { home, environment } = await makeHome(t, { config });
    const own = { ...environment, AWS_RETRY_MODE: 'standard' };
    const variables = (profile: string, more = {}) =>
      new Session({ profile, home, catalogue, environment: { ...own, ...more } }).variables;
    const rest = {
      AWS_USE_FIPS_ENDPOINT: 'true',
      AWS_S3_USE_ARN_REGION: 'false',
      AWS_CA_BUNDLE: join(home, 'certs.pem'),
    };
    assert.deepEqual(variables('p'), {
      ...rest,
      AWS_ENDPOINT_URL_S3: 'http://s3.example',
      AWS_ENDPOINT_URL_COST_EXPLORER: 'http://ce.example',
    });
    assert.deepEqual(variables('p', { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }), rest);
    assert.deepEqual(variables('plain'), {});
  });

  test('it lists a profile whose endpoint is none as broken, unless another endpoint counts', async (t) => {
    const config =
      `[profile typo]\n${keys}endpoint_url = localhost:4566\n[profile login]\n${keys}` +
      'endpoint_url = http//me:open-sesame@host\n[profile off]\nendpoint_url = no\n' +
      `ignore_configured_endpoint_urls = true\n${keys}`;
    const { home, environment } = await makeHome(t, { config });
    const problemsOf = async (variables: Readonly<Record<string, string>>) => {
      const list = await Session.profiles({ home, environment: { ...environment, ...variables } });
      return list.map(({ name, problem, fault }) => [name, fault?.line, problem?.slice(-55)]);
    };
    const problem = ' endpoint_url: a URL is wanted, http://host:port.';
    const told = await problemsOf({});
    assert.deepEqual(
      told.map(([name, line]) => [name, line]),
      [
        ['typo', 4],
        ['login', 8],
        ['off', undefined],
      ],
    );
    assert.match(String(told[0]?.[2]), new RegExp(`${problem}$`));
    assert.doesNotMatch(JSON.stringify(told), /sesame/);
    const others = await problemsOf({ AWS_ENDPOINT_URL: 'http://127.0.0.1:5000' });
    assert.deepEqual(
      others.map(([, line]) => line),
      [undefined, undefined, undefined],
    );
  });

  test('it lists five hundred profiles at once', async (t) => {
    const sections = Array.from(
      { length: 500 },
      (_, i) => `[profile p${i}]\nregion = eu-west-1\n${keys}`,
    );
    const { home, environment } = await makeHome(t, { config: sections.join('') });
    assert.equal((await Session.profiles({ home, environment })).length, 500);
  });

  test('it gives the regions of its partition, and of a service', async (t) => {
    const session = await sessionOf(t, '[profile p]\nregion = cn-north-1\n');
    assert.deepEqual(await session.regions(), ['cn-north-1', 'cn-northwest-1']);
    assert.deepEqual(await session.regions('ec2'), ['cn-north-1', 'cn-northwest-1']);
  });
});
