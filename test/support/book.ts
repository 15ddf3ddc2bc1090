import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { RuleBook } from '../../src/model/book.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { FactId } from '../../src/model/ids.ts';
import { readBook } from '../../src/read/book.ts';

/** The small made-up act, and a text to answer: no condition can use one, so no pack has any. */
export function bikeBook(): RuleBook {
  const folder = 'fixtures/packs/bike-act';
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
  const book = readBook(files);
  if (!book.ok) throw new Error(JSON.stringify(book.problems));
  return { ...book.value, facts: [...book.value.facts, remark] };
}

const remark: Fact = {
  id: 'bike.colour' as FactId,
  type: 'text',
  at: { file: 'test', line: 1, column: 1 },
  askedWhen: null,
  question: { en: 'What colour is it?', de: 'Welche Farbe hat es?' },
  inside: null,
  outside: null,
  answeredBy: [],
  cite: [],
  since: null,
  scope: 'use-case',
  tender: null,
};
