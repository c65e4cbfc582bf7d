import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compileFirst, compileText } from '../../../src/core/resources/texts.ts';

const at = new Date(2024, 4, 1, 12, 3);

const subject = {
  identifiers: { Name: 'from-identifier', Arn: 'arn:aws:iam::1:role/path/admin', Key: 'a/b c/' },
  attributes: {
    Name: 'from-attributes',
    State: { Name: 'running' },
    Size: 1536,
    Big: 5_368_709_120n,
    None: 0,
    One: '1',
    List: [{ A: 'x' }, { A: 'y' }],
    At: at,
    Millis: at.getTime(),
    Seconds: String(at.getTime() / 1000),
    Iso: at.toISOString(),
    Yes: true,
    No: 'false',
    Url: 'https://sqs.eu-west-1.amazonaws.com/1/orders',
    Item: '{"id":{"S":"u#1"},"at":{"N":"7"}}',
    Tags: [{ Key: 'Name', Value: 'web' }],
  },
  facts: { region: 'eu-west-1' },
};

describe('a text', () => {
  for (const [text, expected] of [
    ['Name', 'from-identifier'],
    ['State.Name', 'running'],
    ['State', undefined],
    ['Size', '1536'],
    ['None', '0'],
    ['Yes', 'true'],
    ['At', '2024-05-01 12:03'],
    ['List[].A', 'x, y'],
    ['Absent', undefined],
    ['tag:Name', 'web'],
    ['tag:Owner', undefined],
    ['{Size|size}', '1.5 KB'],
    ['{Big|size}', '5.0 GB'],
    ['{None|size}', '0 B'],
    ['{Name|size}', undefined],
    ['{At|date}', '2024-05-01 12:03'],
    ['{Millis|date}', '2024-05-01 12:03'],
    ['{Seconds|date}', '2024-05-01 12:03'],
    ['{Iso|day}', '2024-05-01'],
    ['{Name|date}', 'from-identifier'],
    ['{One|count:message}', '1 message'],
    ['{None|count:message}', '0 messages'],
    ['{List|count:row}', '2 rows'],
    ['{List|length}', '2'],
    ['{Yes|if:on/off} {No|if:on/off}', 'on off'],
    ['{No|if:on}', undefined],
    ['{One|swap:1=one}', 'one'],
    ['{One|swap:1=} left', undefined],
    ['{Arn|last}', 'admin'],
    ['{Url|last}', 'orders'],
    ['{Key|segment}', 'b c'],
    ['{Key|after:/}', 'b c/'],
    ['{Key|after:#}', 'a/b c/'],
    ['{Name|rooted}', '/from-identifier'],
    ['{Name|url}/{Key|url}', 'from-identifier/a%2Fb%20c%2F'],
    ['{Key|url2}', 'a%252Fb%2520c%252F'],
    ['{Key|cw}', 'a$252Fb$2520c$252F'],
    ['{Item|attributes}', 'u#1 / 7'],
    ['{State.Name} in {region}', 'running in eu-west-1'],
    ['{State.Name} in {Absent}', undefined],
  ] as const) {
    test(`it reads ${text}`, () => assert.equal(compileText(text)(subject), expected));
  }

  test('it reads tags in every spelling AWS has', () => {
    const read = compileText('tag:Name');
    const named = [
      { TagList: [{ Key: 'Name', Value: 'web' }] },
      { tags: [{ key: 'Name', value: 'web' }] },
      { Tags: { Name: 'web' } },
      {
        TagSet: [
          { Key: 'Other', Value: 'x' },
          { Key: 'Name', Value: 'web' },
        ],
      },
    ];
    const unnamed = [{ Tags: [] }, { Tags: [{ Key: 'Name', Value: '' }] }, undefined];
    const texts = [...named, ...unnamed].map((attributes) => read({ attributes, identifiers: {} }));
    assert.deepEqual(texts, ['web', 'web', 'web', 'web', undefined, undefined, undefined]);
  });

  test('it reads a range from a value to itself as that value', () => {
    const read = compileText('{From|swap:-1=}–{To|swap:-1=}');
    const ranges = [
      [443, 443],
      [80, 90],
      [-1, -1],
    ].map(([From, To]) => read({ attributes: { From, To }, identifiers: {} }));
    assert.deepEqual(ranges, ['443', '80–90', undefined]);
  });

  test('it is the first that is present', () => {
    assert.equal(
      compileFirst(['Absent', '{Absent|size}', 'State.Name', 'Name'])(subject),
      'running',
    );
    assert.equal(compileFirst(['Absent'])(subject), undefined);
  });

  test('it names the last segment of a key as S3 has it', () => {
    const read = compileText('{Key|segment}');
    const keys = ['a/b.txt', 'a/b/', 'c', 'a//', '/', 'a:b'];
    assert.deepEqual(
      keys.map((Key) => read({ attributes: undefined, identifiers: { Key } })),
      ['b.txt', 'b', 'c', '/', '/', 'a:b'],
    );
  });

  for (const text of ['{A', 'A}', '{}', '{A|}', '{A|bogus}', '{A}}']) {
    test(`it refuses "${text}"`, () => assert.throws(() => compileText(text), { code: 'Kind' }));
  }
});
