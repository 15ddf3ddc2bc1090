import { describe, expect, test } from 'vitest';
import type { Given } from '../../src/model/use-case.ts';
import type { Result } from '../../src/model/problem.ts';
import { readProfile } from '../../src/read/profile.ts';
import { prepareCatalogue, readUseCase } from '../../src/read/use-case.ts';
import { bikeBook } from '../support/book.ts';
import { valueOf } from '../support/rules.ts';

const catalogue = prepareCatalogue(bikeBook());
const fileExists = (path: string): boolean => path !== 'gone.md';

const read = (body: string) =>
  readUseCase({ file: 'rad.yaml', text: `kompass: 1\nid: rad\ntitle: Räder\n${body}` }, catalogue, {
    profile: null,
    fileExists,
  });

const readStadt = (body: string) =>
  readProfile({ file: 'p.yaml', text: `kompass: 1\nprofile: Stadt\n${body}` }, catalogue, { fileExists });

const measure = (body: string, name: string): Given | undefined =>
  [...valueOf(read(body)).answers].find(([fact]) => fact === `measures.${name}`)?.[1];

const problems = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.problems.map(({ code, at }) => `${at.line}:${at.column} ${code}`);

const document = (proves: string, file = 'a.md'): string =>
  `  - { file: ${file}, on: 2030-01-01, by: Amt, proves: [${proves}] }\n`;

describe('the list of documents', () => {
  test('proves each measure that a document names, as if it stood beside the measure', () => {
    const listed = `evidence:\n${document('bell, training')}`;
    const beside = 'measures: { bell: { done: yes, evidence: { file: a.md, on: 2030-01-01, by: Amt } } }\n';
    const proven = measure(listed, 'bell');
    expect(proven).toMatchObject({ done: true, evidence: [{ on: '2030-01-01', by: 'Amt', source: { exists: true } }] });
    expect({ ...proven, at: null, evidence: [] }).toEqual({ ...measure(beside, 'bell'), at: null, evidence: [] });
    expect(measure(listed, 'training')).toMatchObject({ done: true, evidence: [{ source: { path: 'a.md' } }] });
  });

  test('adds to what the measure itself says, and never turns a “no” into a “yes”', () => {
    const own = 'measures: { bell: { done: no, note: broken } }\nevidence:\n';
    expect(measure(own + document('bell'), 'bell')).toMatchObject({ done: false, note: 'broken' });
  });

  test('collects several documents about one measure', () => {
    const both = `evidence:\n${document('bell')}${document('bell', 'b.md')}`;
    expect(measure(both, 'bell')).toMatchObject({
      evidence: [{ source: { path: 'a.md' } }, { source: { path: 'b.md' } }],
    });
  });

  test('knows a document that does not exist', () => {
    expect(measure(`evidence:\n${document('bell', 'gone.md')}`, 'bell')).toMatchObject({
      evidence: [{ source: { exists: false } }],
    });
  });

  test.each([
    ['what is no measure', document('brakes'), '5:53 unknown-fact'],
    ['nothing', '  - { file: a.md, on: 2030-01-01, by: Amt }\n', '5:5 missing-key'],
    ['something without a day', '  - { file: a.md, by: Amt, proves: [bell] }\n', '5:5 missing-key'],
    ['what is not in a list', '  - { file: a.md, on: 2030-01-01, by: Amt, proves: 7 }\n', '5:52 wrong-type'],
  ])('that names %s is a mistake at its place', (_, list, problem) => {
    expect(problems(read(`evidence:\n${list}`))).toEqual([problem]);
  });

  test('of a profile proves what holds for all uses, and nothing else', () => {
    expect(problems(readStadt(`evidence:\n${document('training')}`))).toEqual([]);
    expect(problems(readStadt(`evidence:\n${document('bell')}`))).toEqual(['4:53 use-case-only']);
  });
});
