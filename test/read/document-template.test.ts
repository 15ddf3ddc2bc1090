import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../src/assess/compile.ts';
import { readDocuments } from '../../src/read/document-template.ts';
import { loadRules } from '../support/rules.ts';
import { told } from '../support/told.ts';

const { book } = compile(loadRules('fixtures/packs/bike-act').compiled.book);
const sources = { name: 'sources.yaml', text: readFileSync('fixtures/packs/bike-act/sources.yaml', 'utf8') };

const whole = `document: note
title: { en: Note, de: Vermerk }
about: { en: About., de: Dazu. }
needed-by: [bike-act.art-5-1]
sections:
  - heading: { en: First, de: Erstens }
    cite: [{ act: bike-act, at: Art. 5(1) }]
    when: { yes: bike.refuses }
    parts:
      - say: { en: "It is {title}.", de: "Es ist {title}." }
        when: { is: { fact: bike.kind, option: cargo } }
      - answers: [bike.kind]
      - duties: [bike-act.art-5-1]
      - { write: { en: Why?, de: Warum? }, who: head-of-unit }
`;

const problemsOf = (text: string) => {
  const read = readDocuments([{ name: 'note.yaml', text }], { book, sources });
  return read.ok ? [] : read.problems.map(told);
};

test('a paper is read with its conditions, citations and tasks', () => {
  expect(problemsOf(whole)).toEqual([]);
});

test.each([
  ['document: note', 'document: No Te', 'bad-id', 1],
  ['Note, de: Vermerk', 'Note', 'missing-language', 2],
  ['bike-act.art-5-1]\nsections', 'bike-act.art-5-9]\nsections', 'unknown-rule', 4],
  ['at: Art. 5(1)', 'at: Art. 99', 'unknown-provision', 7],
  ['yes: bike.refuses', 'yes: bike.refuse', 'unknown-fact', 8],
  ['yes: bike.refuses', 'measure: bike.refuses', 'wrong-fact-type', 8],
  ['It is {title}', 'It is {titel}', 'unknown-value', 10],
  ['option: cargo', 'option: tandem', 'unknown-option', 11],
  ['answers: [bike.kind]', 'answers: [bike.sort]', 'unknown-fact', 12],
  ['answers: [bike.kind]', 'replies: [bike.kind]', 'unknown-key', 12],
  ['duties: [bike-act.art-5-1]', 'duties: [bike-act.art-2-1]', 'unknown-rule', 13],
  ['who: head-of-unit', 'who: head-of-town', 'unknown-role', 14],
  ['who: head-of-unit', 'whom: head-of-unit', 'unknown-key', 14],
])('%s → %s is refused at its line', (from, to, code, line) => {
  const found = problemsOf(whole.replace(from, to));
  expect(found.map((problem) => [problem.code, problem.line])).toEqual([[code, line]]);
  expect(found[0]?.de).not.toBe(found[0]?.en);
});

test('two papers of one name are refused', () => {
  const files = ['a.yaml', 'b.yaml'].map((name) => ({ name, text: whole }));
  const read = readDocuments(files, { book, sources });
  expect(read.ok ? [] : read.problems.map(({ code, at }) => [code, at.file])).toEqual([['duplicate-id', 'b.yaml']]);
});
