import type { Problem } from '../../src/model/problem.ts';
import { problemText } from '../../src/text/problems.ts';

/** A problem as a user meets it: place, code, and its sentence in both languages. */
export const told = (problem: Problem) => ({
  file: problem.at.file,
  code: problem.code,
  line: problem.at.line,
  column: problem.at.column,
  en: problemText(problem, 'en'),
  de: problemText(problem, 'de'),
});
