/** Strong Kleene logic: unknown is a value of its own and never becomes no. */
export type Truth = 'true' | 'false' | 'unknown';

export const fromBoolean = (value: boolean): Truth => (value ? 'true' : 'false');

export const not = (value: Truth): Truth => (value === 'unknown' ? 'unknown' : value === 'true' ? 'false' : 'true');

/** False as soon as one item is false, true when all are; true for no items. Stops looking at the first that settles it. */
export function every<T>(items: readonly T[], truthOf: (item: T) => Truth): Truth {
  let result: Truth = 'true';
  for (const item of items) {
    const truth = truthOf(item);
    if (truth === 'false') return truth;
    if (truth === 'unknown') result = truth;
  }
  return result;
}

/** True as soon as one item is true, false when all are false; false for no items. */
export function some<T>(items: readonly T[], truthOf: (item: T) => Truth): Truth {
  let result: Truth = 'false';
  for (const item of items) {
    const truth = truthOf(item);
    if (truth === 'true') return truth;
    if (truth === 'unknown') result = truth;
  }
  return result;
}

/** True when at least `count` items are true, false when so many can no longer become true. */
export function atLeast<T>(count: number, items: readonly T[], truthOf: (item: T) => Truth): Truth {
  const truths = items.map(truthOf);
  const certain = truths.filter((truth) => truth === 'true').length;
  if (certain >= count) return 'true';
  const possible = certain + truths.filter((truth) => truth === 'unknown').length;
  return possible >= count ? 'unknown' : 'false';
}

export const both = (a: Truth, b: Truth): Truth => (a === 'false' || b === 'true' ? a : b);

/** A hit less its exception, which is looked at only where there is a hit. */
export const butNot = (hit: Truth, exception: () => Truth): Truth =>
  hit === 'false' ? hit : both(hit, not(exception()));
