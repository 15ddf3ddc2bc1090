import type { IsoDate } from '../../model/date.ts';
import { type CountedDue, type NamedDue, yearWords } from '../../text/year-words.ts';
import type { Block } from '../paper/blocks.ts';
import { counted, heading, list, paragraph, useText, type YearRun } from './year-blocks.ts';

/** What comes until the end of the following year. */
export function aheadBlocks(run: YearRun): readonly Block[] {
  const say = yearWords[run.language];
  const { starts, ends, due, to } = run.year.ahead;
  const title = heading(1, say.heading.ahead);
  if (starts.length + ends.length + due.length === 0) return [title, paragraph(say.ahead.nothing(say.day(to)))];
  const dated = (day: IsoDate | null, text: (day: string) => string): readonly string[] =>
    day === null ? [] : [text(say.day(day))];
  return [
    title,
    paragraph(say.ahead.until(say.day(to))),
    ...(starts.length === 0
      ? []
      : counted(
          say.ahead.starts(starts.length),
          starts.flatMap((row) => dated(row.start, (day) => say.ahead.dueOn(useText(row, run), day))),
        )),
    ...(ends.length === 0
      ? []
      : counted(
          say.ahead.ends(ends.length),
          ends.flatMap((row) => dated(row.end, (day) => say.ahead.dueOn(useText(row, run), day))),
        )),
    ...named.flatMap((kind) => namedBlocks(kind, run)),
    ...tooMany.flatMap((kind) => countedBlocks(kind, run)),
    ...lawBlocks(run),
  ];
}

const named = ['review', 'waiver-ends', 'approval-ends'] as const satisfies readonly NamedDue[];
/** Too many to be read aloud. */
const tooMany = ['evidence-ends', 'opinion-ends', 'planned'] as const satisfies readonly CountedDue[];

function namedBlocks(kind: NamedDue, run: YearRun): readonly Block[] {
  const say = yearWords[run.language];
  const items = run.year.ahead.due.filter(({ item }) => item.kind === kind);
  if (items.length === 0) return [];
  return counted(
    say.ahead.named(kind, items.length),
    items.flatMap(({ rows, item }) => rows.map((row) => say.ahead.dueOn(useText(row, run), say.day(item.on)))),
  );
}

function countedBlocks(kind: CountedDue, run: YearRun): readonly Block[] {
  const say = yearWords[run.language];
  const items = run.year.ahead.due.filter(({ item }) => item.kind === kind);
  const [first] = items;
  return first === undefined ? [] : [paragraph(say.ahead.due(kind, items.length, say.day(first.item.on)))];
}

function lawBlocks(run: YearRun): readonly Block[] {
  const say = yearWords[run.language];
  const days = new Map<string, { readonly on: IsoDate; readonly certain: boolean; readonly files: Set<string> }>();
  for (const { rows, item } of run.year.ahead.due) {
    if (item.kind !== 'law-begins') continue;
    const key = `${item.on} ${item.certain}`;
    const day = days.get(key) ?? { on: item.on, certain: item.certain, files: new Set() };
    for (const { file } of rows) day.files.add(file);
    days.set(key, day);
  }
  return list(Array.from(days.values(), ({ on, certain, files }) => say.ahead.law(say.day(on), files.size, certain)));
}
