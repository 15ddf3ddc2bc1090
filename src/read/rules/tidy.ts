import type { Problem } from '../../model/problem.ts';
import { byPlace } from '../by-place.ts';
import { mostProblems } from './shape.ts';

/** Problems in the order in which somebody mends them, each once, and of each file so many as help to mend it. */
export function tidy(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  return problems.toSorted(byPlace).filter((problem) => {
    const { file } = problem.at;
    const count = counts.get(file) ?? 0;
    const shown = JSON.stringify(problem);
    if (count >= mostProblems || seen.has(shown)) return false;
    seen.add(shown);
    counts.set(file, count + 1);
    return true;
  });
}
