import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { parse } from 'yaml';
import type { RuleBook } from '../../src/model/book.ts';
import { addOrganisation, readBook, type BuiltIn, type TextFile } from '../../src/read/book.ts';
import { filesUnder } from '../support/folder.ts';
import { told } from '../support/told.ts';
import { valueOf } from '../support/rules.ts';

const folder = 'fixtures/broken/organisation';
const texts = (root: string): readonly TextFile[] =>
  filesUnder(root).map(([name, bytes]) => ({ name, text: bytes.toString('utf8') }));

const act = texts('fixtures/packs/bike-act');
const sources = act.find(({ name }) => name === 'sources.yaml');
if (sources === undefined) throw new Error('no sources');
const builtIn: BuiltIn = { book: valueOf(readBook(act)), sources };

const severityOf = ({ rules }: RuleBook): unknown =>
  rules.flatMap((rule) => (rule.id === 'bike-act.art-5-1' && rule.kind === 'duty' ? [rule.severity] : []))[0];

/** The town's pack without a mistake, with the files of one mistake over and beside its own. */
function withMistake(name: string): readonly TextFile[] {
  const files = new Map(
    [...texts('fixtures/packs/bike-town'), ...texts(join(folder, name))].map((file) => [file.name, file]),
  );
  return [...files.values()];
}

const Expected = z.record(
  z.string(),
  z.strictObject({
    file: z.string(),
    code: z.string(),
    line: z.int(),
    column: z.int(),
    en: z.string(),
    de: z.string(),
  }),
);
const mistakes = Expected.parse(parse(readFileSync(join(folder, 'expected.yaml'), 'utf8')));

describe('the folder of an organisation', () => {
  const town: RuleBook = valueOf(addOrganisation(texts('fixtures/packs/bike-town'), builtIn));

  test('adds rules, questions, dates and sources, and leaves what is built in as it is', () => {
    const { book } = builtIn;
    expect(town.rules.slice(0, book.rules.length).map(({ id }) => id)).toEqual(book.rules.map(({ id }) => id));
    expect(town.rules.slice(book.rules.length).map(({ id }) => id)).toEqual(['bike-town.night', 'bike-town.lamp']);
    expect(town.facts.slice(0, book.facts.length)).toEqual(book.facts);
    expect(town.facts.slice(book.facts.length).map(({ id }) => id)).toEqual(['measures.lamp']);
    expect(town.packs.map(({ id }) => id)).toEqual(['bike-act', 'bike-procurement', 'bike-town']);
  });

  test('raises a severity, and keeps what it was and why', () => {
    expect(severityOf(builtIn.book)).toBe('major');
    expect(severityOf(town)).toBe('blocker');
    expect(town.raised).toEqual([
      {
        rule: 'bike-act.art-5-1',
        from: 'major',
        why: { en: 'A bell was stolen.', de: 'Eine Klingel wurde gestohlen.' },
      },
    ]);
  });

  test.each(Object.entries(mistakes))(
    '%s: is refused for its one mistake, at its place, in both languages',
    (name, expected) => {
      const read = addOrganisation(withMistake(name), builtIn);
      const problems = read.ok ? [] : read.problems;
      expect(problems.map(told)).toEqual([expected]);
    },
  );

  test('has an expectation for each mistake', () => {
    expect(readdirSync(folder).filter((name) => name !== 'expected.yaml')).toEqual(Object.keys(mistakes).toSorted());
  });
});
