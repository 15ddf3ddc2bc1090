import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/model/language.ts';
import { readBuiltBook } from '../../src/files/book.ts';
import { ruleSchema } from '../../src/read/rule-schema.ts';
import { decodeUtf8, parseYaml, toPlain } from '../../src/read/yaml.ts';
import { filesUnder } from '../support/folder.ts';

const builtBook = readBuiltBook(pathToFileURL('dist/rules.json'));

function compiled(language: 'de' | 'en') {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true });
  // Editors show these beside the names that they offer.
  ajv.addKeyword('enumDescriptions');
  return ajv.compile(ruleSchema(builtBook, language));
}
const valid = compiled('en');

/** The file as plain data; null: it is no YAML that the program takes, which is for the parser to say. */
function plain(bytes: Uint8Array, name: string): unknown {
  const text = decodeUtf8(bytes, name);
  const tree = text.ok ? parseYaml(text.value, name) : text;
  return tree.ok ? JSON.parse(JSON.stringify(toPlain(tree.value))) : null;
}

describe.each(languages)('the schema of rules, in %s', (language) => {
  test.each(['rules', 'fixtures/organisation', 'fixtures/packs'])('takes every file of %s', (folder) => {
    const check = compiled(language);
    const files = [...filesUnder(folder)].filter(([name]) => name.endsWith('.yaml'));
    expect(files.length).toBeGreaterThan(4);
    for (const [name, bytes] of files) {
      check(plain(bytes, name));
      expect(check.errors, name).toBe(null);
    }
  });

  test('explains keys and names in its language', () => {
    const text = JSON.stringify(ruleSchema(builtBook, language));
    expect(text).toContain(language === 'de' ? 'Wann die Pflicht erfüllt ist' : 'When the duty is met');
    expect(text).not.toContain(language === 'de' ? 'When the duty is met' : 'Wann die Pflicht erfüllt ist');
    for (const { question } of builtBook.facts) expect(text).toContain(JSON.stringify(question[language]));
  });
});

/** What a schema cannot see, since it looks at one file alone, or knows no calendar and no order. By the code of the problem. */
const meaning: ReadonlyMap<string, string> = new Map([
  ['duplicate-id', 'the other one may stand in another file'],
  ['not-found', 'a file is missing, not wrong'],
  ['unknown-provision', 'whether an article exists stands in sources.yaml'],
  ['unknown-role', 'roles.yaml may declare more'],
  ['unknown-date-name', 'dates.yaml may declare more; a day in its place is found'],
  ['unknown-rule', 'other files may declare more'],
  ['unknown-clause', 'other files may declare more'],
  ['unknown-source', 'sources.yaml may declare more'],
  ['unknown-fact', 'other files may declare more'],
  ['unknown-option', 'the options stand with the question'],
  ['unknown-catalogue', 'catalogue.yaml may declare more'],
  ['wrong-fact-type', 'the type stands with the question'],
  ['wrong-phase', 'what a rule may name depends on the kind of the other rule'],
  ['circular', 'only all files together show a circle'],
  ['dates-order', 'a schema does not compare days'],
  ['last-entry-when', 'a schema does not know the last of a list'],
  ['unused', 'only all files together show it'],
]);
/** Files with another code that are broken in meaning alone. */
const meaningByName: ReadonlyMap<string, string> = new Map([
  ['rule-id-of-another-pack', 'the pack is the folder'],
  ['case-answer-of-another-type', 'the type stands with the question'],
  ['case-state-of-a-concept', 'the kind stands with the rule'],
  ['case-truth-of-a-duty', 'the kind stands with the rule'],
  ['case-is-its-own-twin', 'a schema does not compare values'],
  ['case-unknown-twin', 'a schema does not compare values'],
  ['case-of-an-unknown-chapter', 'the chapters stand with the rule'],
  ['case-chapter-of-a-concept', 'the chapters stand with the rule'],
  ['case-of-a-gap-without-chapter', 'the kind stands with the rule'],
  ['base-unknown-option', 'the options stand with the question'],
  ['count-too-high', 'a schema does not compare a number with the length of a list'],
  ['paragraph-of-no-guideline', 'what can be cited stands with the act'],
  ['entry-without-condition', 'a schema does not know the last of a list'],
  ['not-a-day', 'a schema knows no calendar'],
  ['act-published-on-no-day', 'a schema knows no calendar'],
]);
/** Mistakes in shape that carry the code of a mistake in meaning. */
const shapeByName: ReadonlySet<string> = new Set([
  'applies-from-is-a-day',
  'day-in-condition',
  'case-fact-without-section',
]);

const broken = 'fixtures/broken/rules';

function mistakes(): readonly { name: string; file: string; code: string }[] {
  const expected = plain(readFileSync(join(broken, 'expected.yaml')), 'expected.yaml');
  const list: Readonly<Record<string, { file: string; code: string }>> = Object(Object(expected).mistakes);
  return Object.entries(list).map(([name, { file, code }]) => ({ name, file, code }));
}

/** Where the file of the problem is not among those of the mistake, it lies unchanged in the bike act, or is not there at all. */
const parsed = mistakes().flatMap(({ name, file, code }) => {
  const bytes = new Map(filesUnder(join(broken, name))).get(file);
  const value = bytes === undefined ? null : plain(bytes, file);
  return value === null ? [] : [{ name, code, value }];
});
const isMeaning = (name: string, code: string): boolean =>
  meaningByName.has(name) || (meaning.has(code) && !shapeByName.has(name));

describe('a broken file of rules', () => {
  test.each(parsed.filter(({ name, code }) => !isMeaning(name, code)))(
    'is marked in the editor: $name',
    ({ value }) => {
      expect(valid(value)).toBe(false);
    },
  );

  test('is only passed over where no schema could see it', () => {
    const passed = parsed.filter(({ value }) => valid(value)).map(({ name }) => name);
    const known = parsed.filter(({ name, code }) => isMeaning(name, code)).map(({ name }) => name);
    expect(passed).toEqual(known);
    expect(parsed.length - known.length).toBeGreaterThan(100);
  });
});
