import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseConfigFile } from '../../../src/core/config/iniFile.ts';
import { buildSharedConfig } from '../../../src/core/config/sharedConfig.ts';
import { editFile, type Values } from '../../../src/core/profileFiles/editFile.ts';
import {
  isSectionOf,
  nameProblem,
  type SectionKind,
  sectionName,
} from '../../../src/core/profileFiles/names.ts';
import type { ConfigCase } from '../../conformance/configFiles.ts';
import { readCases } from '../../conformance/kind.ts';
import { pythonOf } from '../../python.ts';

function edit(
  text: string,
  kind: SectionKind,
  name: string,
  values: Values | 'remove',
): string | undefined {
  const isMeant = (section: string) => isSectionOf(kind, name, section);
  const edited = editFile(text, { isMeant, name: sectionName(kind, name), values });
  return edited.fault === undefined ? edited.text : undefined;
}

describe('editFile', () => {
  const cases: readonly (readonly [
    title: string,
    before: string,
    values: Values | 'remove',
    after: string,
  ])[] = [
    ['makes a file', '', { region: 'x' }, '[profile p]\nregion = x\n'],
    ['ends the last line', '[a]\nb=c', { region: 'x' }, '[a]\nb=c\n\n[profile p]\nregion = x\n'],
    ['parts sections once', '[a]\n\n', { region: 'x' }, '[a]\n\n[profile p]\nregion = x\n'],
    [
      'writes lines as the file ends them',
      '[a]\r\nb=c\r\n',
      { region: 'x' },
      '[a]\r\nb=c\r\n\r\n[profile p]\r\nregion = x\r\n',
    ],
    [
      'keeps the byte order mark',
      '\ufeff[profile p]\nregion=a\n',
      { region: 'x' },
      '\ufeff[profile p]\nregion=x\n',
    ],
    [
      'keeps how a line is written',
      '[profile "p"] # own\n\tRegion :\ta  \n# c\n',
      { region: 'x' },
      '[profile "p"] # own\n\tRegion :\tx\n# c\n',
    ],
    [
      'leaves what is right already',
      '[profile p]\nregion=  a \n',
      { region: 'a' },
      '[profile p]\nregion=  a \n',
    ],
    [
      'adds after the last option, as deep',
      '[profile p]\n  a = 1\n\n# end\n\n[q]\n',
      { region: 'x' },
      '[profile p]\n  a = 1\n  region = x\n\n# end\n\n[q]\n',
    ],
    [
      'adds after nested options',
      '[profile p]\ns3 =\n  a = 1\n  # c\n  b = 2\n[q]\n',
      { region: 'x' },
      '[profile p]\ns3 =\n  a = 1\n  # c\n  b = 2\nregion = x\n[q]\n',
    ],
    [
      'fills an empty section',
      '[profile p]\n[q]\n',
      { region: 'x' },
      '[profile p]\nregion = x\n[q]\n',
    ],
    [
      'gives a key without value one',
      '[profile p]\nregion =\n',
      { region: 'x' },
      '[profile p]\nregion = x\n',
    ],
    [
      'takes an option away with its lines',
      '[profile p]\nregion = a\n  b\n# c\n  d\nz = 1\n',
      { region: undefined },
      '[profile p]\n# c\nz = 1\n',
    ],
    [
      'replaces all lines of a value',
      '[profile p]\nregion = a\n  b\n\n  c\nz = 1\n',
      { region: 'x' },
      '[profile p]\nregion = x\n\nz = 1\n',
    ],
    [
      'removes a section up to what may be the next one’s',
      '# of p\n[profile p]\na = 1\n# in p\nb = 2\n\n# of q\n[q]\nc = 3\n',
      'remove',
      '# of p\n# of q\n[q]\nc = 3\n',
    ],
    ['removes the last section', '[q]\nc = 3\n\n[profile p]\na = 1', 'remove', '[q]\nc = 3\n\n'],
    ['removes nothing that is not there', '[q]\n', 'remove', '[q]\n'],
    [
      'changes the section that counts',
      '[profile p]\nregion=1\n[profile "p"]\nregion=2\n',
      { region: 'x' },
      '[profile p]\nregion=1\n[profile "p"]\nregion=x\n',
    ],
    [
      'removes all that stand for it',
      '[profile p]\nregion=1\n[profile "p"]\nregion=2\n',
      'remove',
      '',
    ],
  ];
  for (const [title, before, values, after] of cases) {
    test(`it ${title}`, () => assert.equal(edit(before, 'profile', 'p', values), after));
  }

  test('it refuses a section it cannot read', () => {
    for (const text of ['[profile p]\nregion\n', '[profile p]\na=1\n[profile p]\nb=2\n']) {
      assert.equal(edit(text, 'profile', 'p', { region: 'x' }), undefined);
      assert.equal(edit(text, 'profile', 'p', 'remove'), undefined);
      assert.equal(edit(text, 'profile', 'q', { region: 'x' })?.startsWith(text), true);
    }
  });

  test('it knows the default profile by both of its names', () => {
    assert.equal(
      edit('[profile default]\n', 'profile', 'default', { a: '1' }),
      '[profile default]\na = 1\n',
    );
    assert.equal(edit('', 'profile', 'default', { a: '1' }), '[default]\na = 1\n');
    assert.equal(edit('', 'credentials', 'default', { a: '1' }), '[default]\na = 1\n');
  });
});

