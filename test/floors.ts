// The floors of src as rules over its imports: what may import what, and at which one place an outside package comes in.

import { builtinModules } from 'node:module';
import { posix } from 'node:path';

export interface Import {
  /** From `src`, with slashes. */
  readonly file: string;
  /** A path from `src` for our own files, else as it is written. */
  readonly target: string;
  readonly isOurs: boolean;
  /** Types vanish before anything is loaded. */
  readonly isType: boolean;
}

/** Where each outside package may be imported: a file, or a folder that ends in a slash. */
const doors: Readonly<Record<string, readonly string[]>> = {
  vscode: ['extension.ts', 'views/'],
  ini: ['core/config/'],
  '@smithy/signature-v4': ['core/http/librarySigner.ts'],
  '@aws-sdk/checksums': ['core/http/algorithms.ts'],
  undici: ['core/http/send.ts'],
  '@smithy/core/cbor': ['core/protocols/cbor.ts'],
  '@smithy/core/event-streams': ['core/protocols/eventFrames.ts'],
  '@smithy/util-endpoints': ['core/http/endpoint.ts'],
  '@aws-sdk/util-endpoints': ['core/http/endpoint.ts'],
  '@jmespath-community/jmespath': ['core/jmespath.ts'],
  'jsonc-parser': ['views/inputText.ts'],
};

interface Rule {
  readonly from: string;
  readonly never: readonly string[];
  /** True where the words of the other part may be used, and only its code may not. */
  readonly typesAllowed?: true;
}

const session = ['core/session.ts', 'core/sessions.ts'];

const rules: readonly Rule[] = [
  { from: 'core/', never: ['services/', 'views/', 'extension.ts', 'library.ts'] },
  { from: 'services/', never: ['views/', 'extension.ts', 'library.ts'] },
  { from: 'views/', never: ['extension.ts', 'library.ts'] },
  { from: 'library.ts', never: ['views/', 'extension.ts'] },
  { from: 'core/client.ts', never: [...session, 'core/resources/'] },
  { from: 'core/session.ts', never: ['core/sessions.ts', 'core/resources/'] },
  { from: 'core/sessions.ts', never: ['core/resources/'] },
  { from: 'core/credentials/', never: ['core/client.ts', ...session] },
  { from: 'core/config/', never: ['core/client.ts', ...session, 'core/credentials/'] },
  { from: 'core/profileFiles/', never: ['core/client.ts', ...session, 'core/credentials/'] },
  { from: 'core/signIn/', never: ['core/client.ts', ...session], typesAllowed: true },
  { from: 'core/models/', never: ['core/client.ts', ...session, 'core/credentials/'] },
  { from: 'core/protocols/', never: ['core/client.ts', ...session, 'core/credentials/'] },
  { from: 'core/http/', never: ['core/client.ts', ...session], typesAllowed: true },
];

export function importsOf(file: string, text: string): Import[] {
  return importPatterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([statement, target = '']) => {
      const isOurs = target.startsWith('.');
      return {
        file,
        target: isOurs ? posix.join(posix.dirname(file), target) : target,
        isOurs,
        isType: /^(import|export)\s+type\s/.test(statement),
      };
    }),
  );
}

const importPatterns = [
  /^import\s[\w\s$*{},]+?\sfrom\s+['"]([^'"]+)['"]/gm,
  /^import\s+['"]([^'"]+)['"]/gm,
  /^export\s+(?:type\s+)?(?:\*[\w\s$]*|\{[^}]*\})\s*from\s+['"]([^'"]+)['"]/gm,
  /\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g,
];

/** One sentence for each import that breaks a rule. */
export function faultsOf(imports: readonly Import[]): string[] {
  const single = imports.flatMap((found) => {
    const why = found.isOurs ? faultOfOwn(found) : faultOfPackage(found);
    return why === undefined ? [] : [`${found.file} imports ${found.target}: ${why}`];
  });
  return [...single, ...secondDoors(imports)];
}

function faultOfOwn({ file, target, isType }: Import): string | undefined {
  const pointsUp = rules.some(({ from, never, typesAllowed }) => {
    if (!isIn(file, from) || (isType && typesAllowed)) return false;
    return never.some((place) => isIn(target, place));
  });
  if (pointsUp) return 'that points up';
  const [own, other] = [featureOf(file), featureOf(target)];
  return own && other && own !== other ? 'that is another feature’s folder' : undefined;
}

function faultOfPackage({ file, target }: Import): string | undefined {
  if (target.startsWith('node:')) return undefined;
  if (builtinModules.includes(target)) return 'write the node: prefix';
  const allowed = doors[packageOf(target)];
  if (allowed === undefined) return 'a new dependency is a decision, give it a door first';
  return allowed.some((door) => isIn(file, door)) ? undefined : 'the package has another door';
}

/** A door may be a folder, but one file in it; only the editor itself is everywhere in its folder. */
function secondDoors(imports: readonly Import[]): string[] {
  return Object.keys(doors).flatMap((name) => {
    if (name === 'vscode') return [];
    const users = imports.filter(({ target, file }) => {
      return packageOf(target) === name && doors[name]?.some((door) => isIn(file, door));
    });
    const files = new Set(users.map(({ file }) => file));
    return files.size > 1 ? [`${name} is imported in ${[...files].join(' and ')}`] : [];
  });
}

function isIn(file: string, place: string): boolean {
  return place.endsWith('/') ? file.startsWith(place) : file === place;
}

/** `undici` of `undici/types`; a part of a package that has a door of its own counts as one. */
function packageOf(target: string): string {
  if (Object.hasOwn(doors, target)) return target;
  const length = target.startsWith('@') ? 2 : 1;
  return target.split('/').slice(0, length).join('/');
}

function featureOf(file: string): string | undefined {
  return /^views\/([^/]+)\//.exec(file)?.[1];
}
