/**
 * Keeps the index of articles in rules/sources.yaml in step with the text of the acts.
 *
 *   node --import tsx scripts/index-sources.ts <folder with the texts> [--check]
 *
 * For each source with a `text-file` it writes `recitals`, `articles` and `annexes`; all other bytes stay as they are.
 * With `--check` it writes nothing and exits 1 when the index and the texts differ.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, parseDocument, type Pair, type YAMLMap } from 'yaml';

type Letters = string[];
type Numbered = Record<string, Letters>;
type Article = { text: string; paragraphs?: Numbered; points?: Letters };
type AnnexPoint = { text: string; points: Letters };
type AnnexPoints = Letters | Numbered | Record<string, AnnexPoint>;
type Annex = { text: string; points?: AnnexPoints; sections?: Record<string, { points: AnnexPoints }> };
type ActIndex = { recitals: number; articles: Record<string, Article>; annexes: Record<string, Annex> };
type Block = { id: string; lines: string[] };

const parts = ['recitals', 'articles', 'annexes'] as const;

/** Annexes whose points rules cite one by one: their text is watched point by point. */
const watchedByPoint = new Set(['I', 'III']);

const romans = new Set(['ii', 'iii', 'iv', 'vi', 'vii', 'viii', 'ix', 'xi']);

function main(): number {
  const [folder, flag] = process.argv.slice(2);
  if (folder === undefined || (flag !== undefined && flag !== '--check')) {
    console.error('usage: node --import tsx scripts/index-sources.ts <folder with the texts> [--check]');
    return 2;
  }
  const file = new URL('../rules/sources.yaml', import.meta.url);
  const old = readFileSync(file, 'utf8');
  if (flag === '--check') return report(differences(old, folder));
  writeFileSync(file, rewrite(old, folder));
  return 0;
}

function report(problems: string[]): number {
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
}

/** What in sources.yaml differs from the texts, one line for each article or annex. */
function differences(yaml: string, folder: string): string[] {
  return sourcesWithText(yaml).flatMap(({ id, textFile, map }) => {
    const fresh = indexAct(readFileSync(join(folder, textFile), 'utf8'));
    return parts.flatMap((part) => compare(`${id} ${part}`, plain(map.get(part)), fresh[part]));
  });
}

function compare(where: string, written: unknown, fresh: ActIndex[(typeof parts)[number]]): string[] {
  if (typeof fresh === 'number' || !isRecord(written)) {
    return JSON.stringify(written) === JSON.stringify(fresh) ? [] : [`${where}: differs from the text`];
  }
  return [...new Set([...Object.keys(written), ...Object.keys(fresh)])]
    .filter((key) => JSON.stringify(written[key]) !== JSON.stringify(fresh[key]))
    .map((key) => `${where} ${key}: differs from the text`);
}

/** The same YAML with the three parts of each source written anew, from the last source to the first. */
function rewrite(yaml: string, folder: string): string {
  return sourcesWithText(yaml).reduceRight((text, { textFile, map }) => {
    const fresh = render(indexAct(readFileSync(join(folder, textFile), 'utf8')));
    const kept = map.items.filter((pair) => isPart(keyOf(pair))).toReversed();
    const cleared = kept.reduce((all, pair) => cut(all, pair), text);
    const after = map.items.find((pair) => keyOf(pair) === 'text-file');
    const end = cleared.indexOf('\n', rangeOf(after)[0]) + 1;
    return cleared.slice(0, end) + fresh + cleared.slice(end);
  }, yaml);
}

/** Takes a key with its value out, whole lines, from the key's line to the last line of the value. */
function cut(text: string, pair: Pair): string {
  const [keyStart, valueEnd] = rangeOf(pair);
  const from = text.lastIndexOf('\n', keyStart) + 1;
  const next = text.indexOf('\n', Math.max(valueEnd - 1, keyStart));
  return text.slice(0, from) + (next === -1 ? '' : text.slice(next + 1));
}

