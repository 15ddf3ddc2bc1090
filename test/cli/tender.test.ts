import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { readBuiltBook } from '../../src/files/book.ts';
import { assessmentSchema } from '../../src/report/json-schema.ts';
import { docx, paragraph, pdf } from '../support/documents.ts';
import { checkJson, kompass, temporaryFolder } from '../support/world.ts';

const id = 'K-AI-50-01';
const clause = readBuiltBook(pathToFileURL('dist/rules.json')).rules.find(
  (rule) => rule.kind === 'clause' && rule.clause === id,
);
if (clause?.kind !== 'clause') throw new Error(`There is no clause ${id}.`);
const wording = clause.text.de;
/** A word of it that another can stand for. */
const first = /\p{L}{6,}(?![^[]*\])/u;
const page = [...wording.matchAll(/.{1,80}(?:\s|$)/g)].map(([line]) => line.trim());
const scan = pdf([{ picture: [] }]);

type Documents = Readonly<Record<string, Uint8Array | string>>;

/** The chatbot of a town that buys by the rules for procurement, with these documents; `listed`: the clauses that its file names. */
function chatbot(documents: Documents, listed: readonly string[] = []): string {
  const cwd = temporaryFolder();
  cpSync('fixtures/use-cases', cwd, { recursive: true });
  writeFileSync(
    join(cwd, 'kompass-profile.yaml'),
    'kompass: 1\ncatalogue: 2026-11\nprofile: Stadt Lindenhausen\npacks: [procurement]\norganisation: { kind: municipality, land: ni }\n',
  );
  mkdirSync(join(cwd, 'vergabe'));
  for (const [name, bytes] of Object.entries(documents)) writeFileSync(join(cwd, 'vergabe', name), bytes);
  const named = Object.keys(documents).map((name) => `{ file: vergabe/${name} }`);
  const file = join(cwd, 'buerger-chatbot.yaml');
  const section = `procurement: { documents: [${named.join(', ')}], clauses: [${listed.join(', ')}] }`;
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n${section}\n`);
  return cwd;
}

const argv = ['--for', 'tender', 'buerger-chatbot.yaml'];

async function findingOf(documents: Documents, listed: readonly string[] = []) {
  const { report, out } = await checkJson(argv, { cwd: chatbot(documents, listed) });
  expect(new Ajv({ strict: false }).validate(assessmentSchema(), JSON.parse(out))).toBe(true);
  const [assessment] = report.assessments;
  return assessment?.findings.find(({ rule }) => rule === clause?.id);
}

describe('a clause that the use needs', () => {
  test('is met where its wording stands, at the place of its id', async () => {
    const word = docx(paragraph('Klauseln') + paragraph(`${id}: ${wording}`));
    expect(await findingOf({ 'lb.docx': word })).toMatchObject({
      state: 'met',
      position: { file: 'vergabe/lb.docx', line: 2, column: 1 },
    });
    expect(await findingOf({ 'lb.pdf': pdf([[id, ...page]]) })).toMatchObject({ state: 'met' });
  });

  test('is met although another document cannot be read', async () => {
    expect(await findingOf({ 'lb.txt': `${id} ${wording}`, 'scan.pdf': scan })).toMatchObject({ state: 'met' });
  });

  test.each([
    ['all documents were read and it stands in none', { 'a.txt': 'Nur Preise.' }, 'unmet'],
    ['a document is a scan', { 'a.txt': 'Nur Preise.', 'scan.pdf': scan }, 'open'],
    ['one page of a document is a scan', { 'a.pdf': pdf([page, { picture: [] }]) }, 'open'],
    ['a document is named and not there', { 'a.txt': '' }, 'open'],
    ['a bidder has answered it otherwise', { 'a.txt': `${id} ${wording}`, 'b.txt': `${id}: abweichend` }, 'unmet'],
    ['it is only mentioned', { 'a.txt': `Es gilt ${id} der Anlage.` }, 'open'],
    ['its wording is changed', { 'a.txt': `${id} ${wording.replace(first, 'möglichst')}` }, 'open'],
  ])('counts as it should when %s', async (_case, documents, state) => {
    expect(await findingOf(documents)).toMatchObject({ state });
  });

  test('points at the place where it stands otherwise', async () => {
    const at = { position: { file: 'vergabe/b.txt', line: 3, column: 1 } };
    for (const text of [`Antwort\n\n${id}: abweichend`, `Seite 1\n\n${id} ${wording.replace(first, 'nie')}`])
      expect(await findingOf({ 'b.txt': text })).toMatchObject(at);
  });

  test('is missing where the use case names its documents', async () => {
    const finding = await findingOf({ 'a.txt': 'Nur Preise.', 'b.txt': 'Nur Fristen.' });
    const lines = readFileSync('fixtures/use-cases/buerger-chatbot.yaml', 'utf8').split('\n').length;
    expect(finding).toMatchObject({ state: 'unmet', position: { file: 'buerger-chatbot.yaml', line: lines + 1 } });
  });

  test('is met in other words where the use case names it, and then only', async () => {
    const changed = `${id} ${wording.replace(first, 'möglichst')}`;
    expect(await findingOf({ 'a.txt': changed }, [id])).toMatchObject({ state: 'met' });
    expect(await findingOf({ 'a.txt': 'Nur Preise.' }, [id])).toMatchObject({ state: 'unmet' });
    expect(await findingOf({ 'scan.pdf': scan }, [id])).toMatchObject({ state: 'open' });
    expect(await findingOf({}, [id])).toMatchObject({ state: 'met' });
  });
});

describe('the report', () => {
  const documents = {
    'lb.docx': docx(paragraph(`${id} ${wording.replace(first, 'möglichst')}`)),
    'vertrag.pdf': pdf([
      ['Siehe K-AI-50-1 und alles andere, was in diesem Vertrag steht und gilt.', ...page],
      { picture: [] },
    ]),
    'alt.doc': 'x',
  };

  test('tells in German what was read, and how each clause stands', async () => {
    const { out } = await kompass(['check', ...argv, '--lang', 'de', '--verbose'], { cwd: chatbot(documents) });
    expect(out).toContain(
      [
        'VERGABEUNTERLAGEN',
        ' ·  vergabe/lb.docx (Unterlage)                                          gelesen',
        ' ·  vergabe/vertrag.pdf (Unterlage)                         nur zum Teil gelesen',
        '    Seite 2 ohne lesbaren Text, vielleicht ein Scan. Prüfen Sie das selbst.',
        ' ·  vergabe/alt.doc (Unterlage)                                     nicht lesbar',
        '    Das alte Word-Format wird nicht gelesen. Speichern Sie die Datei als .docx.',
        ' ·  Eine Klausel »K-AI-50-1« gibt es nicht (vergabe/vertrag.pdf, Seite 1).',
        '    Gemeint ist wohl K-AI-50-01.',
      ].join('\n'),
    );
    expect(out).toContain(
      ['    Genügt der geänderte Wortlaut, nennen Sie die Klausel unter', '    »procurement.clauses«.'].join('\n'),
    );
    expect(out).toMatch(/K-AI-50-01 .+ geändert\n    vergabe\/lb\.docx, Absatz 1\n    Verlangt: »/);
    expect(out).toContain('Nicht alle Unterlagen waren lesbar. Ob sie fehlt, bleibt offen.');
    expect(out).toContain('Ob der Vertrag gut ist, sagt');
  });

  test('counts what stands there as it should, and lists it only with --verbose', async () => {
    const cwd = chatbot({ 'lb.docx': docx(paragraph(`${id}: ${wording}`)) });
    const { out } = await kompass(['check', ...argv, '--lang', 'en'], { cwd });
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'One clause that is needed stands in the documents with its wording.',
    );
    expect(out).not.toContain(id);
    const all = await kompass(['check', ...argv, '--lang', 'en', '--verbose'], { cwd });
    expect(all.out).toMatch(/K-AI-50-01 .+ found\n    vergabe\/lb\.docx, paragraph 1\n/);
  });

  test('tells the same in English, and as JSON', async () => {
    const cwd = chatbot(documents);
    const { out } = await kompass(['check', ...argv, '--lang', 'en'], { cwd });
    expect(out).toContain('There is no clause “K-AI-50-1” (vergabe/vertrag.pdf, page 1). Probably');
    const { report } = await checkJson(argv, { cwd });
    expect(report.assessments[0]?.['tender']).toMatchObject({
      documents: [
        { file: 'vergabe/lb.docx', kind: 'other', read: 'whole', obstacles: [] },
        { read: 'partly', obstacles: [{ code: 'pages-without-text', pages: [2] }] },
        { read: 'not', obstacles: [{ code: 'old-word' }] },
      ],
      clauses: expect.arrayContaining([
        expect.objectContaining({ clause: 'K-AI-50-02', state: 'unseen', places: [] }),
        expect.objectContaining({
          clause: id,
          state: 'changed',
          listed: false,
          places: [{ file: 'vergabe/lb.docx', unit: 'paragraph', number: 1 }],
        }),
      ]),
      strange: [{ found: 'K-AI-50-1', near: id, place: { unit: 'page', number: 1 } }],
    });
  });

  test('cannot be steered by what stands in a document', async () => {
    const text = `${id} ${wording.replace(first, '\u001B[31m::error::nie')}`;
    const { out } = await kompass(['check', ...argv, '--verbose'], { cwd: chatbot({ 'a.txt': text }) });
    expect(out).toContain('\\x1b[31m');
    expect(out).not.toContain('\u001B');
    expect(out).not.toContain('::error::');
  });
});

test('what reads documents is not loaded by a check without any', () => {
  const loaded = new Set(['main.js']);
  for (const file of loaded)
    for (const [, next] of readFileSync(join('dist', file), 'utf8').matchAll(
      /from"\.\/([^"]+)"|import\("\.\/check[^"]*"\)/g,
    ))
      if (next !== undefined) loaded.add(next);
  for (const file of readdirSync('dist')) if (file.startsWith('check-')) loaded.add(file);
  const text = [...loaded].map((file) => readFileSync(join('dist', file), 'utf8')).join('');
  expect(text).toContain('procurement.documents');
  for (const mark of [
    'word/document.xml',
    'META-INF/manifest.xml',
    'PasswordException',
    'SaxesParser',
    'invalid zip data',
  ])
    expect([mark, text.includes(mark)]).toEqual([mark, false]);
});