// The files that the reading is tested with, each with changes in all of its sections and with a new one.

const files = readCases<ConfigCase>('configFiles.jsonl');

interface Change {
  readonly kind: SectionKind;
  readonly name: string;
  readonly values: Values | 'remove';
  readonly before: string;
  readonly after: string;
}

const news = ['new', 'a new one', 'q"uo\\te', 'ünï🙂', '$HOME'];
const someValues: readonly Values[] = [
  { region: 'eu-west-1', s3: undefined },
  { aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE', aws_secret_access_key: 'a b=c#d;e[]:"' },
  { sso_start_url: 'https://example.com/start#/', region: undefined, output: undefined },
];

function changesOf(text: string, kind: SectionKind, turn: number): Change[] {
  const shared = read(text, kind);
  const known = kind === 'sso-session' ? shared.ssoSessions : shared.profiles;
  const names = [...known.keys(), news[turn % news.length] ?? 'new'];
  return names.flatMap((name, i) => {
    if (nameProblem(name) !== undefined) return [];
    const choices: readonly (Values | 'remove')[] = ['remove', ...someValues];
    const values = choices[(turn + i) % choices.length] ?? 'remove';
    const after = edit(text, kind, name, values);
    assert.ok(after !== undefined, `${name} in ${text}`);
    return [{ kind, name, values, before: text, after }];
  });
}

function read(text: string, kind: SectionKind) {
  const [config, credentials] = kind === 'credentials' ? ['', text] : [text, ''];
  return buildSharedConfig(parseConfigFile(config, 'config'), parseConfigFile(credentials, 'c'));
}

/** All that a file says, as botocore names it. */
function picture(text: string, kind: SectionKind): Record<string, Record<string, unknown>> {
  const { profiles, ssoSessions, services, others } = read(text, kind);
  const values = (map: ReadonlyMap<string, { values: ReadonlyMap<string, unknown> }>) =>
    Object.fromEntries([...map].map(([name, one]) => [name, plain(one.values)]));
  return {
    profiles: values(profiles),
    sso_sessions: values(ssoSessions),
    services: values(services),
    others: values(others),
  };
}

function plain(map: ReadonlyMap<string, unknown>): object {
  return Object.fromEntries(
    [...map].map(([key, value]) => [key, value instanceof Map ? plain(value) : value]),
  );
}

/** What the picture should be after a change, from the picture before it. */
function expected({ kind, name, values, before }: Change) {
  const all = picture(before, kind);
  const home = all[kind === 'sso-session' ? 'sso_sessions' : 'profiles'] ?? {};
  if (values === 'remove') delete home[name];
  else {
    const merged = { ...(home[name] as object), ...values };
    const kept = Object.entries(merged).filter(([, value]) => value !== undefined);
    home[name] = Object.fromEntries(kept);
  }
  return all;
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, member]) => [key, sorted(member)]);
}

const good = files.filter(({ error }) => error === undefined);
const changes = good.flatMap(({ config, credentials }, turn) => {
  // A value of [DEFAULT] is every section's, and cannot be taken away from one.
  const texts = [config ?? '', credentials ?? ''].map((text) =>
    text.replaceAll('[DEFAULT]', '[D]'),
  );
  const [inConfig = '', inCredentials = ''] = turn % 3 === 0 ? texts.map(toWindows) : texts;
  return [
    ...changesOf(inConfig, 'profile', turn),
    ...changesOf(inConfig, 'sso-session', turn + 1),
    ...changesOf(inCredentials, 'credentials', turn + 2),
  ];
});

