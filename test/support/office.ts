import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { all, children, type Markup, readMarkup, textIn } from './markup.ts';
import { pipelineFolder } from './pipeline.ts';

/** The part of a Word file. */
export const partOf = (docx: Uint8Array, path: string): string => strFromU8(unzipSync(docx)[path] ?? new Uint8Array());

/** A folder with a use case that is nearly ready, with records of every kind: `fast-bereit.yaml`. */
export function officeFolder(): string {
  const cwd = pipelineFolder();
  const text = readFileSync(join(cwd, 'buerger-chatbot.yaml'), 'utf8');
  writeFileSync(join(cwd, 'fast-bereit.yaml'), nearlyReady(text));
  return cwd;
}

/** A planned measure, one whose day is past, documents that are missing, too old and too new, and opinions with conditions, stale and not given. */
const nearlyReady = (text: string): string =>
  text
    .replace('id: buerger-chatbot', 'id: fast-bereit')
    .replace('title: Chatbot für Bürgeranfragen', 'title: Chatbot, fast bereit')
    .replace('quality-test, information-curated, accessibility-tested, ', '')
    .replace('framework-covers: yes', 'framework-covers: no')
    .replace('nachweise/hinweis-chat.md', 'nachweise/hinweis-entwurf.md')
    .replace('security-concept, ', '')
    .replace(
      /^ {2}data-protection-officer: .*$/m,
      [
        '  data-protection-officer:',
        '    result: with-conditions',
        '    by: data-protection-officer',
        '    on: 2026-11-12',
        '    digest: "b956f554fb1f"',
        '    note: mündlich vorab am 3. November',
        '    evidence: { file: nachweise/datenschutz-rathausdialog.md, on: 2026-10-09, by: Datenschutzbeauftragte }',
        '    conditions:',
        '      - { text: Protokolle nach 30 Tagen löschen, done: no, planned: { by: IT, on: 2027-02-01 } }',
        '      - { text: Hinweis auf Telefon und Schalter, done: yes, evidence: { file: nachweise/test-rathausdialog.md, on: 2026-11-05, by: Bürgerservice } }',
      ].join('\n'),
    )
    .replace(
      /^evidence:$/m,
      [
        'measures:',
        '  quality-test: { done: no, planned: { by: Leitung Bürgerservice, on: 2027-01-15 } }',
        '  information-curated: { done: no, planned: { by: Redaktion, on: 2026-10-01 } }',
        '',
        'evidence:',
        '  - { file: nachweise/test-rathausdialog.md, on: 2025-03-05, by: Agentur Beispiel, covers: alte Website, proves: [accessibility-tested] }',
        '  - { link: "https://example.org/sicherheitskonzept", on: 2027-01-10, by: IT, proves: [security-concept] }',
      ].join('\n'),
    );

/** A page as somebody reads it on paper: a line for each block, headings marked, links with their address. */
export const pageText = (page: Markup): string =>
  `${blocksOf(page, false)
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')}\n`;

const marks: Readonly<Record<string, string>> = { h1: '# ', h2: '## ', h3: '### ', li: '- ', dt: ': ', summary: '> ' };
const inline = new Set(['a', 'bdi', 'span', 'br']);

function blocksOf(element: Markup, isUnfolded: boolean): readonly string[] {
  const { name, attributes } = element;
  if (name === 'style' || name === 'svg' || (name === 'details' && !isUnfolded)) return [];
  if (name === 'tr')
    return [
      children(element)
        .map(textIn)
        .map((text) => text.trim())
        .join(' | '),
    ];
  const unfolded = isUnfolded || attributes['class'] === 'reasons';
  const lines: string[] = [];
  let line = marks[name] ?? '';
  for (const part of element.parts) {
    if (typeof part === 'string') line += part;
    else if (inline.has(part.name)) line += inlineText(part);
    else {
      lines.push(line, ...blocksOf(part, unfolded));
      line = '';
    }
  }
  const found = [...lines, line].filter((one) => !/^-?\s*$/.test(one));
  return name === 'section' || name === 'article' ? ['', ...found] : found;
}

function inlineText(element: Markup): string {
  if (element.name === 'br') return ' / ';
  const href = element.attributes['href'];
  const text = element.parts.map((part) => (typeof part === 'string' ? part : inlineText(part))).join('');
  return href === undefined || href === text ? text : `${text} <${href}>`;
}

/** A Word document in lines: the style of each paragraph, and tables in rows. */
export function wordText(docx: Uint8Array): string {
  const [body] = all(readMarkup(partOf(docx, 'word/document.xml')), 'w:body');
  if (body === undefined) throw new Error('no body');
  return `${children(body).flatMap(wordLines).join('\n')}\n`;
}

function wordLines(block: Markup): readonly string[] {
  if (block.name === 'w:tbl')
    return all(block, 'w:tr').map(
      (row) => `${all(row, 'w:tblHeader').length > 0 ? 'HEAD ' : ''}| ${all(row, 'w:tc').map(wordRun).join(' | ')} |`,
    );
  const style = all(block, 'w:pStyle')[0]?.attributes['w:val'] ?? '';
  const text = wordRun(block);
  const mark = all(block, 'w:numPr').length > 0 ? '• ' : style === '' ? '' : `[${style}] `;
  return text === '' ? [] : [mark + text];
}

const wordRun = (element: Markup): string => all(element, 'w:t').map(textIn).join('');
