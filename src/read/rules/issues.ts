import type * as z from 'zod';
import { languages } from '../../model/language.ts';
import type { Position } from '../../model/position.ts';
import type { Problem } from '../../model/problem.ts';
import { nearest } from '../nearest.ts';
import { positionAt, type Tree } from '../yaml.ts';
import { unknownKeys, type Complaint } from './shape.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What zod found wrong with the part of `tree` at `base`, as problems with their places. */
export function issueProblems(error: z.ZodError, tree: Tree, base: Path): Problem[] {
  return error.issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    const complaints =
      issue.code === 'unrecognized_keys'
        ? unknownKeys(issue)
        : [complaintOf(issue) ?? shapeComplaint(issue, tree, path)];
    return complaints.map((complaint) => ({ ...complaint, at: placeOf(complaint, tree, path) }));
  });
}

const placeOf = (complaint: Complaint, tree: Tree, path: Path): Position =>
  complaint.code === 'unknown-key' ? keyPosition(tree, path, complaint.params.key) : positionAt(tree, path);

/** Where a key itself stands, not its value. */
function keyPosition(tree: Tree, path: Path, key: string): Position {
  const map = subtree(tree, path);
  const entry = map?.kind === 'map' ? map.entries.get(key) : undefined;
  return entry?.keyAt ?? positionAt(tree, path);
}

function complaintOf(issue: Issue): Complaint | null {
  if (issue.code !== 'custom') return null;
  const complaint: Complaint | undefined = issue.params?.['complaint'];
  if (complaint?.code !== 'empty-value') return complaint ?? null;
  return { code: 'empty-value', params: { key: keyOf(issue.path) } };
}

function shapeComplaint(issue: Issue, tree: Tree, path: Path): Complaint {
  const found = subtree(tree, path);
  const key = keyOf(path);
  const language = languages.find((known) => known === key);
  const missing = found === undefined || issue.code === 'custom';
  if (missing && language !== undefined)
    return { code: 'missing-language', params: { key: keyOf(path.slice(0, -1)), language } };
  if (found === undefined) return { code: 'missing-key', params: { key } };
  if (issue.code === 'invalid_value' && found.kind === 'scalar') {
    const known = issue.values.map(String);
    return { code: 'unknown-value', params: { key, found: found.text, near: nearest(found.text, known), known } };
  }
  if (issue.code === 'custom') return { code: 'empty-value', params: { key } };
  return { code: 'wrong-type', params: { key, expected: expectedOf(issue), found: kindOf(found) } };
}

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

function expectedOf(issue: Issue): string {
  if (issue.code === 'invalid_value') return 'text';
  if (issue.code !== 'invalid_type') return issue.code === 'too_small' ? `≥ ${issue.minimum}` : 'text';
  return typeNames.get(issue.expected) ?? issue.expected;
}

const typeNames: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['object', 'map'],
  ['record', 'map'],
  ['array', 'list'],
  ['int', 'number'],
]);

function kindOf(tree: Tree): string {
  if (tree.kind !== 'scalar') return tree.kind;
  if (tree.value === null) return 'nothing';
  return typeof tree.value === 'string' ? 'text' : typeof tree.value;
}
