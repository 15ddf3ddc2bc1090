import { parseIsoDate, parsePeriod } from '../../model/date.ts';

/** How days, months and years may be written in a list. */
export const dateFormats = [
  'yyyy-mm-dd',
  'dd.mm.yyyy',
  'dd/mm/yyyy',
  'mm/dd/yyyy',
  'yyyy-mm',
  'mm.yyyy',
  'mm/yyyy',
  'yyyy',
] as const;
export type DateFormat = (typeof dateFormats)[number];

const parts: Readonly<Record<string, string>> = { yyyy: '(?<y>\\d{4})', mm: '(?<m>\\d{1,2})', dd: '(?<d>\\d{1,2})' };

const patterns: ReadonlyMap<DateFormat, RegExp> = new Map(
  dateFormats.map((format) => [
    format,
    new RegExp(`^${format.replaceAll('.', '\\.').replaceAll(/yyyy|mm|dd/g, (part) => parts[part] ?? part)}$`),
  ]),
);

/** The day, month or year as our files write it; null: it is none, or two of the formats take it for different days. */
export function isoIn(text: string, formats: readonly DateFormat[]): string | null {
  const read = new Set(formats.flatMap((format) => isoBy(text.trim(), format) ?? []));
  const [one] = read;
  return one !== undefined && read.size === 1 ? one : null;
}

function isoBy(text: string, format: DateFormat): string | null {
  const found = patterns.get(format)?.exec(text)?.groups;
  if (found === undefined) return null;
  const iso = [found['y'], found['m']?.padStart(2, '0'), found['d']?.padStart(2, '0')]
    .filter((part) => part !== undefined)
    .join('-');
  return parseIsoDate(iso) !== null || parsePeriod(iso) !== null ? iso : null;
}
