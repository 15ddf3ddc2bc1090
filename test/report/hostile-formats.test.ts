import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { assess } from '../../src/assess/assess.ts';
import { compile } from '../../src/assess/compile.ts';
import { readBuiltBook } from '../../src/files/book.ts';
import type { FactId } from '../../src/model/ids.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Given, UseCase } from '../../src/model/use-case.ts';
import { visible } from '../../src/report/escape.ts';
import { type Format, reporters } from '../../src/report/reporter.ts';
import type { Reporter } from '../../src/report/run.ts';
import { fixtures } from '../support/fixtures.ts';
import { all, everything, readMarkup, readPage, textIn } from '../support/markup.ts';
import { partOf } from '../support/office.ts';
import { everyElement, parseXml } from '../support/xml.ts';

const compiled = compile(readBuiltBook(pathToFileURL('dist/rules.json')));
const found = fixtures(compiled).find(({ useCase }) => useCase.id === 'wohngeld-vollstaendigkeit');
if (found === undefined) throw new Error('The fixture with two judgements is gone.');
const { useCase, asOf } = found;

/** The use case with this text wherever somebody writes: title, reasons, conditions of opinions, waivers, and the names of files. */
function writtenBy(text: string): UseCase {
  const answers = [...useCase.answers].map(([fact, given]): readonly [FactId, Given] => {
    if (given.type === 'judgement') return [fact, { ...given, reason: text, note: text }];
    if (given.type !== 'opinion') return [fact, { ...given, at: { ...given.at, file: text } }];
    const { at } = given;
    const condition = { text, done: false, planned: null, evidence: [], at };
    return [fact, { ...given, result: 'with-conditions', conditions: [condition, condition] }];
  });
  return {
    ...useCase,
    title: text,
    purpose: text,
    file: text,
    owner: { unit: text, role: text },
    answers: new Map(answers),
  };
}

const problemWith = (text: string): Problem => ({
  code: 'unknown-key',
  at: { file: text, line: 3, column: 1 },
  params: { key: text, near: text, known: [text] },
});

const made = new Map<Format, (text: string) => Reporter>();
for (const format of [
  'sarif',
  'junit',
  'github',
  'gitlab',
  'checkstyle',
  'ndjson',
  'markdown',
  'html',
  'csv',
  'docx',
] as const) {
  const reporter = await reporters[format]();
  const show = { quiet: false, verbose: true, met: true, open: true, waived: true, explain: false };
  made.set(format, () => reporter({ compiled, language: 'de', asOf, files: 1, colour: false, width: 80, show }));
}

function chunksOf(format: Format, text: string) {
  const reporter = made.get(format)?.(text);
  if (reporter === undefined) throw new Error(`There is no ${format}.`);
  const assessment = assess(writtenBy(text), compiled, asOf, null);
  const problems = [problemWith(text)];
  return [reporter.begin(), reporter.each(assessment), reporter.end({ problems, assessed: 1 })] as const;
}

const reportOf = (format: Format, text: string): string => chunksOf(format, text).map(String).join('');

async function wordOf(text: string): Promise<Uint8Array> {
  const docx = await chunksOf('docx', text)[2];
  if (typeof docx === 'string') throw new Error('Word is no text.');
  return docx;
}

/** A table as a spreadsheet reads it. */
function cellsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/gy)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ';') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** What is no character of a text: controls but our line ends, and marks that turn the reading direction. */
const unseen = /(?!\n)[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\r\n',
        '\t',
        '\0',
        '\u001B[2J',
        '\u0085',
        '\u2028',
        '\u202E',
        '\uFFFE',
        '\uD800',
        '\n::error::',
        '::error file=a,line=1::',
        '##[group]',
        '\nsection_start:1:a\r\u001B[0K',
        '%0A::set-output name=a::',
        ']]>',
        '--><!--',
        '<script>alert(1)</script>',
        '</details>',
        '<!DOCTYPE a [<!ENTITY b "c">]>',
        '&amp;&b;&#0;',
        '"/><error a="',
        '[a](https://example.org)',
        '[a](1)',
        '{0}',
        '`|`',
        '| a | b |',
        '\n\n# a\n- b\n',
        '***_~',
        '$a$',
        '@all',
        '=cmd|a!A1',
        '../..//',
        '"rIdabc"',
        '<w:p/>',
        '</bdi></title>',
        '"";\r\n',
        '\t+1',
        ' ',
      ),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const runs = { numRuns: 40 };
