import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseIsoDate } from '../../src/model/date.ts';
import type { Problem } from '../../src/model/problem.ts';
import { readBook, type TextFile } from '../../src/read/book.ts';
import { readCases } from '../../src/read/cases.ts';
import { decodeUtf8, defaultLimits, parseYaml, toPlain } from '../../src/read/yaml.ts';
import { problemsEn } from '../../src/text/problems-en.ts';
import { filesUnder } from '../support/folder.ts';
import { told } from '../support/told.ts';

const folder = 'fixtures/broken/rules';
const asOf = parseIsoDate('2030-08-01');

const act = new Map(filesUnder('fixtures/packs/bike-act'));

/** The bike act with the files of one mistake over and beside its own. */
function problemsOf(mistake: string, removes: readonly string[] = []): readonly Problem[] {
  const files = new Map([...act, ...filesUnder(join(folder, mistake))]);
  for (const path of removes) files.delete(path);
  return problemsIn(files);
}

function problemsIn(files: ReadonlyMap<string, Uint8Array>): readonly Problem[] {
  const decoded = Array.from(files, ([name, bytes]) => ({ name, text: decodeUtf8(bytes, name) }));
  const problems = decoded.flatMap(({ text }) => (text.ok ? [] : text.problems));
  const texts = decoded.flatMap(({ name, text }) => (text.ok ? { name, text: text.value } : []));
  return problems.length > 0 ? problems : problemsOfTexts(texts);
}

function problemsOfTexts(files: readonly TextFile[]): readonly Problem[] {
  const book = readBook(files);
  if (!book.ok) return book.problems;
  if (asOf === null) throw new Error('no day');
  const cases = readCases(files, book.value, asOf);
  return cases.ok ? [] : cases.problems;
}

interface Mistake {
  readonly name: string;
  readonly removes: readonly string[];
  readonly expected: Readonly<Record<string, unknown>>;
}

function readMistakes(): readonly Mistake[] {
  const tree = parseYaml(readFileSync(join(folder, 'expected.yaml'), 'utf8'), 'expected.yaml');
  if (!tree.ok) throw new Error(JSON.stringify(tree.problems));
  const mistakes = tree.value.kind === 'map' ? tree.value.entries.get('mistakes')?.value : undefined;
  if (mistakes?.kind !== 'map') throw new Error('no mistakes');
  return Array.from(mistakes.entries, ([name, { value }]) => {
    const { removes = [], ...expected } = Object(toPlain(value));
    return { name, removes, expected };
  });
}

const mistakes = readMistakes();

describe('each broken rule set is refused for its one mistake, at its place, in both languages', () => {
  test.each(mistakes)('$name', ({ name, removes, expected }) => {
    const found = problemsOf(name, removes).map(told);
    expect(found).toEqual([expected]);
  });

  test('no folder is without its expectation, and no expectation without its mistake', () => {
    const folders = readdirSync(folder).filter((name) => name !== 'expected.yaml');
    const written = mistakes.filter(({ removes }) => removes.length === 0).map(({ name }) => name);
    expect(folders.toSorted()).toEqual(written.toSorted());
  });

  test('the act that they are made from has no mistake', () => {
    expect(problemsIn(act)).toEqual([]);
  });
});

test('a file of the rules that is too large is refused for that alone', () => {
  const comment = `# ${'x'.repeat(defaultLimits.size)}`;
  const files = new Map([...act, ['bike-act/large.yaml', Buffer.from(comment)] as const]);
  expect(problemsIn(files).map(({ code, at }) => `${at.file} ${code}`)).toEqual(['bike-act/large.yaml too-large']);
});

test('every code that the readers of rules can give is shown', () => {
  const sources = [
    'src/read/yaml.ts',
    'src/read/book.ts',
    'src/read/cases.ts',
    ...readdirSync('src/read/rules').map((name) => join('src/read/rules', name)),
  ].map((path) => readFileSync(path, 'utf8'));
  const given = Object.keys(problemsEn).filter((code) => sources.some((source) => source.includes(`'${code}'`)));
  const ofOrganisations = readFileSync('fixtures/broken/organisation/expected.yaml', 'utf8').matchAll(/code: (\S+)/g);
  const shown = new Set([
    ...mistakes.map(({ expected }) => expected['code']),
    ...[...ofOrganisations].map(([, code]) => code),
    'too-large',
  ]);
  expect(given.filter((code) => !shown.has(code))).toEqual([]);
});