function rangeOf(pair: Pair | undefined): [number, number] {
  if (pair === undefined || !isScalar(pair.key)) throw new Error('sources.yaml: a key without a place');
  const value = isScalar(pair.value) || isMap(pair.value) || isSeq(pair.value) ? pair.value.range : null;
  const start = pair.key.range?.[0];
  const end = value?.[1];
  if (start === undefined || end === undefined) throw new Error('sources.yaml: a key without a place');
  return [start, end];
}

function sourcesWithText(yaml: string): { id: string; textFile: string; map: YAMLMap }[] {
  const list = parseDocument(yaml).get('sources');
  if (!isSeq(list)) throw new Error('sources.yaml: no list of sources');
  return list.items
    .filter((item) => isMap(item))
    .flatMap((map) => {
      const textFile = map.get('text-file');
      return typeof textFile === 'string' ? [{ id: String(map.get('id')), textFile, map }] : [];
    });
}

/** Recitals, articles and annexes of one act, from its Markdown. */
function indexAct(markdown: string): ActIndex {
  const lines = markdown.split('\n');
  const articles = blocks(lines, /^#{2,3} Article (\d+[a-z]?) -/).map(withoutEnd);
  const annexes = blocks(lines, /^#{2,3} Annex ([IVXLC]+) -/);
  return {
    recitals: countRecitals(lines),
    articles: Object.fromEntries(articles.map(({ id, lines: text }) => [id, indexArticle(text)])),
    annexes: Object.fromEntries(annexes.map(({ id, lines: text }) => [id, indexAnnex(id, text)])),
  };
}

function blocks(lines: string[], heading: RegExp): Block[] {
  const found: Block[] = [];
  let open: Block | null = null;
  for (const line of lines) {
    if (line.startsWith('#')) {
      const id = heading.exec(line)?.[1];
      open = id === undefined ? null : { id, lines: [line.replace(/^#+ /, '')] };
      if (open !== null) found.push(open);
    } else if (open !== null && !/^\[<?M\d+>?\]$/.test(line)) open.lines.push(line);
  }
  return found;
}

/** Where the text has no heading: chapters, sections and the closing formula end an article. */
function withoutEnd({ id, lines }: Block): Block {
  const end = lines.findIndex((line) => /^(CHAPTER [IVXLC]+|Section \d+)$|^Done at /.test(line));
  return { id, lines: end === -1 ? lines : lines.slice(0, end) };
}

function indexArticle(lines: string[]): Article {
  const own = withoutQuotedAmendments(lines);
  const paragraphs = split(own, /^ {0,2}(\d+[a-z]?)\.\s/);
  const numbered = paragraphs.length > 0 ? paragraphs : split(own, /^ {0,2}\((\d+[a-z]?)\)\s/);
  if (numbered.length > 0) return { text: hash(lines), paragraphs: lettersOf(numbered) };
  const points = letters(own);
  return points.length > 0 ? { text: hash(lines), points } : { text: hash(lines) };
}

function indexAnnex(id: string, lines: string[]): Annex {
  const sections = split(lines, /^Section ([A-Z]|\d+)\b/);
  if (sections.length === 0) {
    const points = annexPoints(id, lines);
    return isEmpty(points) ? { text: hash(lines) } : { text: hash(lines), points };
  }
  const entries = sections.map((section) => [section.id, { points: annexPoints(id, section.lines) }]);
  return { text: hash(lines), sections: Object.fromEntries(entries) };
}

function annexPoints(annex: string, lines: string[]): AnnexPoints {
  const points = split(lines, /^ {0,2}(\d+(?:\.\d+)*[a-z]?)\.\s/);
  if (points.length === 0) return letters(lines);
  if (!watchedByPoint.has(annex)) return lettersOf(points);
  return Object.fromEntries(
    points.map((point) => [point.id, { text: hash(point.lines), points: letters(point.lines) }]),
  );
}

/** The parts that begin with a number; a number that does not go on from the one before belongs to other text. */
function split(lines: string[], start: RegExp): Block[] {
  const found: Block[] = [];
  for (const line of lines) {
    const id = start.exec(line)?.[1];
    const last = found.at(-1);
    if (id !== undefined && (last === undefined || isLater(id, last.id))) found.push({ id, lines: [line] });
    else last?.lines.push(line);
  }
  return found;
}

function isLater(id: string, before: string): boolean {
  return before.localeCompare(id, 'en', { numeric: true }) < 0;
}

function lettersOf(numbered: Block[]): Numbered {
  return Object.fromEntries(numbered.map(({ id, lines }) => [id, letters(lines)]));
}

/** The lettered points, in order: (a), (b), (ba), (c). Roman numbers below them stand deeper or do not go on in that order. */
function letters(lines: string[]): Letters {
  const found: Letters = [];
  let last = '';
  let depth = 0;
  for (const { letter, indent } of lines.flatMap(pointsInLine)) {
    if (letter === 'a') depth = indent;
    else if (indent !== depth || !follows(last, letter)) continue;
    last = letter;
    if (!found.includes(letter)) found.push(letter);
  }
  return found;
}

function pointsInLine(line: string): { letter: string; indent: number }[] {
  const first = [...line.matchAll(/^(\s*)\(([a-z]{1,2})\)\s/g)];
  const inCells = [...line.matchAll(/()\|\s+\(([a-z])\)\s+\|/g)];
  return [...first, ...inCells].map(([, space = '', letter = '']) => ({ letter, indent: space.length }));
}

function follows(last: string, letter: string): boolean {
  const head = last.charCodeAt(0);
  if (letter.length === 1) return letter.charCodeAt(0) === head + 1;
  return letter.length === 2 && !romans.has(letter) && letter.charCodeAt(0) === head;
}

/** An amending act quotes the new wording between ‘ and ’: its numbers are not the amending act's own. */
function withoutQuotedAmendments(lines: string[]): string[] {
  let quoted = false;
  return lines.filter((line) => {
    if (/^\s*\(\d+\) in Article /.test(line)) quoted = false;
    quoted ||= line.trim().startsWith('‘');
    const hide = quoted;
    if (/’[;."]*$/.test(line.trim())) quoted = false;
    return !hide;
  });
}

/** The recitals are numbered through and stand before the articles or behind the annexes. */
function countRecitals(lines: string[]): number {
  let count = 0;
  let inArticles = false;
  for (const line of lines) {
    if (line.startsWith('#')) inArticles = /^#+ (Article|Annex) /.test(line);
    if (!inArticles && new RegExp(`^\\s*\\(${count + 1}\\) `).test(line)) count += 1;
  }
  return count;
}

/** White space and the marks of the consolidation do not count: they are not text of the act. */
function hash(lines: string[]): string {
  const text = lines.join(' ').replace(/\s+/g, ' ').trim();
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function render({ recitals, articles, annexes }: ActIndex): string {
  const lines = [`    recitals: ${recitals}`, '    articles:'];
  for (const [id, article] of inOrder(articles)) lines.push(`      "${id}": ${flow(article)}`);
  if (Object.keys(annexes).length > 0) lines.push('    annexes:');
  for (const [id, annex] of Object.entries(annexes)) lines.push(`      "${id}": ${flow(annex)}`);
  if (Object.keys(annexes).length === 0) lines.push('    annexes: {}');
  return lines.map((line) => `${line}\n`).join('');
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (!isRecord(value))
    return /^[a-z]+$/.test(String(value)) && value !== 'n' && value !== 'y' ? String(value) : JSON.stringify(value);
  return `{ ${inOrder(value)
    .map(([key, part]) => `${/^[a-z-]+$/.test(key) ? key : JSON.stringify(key)}: ${flow(part)}`)
    .join(', ')} }`;
}

/** JavaScript puts 2 before 1a: numbers are sorted as the act has them. */
function inOrder<T>(record: Record<string, T>): [string, T][] {
  const entries = Object.entries(record);
  const numbered = entries.every(([key]) => /^\d/.test(key));
  return numbered ? entries.toSorted(([one], [other]) => one.localeCompare(other, 'en', { numeric: true })) : entries;
}

function isPart(key: string): boolean {
  return parts.some((part) => part === key);
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

function isEmpty(points: AnnexPoints): boolean {
  return Object.keys(points).length === 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function plain(node: unknown): unknown {
  return isMap(node) || isSeq(node) ? (node.toJSON() as unknown) : node;
}

process.exitCode = main();
