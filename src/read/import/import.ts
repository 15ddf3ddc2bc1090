import type { Result } from '../../model/problem.ts';
import { readCsv } from './csv.ts';
import { decodeList } from './decode.ts';
import { columnsNamed, entriesOf, type ImportEntry } from './entries.ts';
import type { Inventory } from './inventory.ts';
import { readJson } from './json.ts';
import type { Mapping } from './mapping.ts';

export { readMapping } from './mapping.ts';
export type { Mapping };
export type { Remark, Taken } from './entries.ts';
export type { ImportEntry };

/** A list as use cases, and what of it is left behind. */
export interface Imported {
  readonly entries: readonly ImportEntry[];
  /** Columns that the mapping does not name. */
  readonly unused: readonly string[];
  /** Columns that it names, and no object has. */
  readonly missing: readonly string[];
  readonly unnamed: number;
}

/** Reads a whole list by its mapping; a single problem, and there is nothing. */
export function importList(bytes: Uint8Array, file: string, mapping: Mapping): Result<Imported> {
  const inventory = inventoryIn(bytes, file, mapping);
  if (!inventory.ok) return inventory;
  const entries = entriesOf(inventory.value, mapping);
  if (!entries.ok) return entries;
  const { columns, unnamed } = inventory.value;
  const named = new Set(columnsNamed(mapping).map(({ name }) => name));
  return {
    ok: true,
    value: {
      entries: entries.value,
      unused: columns.filter((column) => !named.has(column)),
      missing: [...named].filter((name) => !columns.includes(name)),
      unnamed,
    },
  };
}

function inventoryIn(bytes: Uint8Array, file: string, { format }: Mapping): Result<Inventory> {
  const isJson = /\.(?:json|ndjson|jsonl)$/i.test(file);
  if (!isJson && !/\.(?:csv|tsv|txt)$/i.test(file))
    return { ok: false, problems: [{ code: 'list-kind', at: { file, line: 1, column: 1 }, params: { path: file } }] };
  const text = decodeList(bytes, file, format.encoding);
  if (!text.ok) return text;
  return isJson ? readJson(text.value, file, format.records) : readCsv(text.value, file, format);
}
