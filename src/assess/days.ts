import type { IsoDate } from '../model/date.ts';
import type { Days } from '../model/assessment.ts';

/** The days of application that are possible, in no order; null is a day that never comes. */
export type PossibleDays = readonly (IsoDate | null)[];

export type Timing = 'in-force' | 'upcoming' | 'never' | 'doubtful';

/** Where the possible days lie as seen from the effective day; `openStart`: the effective day may still move on. */
export function timingOf(days: PossibleDays, effective: IsoDate, openStart: boolean): Timing {
  if (days.every((day) => day === null)) return 'never';
  if (days.every((day) => day !== null && day <= effective)) return 'in-force';
  if (openStart || days.some((day) => day !== null && day <= effective)) return 'doubtful';
  return 'upcoming';
}

export function spanOf(days: PossibleDays): Days {
  const dated = days.filter((day) => day !== null).toSorted();
  return {
    earliest: dated[0] ?? null,
    latest: days.includes(null) ? null : (dated.at(-1) ?? null),
  };
}
