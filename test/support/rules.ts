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

/** The same book with the duties, prohibitions and gaps of one pack alone: what the others demand would stand in the way. */
export function demandsOf(pack: string, { book }: CompiledBook): CompiledBook {
  const rules = book.rules.filter(
    (rule) => rule.pack === pack || !(rule.kind === 'duty' || rule.kind === 'prohibition' || rule.kind === 'gap'),
  );
  return compile({ ...book, rules });
}

export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map((problem: Problem) => problemLine(problem)).join('\n'));
}
