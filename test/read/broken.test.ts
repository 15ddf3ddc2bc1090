import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/assess/compile.ts';
import { contradictions } from '../../src/assess/contradictions.ts';
import { parseIsoDate } from '../../src/model/date.ts';
import type { Problem } from '../../src/model/problem.ts';
import { prepareCatalogue, readUseCase } from '../../src/read/use-case.ts';
import { decodeUtf8, parseYaml, toPlain } from '../../src/read/yaml.ts';
import { problemText } from '../../src/text/problems.ts';
import { bikeBook } from '../support/book.ts';

const folder = 'fixtures/broken/use-cases';
const book = bikeBook();
const catalogue = prepareCatalogue(book);
const compiled = compile(book);
const asOf = parseIsoDate('2030-08-01');

/** What a check finds wrong with the file: reading first, then the answers against the closed sets. */
function problemsOf(name: string): readonly Problem[] {
  const text = decodeUtf8(readFileSync(`${folder}/${name}`), name);
  if (!text.ok) return text.problems;
  const useCase = readUseCase({ file: name, text: text.value }, catalogue, { profile: null, fileExists: () => true });
  if (!useCase.ok) return useCase.problems;
  return asOf === null ? [] : contradictions(useCase.value, compiled, asOf);
}

function expectations(): [string, unknown][] {
  const tree = parseYaml(readFileSync(`${folder}/expected.yaml`, 'utf8'), 'expected.yaml');
  if (!tree.ok) throw new Error(JSON.stringify(tree.problems));
  const files = tree.value.kind === 'map' ? tree.value.entries.get('files')?.value : undefined;
  return files?.kind === 'map'
    ? Array.from(files.entries, ([name, { value }]) => [name, { ...Object(toPlain(value)) }])
    : [];
}

describe('each broken file is refused for its one mistake, at its place, in both languages', () => {
  test.each(expectations())('%s', (name, expected) => {
    const found = problemsOf(name).map((problem) => ({
      code: problem.code,
      line: problem.at.line,
      column: problem.at.column,
      en: problemText(problem, 'en'),
      de: problemText(problem, 'de'),
    }));
    expect(found).toEqual([expected]);
  });

  test('no file in the folder is without its expectation', () => {
    const files = readdirSync(folder).filter((name) => name !== 'expected.yaml');
    expect(files.toSorted()).toEqual(
      expectations()
        .map(([name]) => name)
        .toSorted(),
    );
  });
});
