import type { Position } from '../../model/position.ts';
import type { Problem, Result } from '../../model/problem.ts';
import { type Cell, type Inventory, type InventoryRecord, longestCell, oneLine } from './inventory.ts';

export interface Layout {
  /** Null: told by the head line. */
  readonly delimiter: string | null;
  /** The line on which the names of the columns stand. */
  readonly headLine: number;
}

interface Field {
  readonly text: string;
  readonly at: Position;
}

/** More would not help to mend a list. */
const mostProblems = 20;

/** A table with a line of names above (RFC 4180, with `;` or tabs too). Each cell knows where it begins. */
export function readCsv(text: string, file: string, { delimiter, headLine }: Layout): Result<Inventory> {
  const begin = beginOf(text, headLine);
  const told = /^sep=([;,\t|])\r?\n/.exec(text.slice(begin.offset));
  const start = told === null ? begin : { offset: begin.offset + told[0].length, line: begin.line + 1 };
  const used = delimiter ?? told?.[1] ?? delimiterIn(text, start.offset);
  if (used === null) return wrong({ code: 'list-delimiter', at: { file, line: start.line, column: 1 }, params: {} });
  const rows = rowsIn(text, used, file, start);
  return rows.ok ? inventoryOf(rows.value, file) : rows;
}

const wrong = (problem: Problem): Result<never> => ({ ok: false, problems: [problem] });

interface Start {
  readonly offset: number;
  readonly line: number;
}

function beginOf(text: string, headLine: number): Start {
  const breaks = text.matchAll(/\r\n|\r|\n/g);
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  if (headLine === 1) return { offset: start, line: 1 };
  let line = 1;
  for (const { index, 0: found } of breaks) {
    line += 1;
    if (line === headLine) return { offset: index + found.length, line };
  }
  return { offset: text.length, line: headLine };
}

/** The one that stands most often between the names of the columns; null: two are equally often there. */
function delimiterIn(text: string, offset: number): string | null {
  const counts = new Map([';', ',', '\t'].map((one) => [one, 0]));
  let quoted = false;
  for (let index = offset; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === '\n' || character === '\r') break;
    const count = counts.get(character);
    if (count !== undefined) counts.set(character, count + 1);
  }
  const [[best, most] = [';', 0], [, next] = ['', 0]] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most === 0 ? ';' : most === next ? null : best;
}

/** Where the reading stands. */
interface Head extends Start {
  readonly lineStart: number;
}

function rowsIn(text: string, delimiter: string, file: string, start: Start): Result<readonly (readonly Field[])[]> {
  const rows: Field[][] = [];
  let row: Field[] = [];
  let here: Head = { ...start, lineStart: start.offset };
  while (here.offset < text.length || row.length > 0) {
    const at = { file, line: here.line, column: here.offset - here.lineStart + 1 };
    const cell = text.charAt(here.offset) === '"' ? quotedAt(text, here) : bareAt(text, here, delimiter);
    if (cell === null) return wrong({ code: 'list-quote', at, params: { why: 'open' } });
    row.push({ text: cell.text, at });
    here = cell.end;
    const following = text.charAt(here.offset);
    if (following === delimiter) {
      here = { ...here, offset: here.offset + 1 };
      continue;
    }
    if (!/^[\r\n]?$/.test(following)) {
      const behind = { file, line: here.line, column: here.offset - here.lineStart + 1 };
      return wrong({ code: 'list-quote', at: behind, params: { why: 'after' } });
    }
    rows.push(row);
    row = [];
    const offset = here.offset + (text.startsWith('\r\n', here.offset) ? 2 : 1);
    here = { offset, line: here.line + 1, lineStart: offset };
  }
  return { ok: true, value: rows };
}

/** Null: the quotation mark is closed nowhere. */
function quotedAt(text: string, { offset, line, lineStart }: Head): { text: string; end: Head } | null {
  const end = closingQuote(text, offset + 1);
  if (end < 0) return null;
  const inside = text.slice(offset + 1, end);
  const breaks = [...inside.matchAll(/\r\n|\r|\n/g)];
  const last = breaks.at(-1);
  return {
    text: inside.replaceAll('""', '"'),
    end: {
      offset: end + 1,
      line: line + breaks.length,
      lineStart: last === undefined ? lineStart : offset + 1 + last.index + last[0].length,
    },
  };
}

function bareAt(text: string, here: Head, delimiter: string): { text: string; end: Head } {
  const found = endOfBare(delimiter);
  found.lastIndex = here.offset;
  const offset = found.exec(text)?.index ?? text.length;
  return { text: text.slice(here.offset, offset), end: { ...here, offset } };
}

const ends = new Map([';', ',', '\t', '|'].map((delimiter) => [delimiter, new RegExp(`[\\r\\n${delimiter}]`, 'g')]));

function endOfBare(delimiter: string): RegExp {
  const end = ends.get(delimiter);
  if (end === undefined) throw new Error(`${delimiter} separates no columns`);
  return end;
}

function closingQuote(text: string, from: number): number {
  let end = text.indexOf('"', from);
  while (end >= 0 && text.charAt(end + 1) === '"') end = text.indexOf('"', end + 2);
  return end;
}

const isBlank = (row: readonly Field[]): boolean => row.every(({ text }) => text.trim() === '');

function inventoryOf(rows: readonly (readonly Field[])[], file: string): Result<Inventory> {
  const [head = [], ...rest] = rows;
  const body = rest.filter((row) => !isBlank(row));
  if (isBlank(head) || body.length === 0)
    return wrong({ code: 'list-empty', at: head[0]?.at ?? { file, line: 1, column: 1 }, params: {} });
  const names = head.map(({ text }) => oneLine(text));
  const problems = body.flatMap((row) => rowProblems(row, names.length)).slice(0, mostProblems);
  if (problems.length > 0) return { ok: false, problems };
  const columns = [...new Set(names.filter((name) => name !== ''))];
  return {
    ok: true,
    value: {
      columns,
      repeated: new Set(columns.filter((name) => names.indexOf(name) !== names.lastIndexOf(name))),
      unnamed: names.filter((name, index) => name === '' && body.some((row) => row[index]?.text.trim() !== '')).length,
      hasHead: true,
      records: body.map((row) => recordOf(row, names)),
    },
  };
}

function rowProblems(row: readonly Field[], columns: number): readonly Problem[] {
  const [first] = row;
  if (first === undefined) return [];
  if (row.length !== columns) return [{ code: 'list-ragged', at: first.at, params: { cells: row.length, columns } }];
  return row
    .filter(({ text }) => text.length > longestCell)
    .map(({ at }) => ({ code: 'list-cell-long', at, params: { limit: longestCell } }));
}

function recordOf(row: readonly Field[], names: readonly string[]): InventoryRecord {
  const [first] = row;
  if (first === undefined) throw new Error('A row has at least one cell.');
  const cells = row.map(({ text, at }, index): [string, Cell] => [
    names[index] ?? '',
    { text: withoutGuard(text), parts: null, at },
  ]);
  return { at: first.at, cells: new Map(cells.toReversed()) };
}

/** Tables that we and others write put `'` before what a spreadsheet would take for a formula. */
const withoutGuard = (text: string): string => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text);
