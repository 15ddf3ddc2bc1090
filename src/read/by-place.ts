import type { Problem } from '../model/problem.ts';

/** The order in which somebody mends problems: file by file, from the top. */
export const byPlace = ({ at: a }: Problem, { at: b }: Problem): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;
