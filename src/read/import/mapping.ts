import type { IsoDate } from '../../model/date.ts';
import type { Fact } from '../../model/fact.ts';
import type { Position } from '../../model/position.ts';
import type { Result } from '../../model/problem.ts';
import type { Given } from '../../model/use-case.ts';
import { readAnswer } from '../answer.ts';
import { byPlace } from '../by-place.ts';
import type { Catalogue } from '../catalogue.ts';
import type { RecordDesk } from '../records.ts';
import {
  complain,
  type Desk,
  type Entries,
  fieldsOf,
  itemsOf,
  nameOf,
  needed,
  neededDate,
  neededText,
  optionalText,
  suggest,
  textOf,
  wrongType,
} from '../shape.ts';
import { clip, parseYaml, type Tree } from '../yaml.ts';
import { type DateFormat, dateFormats } from './date-format.ts';
import { oneLine } from './inventory.ts';

/** A column as the mapping names it. */
export interface Column {
  readonly name: string;
  readonly at: Position;
}

/** How the words of a column become the answer to one question. */
export interface FactColumn {
  readonly fact: Fact;
  readonly column: Column;
  /** What each word means, by the word on one line. */
  readonly words: ReadonlyMap<string, Given>;
  /** How days are written there. */
  readonly dates: readonly DateFormat[];
  readonly split: string | null;
}

const encodings = ['utf-8', 'windows-1252', 'utf-16le'] as const;
export type Encoding = (typeof encodings)[number];

export interface Mapping {
  readonly format: {
    readonly delimiter: string | null;
    readonly encoding: Encoding;
    readonly headLine: number;
    readonly records: string | null;
  };
  /** Null: made from the title. */
  readonly id: { readonly column: Column; readonly prefix: string } | null;
  readonly title: Column;
  readonly head: Readonly<Record<HeadField, Column | null>>;
  readonly facts: readonly FactColumn[];
  /** Columns that are kept as comments. */
  readonly keep: readonly Column[];
  /** Who answered in the list, and when; null: not known. */
  readonly source: { readonly by: string; readonly on: IsoDate } | null;
}

export type HeadField = 'purpose' | 'unit' | 'role' | 'name' | 'supplier' | 'version';

const keys = [
  'kompass-import',
  'format',
  'id',
  'title',
  'purpose',
  'owner',
  'product',
  'source',
  'facts',
  'keep',
] as const;

/** A file that says which column of a list answers what. Nothing that needs a record can come from a list. */
export function readMapping(text: string, file: string, catalogue: Catalogue): Result<Mapping> {
  const tree = parseYaml(text, file);
  if (!tree.ok) return tree;
  const desk: RecordDesk = { problems: [], catalogue, fileExists: () => false };
  const mapping = mappingOf(desk, tree.value);
  return mapping === null || desk.problems.length > 0
    ? { ok: false, problems: desk.problems.toSorted(byPlace) }
    : { ok: true, value: mapping };
}

function mappingOf(desk: RecordDesk, tree: Tree): Mapping | null {
  const entries = fieldsOf(desk, tree, '', keys);
  if (entries === null) return null;
  const version = needed(desk, entries, 'kompass-import', tree.at);
  if (version !== null) wordOf(desk, version, 'kompass-import', ['1']);
  const titleTree = needed(desk, entries, 'title', tree.at);
  const title = titleTree === null ? null : columnOf(desk, titleTree, 'title');
  const owner = groupOf(desk, entries, 'owner', ['unit', 'role']);
  const product = groupOf(desk, entries, 'product', ['name', 'supplier', 'version']);
  if (product.size > 0) needed(desk, product, 'name', entries.get('product')?.value.at ?? tree.at);
  const rest = {
    format: formatOf(desk, entries),
    id: idOf(desk, entries),
    head: {
      purpose: optionalColumn(desk, entries, 'purpose'),
      unit: optionalColumn(desk, owner, 'unit'),
      role: optionalColumn(desk, owner, 'role'),
      name: optionalColumn(desk, product, 'name'),
      supplier: optionalColumn(desk, product, 'supplier'),
      version: optionalColumn(desk, product, 'version'),
    },
    source: sourceOf(desk, entries),
    facts: factsOf(desk, entries),
    keep: keepOf(desk, entries),
  };
  return title === null ? null : { title, ...rest };
}

