import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { Problem, Result } from '../model/problem.ts';
import { profileName, standardInput } from './find.ts';
import { keep } from './keep.ts';

/** More is never a description of one use case. */
export const maxBytes = 1024 * 1024;
/** A register of twenty thousand uses. */
export const maxRegisterBytes = 256 * maxBytes;
/** A list of all uses of a large body. */
export const maxListBytes = 64 * maxBytes;

/** The bytes of a regular file of at most `most`, or the problem that kept us from reading it. Waits: nothing else is to be done. */
export function readBytes(file: string, cwd: string, most = maxBytes): Result<Uint8Array> {
  try {
    const path = resolve(cwd, file);
    const found = statSync(path);
    if (!found.isFile()) return failed('not-a-file', file);
    return found.size > most ? tooLarge(file, most) : { ok: true, value: readFileSync(path) };
  } catch (error) {
    return unreadable(file, error);
  }
}

/** All of standard input, at most 1 MiB. */
export async function readStandardInput(stdin: AsyncIterable<Uint8Array | string>): Promise<Result<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    size += bytes.length;
    if (size > maxBytes) return tooLarge(standardInput);
    chunks.push(bytes);
  }
  return { ok: true, value: Buffer.concat(chunks) };
}

const startOf = (file: string) => ({ file, line: 1, column: 1 });

export const tooLarge = (file: string, most = maxBytes): Result<never> => ({
  ok: false,
  problems: [{ code: 'too-large', at: startOf(file), params: { limit: `${most / 1024 / 1024} MiB` } }],
});

const failed = (code: 'not-a-file' | 'not-found', path: string): Result<never> => ({
  ok: false,
  problems: [{ code, at: startOf(path), params: { path } } satisfies Problem],
});

function unreadable(path: string, error: unknown): Result<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT') return failed('not-found', path);
  return {
    ok: false,
    problems: [{ code: 'not-readable', at: startOf(path), params: { path, detail: code } }],
  };
}

/**
 * Tells whether an evidence file exists: a regular file that holds something, and after following links still below `folder`. A use case
 * cannot make us look anywhere else.
 */
export function evidenceBelow(folder: string): (path: string) => boolean {
  const known = new Map<string, boolean>();
  return (path) => {
    const exists = known.get(path) ?? liesBelow(folder, path);
    keep(known, path, exists);
    return exists;
  };
}

/** The same below the folder in which a file stands. */
export const evidenceLookup = (useCaseFile: string, cwd: string): ((path: string) => boolean) =>
  evidenceBelow(folderOf(useCaseFile, cwd));

function liesBelow(folder: string, path: string): boolean {
  try {
    const root = realpathSync.native(folder);
    const full = realpathSync.native(resolve(folder, path));
    if (!full.startsWith(root + sep)) return false;
    const found = statSync(full);
    return found.isFile() && found.size > 0;
  } catch {
    return false;
  }
}

/** The folder that the paths in a use case start from. */
export const folderOf = (useCaseFile: string, cwd: string): string =>
  useCaseFile === standardInput ? cwd : dirname(resolve(cwd, useCaseFile));

/** The nearest profile in the folder of the use case or above it; null: none. `cache`: what is known of folders already. */
export function findProfile(useCaseFile: string, cwd: string, cache: Map<string, string | null>): string | null {
  return nearestProfile(folderOf(useCaseFile, cwd), cache);
}

function nearestProfile(folder: string, cache: Map<string, string | null>): string | null {
  const seen = cache.get(folder);
  if (seen !== undefined) return seen;
  const parent = dirname(folder);
  const nearest = profileIn(folder) ?? (parent === folder ? null : nearestProfile(parent, cache));
  keep(cache, folder, nearest);
  return nearest;
}

function profileIn(folder: string): string | null {
  const path = resolve(folder, profileName);
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? realpathSync.native(path) : null;
}