const whole = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** What XML cannot hold is shown as U+FFFD; all else arrives as it was written. */
const inXml = (text: string): string => text.replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD');

describe('whatever somebody writes into titles, reasons, conditions and names of files', () => {
  const Sarif = z.looseObject({
    runs: z.tuple([
      z.looseObject({
        results: z.array(
          z.looseObject({
            message: z.strictObject({ text: z.string() }),
            locations: z.tuple([
              z.looseObject({
                physicalLocation: z.looseObject({ artifactLocation: z.strictObject({ uri: z.string() }) }),
                logicalLocations: z.tuple([z.strictObject({ name: z.string(), fullyQualifiedName: z.string() })]),
              }),
            ]),
          }),
        ),
      }),
    ]),
  });

  test('SARIF stays JSON, with the title, relative addresses, and messages without links or places', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [run] = Sarif.parse(JSON.parse(reportOf('sarif', text))).runs;
        for (const { message, locations } of run.results) {
          expect(message.text).not.toMatch(unseen);
          expect(message.text.replaceAll(/\\./gs, '').replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[[\]{}]/);
          const [{ physicalLocation, logicalLocations }] = locations;
          expect(physicalLocation.artifactLocation.uri).toMatch(/^[\w\-.~!*'()%/]*$/);
          expect(logicalLocations[0].name).toBe(visible(text));
        }
        const uris = run.results.map(({ locations }) => locations[0].physicalLocation.artifactLocation.uri);
        expect(uris.map(decodeURIComponent)).toContain(whole(text));
      }),
      runs,
    );
  });

  test('GitLab’s report stays JSON, with the path as it is and no control in a text', () => {
    const Entries = z.array(z.looseObject({ description: z.string(), location: z.looseObject({ path: z.string() }) }));
    fc.assert(
      fc.property(hostile, (text) => {
        const entries = Entries.parse(JSON.parse(reportOf('gitlab', text)));
        for (const { description } of entries) expect(description).not.toMatch(unseen);
        expect(entries.at(-1)?.location.path).toBe(text.replace(/^(\.\/)+/, ''));
      }),
      runs,
    );
  });

  test('NDJSON has a line for the use case and one for the problem, whatever line ends stand in them', () => {
    const Line = z.union([
      z.looseObject({ useCase: z.looseObject({ title: z.string() }) }),
      z.strictObject({ problem: z.looseObject({ file: z.string() }) }),
    ]);
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = reportOf('ndjson', text)
          .trimEnd()
          .split('\n')
          .map((line) => Line.parse(JSON.parse(line)));
        expect(lines).toMatchObject([{ useCase: { title: text } }, { problem: { file: text } }]);
      }),
      runs,
    );
  });

  test('JUnit stays XML, with the title as the name of the suite and the elements that we write', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const root = parseXml(reportOf('junit', text));
        const names = new Set(everyElement(root).map(({ name }) => name));
        const ours = ['testsuites', 'testsuite', 'properties', 'property', 'testcase', 'failure', 'skipped', 'error'];
        for (const name of names) expect(ours).toContain(name);
        expect(root.children).toHaveLength(2);
        expect(root.children[0]?.attributes.get('name')).toBe(
          whole(`${useCase.id}: ${visible(text)}`).replaceAll('\uFFFE', '\uFFFD'),
        );
      }),
      runs,
    );
  });

  test('Checkstyle stays XML, with nothing but files and errors', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const elements = everyElement(parseXml(reportOf('checkstyle', text)));
        expect(new Set(elements.map(({ name }) => name))).toEqual(new Set(['checkstyle', 'file', 'error']));
        for (const { attributes } of elements) expect(attributes.get('message') ?? '').not.toMatch(unseen);
      }),
      runs,
    );
  });

  test('GitHub gets our commands and no other: each line one, its properties in order, nothing that is not seen', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const report = reportOf('github', text);
        expect(report).not.toMatch(unseen);
        for (const line of report.trimEnd().split('\n'))
          expect(line).toMatch(
            /^::(error|warning|notice) (file=[^,:\r\n]*,line=\d+,col=\d+,)?title=(?:[^%,:\r\n]|%(?:25|2C|3A))*::(?:[^%]|%(?:25|0A))*$/,
          );
        expect(report).not.toContain('##[');
      }),
      runs,
    );
  });

  test('Markdown keeps its table and its blocks, and holds no markup, link, formula or call of anybody', () => {
    const ours = /^(?:<details>|<\/details>|<summary>[^<>]*<\/summary>)$/;
    fc.assert(
      fc.property(hostile, (text) => {
        const report = reportOf('markdown', text);
        expect(report).not.toMatch(unseen);
        const lines = report.split('\n').filter((line) => line !== '');
        for (const line of lines.filter((one) => one.startsWith('|')))
          expect(line.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(5);
        const bare = lines
          .filter((line) => !ours.test(line))
          .map((line) =>
            line
              .replaceAll('<br>', '')
              .replaceAll(/\\[\\`*_[\]<>#|~!&$]/g, '')
              .replaceAll('@&#8203;', ''),
          );
        for (const line of bare) {
          expect(line.replace(/^## /, '').replaceAll('**', '')).not.toMatch(/[`*_[\]<>#~$@]|&(?!#8203;)/);
          expect(line).toMatch(/^(?:\||- |\*\*|## |[\p{L}])/u);
        }
        expect(lines.filter((line) => line === '<details>')).toHaveLength(1);
      }),
      runs,
    );
  });

  test('HTML shows the text as it is, alone in its own direction, and holds no element, address or script but ours', () => {
    const names = new Set(everything(readPage(reportOf('html', 'a'))).map(({ name }) => name));
    fc.assert(
      fc.property(hostile, (text) => {
        const page = readPage(reportOf('html', text));
        const [title] = all(page, 'title');
        expect(title === undefined ? null : textIn(title)).toMatch(/^.* · KI-Kompass · Vorprüfung/s);
        for (const [name, before] of [
          ['h1', ''],
          ['dd', 'Zweck: '],
        ] as const) {
          const shown = all(page, name).flatMap((element) => all(element, 'bdi').map(textIn));
          expect(shown).toContain(`${before}${inXml(text)}`);
        }
        for (const element of everything(page)) {
          expect(names).toContain(element.name);
          for (const [attribute, value] of Object.entries(element.attributes)) {
            expect(`${attribute}=${value}`).not.toMatch(/^(?:on|src=|href=(?!https?:\/\/))/);
          }
        }
      }),
      runs,
    );
  });

  test('CSV keeps its columns, gives the title back, and no cell is a formula', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const rows = cellsOf(reportOf('csv', text));
        expect(rows.length).toBeGreaterThan(10);
        for (const row of rows) expect(row).toHaveLength(12);
        const plain = text.replace(/(?![\t\n\r])\p{Cc}|\p{Surrogate}/gu, '\uFFFD');
        for (const [file, title] of rows.slice(1, -1)) {
          expect([plain, `'${plain}`]).toContain(file);
          expect([plain, `'${plain}`]).toContain(title);
        }
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      }),
      runs,
    );
  });

  test('Word stays XML in every part, and holds the title as it is', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const docx = await wordOf(text);
        for (const path of Object.keys(unzipSync(docx)).filter((one) => !one.endsWith('/')))
          readMarkup(partOf(docx, path));
        const paragraphs = all(readMarkup(partOf(docx, 'word/document.xml')), 'w:p');
        const title = paragraphs.find((one) =>
          all(one, 'w:pStyle').some(({ attributes }) => attributes['w:val'] === 'Title'),
        );
        const shown = title === undefined ? '' : all(title, 'w:t').map(textIn).join('');
        expect(shown).toBe(
          inXml(text.replace(/[\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\t\n\r]+/gu, ' ')),
        );
      }),
      // Names of this form are drawn at random by the library, and settled afterwards.
      { numRuns: 15, examples: [['"rIdabc" "rId_"']] },
    );
  });
});
