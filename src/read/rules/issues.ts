import type * as z from 'zod';
import { languages } from '../../model/language.ts';
import type { Position } from '../../model/position.ts';
import type { Problem } from '../../model/problem.ts';
import { nearest } from '../nearest.ts';
import { clip, positionAt, type Entry, type Tree } from '../yaml.ts';
import { mostProblems, unknownKeys, type Complaint } from './shape.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What zod found wrong with the part of `tree` at `base`, as problems with their places. */
export function issueProblems(error: z.ZodError, tree: Tree, base: Path): Problem[] {
  const found = error.issues.slice(0, mostProblems).flatMap((issue) => {
    const path = [...base, ...issue.path];
    return complaintsOf(issue, tree, path).map((complaint) => ({ path, complaint }));
  });
  const misspelt = new Set(
    found.flatMap(({ path, complaint }) =>
      complaint.code === 'unknown-key' && complaint.params.near !== null
        ? [JSON.stringify([...path, complaint.params.near])]
        : [],
    ),
  );
  return found
    .filter(({ path, complaint }) => complaint.code !== 'missing-key' || !misspelt.has(JSON.stringify(path)))
    .map(({ path, complaint }) => located(complaint, tree, path));
}

function complaintsOf(issue: Issue, tree: Tree, path: Path): readonly Complaint[] {
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue);
  const own: Complaint | undefined = issue.code === 'custom' ? issue.params?.['complaint'] : undefined;
  if (own === undefined) return [shapeComplaint(issue, tree, path)];
  const found = subtree(tree, path);
  const blank = found?.kind === 'scalar' && isEmpty(found);
  return [keyed(blank ? { code: 'empty-value', params: { key: '' } } : own, path)];
}

/** Who complained at a value need not know its key. */
function keyed(complaint: Complaint, path: Path): Complaint {
  if (complaint.code === 'empty-value') return { code: 'empty-value', params: { key: keyOf(path) } };
  if (complaint.code === 'wrong-type' && complaint.params.key === '')
    return { code: 'wrong-type', params: { ...complaint.params, key: keyOf(path) } };
  return complaint;
}

function located(complaint: Complaint, tree: Tree, path: Path): Problem {
  if (complaint.code === 'bad-id') return { ...complaint, at: namePosition(tree, path, complaint.params.id) };
  if (complaint.code !== 'unknown-key') return { ...complaint, at: positionAt(tree, path) };
  const entry = entryAt(tree, path, complaint.params.key);
  const at = entry?.keyAt ?? positionAt(tree, path);
  const params = { ...complaint.params, key: clip(complaint.params.key) };
  // In braces, what follows a comma is a key: `{ en: Broken, but ridden }`.
  const valueless = entry !== undefined && entry.value.at === entry.keyAt && params.near === null;
  return valueless ? { code: 'key-without-value', at, params: { key: params.key } } : { ...complaint, at, params };
}

/** An id is a value, but the name of a date is the key of its entry. */
function namePosition(tree: Tree, path: Path, id: string): Position {
  const key = path.at(-1);
  const named = typeof key === 'string' && clip(key) === id;
  const entry = named ? entryAt(tree, path.slice(0, -1), key) : undefined;
  return entry?.keyAt ?? positionAt(tree, path);
}

function entryAt(tree: Tree, path: Path, key: string): Entry | undefined {
  const map = subtree(tree, path);
  return map?.kind === 'map' ? map.entries.get(key) : undefined;
}

function shapeComplaint(issue: Issue, tree: Tree, path: Path): Complaint {
  const found = subtree(tree, path);
  const key = keyOf(path);
  const language = languages.find((known) => known === key);
  const nothing = found === undefined || (found.kind === 'scalar' && found.value === null);
  if ((nothing || issue.code === 'custom') && language !== undefined)
    return { code: 'missing-language', params: { key: keyOf(path.slice(0, -1)), language } };
  if (found === undefined) return { code: 'missing-key', params: { key } };
  if (issue.code === 'custom' || isEmpty(found)) return { code: 'empty-value', params: { key } };
  if (issue.code === 'invalid_value' && found.kind === 'scalar' && !nothing) {
    const known = issue.values.map(String);
    const word = clip(found.text);
    return { code: 'unknown-value', params: { key, found: word, near: nearest(word, known), known } };
  }
  return { code: 'wrong-type', params: { key, expected: expectedOf(issue), found: kindOf(found) } };
}

const isEmpty = (tree: Tree): boolean =>
  (tree.kind === 'list' && tree.items.length === 0) ||
  (tree.kind === 'scalar' && typeof tree.value === 'string' && tree.value.trim() === '');

export function subtree(tree: Tree, path: Path): Tree | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return tree;
  const child =
    tree.kind === 'map'
      ? tree.entries.get(String(step))?.value
      : tree.kind === 'list'
        ? tree.items[Number(step)]
        : undefined;
  return child === undefined ? undefined : subtree(child, rest);
}

/** The key that a path ends in, where list items are called by the list. */
const keyOf = (path: Path): string => path.findLast((step) => typeof step === 'string') ?? '';

/** All our lists of a fixed length are pairs. */
function expectedOf(issue: Issue): string {
  if (issue.code === 'too_small' || issue.code === 'too_big') return 'pair';
  return issue.code === 'invalid_type' ? (typeNames.get(issue.expected) ?? issue.expected) : 'text';
}

const typeNames: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['object', 'map'],
  ['record', 'map'],
  ['array', 'list'],
  ['tuple', 'pair'],
]);

function kindOf(tree: Tree): string {
  if (tree.kind !== 'scalar') return tree.kind;
  if (tree.value === null) return 'nothing';
  if (typeof tree.value === 'string') return 'text';
  return Number.isFinite(tree.value) ? 'number' : clip(tree.text);
}
