import { basename } from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRulesFolder } from '../scripts/rules-folder.ts';
import { assess } from '../src/assess/assess.ts';
import { type Filled, fill, type Held } from '../src/assess/fill.ts';
import { languages } from '../src/model/language.ts';
import { readDocuments } from '../src/read/document-template.ts';
import { documentDraft } from '../src/report/document.ts';
import { markdown } from '../src/report/paper/markdown.ts';
import { viewOf } from '../src/report/view.ts';
import { fixtures } from './support/fixtures.ts';
import { hidings } from './support/hide.ts';
import { loadRules, valueOf } from './support/rules.ts';

const { compiled } = loadRules('rules');
const { book } = compiled;
const files = readRulesFolder('templates/documents');
const sources = { name: 'rules/sources.yaml', text: readFileSync('rules/sources.yaml', 'utf8') };
const templates = valueOf(readDocuments(files, { book, sources }));
const each = templates.map((template, place) => [template.id, template, place] as const);
const cases = fixtures(compiled).map((fixture) => ({
  ...fixture,
  assessment: assess(fixture.useCase, compiled, fixture.asOf, null),
}));

test('the papers are called like their files, each with one sentence in both languages', () => {
  expect(templates.map(({ id }) => id)).toEqual(files.map(({ name }) => basename(name, '.yaml')));
  for (const { about } of templates)
    for (const text of Object.values(about)) expect(text).toMatch(/^\p{Lu}[^.!?]*\.$/u);
});

describe.each(each)('%s', (_, template, place) => {
  test.each(languages)(
    '%s: each use gets a whole draft, in which every open point of the list is marked',
    (language) => {
      for (const { useCase, assessment, asOf } of cases) {
        const view = viewOf(assessment, compiled, language);
        const { paper, tasks } = documentDraft(fill(template, useCase, assessment, compiled, asOf), view);
        const text = markdown(paper);
        expect(text).not.toMatch(/undefined|\[object|\{\w+\}/);
        const listed = [...text.matchAll(/^\| (\d+) \| \*\*/gm)].map(([, number]) => Number(number));
        expect(listed).toEqual(Array.from({ length: tasks }, (__, index) => index + 1));
        const body = text.slice(text.indexOf('\n## 1. '));
        const marked = (number: number) =>
          new RegExp(String.raw`(?:Offen|Open) ${number} ·|\[${number}: |(?:Nr|no)\. ${number}\b`).test(body);
        expect(listed.filter((number) => !marked(number))).toEqual([]);
      }
    },
  );

  test('hiding something never makes a sentence certain that was not', () => {
    // Each paper has a part of the uses, and all have them all.
    for (const { useCase, assessment, asOf } of cases.filter((__, index) => index % 4 === place % 4)) {
      const before = certainIn(fill(template, useCase, assessment, compiled, asOf));
      for (const hide of hidings(useCase)) {
        const after = certainIn(fill(template, hide(useCase), assessment, compiled, asOf));
        expect([...after].filter((one) => !before.has(one))).toEqual([]);
      }
    }
  });
});

/** What the draft says without a reservation, and what it leaves out without one. */
function certainIn({ template, sections }: Filled): ReadonlySet<string> {
  const certain: string[] = [];
  const add = (name: string, { truth }: Held): void => {
    if (truth !== 'unknown') certain.push(`${name} ${truth}`);
  };
  for (const [index, section] of template.sections.entries()) {
    const filled = sections.find((one) => one.section === section);
    if (filled === undefined) certain.push(`${index} false`);
    if (filled?.held.truth !== 'true') continue;
    certain.push(`${index} true`);
    for (const [number, part] of filled.parts.entries()) {
      if ('held' in part) add(`${index}.${number}`, part.held);
      if (part.kind === 'points' || part.kind === 'criteria')
        for (const [point, { held }] of part.of.entries()) add(`${index}.${number}.${point}`, held);
    }
  }
  return new Set(certain);
}
