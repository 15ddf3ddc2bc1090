import { distance } from 'fastest-levenshtein';

/** The candidate that `word` was probably meant to be, or null when none is close enough. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | null = null;
  let least = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const here = distance(word, candidate);
    if (here < least) [best, least] = [candidate, here];
  }
  return best;
}
