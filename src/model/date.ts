import type { Brand } from './brand.ts';

/** A calendar day, `YYYY-MM-DD`; compares as a string. */
export type IsoDate = Brand<'IsoDate'>;

/** The day that `text` names, or null when it is not an existing day written as `YYYY-MM-DD`. */
export function parseIsoDate(text: string): IsoDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(month, year) ? (text as IsoDate) : null;
}

/** A month or a year, `2024-08` or `2024`, by its first and last day; null for anything else. */
export function parsePeriod(text: string): { readonly first: IsoDate; readonly last: IsoDate } | null {
  const [from, to] = /^\d{4}$/.test(text) ? [`${text}-01`, `${text}-12`] : [text, text];
  const first = parseIsoDate(`${from}-01`);
  const last = [31, 30, 29, 28].map((day) => parseIsoDate(`${to}-${day}`)).find((day) => day !== null) ?? null;
  return first === null || last === null ? null : { first, last };
}

function lengthOf(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export const laterOf = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? b : a);

export function addDays(day: IsoDate, days: number): IsoDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10) as IsoDate;
}

/** The same day of the month so many months later; the last of the month where it has no such day. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10) as IsoDate;
}
