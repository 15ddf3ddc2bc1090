import { lstat, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** A file that appears whole when it is finished, or not at all. */
export interface Draft {
  write(chunk: string | Uint8Array): Promise<void>;
  finish(): Promise<void>;
  discard(): Promise<void>;
}

/** Writes beside the target and renames at the end. Throws what the file system says; a link at the target is refused. */
export async function openDraft(file: string, cwd: string): Promise<Draft> {
  const target = resolve(cwd, file);
  if (await isLink(target)) throw new Error('symbolic link');
  const draft = join(dirname(target), `.${basename(target)}.kompass-draft`);
  const handle = await open(draft, 'w');
  return {
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
  };
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch {
    return false;
  }
}
