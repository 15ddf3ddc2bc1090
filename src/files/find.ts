import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { configName } from './config.ts';
import type { Problem } from '../model/problem.ts';

/** The name that stands for standard input. */
export const standardInput = '-';
/** Organisation profiles lie beside use cases and are not one. */
export const profileName = 'kompass-profile.yaml';
const maxFiles = 10_000;

export interface Found {
  /** Relative to the working folder, with `/`; `-` for standard input. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** The use-case files that paths, folders and patterns name, each once and in order. Nothing found is a problem. */
export async function findFiles(paths: readonly string[], cwd: string): Promise<Found> {
  const files = new Set<string>();
  const problems: Problem[] = [];
  for (const path of paths) {
    const found = await findOne(path, cwd, problems);
    if (found.length === 0) problems.push(nothingAt(path, cwd));
    for (const file of found) files.add(file);
  }
  if (files.size <= maxFiles) return { files: [...files], problems };
  return {
    files: [],
    problems: [...problems, { code: 'too-many-files', at: nowhere, params: { limit: maxFiles } }],
  };
}

/** For problems of the command line, which stand in no file. */
export const nowhere = { file: '', line: 0, column: 0 } as const;

async function findOne(path: string, cwd: string, problems: Problem[]): Promise<readonly string[]> {
  if (path === standardInput) return [path];
  const kind = kindOf(resolve(cwd, path));
  if (kind === 'file') return [shown(path, cwd)];
  if (kind === 'folder') return walk(path, cwd, problems);
  return /[*?[\]{}]/.test(path) ? matches(path, cwd) : [];
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
function walk(folder: string, cwd: string, problems: Problem[]): readonly string[] {
  const entries = entriesOf(folder, cwd, problems).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...walk(path, cwd, problems));
    else if (entry.isFile() && isUseCaseName(entry.name)) files.push(shown(path, cwd));
  }
  return files;
}

function entriesOf(folder: string, cwd: string, problems: Problem[]): readonly Dirent[] {
  try {
    return readdirSync(resolve(cwd, folder), { withFileTypes: true });
  } catch (error) {
    problems.push({ code: 'not-readable', at: nowhere, params: { path: folder, detail: codeOf(error) } });
    return [];
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
