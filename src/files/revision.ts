import { realpathSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import type { Result } from '../model/problem.ts';
import { type Found, isUseCaseName, nowhere, profileName, standardInput } from './find.ts';
import { blobsOf, commitOf, dayOfCommit, entriesOf, type GitPlace, topFolder, type TreeEntry } from './git.ts';
import { maxBytes, tooLarge } from './read.ts';
import { diskSource, shownFrom, type Source } from './source.ts';

/** A revision as it was: nothing of it is checked out. Names are shown as Git writes them, `main:use-cases/a.yaml`. */
export interface Revision extends Source {
  readonly name: string;
  /** The day on which it was committed. */
  readonly day: () => Result<string>;
  readonly entries: ReadonlyMap<string, TreeEntry>;
  /** The use-case files that a path from the top of the repository names (`./x`: from the working folder). */
  readonly find: (path: string) => Found;
  /** What such a path is called in the working folder. */
  readonly onDisk: (path: string) => string;
  /** The path in the repository of a file in the working folder; null: it lies outside. */
  readonly pathOf: (file: string) => string | null;
}

export function openRevision(name: string, place: GitPlace): Result<Revision> {
  const top = topFolder(place);
  if (!top.ok) return top;
  const commit = commitOf(name, place);
  if (!commit.ok) return commit;
  const entries = entriesOf(commit.value, place);
  return entries.ok ? { ok: true, value: revision(name, commit.value, top.value, entries.value, place) } : entries;
}

function revision(
  name: string,
  commit: string,
  top: string,
  entries: ReadonlyMap<string, TreeEntry>,
  place: GitPlace,
): Revision {
  const cwd = realpathSync(place.cwd);
  const disk = diskSource(place.cwd);
  const prefix = `${name}:`;
  const shown = (path: string): string => prefix + path;
  const bare = (file: string): string | null => (file.startsWith(prefix) ? file.slice(prefix.length) : null);
  const pathOf = (file: string): string | null => {
    const path = shownFrom(top, resolve(cwd, file));
    return path === '..' || path.startsWith('../') ? null : path;
  };
  const blobs = batched(entries, place);
  return {
    name,
    day: () => dayOfCommit(commit, place),
    entries,
    pathOf,
    onDisk: (path) => shownFrom(cwd, resolve(top, fromTop(path, pathOf) ?? '.')) || '.',
    find: (path) => findIn(entries, fromTop(path, pathOf), prefix, path),
    readBytes: (file) => {
      const path = bare(file);
      if (path === null) return disk.readBytes(file);
      const entry = entries.get(path);
      const at = { file, line: 1, column: 1 };
      if (entry === undefined) return { ok: false, problems: [{ code: 'not-found', at, params: { path: file } }] };
      if (!entry.isFile) return { ok: false, problems: [{ code: 'not-a-file', at, params: { path: file } }] };
      return entry.size > maxBytes ? tooLarge(file) : blobs(path, entry);
    },
    evidenceLookup: (file) => {
      const path = bare(file);
      if (path === null) return disk.evidenceLookup(file);
      const folder = posix.dirname(path);
      return (evidence) => {
        const entry = entries.get(posix.join(folder, evidence));
        return entry !== undefined && entry.isFile && entry.size > 0;
      };
    },
    findProfile: (file) => {
      const path = bare(file);
      return path === null ? disk.findProfile(file) : profileAbove(path, entries, shown, top, disk);
    },
    profileAt: (given) => {
      const path = pathOf(given);
      if (path === null) return disk.profileAt(given);
      return entries.get(path)?.isFile === true ? shown(path) : null;
    },
  };
}

/** Above the repository nothing has revisions: what lies there counts for both sides alike. */
function profileAbove(
  path: string,
  entries: Revision['entries'],
  shown: (path: string) => string,
  top: string,
  disk: Source,
): string | null {
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    const profile = posix.join(folder, profileName);
    if (entries.get(profile)?.isFile === true) return shown(profile);
    if (folder === '.') return disk.findProfile(resolve(top, '..', standardInput));
  }
}

const fromTop = (path: string, pathOf: Revision['pathOf']): string | null => {
  const isHere = path === '.' || path.startsWith('./') || path.startsWith('../');
  const found = isHere ? pathOf(path) : posix.normalize(path);
  return found === null ? null : found.replace(/\/$/, '').replace(/^\.$/, '');
};

function findIn(entries: Revision['entries'], path: string | null, prefix: string, given: string): Found {
  const missing = { code: 'not-found' as const, at: nowhere, params: { path: prefix + given } };
  if (path === null) return { files: [], problems: [missing] };
  if (entries.has(path)) return { files: [prefix + path], problems: [] };
  const start = path === '' ? '' : `${path}/`;
  const below = [...entries].filter(([name]) => name.startsWith(start));
  const files = below.flatMap(([name, { isFile }]) =>
    isFile && isUseCaseName(posix.basename(name)) && !isLeftOut(name.slice(start.length)) ? [prefix + name] : [],
  );
  if (files.length > 0) return { files: files.toSorted(), problems: [] };
  const nothing = { code: 'nothing-to-check' as const, at: nowhere, params: { path: prefix + given } };
  return { files: [], problems: [below.length > 0 ? nothing : missing] };
}

/** As in the file system: hidden names and installed packages. */
const isLeftOut = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.') || part === 'node_modules');

const batch = 200;

/** One call of Git for many files: beside the one asked for, the YAML files that follow it. Only the last batch is kept. */
function batched(entries: Revision['entries'], place: GitPlace) {
  const order = [...entries].flatMap(([path, entry]) =>
    entry.isFile && entry.size <= maxBytes && /\.ya?ml$/.test(path) ? [{ path, oid: entry.oid }] : [],
  );
  const places = new Map(order.map(({ path }, index) => [path, index]));
  let loaded: ReadonlyMap<string, Uint8Array> = new Map();
  return (path: string, { oid }: TreeEntry): Result<Uint8Array> => {
    const known = loaded.get(oid);
    if (known !== undefined) return { ok: true, value: known };
    const first = places.get(path);
    const oids = first === undefined ? [oid] : order.slice(first, first + batch).map((entry) => entry.oid);
    const read = blobsOf([...new Set(oids)], place);
    if (!read.ok) return read;
    loaded = read.value;
    const bytes = loaded.get(oid);
    if (bytes !== undefined) return { ok: true, value: bytes };
    const at = { file: path, line: 1, column: 1 };
    return { ok: false, problems: [{ code: 'not-readable', at, params: { path, detail: oid } }] };
  };
}
