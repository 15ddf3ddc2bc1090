import { type IsoDate, parseIsoDate, parsePeriod } from '../model/date.ts';

/** The months as people write them, in German and English, by their first three letters. */
const monthNames = [
  'jan',
  'feb',
  'mär|mae|mar|mrz',
  'apr',
  'mai|may',
  'jun',
  'jul',
  'aug',
  'sep',
  'okt|oct',
  'nov',
  'dez|dec',
];

const two = (number: string): string => number.padStart(2, '0');

/** The day that somebody typed, `2027-05-01` or `1.5.2027`; null: it names none. */
export function dayTypedIn(text: string): IsoDate | null {
  const german = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text.trim());
  if (german === null) return parseIsoDate(text.trim());
  const [, day = '', month = '', year = ''] = german;
  return parseIsoDate(`${year}-${two(month)}-${two(day)}`);
}

/** The month or year that somebody typed, as it stands in a file: `2027-05`, `5.2027`, `05/2027`, `Mai 2027`, `2027`; null: it names none. */
export function periodTypedIn(text: string): string | null {
  const trimmed = text.trim();
  const [, month, year] = /^(\d{1,2})[./] ?(\d{4})$/.exec(trimmed) ?? [];
  const [, name, of] = /^(\p{L}{3,9})\.? (\d{4})$/u.exec(trimmed) ?? [];
  const place =
    name === undefined
      ? -1
      : monthNames.findIndex((names) => names.split('|').includes(name.slice(0, 3).toLowerCase()));
  const written =
    month !== undefined ? `${year}-${two(month)}` : place >= 0 ? `${of}-${two(String(place + 1))}` : trimmed;
  return parsePeriod(written) === null ? null : written;
}

/** The first day of the month or year that somebody typed where a day is needed; null: they typed something else. */
export const firstDayOf = (text: string): IsoDate | null => parsePeriod(periodTypedIn(text) ?? '')?.first ?? null;
