import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Revision } from './revision.ts';

/**
 * Whether a file in the working folder is another one than in the revision, there under the same or an earlier path. Its content is compared
 * with the name of Git's object, so no filter of Git runs; where Git would turn line ends, it counts as another.
 */
export function changeTest(revision: Revision, cwd: string): (file: string, was?: string | null) => boolean {
  return (file, was) => {
    const path = was ?? revision.pathOf(file);
    const entry = path === null ? undefined : revision.entries.get(path);
    const full = resolve(cwd, file);
    const found = statSync(full, { throwIfNoEntry: false });
    // Outside the repository nothing has revisions: it is as it is on both sides.
    if (path === null) return false;
    if (entry === undefined || found === undefined) return (entry === undefined) !== (found === undefined);
    if (!found.isFile() || !entry.isFile || found.size !== entry.size) return true;
    const bytes = readFileSync(full);
    const hash = createHash(entry.oid.length === 64 ? 'sha256' : 'sha1');
    return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex') !== entry.oid;
  };
}
