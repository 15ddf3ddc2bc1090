/** Strong Kleene logic: unknown is a value of its own and never becomes no. */
export type Truth = 'true' | 'false' | 'unknown';

export const fromBoolean = (value: boolean): Truth => (value ? 'true' : 'false');

export const not = (value: Truth): Truth => (value === 'unknown' ? 'unknown' : value === 'true' ? 'false' : 'true');

/** False as soon as one part is false, true when all are; true for no parts. */
export function and(parts: readonly Truth[]): Truth {
  if (parts.includes('false')) return 'false';
  return parts.includes('unknown') ? 'unknown' : 'true';
}

/** True as soon as one part is true, false when all are false; false for no parts. */
export function or(parts: readonly Truth[]): Truth {
  if (parts.includes('true')) return 'true';
  return parts.includes('unknown') ? 'unknown' : 'false';
}

/** True when at least `count` parts are true, false when so many can no longer become true. */
export function atLeast(count: number, parts: readonly Truth[]): Truth {
  const certain = parts.filter((part) => part === 'true').length;
  if (certain >= count) return 'true';
  const possible = certain + parts.filter((part) => part === 'unknown').length;
  return possible >= count ? 'unknown' : 'false';
}