function toWindows(text: string): string {
  return `\ufeff${text.replaceAll(/\r?\n/g, '\r\n')}`;
}

describe('any change of any file', () => {
  test(`it says in ${changes.length} of them what it should, and nothing else`, () => {
    for (const change of changes) {
      const { after, kind, name, values } = change;
      const context = JSON.stringify([name, values, change.before, after]);
      assert.deepEqual(sorted(picture(after, kind)), sorted(expected(change)), context);
    }
  });

  test('it leaves every other line as it is, byte for byte, and in its order', () => {
    for (const change of changes) {
      const after = linesOf(change.after);
      let at = 0;
      for (const line of otherLines(change)) {
        // Only the end of the last line may be new.
        const isSame = (one: string) =>
          one === line || (!/[\r\n]$/.test(line) && one.startsWith(line));
        const found = after.findIndex((one, i) => i >= at && isSame(one));
        assert.ok(found >= 0, JSON.stringify([line, change]));
        at = found + 1;
      }
    }
  });

  test('it is undone by the opposite change', () => {
    for (const { before, kind } of changes) {
      const added = edit(before, kind, 'x-y-z', { region: 'r' }) ?? '';
      assert.ok(added.startsWith(before));
      const back = edit(added, kind, 'x-y-z', 'remove') ?? '';
      assert.ok(
        back.startsWith(before) && back.slice(before.length).trim() === '',
        JSON.stringify([before, back]),
      );
    }
  });

  test('it is read by botocore as by us', async (t) => {
    const python = pythonOf(t, 'botocore');
    if (!python) return;
    // botocore knows no byte order mark, and refuses the file.
    const texts = changes.map(({ after, kind }) => [
      after.replace(/^\ufeff/, ''),
      kind === 'credentials',
    ]);
    const answers: unknown[] = JSON.parse(await python(readAll, JSON.stringify(texts)));
    for (const [i, change] of changes.entries()) {
      const ours = sorted(picture(change.after, change.kind));
      assert.deepEqual(ours, sorted(answers[i]), JSON.stringify(change.after));
    }
  });
});

function linesOf(text: string): readonly string[] {
  return text.replace(/^\ufeff/, '').match(/[^\r\n]*(?:\r\n?|\n|$)/g) ?? [];
}

/** The lines that a change may not touch: of other sections, and of other options. */
function otherLines({ before, kind, name, values }: Change): readonly string[] {
  const sections = [...parseConfigFile(before, 'f').sections.values()];
  const lines = linesOf(before);
  const meant = sections.filter((section) => isSectionOf(kind, name, section.name));
  const own = meant.flatMap((section) => {
    const starts = sections.map(({ line }) => line).filter((line) => line > section.line);
    const end = Math.min(...starts, lines.length + 1);
    if (values === 'remove') return range(section.line, end);
    const options = [...section.lines].sort(([, a], [, b]) => a - b);
    return options.flatMap(([key, line], i) =>
      key in values ? range(line, options[i + 1]?.[1] ?? end) : [],
    );
  });
  return lines.filter((line, i) => line !== '' && !own.includes(i + 1));
}

function range(from: number, end: number): readonly number[] {
  return Array.from({ length: end - from }, (_, i) => from + i);
}

const readAll = `
import json, os, sys, tempfile
import botocore.configloader as loader
answers = []
with tempfile.TemporaryDirectory() as folder:
    for i, (text, is_credentials) in enumerate(json.load(sys.stdin)):
        path = os.path.join(folder, str(i))
        with open(path, 'w', encoding='utf-8', newline='') as file:
            file.write(text)
        if is_credentials:
            full = {'profiles': loader.raw_config_parse(path), 'sso_sessions': {}, 'services': {}}
            answers.append({**full, 'others': {}})
        else:
            full = loader.build_profile_map(loader.raw_config_parse(path))
            known = ('profiles', 'sso_sessions', 'services')
            others = {key: value for key, value in full.items() if key not in known}
            answers.append({**{key: full.get(key, {}) for key in known}, 'others': others})
print(json.dumps(answers))`;
