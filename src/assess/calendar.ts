import type { Condition } from '../model/condition.ts';
import type { IsoDate } from '../model/date.ts';
import type { DateName } from '../model/ids.ts';
import type { NamedDate } from '../model/source.ts';
import { type CompiledBook, known } from './compile.ts';

/** One entry of a named date as the acts known on a day set it; `from` null: never. */
export interface KnownDate {
  readonly when: Condition | null;
  readonly from: IsoDate | null;
}

/** The entries of each named date, less those that no act known on the day has set. */
type Calendar = ReadonlyMap<DateName, readonly KnownDate[]>;

/** One run looks from one day, so the calendar made last is nearly always the one asked for. */
const lastMade = new WeakMap<CompiledBook, { readonly asOf: IsoDate; readonly calendar: Calendar }>();

export function calendarOf(compiled: CompiledBook, asOf: IsoDate): Calendar {
  const last = lastMade.get(compiled);
  if (last?.asOf === asOf) return last.calendar;
  const calendar = new Map(compiled.book.dates.map((date) => [date.name, knownDates(date, compiled, asOf)]));
  lastMade.set(compiled, { asOf, calendar });
  return calendar;
}

const knownDates = ({ entries }: NamedDate, { sources }: CompiledBook, asOf: IsoDate): readonly KnownDate[] =>
  entries.flatMap(({ when, versions }) => {
    const version = versions.findLast(({ setBy }) => known(sources, setBy).published <= asOf);
    return version === undefined ? [] : [{ when, from: version.from }];
  });
