import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, describe, expect, test } from 'vitest';
import { all, readMarkup, textIn } from '../support/markup.ts';
import { partOf } from '../support/office.ts';
import { kompass, temporaryFolder } from '../support/world.ts';

const isInstalled = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'soffice')));
const use = 'fixtures/use-cases/buerger-chatbot.yaml';
const applications = 'fixtures/use-cases/bewerber-vorauswahl.yaml';

const papers = readdirSync('templates/documents').map((file) => basename(file, '.yaml'));

// LibreOffice fills a profile when it first starts, which takes longer than a file.
const profile = mkdtempSync(join(tmpdir(), 'kompass-office-'));
afterAll(() => rmSync(profile, { recursive: true, force: true }));

/** The Word file as LibreOffice prints it. */
async function printedBy(folder: string, name: string): Promise<{ readonly text: string; readonly pages: number }> {
  const own = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  const argv = [own, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, name)];
  execFileSync('soffice', argv, { stdio: 'pipe', timeout: 100_000 });
  const document = await getDocumentProxy(new Uint8Array(readFileSync(join(folder, name.replace('.docx', '.pdf')))));
  const { text, totalPages } = await extractText(document, { mergePages: true });
  return { text: plain(text), pages: totalPages };
}

/** Words are divided at the ends of lines, and each letter may be drawn alone. */
const plain = (text: string): string => text.replaceAll(/[\s-]/g, '');

/** The texts of all elements of this name that hold any. */
const textsOf = (docx: Uint8Array, name: string, when = 'w:t'): readonly string[] =>
  all(readMarkup(partOf(docx, 'word/document.xml')), name)
    .filter((element) => all(element, when).length > 0)
    .map((element) => all(element, 'w:t').map(textIn).join(''))
    .filter((text) => text !== '');

const documents: readonly (readonly [what: string, lang: string, argv: readonly string[]])[] = [
  ['the report', 'en', ['check', use, '--as-of', '2026-11-24', '-f', 'docx']],
  ['the report', 'de', ['check', applications, '--as-of', '2026-11-24', '-f', 'docx']],
  ['the clauses', 'de', ['clauses', applications, '--as-of', '2026-11-24']],
  ['the questions to the supplier', 'en', ['ask', applications, '--for', 'supplier']],
  ['the yearly report', 'de', ['register', 'fixtures/register', '--report', '2026', '--as-of', '2026-12-31']],
  ...papers.map((kind, index) => {
    const lang = index % 2 === 0 ? 'de' : 'en';
    return [`the paper ${kind}`, lang, ['document', kind, applications, '--as-of', '2026-11-24']] as const;
  }),
];

// A machine without LibreOffice cannot open Word files; CI installs it.
describe.skipIf(!isInstalled)('Word files in LibreOffice', () => {
  test.each(documents)('%s (%s): every paragraph, heading and table head is there', async (_, lang, argv) => {
    const folder = temporaryFolder();
    const { code, err } = await kompass([...argv, '--lang', lang, '-o', join(folder, 'a.docx')]);
    expect(err).toBe('');
    expect(code).toBeLessThan(2);
    const docx = new Uint8Array(readFileSync(join(folder, 'a.docx')));
    const { text, pages } = await printedBy(folder, 'a.docx');
    expect(pages).toBeGreaterThan(0);
    const headings = textsOf(docx, 'w:p', 'w:pStyle');
    const heads = textsOf(docx, 'w:tr', 'w:tblHeader');
    expect(headings.length).toBeGreaterThan(2);
    const missing = [...headings, ...heads, ...textsOf(docx, 'w:p')].filter((one) => !text.includes(plain(one)));
    expect(missing.filter((one) => !isDivided(one, text))).toEqual([]);
  });
});

/** A paragraph that runs on to the next page may have lost its place, but no word. */
const isDivided = (paragraph: string, text: string): boolean =>
  paragraph.split(/\s+/).every((word) => text.includes(plain(word)));
