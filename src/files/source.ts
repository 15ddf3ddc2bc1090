import { relative, resolve, sep } from 'node:path';
import type { Result } from '../model/problem.ts';
import { evidenceBelow, evidenceLookup, findProfile, readBytes } from './read.ts';

/** Where use cases lie with all that belongs to them: the file system as it is, or one revision of a Git repository. */
export interface Source {
  /** The bytes of a file by its shown name. */
  readonly readBytes: (file: string) => Result<Uint8Array>;
  /** For a use case: whether there is such a file below its folder. */
  readonly evidenceLookup: (useCaseFile: string) => (path: string) => boolean;
  /** The shown name of the nearest profile; null: none. */
  readonly findProfile: (useCaseFile: string) => string | null;
  /** The shown name of a profile that the command line names; null: not there. */
  readonly profileAt: (path: string) => string | null;
}

export const shownFrom = (cwd: string, path: string): string => relative(cwd, path).split(sep).join('/');

/** `evidenceRoot`: the folder below which evidence lies; null: each file's own. */
export function diskSource(cwd: string, evidenceRoot: string | null = null): Source {
  const nearest = new Map<string, string | null>();
  return {
    readBytes: (file) => readBytes(file, cwd),
    evidenceLookup: (file) =>
      evidenceRoot === null ? evidenceLookup(file, cwd) : evidenceBelow(resolve(cwd, evidenceRoot)),
    findProfile: (file) => {
      const path = findProfile(file, cwd, nearest);
      return path === null ? null : shownFrom(cwd, path);
    },
    profileAt: (path) => shownFrom(cwd, resolve(cwd, path)),
  };
}
