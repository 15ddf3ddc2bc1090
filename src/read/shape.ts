import { parseIsoDate, type IsoDate } from '../model/date.ts';
import type { Position } from '../model/position.ts';
import type { Problem } from '../model/problem.ts';
import { nearest } from './nearest.ts';
import { clip, controlIn, type Complaint, type Entry, type Tree } from './yaml.ts';

/**
 * Where problems are put down while a file is read. A function that meets one writes it here and gives null: the file as a whole
 * fails as soon as there is one, so nobody ever sees that null.
 */
export interface Desk {
  readonly problems: Problem[];
}
export type Entries = ReadonlyMap<string, Entry>;

/** More would not help to mend a file, and a hostile one could have a hundred thousand. */
const mostProblems = 50;

export function complain(desk: Desk, at: Position, complaint: Complaint): null {
  if (desk.problems.length < mostProblems) desk.problems.push({ ...complaint, at });
  return null;
}

/** What `word` was probably meant to be; not looked for once enough problems are known. */
export function suggest(desk: Desk, word: string, candidates: Iterable<string>): string | null {
  return desk.problems.length < mostProblems ? nearest(clip(word), candidates) : null;
}

/** What stands there, in the words of `wrong-type`. */
function kindOf(tree: Tree): string {
  if (tree.kind !== 'scalar') return tree.kind;
  if (tree.value === null) return 'nothing';
  return typeof tree.value === 'string' ? 'text' : typeof tree.value;
}

export const wrongType = (desk: Desk, tree: Tree, key: string, expected: string): null =>
  complain(desk, tree.at, { code: 'wrong-type', params: { key, expected, found: kindOf(tree) } });

/** The entries of a map that may have these keys and no others. */
export function fieldsOf(desk: Desk, tree: Tree, key: string, known: readonly string[]): Entries | null {
  if (tree.kind !== 'map') return wrongType(desk, tree, key, 'map');
  for (const [name, { keyAt, value }] of tree.entries) {
    if (known.includes(name)) continue;
    // In braces, what follows a comma is a key: `{ unit: streets, parks }`.
    if (value.at === keyAt) complain(desk, keyAt, { code: 'key-without-value', params: { key: clip(name) } });
    else unknownKey(desk, keyAt, name, known);
  }
  return tree.entries;
}

function unknownKey(desk: Desk, at: Position, key: string, known: readonly string[]): null {
  return complain(desk, at, {
    code: 'unknown-key',
    params: { key: clip(key), near: suggest(desk, key, known), known },
  });
}

/** The value of a key that has to be there; `at` is where to look for it. */
export function needed(desk: Desk, entries: Entries, key: string, at: Position): Tree | null {
  return entries.get(key)?.value ?? complain(desk, at, { code: 'missing-key', params: { key } });
}

/** Numbers and the like are texts too where a text is wanted: a title may be `2030`. */
export function textOf(desk: Desk, tree: Tree, key: string): string | null {
  if (tree.kind !== 'scalar' || tree.value === null) return wrongType(desk, tree, key, 'text');
  return tree.text.trim() === '' ? complain(desk, tree.at, { code: 'empty-value', params: { key } }) : tree.text;
}

export function dateOf(desk: Desk, tree: Tree, key: string): IsoDate | null {
  if (tree.kind !== 'scalar' || tree.value === null) return wrongType(desk, tree, key, 'date');
  return parseIsoDate(tree.text) ?? complain(desk, tree.at, { code: 'bad-date', params: { found: clip(tree.text) } });
}

export function neededText(desk: Desk, entries: Entries, key: string, at: Position): string | null {
  const tree = needed(desk, entries, key, at);
  return tree === null ? null : textOf(desk, tree, key);
}

export function neededDate(desk: Desk, entries: Entries, key: string, at: Position): IsoDate | null {
  const tree = needed(desk, entries, key, at);
  return tree === null ? null : dateOf(desk, tree, key);
}

export function optionalText(desk: Desk, entries: Entries, key: string): string | null {
  const tree = entries.get(key)?.value;
  return tree === undefined ? null : textOf(desk, tree, key);
}

export function optionalDate(desk: Desk, entries: Entries, key: string): IsoDate | null {
  const tree = entries.get(key)?.value;
  return tree === undefined ? null : dateOf(desk, tree, key);
}

/** A scalar that is to name something; an invisible character in it is said, since nobody would find it. */
export function nameOf(desk: Desk, tree: Tree, key: string): string | null {
  if (tree.kind !== 'scalar' || tree.value === null) return wrongType(desk, tree, key, 'text');
  const character = controlIn(tree.text);
  return character === null
    ? tree.text
    : complain(desk, tree.at, { code: 'control-character', params: { character, where: 'id' } });
}

/** The items of a list; with `orOne`, something else is a list of one. */
export function itemsOf(desk: Desk, tree: Tree, key: string): readonly Tree[] {
  if (tree.kind === 'list') return tree.items;
  wrongType(desk, tree, key, 'list');
  return [];
}
