import { findFiles, type Found, isThere } from '../files/find.ts';
import { diskSource, type Source } from '../files/source.ts';
import type { Result } from '../model/problem.ts';
import type { World } from './world.ts';

/** What one argument names: files, and where they are read. */
export interface Place {
  readonly source: Source;
  readonly found: Found;
  /** The same in the working folder. */
  readonly onDisk: string;
}

/** `main:use-cases/`: a revision, and a path in it; what lies in the working folder under that very name comes first. */
export function revisionIn(text: string, cwd: string): { readonly revision: string; readonly path: string } | null {
  const colon = text.indexOf(':');
  // One letter is a drive.
  if (colon < 0 || (colon === 1 && /^[a-z]:[\\/]/i.test(text)) || isThere(text, cwd)) return null;
  return { revision: text.slice(0, colon), path: text.slice(colon + 1) };
}

/** Files of the working folder, or of a revision of Git; its part of the program is loaded only then. */
export async function placeOf(text: string, { cwd, env }: World): Promise<Result<Place>> {
  const named = revisionIn(text, cwd);
  if (named === null) {
    const found = await findFiles([text], cwd);
    return { ok: true, value: { source: diskSource(cwd), found, onDisk: text } };
  }
  const { openRevision } = await import('../files/revision.ts');
  const opened = openRevision(named.revision, { cwd, env });
  if (!opened.ok) return opened;
  const { value: source } = opened;
  return { ok: true, value: { source, found: source.find(named.path), onDisk: source.onDisk(named.path) } };
}
