import { open, realpath, stat } from 'node:fs/promises';
import { statSync, realpathSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { Problem, Result } from '../model/problem.ts';
import { profileName, standardInput } from './find.ts';

/** More is never a description of one use case. */
export const maxBytes = 1024 * 1024;

/** The bytes of a regular file of at most 1 MiB, or the problem that kept us from reading it. */
export async function readBytes(file: string, cwd: string): Promise<Result<Uint8Array>> {
  try {
    const path = resolve(cwd, file);
    if (!(await stat(path)).isFile()) return failed('not-a-file', file);
    const handle = await open(path);
    try {
      return await readUpToLimit(handle, file);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return unreadable(file, error);
  }
}

async function readUpToLimit(handle: Awaited<ReturnType<typeof open>>, file: string): Promise<Result<Uint8Array>> {
  const { size } = await handle.stat();
  if (size > maxBytes) return tooLarge(file);
  return { ok: true, value: await handle.readFile() };
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

const tooLarge = (file: string): Result<never> => ({
  ok: false,
  problems: [{ code: 'too-large', at: startOf(file), params: { limit: '1 MiB' } }],
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
 * Tells whether an evidence file exists: a regular file, and after following links still below `root`. A use case cannot make us look
 * anywhere else.
 */
export function evidenceLookup(useCaseFile: string, cwd: string): (path: string) => boolean {
  const folder = useCaseFile === standardInput ? cwd : dirname(resolve(cwd, useCaseFile));
  return (path) => {
    try {
      const root = realpathSync(folder);
      const full = realpathSync(resolve(folder, path));
      return full.startsWith(root + sep) && statSync(full).isFile();
    } catch {
      return false;
    }
  };
}

/** The nearest profile in the folder of the use case or above it, not above `cwd` unless the use case lies outside; null: none. */
export async function findProfile(
  useCaseFile: string,
  cwd: string,
  cache: Map<string, string | null>,
): Promise<string | null> {
  const folder = useCaseFile === standardInput ? cwd : dirname(resolve(cwd, useCaseFile));
  return nearestProfile(folder, cache);
}

async function nearestProfile(folder: string, cache: Map<string, string | null>): Promise<string | null> {
  const seen = cache.get(folder);
  if (seen !== undefined) return seen;
  const found = await profileIn(folder);
  const parent = dirname(folder);
  const nearest = found ?? (parent === folder ? null : await nearestProfile(parent, cache));
  cache.set(folder, nearest);
  return nearest;
}

async function profileIn(folder: string): Promise<string | null> {
  const path = resolve(folder, profileName);
  try {
    return (await stat(path)).isFile() ? await realpath(path) : null;
  } catch {
    return null;
  }
}
