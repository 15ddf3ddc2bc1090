import type { Brand } from './brand.ts';

/** A calendar day, `YYYY-MM-DD`; compares as a string. */
export type IsoDate = Brand<'IsoDate'>;

/** The day that `text` names, or null when it is not an existing day written as `YYYY-MM-DD`. */
export function parseIsoDate(text: string): IsoDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? (text as IsoDate) : null;
}

export const laterOf = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? b : a);

/** The same day of the month so many months later; the last of the month where it has no such day. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10) as IsoDate;
}
