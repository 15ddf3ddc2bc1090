import * as z from 'zod';
import type { Position } from '../../model/position.ts';
import type { Problem } from '../../model/problem.ts';
import { clip, positionAt, toPlain, type Tree } from '../yaml.ts';
import { issueProblems, subtree } from './issues.ts';
import { mostProblems, record } from './shape.ts';

type Path = readonly PropertyKey[];

/** Something that was read, with a way to find the place of each of its parts again. */
export interface Placed<T> {
  readonly value: T;
  readonly at: (path?: Path) => Position;
}
/** Just read, so that what it was read from can still be looked into. */
export interface Read<T> extends Placed<T> {
  readonly tree: Tree;
}

/** What a list holds. `declared` also names the entries that have problems, so that nobody who refers to them is blamed. */
export interface Entries<T> {
  readonly entries: readonly Placed<T>[];
  readonly declared: ReadonlyMap<string, Position>;
  /** False: there may be entries that nobody could read, so that a name which is missing here is no mistake. */
  readonly complete: boolean;
  readonly problems: readonly Problem[];
}
export interface ReadEntries<T> extends Entries<T> {
  readonly entries: readonly Read<T>[];
}

/** The value at `path` of `tree`, or problems. */
export function readAt<T>(
  tree: Tree,
  path: Path,
  schema: z.ZodType<T>,
): { placed: Read<T> | null; problems: Problem[] } {
  const found = subtree(tree, path);
  const parsed = schema.safeParse(found === undefined ? undefined : toPlain(found));
  if (!parsed.success || found === undefined)
    return { placed: null, problems: parsed.error ? issueProblems(parsed.error, tree, path) : [] };
  const at = (below: Path = []): Position => positionAt(found, below);
  return { placed: { value: parsed.data, tree: found, at }, problems: [] };
}

/** The entries of the list `key` in each of the files; the file may have no other keys but `others`. */
export function readLists<T>(
  files: readonly Tree[],
  key: string,
  schema: z.ZodType<T>,
  others: readonly string[] = [],
): ReadEntries<T> {
  const keys = [key, ...others].toSorted();
  const shape = record(
    Object.fromEntries(keys.map((one) => [one, one === key ? z.array(z.unknown()).min(1) : z.optional(z.unknown())])),
  );
  return gather(
    files.map((tree) => {
      const top = readAt(tree, [], shape);
      const list = subtree(tree, [key]);
      const paths = list?.kind === 'list' ? list.items.map((_, index) => [key, index]) : [];
      const idOf = (path: Path): string | null => textAt(tree, [...path, 'id']);
      return { tree, paths, found: list?.kind === 'list', problems: top.problems, idOf, schemaOf: () => schema };
    }),
  );
}

/** The entries of the map `key` of a file, whose ids are the keys. */
export function readMap<T>(tree: Tree, key: string, schema: (id: string) => z.ZodType<T>): ReadEntries<T> {
  const top = readAt(tree, [], record({ [key]: z.record(z.string(), z.unknown()) }));
  const map = subtree(tree, [key]);
  const paths = map?.kind === 'map' ? [...map.entries.keys()].map((name) => [key, name]) : [];
  const found = map?.kind === 'map';
  return gather([{ tree, paths, found, problems: top.problems, idOf: keyOf, schemaOf: (path) => schema(keyOf(path)) }]);
}

const keyOf = (path: Path): string => String(path.at(-1));

interface Source<T> {
  readonly tree: Tree;
  readonly paths: readonly Path[];
  /** Whether the list is there at all. */
  readonly found: boolean;
  readonly problems: readonly Problem[];
  readonly idOf: (path: Path) => string | null;
  readonly schemaOf: (path: Path) => z.ZodType<T>;
}

function gather<T>(sources: readonly Source<T>[]): ReadEntries<T> {
  const entries: Read<T>[] = [];
  const declared = new Map<string, Position>();
  const problems: Problem[] = [];
  let complete = true;
  for (const { tree, paths, found, problems: own, idOf, schemaOf } of sources) {
    const here: Problem[] = [...own];
    complete &&= found;
    for (const path of paths) {
      if (here.length >= mostProblems) complete = false;
      if (here.length >= mostProblems) break;
      const { placed, problems: wrong } = readAt(tree, path, schemaOf(path));
      here.push(...wrong);
      if (placed !== null) entries.push(placed);
      const id = idOf(path);
      complete &&= id !== null && wellFormed.test(id);
      if (id !== null) here.push(...declare(id, positionAt(tree, path), declared));
    }
    problems.push(...here);
  }
  return { entries, declared, complete, problems };
}

const wellFormed = /^[a-z0-9.-]+$/;

function declare(id: string, at: Position, declared: Map<string, Position>): Problem[] {
  const first = declared.get(id);
  if (first !== undefined)
    return [{ code: 'duplicate-id', at, params: { id: clip(id), first: `${first.file}:${first.line}` } }];
  declared.set(id, at);
  return [];
}

function textAt(tree: Tree, path: Path): string | null {
  const found = subtree(tree, path);
  return found?.kind === 'scalar' ? found.text : null;
}