function groupOf(desk: Desk, entries: Entries, key: string, known: readonly string[]): Entries {
  const tree = entries.get(key)?.value;
  return (tree === undefined ? null : fieldsOf(desk, tree, key, known)) ?? new Map();
}

function columnOf(desk: Desk, tree: Tree, key: string): Column | null {
  const name = textOf(desk, tree, key);
  return name === null ? null : { name: oneLine(name), at: tree.at };
}

function optionalColumn(desk: Desk, entries: Entries, key: string): Column | null {
  const tree = entries.get(key)?.value;
  return tree === undefined ? null : columnOf(desk, tree, key);
}

function wordOf<Word extends string>(desk: Desk, tree: Tree, key: string, known: readonly Word[]): Word | null {
  const found = nameOf(desk, tree, key);
  const word = known.find((one) => one === found);
  if (found === null || word !== undefined) return word ?? null;
  const near = suggest(desk, found, known);
  return complain(desk, tree.at, { code: 'unknown-value', params: { key, found: clip(found), near, known } });
}

const shownDelimiters = [';', ',', 'tab', '|'] as const;

function formatOf(desk: Desk, entries: Entries): Mapping['format'] {
  const fields = groupOf(desk, entries, 'format', ['delimiter', 'encoding', 'head-line', 'records']);
  const [delimiter, encoding, headLine] = ['delimiter', 'encoding', 'head-line'].map((key) => fields.get(key)?.value);
  const separator = delimiter === undefined ? null : separatorOf(desk, delimiter);
  return {
    delimiter: separator,
    encoding: (encoding === undefined ? null : wordOf(desk, encoding, 'encoding', encodings)) ?? 'utf-8',
    headLine: (headLine === undefined ? null : lineOf(desk, headLine)) ?? 1,
    records: optionalText(desk, fields, 'records'),
  };
}

/** A tab may be written as it is, or as the word. */
function separatorOf(desk: Desk, tree: Tree): string | null {
  if (tree.kind === 'scalar' && tree.value === '\t') return '\t';
  const word = wordOf(desk, tree, 'delimiter', shownDelimiters);
  return word === 'tab' ? '\t' : word;
}

function lineOf(desk: Desk, tree: Tree): number | null {
  if (tree.kind === 'scalar' && /^[1-9]\d{0,3}$/.test(tree.text)) return Number(tree.text);
  return wrongType(desk, tree, 'head-line', '1-9999');
}

function idOf(desk: Desk, entries: Entries): Mapping['id'] {
  const tree = entries.get('id')?.value;
  if (tree === undefined) return null;
  const fields: Entries | null =
    tree.kind === 'scalar'
      ? new Map([['from', { keyAt: tree.at, value: tree }]])
      : fieldsOf(desk, tree, 'id', ['from', 'prefix']);
  if (fields === null) return null;
  const from = needed(desk, fields, 'from', tree.at);
  const column = from === null ? null : columnOf(desk, from, 'from');
  const prefix = fields.get('prefix')?.value;
  const begin = prefix === undefined ? '' : (nameOf(desk, prefix, 'prefix') ?? '');
  if (prefix !== undefined && !/^[a-z0-9]+(?:-[a-z0-9]+)*-?$/.test(begin))
    complain(desk, prefix.at, { code: 'bad-id', params: { id: clip(begin) } });
  return column === null ? null : { column, prefix: begin };
}

function sourceOf(desk: Desk, entries: Entries): Mapping['source'] {
  const tree = entries.get('source')?.value;
  const fields = tree === undefined ? null : fieldsOf(desk, tree, 'source', ['by', 'on']);
  if (tree === undefined || fields === null) return null;
  const by = neededText(desk, fields, 'by', tree.at);
  const on = neededDate(desk, fields, 'on', tree.at);
  return by === null || on === null ? null : { by, on };
}

function keepOf(desk: Desk, entries: Entries): readonly Column[] {
  const tree = entries.get('keep')?.value;
  const items = tree === undefined ? [] : itemsOf(desk, tree, 'keep');
  return items.flatMap((item) => columnOf(desk, item, 'keep') ?? []);
}

