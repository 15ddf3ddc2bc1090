import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { all, readMarkup, readPage } from '../support/markup.ts';
import { officeFolder, pageText, partOf, wordText } from '../support/office.ts';
import { kompass } from '../support/world.ts';

const golden = 'test/golden/office';
/** One whose tier is unsettled, and one that is nearly ready. */
const uses = ['sitzungsprotokolle', 'fast-bereit'];
const languages = ['de', 'en'];
const each = uses.flatMap((use) => languages.map((language): [string, string] => [use, language]));

/** `UPDATE=1 npx vitest run test/report/office.test.ts` writes the files anew; read them before they are committed. */
const updating = process.env['UPDATE'] === '1';

/** The reports of one use case as officers get them. */
async function reportsOf(use: string, language: string) {
  const cwd = officeFolder();
  cpSync('fixtures/use-cases/sitzungsprotokolle.yaml', join(cwd, 'sitzungsprotokolle.yaml'));
  const targets = ['html', 'docx', 'csv'].flatMap((format) => ['-f', `${format}=report.${format}`]);
  await kompass(['check', `${use}.yaml`, '--as-of', '2026-11-24', '--lang', language, ...targets], { cwd });
  const read = (name: string): Buffer => readFileSync(join(cwd, name));
  const [html, csv] = [read('report.html').toString(), read('report.csv').toString()];
  return { html, csv, docx: new Uint8Array(read('report.docx')) };
}

describe('reports for officers are as they were read and found good', () => {
  test.each(each)('%s in %s', async (use, language) => {
    const { html, docx, csv } = await reportsOf(use, language);
    const made = { 'html.txt': pageText(readPage(html)), 'docx.txt': wordText(docx), csv };
    for (const [ending, text] of Object.entries(made)) {
      const file = join(golden, `${use}.${language}.${ending}`);
      mkdirSync(golden, { recursive: true });
      if (updating) writeFileSync(file, text);
      expect(existsSync(file), `${file} is missing: read the report, then write it with UPDATE=1`).toBe(true);
      expect(text).toBe(readFileSync(file, 'utf8'));
    }
    expectWord(docx, language === 'de' ? 'de-DE' : 'en-GB');
  });

  test('and no report is left over', () => {
    const names = each.flatMap(([use, language]) =>
      ['html.txt', 'docx.txt', 'csv'].map((ending) => `${use}.${language}.${ending}`),
    );
    expect(readdirSync(golden).toSorted()).toEqual(names.toSorted());
  });
});

/** Every part is XML, the language is set, tables have heads, and headings are headings. */
function expectWord(docx: Uint8Array, language: string): void {
  const paths = Object.keys(unzipSync(docx)).filter((path) => !path.endsWith('/'));
  for (const path of paths) expect(() => readMarkup(partOf(docx, path)), path).not.toThrow();
  const [standard] = all(readMarkup(partOf(docx, 'word/styles.xml')), 'w:lang');
  expect(standard?.attributes['w:val']).toBe(language);
  const document = readMarkup(partOf(docx, 'word/document.xml'));
  const tables = all(document, 'w:tbl');
  expect(tables.length).toBeGreaterThan(0);
  for (const table of tables) expect(all(table, 'w:tblHeader')).toHaveLength(1);
  const styles = new Set(all(document, 'w:pStyle').map(({ attributes }) => attributes['w:val']));
  for (const style of ['Title', 'Heading1', 'Heading2']) expect(styles).toContain(style);
}
