import { lstatSync, opendirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { configName } from './config.ts';
import type { Problem } from '../model/problem.ts';

/** The name that stands for standard input. */
export const standardInput = '-';
/** Organisation profiles lie beside use cases and are not one. */
export const profileName = 'kompass-profile.yaml';
/** Of so many the names alone take 25 MiB; more is for several runs (docs/many-files.md). */
export const maxFiles = 200_000;

export interface Found {
  /** Relative to the working folder, with `/`; `-` for standard input. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** The use-case files that paths, folders and patterns name, each once and in order. Nothing found is a problem. */
export async function findFiles(paths: readonly string[], cwd: string, most = maxFiles): Promise<Found> {
  const files = new Set<string>();
  const problems: Problem[] = [];
  for (const path of paths) {
    let isNothing = true;
    for await (const file of findOne(path, cwd, problems)) {
      isNothing = false;
      files.add(file);
      if (files.size > most) return tooMany(most, problems);
    }
    if (isNothing) problems.push(nothingAt(path, cwd));
  }
  return { files: [...files], problems };
}

const tooMany = (limit: number, problems: readonly Problem[]): Found => ({
  files: [],
  problems: [...problems, { code: 'too-many-files', at: nowhere, params: { limit } }],
});

/** For problems of the command line, which stand in no file. */
export const nowhere = { file: '', line: 0, column: 0 } as const;

async function* findOne(path: string, cwd: string, problems: Problem[]): AsyncGenerator<string> {
  const kind = path === standardInput ? 'none' : kindOf(resolve(cwd, path));
  if (path === standardInput) yield path;
  else if (kind === 'file') yield shown(path, cwd);
  else if (kind === 'folder') yield* walk(path, cwd, problems);
  else if (/[*?[\]{}]/.test(path)) yield* await matches(path, cwd);
}

/** Whether something of this name is there, or might be: where we may not look. */
export const isThere = (path: string, cwd: string): boolean => kindOf(resolve(cwd, path)) !== 'none';

function kindOf(path: string): 'file' | 'folder' | 'other' | 'none' {
  try {
    const found = lstatSync(path);
    if (found.isDirectory()) return 'folder';
    // A link that the user names is followed when it is read; links inside folders are not.
    return found.isFile() || found.isSymbolicLink() ? 'file' : 'other';
  } catch (error) {
    // Where we may not look, reading it will say so.
    return nowhereToBe.has(codeOf(error)) ? 'none' : 'file';
  }
}

const nowhereToBe: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']);

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

function nothingAt(path: string, cwd: string): Problem {
  const kind = kindOf(resolve(cwd, path));
  if (kind === 'folder') return { code: 'nothing-to-check', at: nowhere, params: { path } };
  if (kind === 'other') return { code: 'not-a-file', at: nowhere, params: { path } };
  return { code: 'not-found', at: nowhere, params: { path } };
}

export const isUseCaseName = (name: string): boolean => /\.ya?ml$/.test(name) && name !== profileName;

/** Folders are walked in the order of names, without following links, hidden folders or installed packages. */
function* walk(folder: string, cwd: string, problems: Problem[]): Generator<string> {
  for (const { name, isFolder } of entriesOf(folder, cwd, problems)) {
    const path = join(folder, name);
    if (isFolder) yield* walk(path, cwd, problems);
    else yield shown(path, cwd);
  }
}

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

function entriesOf(folder: string, cwd: string, problems: Problem[]): readonly Entry[] {
  try {
    return [...wantedIn(resolve(cwd, folder))].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    problems.push({ code: 'not-readable', at: nowhere, params: { path: folder, detail: codeOf(error) } });
    return [];
  }
}

/** Entry after entry: what Node tells of each takes far more room than its name. */
function* wantedIn(path: string): Generator<Entry> {
  const opened = opendirSync(path, { bufferSize: 1_000 });
  try {
    for (let entry = opened.readSync(); entry !== null; entry = opened.readSync()) {
      const { name } = entry;
      if (name.startsWith('.') || name === 'node_modules') continue;
      const isFolder = entry.isDirectory();
      if (isFolder || (entry.isFile() && isUseCaseName(name))) yield { name, isFolder };
    }
  } finally {
    opened.closeSync();
  }
}

async function matches(pattern: string, cwd: string): Promise<readonly string[]> {
  const { glob } = await import('tinyglobby');
  const found = await glob(pattern, {
    cwd,
    followSymbolicLinks: false,
    expandDirectories: false,
    ignore: [`**/${profileName}`, `**/${configName}`, '**/node_modules/**'],
  });
  return found.toSorted().map((path) => shown(path, cwd));
}

function shown(path: string, cwd: string): string {
  return relative(cwd, resolve(cwd, path)).split(sep).join('/');
}