function factsOf(desk: RecordDesk, entries: Entries): readonly FactColumn[] {
  const tree = entries.get('facts')?.value;
  if (tree === undefined) return [];
  if (tree.kind !== 'map') return wrongType(desk, tree, 'facts', 'map') ?? [];
  return Array.from(tree.entries).flatMap(([key, { keyAt, value }]) => {
    const fact = desk.catalogue.facts.get(key);
    if (fact !== undefined) return factColumn(desk, fact, value, keyAt) ?? [];
    const near = suggest(desk, key, desk.catalogue.facts.keys());
    return complain(desk, keyAt, { code: 'unknown-fact', params: { id: clip(key), near } }) ?? [];
  });
}

function factColumn(desk: RecordDesk, fact: Fact, tree: Tree, keyAt: Position): FactColumn | null {
  if (fact.scope === 'profile') return complain(desk, keyAt, { code: 'profile-only', params: { fact: fact.id } });
  const { type } = fact;
  // What is proven, judged or agreed needs a document, a role and a day; a word in a list is none of these.
  if (type === 'measure' || type === 'judgement' || type === 'opinion')
    return complain(desk, keyAt, { code: 'not-importable', params: { fact: fact.id, why: type } });
  const fields: Entries | null =
    tree.kind === 'scalar'
      ? new Map([['from', { keyAt: tree.at, value: tree }]])
      : fieldsOf(desk, tree, fact.id, keysFor(fact));
  if (fields === null) return null;
  const from = needed(desk, fields, 'from', tree.at);
  const column = from === null ? null : columnOf(desk, from, 'from');
  const hasWords = type === 'yes-no' || type === 'choice' || type === 'set';
  const values = hasWords ? needed(desk, fields, 'values', tree.at) : null;
  const words = values === null ? new Map<string, Given>() : wordsOf(desk, fact, values);
  const date = fields.get('date')?.value;
  const dates = date === undefined ? (['yyyy-mm-dd'] as const) : datesOf(desk, fact, date);
  const split = fields.get('split')?.value;
  const separator = split?.kind === 'scalar' && split.value !== null ? split.text : null;
  if (split !== undefined && (separator === null || separator === '')) wrongType(desk, split, 'split', 'text');
  return column === null ? null : { fact, column, words, dates, split: separator };
}

function keysFor({ type }: Fact): readonly string[] {
  if (type === 'date') return ['from', 'date'];
  return type === 'text' ? ['from'] : type === 'set' ? ['from', 'values', 'split'] : ['from', 'values'];
}

function datesOf(desk: Desk, fact: Fact, tree: Tree): readonly DateFormat[] {
  const known = dateFormats.filter((format) => format.includes('d') || (fact.type === 'date' && fact.rough));
  const trees = tree.kind === 'list' ? tree.items : [tree];
  return trees.flatMap((one) => wordOf(desk, one, 'date', known) ?? []);
}

function wordsOf(desk: RecordDesk, fact: Fact, tree: Tree): ReadonlyMap<string, Given> {
  const words = new Map<string, Given>();
  if (tree.kind !== 'map') {
    wrongType(desk, tree, 'values', 'map');
    return words;
  }
  for (const [key, { keyAt, value }] of tree.entries) {
    const given = meaningOf(desk, fact, value);
    const word = oneLine(key);
    if (words.has(word))
      complain(desk, keyAt, { code: 'duplicate-key', params: { key: clip(key), first: keyAt.line } });
    if (given !== null) words.set(word, given);
  }
  return words;
}

/** A plain answer. That nothing of a list is true is nothing that a word can say: somebody has to have read the list. */
function meaningOf(desk: RecordDesk, fact: Fact, tree: Tree): Given | null {
  if (tree.kind === 'map') return wrongType(desk, tree, fact.id, fact.type === 'yes-no' ? 'yes-no' : 'option');
  const isOne = fact.type === 'set' && tree.kind === 'scalar' && tree.text !== 'unknown';
  const given = readAnswer(desk, fact, isOne ? { kind: 'list', at: tree.at, items: [tree] } : tree);
  return given?.type === 'set' && given.value?.length === 0
    ? complain(desk, tree.at, { code: 'import-none', params: { fact: fact.id } })
    : given;
}
