import type { Verdict } from '../../model/assessment.ts';
import { registerWords } from '../../text/register-words.ts';
import { forTerminal } from '../escape.ts';
import { paintOf } from '../terminal.ts';
import { pageWidth, sides, wrap } from '../terminal/page.ts';
import type { Chart } from './charts.ts';
import type { RegisterReporter } from './run.ts';
import { type EntryView, type FactView, type SectionView, viewOf } from './view.ts';

interface Desk {
  readonly width: number;
  readonly paint: ReturnType<typeof paintOf>;
}

/** Each use as a few lines that fold, since a table of so much would not fit; the figures at the end, where the eye is. */
export const terminal: RegisterReporter = function* (register, run) {
  const desk: Desk = { width: pageWidth(run.width), paint: paintOf(run) };
  const view = viewOf(register, run);
  const { section } = registerWords[run.language];
  yield lines([
    ...sides(run.isPublic ? view.title : `KI-Kompass · ${view.title}`, view.asOf, desk.width, desk.paint.dim),
    ...view.notes.flatMap((note) => wrap(note, desk.width)),
  ]);
  for (const one of view.sections) yield* sectionText(one, desk);
  if (view.shared.length > 0)
    yield lines([
      '',
      ...heading(section.dates, desk),
      ...view.shared.flatMap((text) => indented(forTerminal(text), desk.width)),
    ]);
  if (view.unread.length > 0) {
    const files = view.unread.flatMap(({ file, texts }) => [
      ...wrap(forTerminal(file), desk.width),
      ...texts.flatMap((text) => indented(forTerminal(text), desk.width)),
    ]);
    yield lines(['', ...heading(section.unread, desk), ...files]);
  }
  if (view.problems.length > 0)
    yield lines([
      '',
      ...heading(section.problems, desk),
      ...view.problems.flatMap((text) => indented(forTerminal(text), desk.width)),
    ]);
  for (const chart of view.charts) yield lines(['', ...chartLines(chart, desk)]);
  yield lines(['', ...wrap(view.footer, desk.width)]);
};

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;

const heading = (text: string, { width, paint }: Desk): readonly string[] =>
  wrap(forTerminal(text).toLocaleUpperCase('de'), width).map((line) => paint.bold(line));

function* sectionText({ heading: title, groups }: SectionView, desk: Desk): Iterable<string> {
  yield lines(['', ...heading(title, desk)]);
  for (const { heading: product, entries } of groups) {
    if (product !== null) yield lines(wrap(forTerminal(product), desk.width).map((line) => desk.paint.bold(line)));
    for (const entry of entries) yield lines(entryLines(entry, desk));
  }
}

function entryLines({ title, verdict, facts }: EntryView, desk: Desk): readonly string[] {
  const paint = verdict === null ? desk.paint.bold : verdictPaint(verdict.value, desk);
  const right = verdict === null ? '' : paint(verdict.text);
  return [
    ...sides(forTerminal(title), right, desk.width, desk.paint.bold),
    ...facts.filter(({ isLong }) => isLong !== true).flatMap((fact) => factLines(fact, desk)),
  ];
}

function verdictPaint(verdict: Verdict, { paint }: Desk) {
  if (verdict === 'ready') return paint.green;
  return verdict === 'stop' ? paint.red : paint.yellow;
}

/** Wide enough for the longest label in both languages. */
const indent = 18;

const factLines = ({ label, texts }: FactView, { width, paint }: Desk): readonly string[] =>
  texts.flatMap((text, index) =>
    wrap(forTerminal(text), width - indent).map((line, at) =>
      index === 0 && at === 0 ? `  ${paint.dim(label.padEnd(indent - 2))}${line}` : ' '.repeat(indent) + line,
    ),
  );

const indented = (text: string, width: number): readonly string[] => wrap(text, width - 2).map((line) => `  ${line}`);

/** Bars without any part are left out. */
function chartLines({ title, series, bars, note }: Chart, desk: Desk): readonly string[] {
  const told = bars.filter(({ values }) => values.some((value) => value > 0));
  if (told.length === 0) return [];
  const label = Math.min(38, Math.max(...told.map((bar) => bar.label.length)) + 2);
  return [
    ...heading(title, desk),
    ...told.flatMap((bar) => {
      const parts = series.flatMap(({ name }, index) => {
        const value = bar.values[index] ?? 0;
        return value === 0 ? [] : [name === null ? `${value}` : `${value} ${name}`];
      });
      return wrap(parts.join('; '), desk.width - label - 2).map(
        (line, index) => `  ${(index === 0 ? bar.label : '').padEnd(label)}${line}`,
      );
    }),
    ...(note === null ? [] : indented(note, desk.width).map((line) => desk.paint.dim(line))),
  ];
}
