import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readBuiltBook } from '../../../src/files/book.ts';
import { languages } from '../../../src/model/language.ts';
import { documentText } from '../../../src/read/tender/document-text.ts';
import { clauseFinder, readingsOf } from '../../../src/read/tender/find-clauses.ts';
import { docx, paragraph, pdf } from '../../support/documents.ts';

const clauses = readBuiltBook(pathToFileURL('dist/rules.json')).rules.flatMap((rule) =>
  rule.kind === 'clause' ? [rule] : [],
);
const find = clauseFinder(clauses);

async function statesIn(file: string, bytes: Uint8Array): Promise<readonly string[]> {
  const found = find(file, 'contract', await documentText(file, bytes));
  const readings = readingsOf(clauses, found === null ? [] : [found], () => false);
  return [...readings.values()].map(({ clause, state }) => `${clause} ${state}`);
}

const allFound = clauses.map(({ clause }) => `${clause} found`);
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const wrapped = (text: string): readonly string[] => text.match(/.{1,90}(?:\s|$)/g) ?? [];
/** What the fonts of the small PDF files can show. */
const plain = (text: string): string =>
  text.replaceAll(/[„“”]/g, '"').replaceAll('–', '-').replaceAll('…', '...').replaceAll('’', "'");

/** Every clause of the built-in rules, written down as it is proposed. */
describe.each(languages)('all wordings in %s are found', (language) => {
  test('in Word, below their titles', async () => {
    const body = clauses.map(
      ({ clause, title, text }) => paragraph(xml(`${clause} ${title[language]}`)) + paragraph(xml(text[language])),
    );
    expect(await statesIn('a.docx', docx(body.join('')))).toEqual(allFound);
  });

  test('in PDF, broken into lines, one clause on each page', async () => {
    const pages = clauses.map(({ clause, title, text }) => [
      ...wrapped(plain(`${clause} ${title[language]}`)),
      ...wrapped(plain(text[language])),
    ]);
    expect(await statesIn('a.pdf', pdf(pages))).toEqual(allFound);
  });

  test('in Markdown, with their blanks filled in', async () => {
    const text = clauses.map((rule) => `**${rule.clause}** ${rule.text[language].replaceAll(/\[[^\]]*\]/g, 'dies')}`);
    expect(await statesIn('a.md', new TextEncoder().encode(text.join('\n\n')))).toEqual(allFound);
  });

  test('and not one of them once a word in it is another', async () => {
    const text = clauses.map(
      (rule) => `${rule.clause}\n${rule.text[language].replace(/\p{L}{6,}(?![^[]*\])/u, 'anderswie')}`,
    );
    const states = await statesIn('a.txt', new TextEncoder().encode(text.join('\n\n')));
    expect(states).toEqual(clauses.map(({ clause }) => `${clause} changed`));
  });
});
