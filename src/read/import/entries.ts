import type { Fact } from '../../model/fact.ts';
import type { Position } from '../../model/position.ts';
import type { Problem, Result } from '../../model/problem.ts';
import { idFrom, idFromTitle } from '../../text/id-from.ts';
import { nearest } from '../nearest.ts';
import { clip } from '../yaml.ts';
import { answerIn } from './answer-in.ts';
import { type Cell, type Inventory, type InventoryRecord, oneLine } from './inventory.ts';
import type { Column, HeadField, Mapping } from './mapping.ts';

/** The answer to one question, as a column gives it. */
export interface Taken {
  readonly fact: Fact;
  readonly column: string;
  readonly at: Position;
  /** The answer in YAML; null: the cell is empty, or the mapping does not know its words. */
  readonly yaml: string | null;
  /** What stands in the cell; null: nothing. */
  readonly said: string | null;
}

/** What is told about one record, because it is not simply taken over. */
export interface Remark {
  readonly kind: 'no-meaning' | 'no-date' | 'id-from-title' | 'id-numbered' | 'no-product-name';
  readonly column: string;
  readonly said: string;
  readonly at: Position;
}

/** One use case to be written. */
export interface ImportEntry {
  readonly id: string;
  readonly title: string;
  readonly head: Readonly<Record<HeadField, string | null>>;
  readonly answers: readonly Taken[];
  readonly kept: readonly { readonly column: string; readonly text: string }[];
  readonly remarks: readonly Remark[];
  readonly at: Position;
}

const mostProblems = 20;

/** Every record as a use case; all that is wrong with list and mapping together is found at once. */
export function entriesOf(inventory: Inventory, mapping: Mapping): Result<readonly ImportEntry[]> {
  const columns = columnProblems(inventory, mapping);
  if (columns.length > 0) return { ok: false, problems: columns };
  const problems: Problem[] = [];
  const ids = new Map<string, Position>();
  const entries = inventory.records.flatMap((record) => {
    const entry = entryOf(record, mapping, ids);
    if (entry.ok) return [entry.value];
    problems.push(...entry.problems);
    return [];
  });
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, mostProblems) } : { ok: true, value: entries };
}

/** Every column that the mapping names. */
export function columnsNamed({ id, title, head, facts, keep }: Mapping): readonly Column[] {
  return [
    ...(id === null ? [] : [id.column]),
    title,
    ...Object.values(head).filter((column) => column !== null),
    ...facts.map(({ column }) => column),
    ...keep,
  ];
}

function columnProblems({ columns, repeated, hasHead }: Inventory, mapping: Mapping): readonly Problem[] {
  const known = new Set(columns);
  return columnsNamed(mapping).flatMap(({ name, at }): Problem[] => {
    const column = clip(name);
    if (repeated.has(name)) return [{ code: 'list-column-twice', at, params: { column } }];
    if (known.has(name) || (!hasHead && name !== mapping.title.name)) return [];
    return [{ code: 'list-column', at, params: { column, near: nearest(column, columns), known: columns.map(clip) } }];
  });
}

const textIn = (record: InventoryRecord, column: Column | null): Cell | null => {
  const cell = column === null ? undefined : record.cells.get(column.name);
  return cell === undefined || cell.text.trim() === '' ? null : cell;
};

function entryOf(record: InventoryRecord, mapping: Mapping, ids: Map<string, Position>): Result<ImportEntry> {
  const title = textIn(record, mapping.title);
  if (title === null)
    return wrong({ code: 'list-no-title', at: record.at, params: { column: clip(mapping.title.name) } });
  const remarks: Remark[] = [];
  const id = idOf(record, title, mapping, ids, remarks);
  if (!id.ok) return id;
  const head = headOf(record, mapping, remarks);
  const answers = mapping.facts.map((fact) => {
    const cell = textIn(record, fact.column);
    const base = { fact: fact.fact, column: fact.column.name, at: cell?.at ?? record.at };
    if (cell === null) return { ...base, yaml: null, said: null };
    const { yaml, fault, about } = answerIn(cell, fact);
    if (fault !== null) remarks.push({ kind: fault, column: base.column, said: about, at: base.at });
    return { ...base, yaml, said: cell.text.trim() };
  });
  const supplied = head.name === null ? [mapping.head.supplier, mapping.head.version] : [];
  const kept = [...mapping.keep, ...supplied].flatMap((column) => {
    const cell = textIn(record, column);
    return column === null || cell === null ? [] : [{ column: column.name, text: cell.text.trim() }];
  });
  return {
    ok: true,
    value: { id: id.value, title: oneLine(title.text), head, answers, kept, remarks, at: record.at },
  };
}

const wrong = (problem: Problem): Result<never> => ({ ok: false, problems: [problem] });

/** A purpose may have several lines; all else is a name. */
function headOf(record: InventoryRecord, { head }: Mapping, remarks: Remark[]): ImportEntry['head'] {
  const text = (column: Column | null): string | null => {
    const cell = textIn(record, column);
    return cell === null ? null : oneLine(cell.text);
  };
  const name = text(head.name);
  // A product is known by its name; without it there is nothing that supplier and version could be said of.
  for (const column of name === null ? [head.supplier, head.version] : []) {
    const cell = textIn(record, column);
    if (column === null || cell === null) continue;
    remarks.push({ kind: 'no-product-name', column: column.name, said: oneLine(cell.text), at: cell.at });
  }
  return {
    purpose: textIn(record, head.purpose)?.text.trim().normalize('NFC') ?? null,
    unit: text(head.unit),
    role: text(head.role),
    name,
    supplier: name === null ? null : text(head.supplier),
    version: name === null ? null : text(head.version),
  };
}

/** A file system takes no longer names. */
const longestId = 80;

/** From its column, where two that are equal cannot both be right; else from the title, where they are numbered. */
function idOf(
  record: InventoryRecord,
  title: Cell,
  { id, title: titleColumn }: Mapping,
  ids: Map<string, Position>,
  remarks: Remark[],
): Result<string> {
  const cell = id === null ? null : textIn(record, id.column);
  if (id !== null && cell !== null) {
    const words = idFrom(cell.text, { words: longestId, length: longestId });
    if (words === '') return wrong({ code: 'bad-id', at: cell.at, params: { id: clip(cell.text) } });
    const found = `${id.prefix}${id.prefix === '' || id.prefix.endsWith('-') ? '' : '-'}${words}`;
    const first = ids.get(found);
    if (first !== undefined)
      return wrong({
        code: 'duplicate-id',
        at: cell.at,
        params: { id: found, first: `${first.file}:${first.line}:${first.column}` },
      });
    ids.set(found, cell.at);
    return { ok: true, value: found };
  }
  const base = idFromTitle(title.text);
  let number = 1;
  while (ids.has(numbered(base, number))) number += 1;
  const found = numbered(base, number);
  ids.set(found, title.at);
  const said = { column: titleColumn.name, said: found, at: title.at };
  if (id !== null) remarks.push({ kind: 'id-from-title', ...said });
  else if (number > 1) remarks.push({ kind: 'id-numbered', ...said });
  return { ok: true, value: found };
}

const numbered = (base: string, number: number): string => (number === 1 ? base : `${base}-${number}`);
