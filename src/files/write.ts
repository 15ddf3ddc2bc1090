import { lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Problem, Result } from '../model/problem.ts';
import { nowhere } from './find.ts';

/** A file that appears whole when it is finished, or not at all. */
export interface Draft {
  write(chunk: string | Uint8Array): Promise<void>;
  finish(): Promise<void>;
  discard(): Promise<void>;
}

/** Writes beside the target and renames at the end. Only a regular file is replaced: no link, no folder, no device. */
export async function openDraft(file: string, cwd: string): Promise<Result<Draft>> {
  const target = resolve(cwd, file);
  // Its own name, and only if nothing lies there: neither a link at the draft nor another run can redirect what is written.
  const draft = join(dirname(target), `.${basename(target)}.${crypto.randomUUID()}.kompass-draft`);
  try {
    const found = lstatSync(target, { throwIfNoEntry: false });
    if (found !== undefined && !found.isFile())
      return refused({ code: 'not-a-file', at: nowhere, params: { path: file } });
    const handle = await open(draft, 'wx');
    return {
      ok: true,
      value: {
        write: async (chunk) => {
          await handle.writeFile(chunk);
        },
        finish: async () => {
          await handle.close();
          await rename(draft, target);
        },
        discard: async () => {
          await handle.close();
          await rm(draft, { force: true });
        },
      },
    };
  } catch (error) {
    return refused(cannotWrite(file, error));
  }
}

/** Why nothing can be written into a folder of this name: a file lies there, or above it. Whether it is there yet does not matter. */
export function noFolder(folder: string, cwd: string): Problem | null {
  try {
    const found = statSync(resolve(cwd, folder), { throwIfNoEntry: false });
    if (found === undefined || found.isDirectory()) return null;
    return { code: 'cannot-write', at: nowhere, params: { path: folder, detail: 'ENOTDIR' } };
  } catch (error) {
    return cannotWrite(folder, error);
  }
}

/** Makes a folder, and those above it; null: it is there now. */
export function makeFolder(folder: string, cwd: string): Problem | null {
  try {
    mkdirSync(resolve(cwd, folder), { recursive: true });
    return null;
  } catch (error) {
    return cannotWrite(folder, error);
  }
}

/** A file that is to be made. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** More would not help. */
const mostExisting = 20;

/** What lies there already. */
export const existing = (files: readonly NewFile[], cwd: string): readonly Problem[] =>
  files
    .filter(({ path }) => lstatSync(resolve(cwd, path), { throwIfNoEntry: false }) !== undefined)
    .slice(0, mostExisting)
    .map(({ path }) => ({ code: 'exists', at: nowhere, params: { path } }));

/** Makes all these files, or none: what is there already is left alone, even if it has come meanwhile. */
export async function createFiles(files: readonly NewFile[], cwd: string): Promise<readonly Problem[]> {
  const made: string[] = [];
  for (const { path, text } of files) {
    const target = resolve(cwd, path);
    try {
      await writeFile(target, text, { flag: 'wx' });
      made.push(target);
    } catch (error) {
      for (const one of made) await rm(one, { force: true });
      return [cannotWrite(path, error)];
    }
  }
  return [];
}

const refused = (problem: Problem): Result<never> => ({ ok: false, problems: [problem] });

function cannotWrite(file: string, error: unknown): Problem {
  const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (detail === 'EEXIST') return { code: 'exists', at: nowhere, params: { path: file } };
  return detail === 'ENOENT'
    ? { code: 'not-found', at: nowhere, params: { path: dirname(file) } }
    : { code: 'cannot-write', at: nowhere, params: { path: file, detail } };
}

/** Whether both names lead to one file, through links too. */
export function isSameFile(one: string, other: string, cwd: string): boolean {
  return realPath(resolve(cwd, one)) === realPath(resolve(cwd, other));
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    // It does not exist, so it has no other name; its folder may have.
    return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path));
  }
}
