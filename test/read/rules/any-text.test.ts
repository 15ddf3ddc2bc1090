import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseIsoDate } from '../../../src/model/date.ts';
import { languages, type Language } from '../../../src/model/language.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { readBook, readBookLeniently, type TextFile } from '../../../src/read/book.ts';
import { readCases } from '../../../src/read/cases.ts';
import { problemText } from '../../../src/text/problems.ts';

const whole = 'fixtures/packs/bike-act';
const act: readonly TextFile[] = readdirSync(whole, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ name: relative(whole, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
const names = [...act.map(({ name }) => name), 'bike-act/more.yaml', 'facts/more.yaml', 'trike-act/pack.yaml'];

const withFile = (name: string, text: string): TextFile[] => [
  ...act.filter((file) => file.name !== name),
  { name, text },
];

/** What keeps problems from being shown and mended: a place outside the file, a text without end, too many of them. */
function faultsOf(problems: readonly Problem[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { at } of problems) counts.set(at.file, (counts.get(at.file) ?? 0) + 1);
  return [
    ...problems.flatMap((problem) => languages.flatMap((language) => faultsIn(problem, language))),
    ...[...counts].flatMap(([file, count]) => (count > 50 ? `${count} problems in ${file}` : [])),
  ];
}

function faultsIn(problem: Problem, language: Language): readonly string[] {
  const { line, column } = problem.at;
  const text = problemText(problem, language);
  return line < 1 || column < 1 || text.length > 1500 || /undefined|null|\[object/.test(text)
    ? [`${line}:${column} ${text}`]
    : [];
}

/** The lenient reader goes on where the other one stops, with the same problems. */
const faultsOfBook = (name: string, text: string): readonly string[] =>
  faultsOf(readBookLeniently(withFile(name, text)).problems);

const bikeBook = readBook(act);
const day = parseIsoDate('2030-08-01');

function faultsOfCases(text: string): readonly string[] {
  if (!bikeBook.ok || day === null) throw new Error('the act is broken');
  const cases = readCases([{ name: 'bike-act/more.test.yaml', text }], bikeBook.value, day);
  return cases.ok ? [] : faultsOf(cases.problems);
}

/** Trees made of the words of rules, so that most of them come past the parser and fail in the middle of something. */
const words = `act act-roles addressee all amended-by annexes answered-by any applies-from articles asked-when aspect at
  at-least base before bike-act bike-act.art-2-1 bike.secret cargo cases certainty chapters choice cite code concept
  confirm confirmed count dates de demands duty en entries except expect facts from gap id in is judged kind lender
  lending-duties lifted-by months not of offices option options paragraphs points prohibition published question recitals
  requires role rule rules scope screening.uses set set-by since sources tender tier title twin type url version versions
  waivable when yes yes-no 2030-01 2029-01-01 __proto__ constructor toString`.split(/\s+/);
const word = fc.constantFrom(...words);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6, depthIdentifier: 'tree' },
    word,
    fc.constantFrom(null, true, 0, 1, -1, 1.5, 1e300, ''),
    fc.array(tie('tree'), { maxLength: 4, depthIdentifier: 'tree' }),
    fc
      .array(fc.tuple(word, tie('tree')), { maxLength: 6, depthIdentifier: 'tree' })
      .map((entries): unknown => Object.fromEntries(entries)),
  ),
}));
const topTree = (key: string) => tree.map((value) => JSON.stringify({ [key]: value }));
const entry = fc.array(fc.tuple(word, tree), { minLength: 1, maxLength: 12 }).map(Object.fromEntries);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom('rules:', '\n', '  ', '- ', '{', '}', '[', ']', ': ', ', ', '&a', '*a', '!', '"', ...words),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join('')),
);

/** A file of the act in which a piece was lost, or stands in another place. */
const damaged = fc
  .tuple(fc.constantFrom(...act), fc.nat(), fc.nat({ max: 80 }), fc.nat(), fc.nat({ max: 80 }))
  .map(([{ name, text }, from, length, other, otherLength]) => {
    const start = from % text.length;
    const piece = text.slice(other % text.length).slice(0, otherLength);
    return { name, text: text.slice(0, start) + piece + text.slice(start + length) };
  });

