import { join } from 'node:path';
import type { Language } from '../../model/language.ts';
import type { Imported, Remark } from '../../read/import/import.ts';
import { forTerminal } from '../../report/escape.ts';
import { pageWidth, wrap } from '../../report/terminal/page.ts';
import { importWords } from '../../text/import-words.ts';

interface Told {
  readonly list: string;
  readonly folder: string;
  readonly isTrial: boolean;
  readonly language: Language;
  readonly columns: number | undefined;
}

const mostRemarks = 15;

/** What became of a list: how much is known, what somebody has to look at, what was left behind, what comes next. */
export function summary({ entries, unused, missing, unnamed }: Imported, told: Told): string {
  const words = importWords[told.language];
  const [first] = entries;
  const remarks = remarkLines(
    entries.flatMap((entry) => entry.remarks),
    told,
  );
  const lines = [
    ...paragraph((told.isTrial ? words.wouldWrite : words.written)(entries.length, told.list, told.folder), told),
    ...knownLines({ entries }, told),
    ...(remarks.length === 0 ? [] : ['', words.remarks, ...remarks]),
    '',
    ...(unused.length === 0 ? [] : paragraph(words.unused(unused.join(', ')), told)),
    ...(unnamed === 0 ? [] : paragraph(words.unnamed(unnamed), told)),
    ...(missing.length === 0 ? [] : paragraph(words.missing(missing.join(', ')), told)),
    ...paragraph(words.nothingGuessed, told),
    ...(told.isTrial || first === undefined
      ? []
      : ['', ...words.next(told.folder, join(told.folder, `${first.id}.yaml`)).map(forTerminal)]),
  ];
  return `${lines.join('\n')}\n`;
}

const paragraph = (text: string, { columns }: Told): readonly string[] => wrap(forTerminal(text), pageWidth(columns));

function knownLines({ entries }: Pick<Imported, 'entries'>, told: Told): readonly string[] {
  const words = importWords[told.language];
  const counts = new Map<string, number>();
  for (const { answers } of entries)
    for (const { column, fact, yaml } of answers) {
      const label = `${column} → ${fact.id}`;
      counts.set(label, (counts.get(label) ?? 0) + (yaml === null || yaml === 'unknown' ? 0 : 1));
    }
  if (counts.size === 0) return [];
  const width = Math.max(...[...counts.keys()].map((label) => forTerminal(label).length));
  const lines = Array.from(
    counts,
    ([label, count]) => `  ${forTerminal(label).padEnd(width)}  ${words.knownOf(count, entries.length)}`,
  );
  return ['', words.known, ...lines];
}

/** The same words in the same column are told once. */
function remarkLines(remarks: readonly Remark[], told: Told): readonly string[] {
  const words = importWords[told.language];
  const groups = new Map<string, { readonly first: Remark; count: number }>();
  for (const remark of remarks) {
    const key = JSON.stringify([remark.kind, remark.column, remark.said]);
    const group = groups.get(key) ?? { first: remark, count: 0 };
    group.count += 1;
    groups.set(key, group);
  }
  const all = [...groups.values()];
  return [
    ...all.slice(0, mostRemarks).flatMap(({ first, count }) => {
      const { file, line, column } = first.at;
      const times = count === 1 ? '' : ` (${words.times(count)})`;
      const text = words.remark[first.kind](first.column, shortened(first.said));
      return wrap(forTerminal(`${file}:${line}:${column}${times} ${text}`), pageWidth(told.columns) - 2).map(
        (part, index) => `${index === 0 ? '  ' : '    '}${part}`,
      );
    }),
    ...(all.length > mostRemarks ? [`  ${words.more(all.length - mostRemarks)}`] : []),
    ...(all.some(({ first }) => first.kind === 'no-meaning' || first.kind === 'no-date') ? [`  ${words.kept}`] : []),
  ];
}

const shortened = (text: string): string => (text.length > 80 ? `${Array.from(text).slice(0, 80).join('')}…` : text);
