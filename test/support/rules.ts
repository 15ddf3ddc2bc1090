import { compile, type CompiledBook } from '../../src/assess/compile.ts';
import type { Case } from '../../src/model/case.ts';
import type { Problem, Result } from '../../src/model/problem.ts';
import { readBook } from '../../src/read/book.ts';
import { readCases } from '../../src/read/cases.ts';
import { casesAsOf, problemLine, readRulesFolder } from '../../scripts/rules-folder.ts';

/** The rules and cases of a folder, as the build reads them; a broken one stops the test with all its problems. */
export function loadRules(folder: string): {
  readonly compiled: CompiledBook;
  readonly cases: readonly Case[];
} {
  const files = readRulesFolder(folder);
  const book = valueOf(readBook(files));
  return { compiled: compile(book), cases: valueOf(readCases(files, book, casesAsOf)) };
}

export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map((problem: Problem) => problemLine(problem)).join('\n'));
}
