import { readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Obstacle } from '../model/tender.ts';
import { folderOf } from './read.ts';

const mebibyte = 1024 * 1024;
/** In MiB. Tender documents with pictures are large; more than this is not read at one go. */
const most = 20;

type Opened = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly obstacle: Obstacle };

/** The bytes of a tender document: a regular file that, after following links, still lies below the folder of the use case. */
export function readDocument(path: string, useCaseFile: string, cwd: string): Opened {
  try {
    const root = realpathSync.native(folderOf(useCaseFile, cwd));
    const full = realpathSync.native(resolve(root, path));
    if (!full.startsWith(root.endsWith(sep) ? root : root + sep)) return failed('not-there');
    const found = statSync(full);
    if (!found.isFile()) return failed('not-there');
    if (found.size > most * mebibyte) return { ok: false, obstacle: { code: 'too-large', limit: most } };
    return { ok: true, bytes: readFileSync(full) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return failed(code === 'ENOENT' || code === 'ENOTDIR' ? 'not-there' : 'not-readable');
  }
}

const failed = (code: 'not-there' | 'not-readable'): Opened => ({ ok: false, obstacle: { code } });