const check = <T>(property: fc.IProperty<T>): void => fc.assert(property, { numRuns: 100 });

describe('whatever stands in a file of the rules, the reader gives a book or problems that can be mended', () => {
  const file = fc.constantFrom(...names);

  test('any text', () => {
    check(
      fc.property(file, anyText, (name, text) => {
        expect(faultsOfBook(name, text)).toEqual([]);
      }),
    );
  });

  test('any tree of the words of rules', () => {
    const keys = ['rules', 'facts', 'dates', 'sources', 'versions', 'offices', 'act-roles', 'id', 'title'];
    const text = fc.constantFrom(...keys).chain(topTree);
    check(
      fc.property(file, text, (name, made) => {
        expect(faultsOfBook(name, made)).toEqual([]);
      }),
    );
  });

  test('any entry of the words of rules, where entries stand', () => {
    const places = [
      ['bike-act/more.yaml', 'rules', { id: 'bike-act.more', kind: 'concept' }],
      ['bike-act/more.yaml', 'rules', { id: 'bike-act.more', kind: 'duty' }],
      ['facts/more.yaml', 'facts', { id: 'bike.more', type: 'set' }],
      ['sources.yaml', 'sources', { id: 'bike-act', kind: 'act' }],
    ] as const;
    check(
      fc.property(fc.constantFrom(...places), entry, ([name, key, head], more) => {
        expect(faultsOfBook(name, JSON.stringify({ [key]: [{ ...head, ...more }] }))).toEqual([]);
      }),
    );
  });

  test('any damage to a file of the act', () => {
    check(
      fc.property(damaged, ({ name, text }) => {
        expect(faultsOfBook(name, text)).toEqual([]);
      }),
    );
  });

  test('any cases', () => {
    const head = { rule: 'bike-act.art-2-1', name: 'one' };
    const cases = fc
      .tuple(tree, fc.array(entry, { maxLength: 3 }))
      .map(([base, more]) => JSON.stringify({ base, cases: more.map((one) => ({ ...head, ...one })) }));
    const text = fc.oneof(anyText, topTree('cases'), cases);
    check(
      fc.property(text, (made) => {
        expect(faultsOfCases(made)).toEqual([]);
      }),
    );
  });
});

describe('a large file is read to its end, however its parts hang together', () => {
  const more = 'bike-act/more.yaml';

  test('a chain of thousands of rules', () => {
    expect(codesOf(more, `rules:\n${chain(7000, '{ yes: bike.secret }')}`)).toEqual([]);
  });

  test('a circle of thousands of rules, told in one line', () => {
    expect(codesOf(more, `rules:\n${chain(7000, '{ rule: bike-act.x0 }')}`)).toEqual(['circular']);
  });

  test('thousands of unknown names, of which fifty are told', () => {
    const parts = Array.from({ length: 8000 }, (_, index) => `{ rule: bike-act.y${index} }`).join(', ');
    const text = `rules:\n${chain(4000, `{ any: [${parts}] }`)}`;
    expect(codesOf(more, text)).toEqual(Array.from({ length: 50 }, () => 'unknown-rule'));
  });

  test('a word of half a megabyte, told by its beginning', () => {
    const text = `rules:\n${chain(1, `{ yes: bike.${'x'.repeat(500_000)} }`)}`;
    expect(codesOf(more, text)).toEqual(['unknown-fact']);
  });
});

/** Rules of which each names the next. */
function chain(count: number, last: string): string {
  const rest = 'kind: concept, cite: [{ act: bike-act, at: Art. 6 }], title: { en: a, de: a }';
  return Array.from({ length: count }, (_, index) => {
    const when = index === count - 1 ? last : `{ rule: bike-act.x${index + 1} }`;
    return `- { id: bike-act.x${index}, when: ${when}, ${rest} }\n`;
  }).join('');
}

function codesOf(name: string, text: string): readonly string[] {
  const book = readBook(withFile(name, text));
  return book.ok ? [] : [...faultsOf(book.problems), ...book.problems.map(({ code }) => code)];
}
