import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

export const configName = '.kompass.yaml';

/**
 * The nearest configuration in the working folder or above it, up to the folder of the repository (the one with `.git`). Outside a
 * repository up to the home folder, where the working folder lies below it; elsewhere only the working folder itself: in folders that
 * many people share, somebody else's file must not settle our runs. Null: none.
 */
export function findConfig(cwd: string, home: string | undefined): string | null {
  const folders = withParents(realPath(cwd) ?? cwd);
  const above = folders.findIndex((folder) => existsSync(join(folder, '.git')));
  const last = above >= 0 ? above : folders.indexOf((home === undefined ? null : realPath(home)) ?? '');
  const found = folders.slice(0, Math.max(0, last) + 1).find((folder) => isFile(join(folder, configName)));
  return found === undefined ? null : join(found, configName);
}

function withParents(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...withParents(parent)];
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** Where a path in a configuration leads, after following links. */
export function placeBelow(folder: string, path: string): 'inside' | 'outside' | 'missing' {
  const [root, full] = [realPath(folder), realPath(resolve(folder, path))];
  if (root === null || full === null) return 'missing';
  return full === root || full.startsWith(root.endsWith(sep) ? root : root + sep) ? 'inside' : 'outside';
}

function realPath(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    // It is not there, or nobody may look.
    return null;
  }
}
