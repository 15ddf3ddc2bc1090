import { yearWords } from '../../text/year-words.ts';
import type { Block, Paper } from '../paper/blocks.ts';
import { aheadBlocks } from './year-ahead.ts';
import { heading, list, note, openPoint, paragraph, type YearRun } from './year-blocks.ts';
import { changeBlocks } from './year-changes.ts';
import { happenedBlocks } from './year-happened.ts';
import { standingBlocks } from './year-standing.ts';

/** The yearly report to the council, in sentences that can be read aloud. No name of a person stands in it. */
export function yearReport(run: YearRun): Paper {
  const { year, language } = run;
  const say = yearWords[language];
  const title = say.title(year.period.year);
  return {
    title,
    language,
    blocks: [
      { kind: 'title', text: title },
      ...headBlocks(run),
      ...overviewBlocks(run),
      ...happenedBlocks(run),
      ...standingBlocks(run),
      ...changeBlocks(run),
      ...aheadBlocks(run),
      heading(1, say.heading.open),
      ...say.openPoint.map((text) => openPoint(text, run)),
    ],
  };
}

function headBlocks({ register, year, language }: YearRun): readonly Block[] {
  const say = yearWords[language];
  const { asOf, period } = year;
  const { unread, problems } = register;
  const day = say.day(asOf);
  const bodies = [...new Set(year.all.flatMap(({ organisation: name }) => (name === null ? [] : [name])))];
  return [
    ...(bodies.length === 0
      ? []
      : [{ kind: 'paragraph', text: [{ kind: 'strong', text: bodies.join(', ') }] } as const]),
    paragraph(
      [
        say.about(day),
        ...(asOf < period.to ? [say.notOver(period.year, day)] : []),
        ...(asOf > period.to ? [say.pastYear(period.year)] : []),
      ].join(' '),
    ),
    paragraph(say.noAdvice),
    ...(unread.length === 0 ? [] : [note(say.unread(unread.map(({ file }) => file)))]),
    ...(problems.length === 0 ? [] : [note(say.otherProblems(problems.length))]),
  ];
}

function overviewBlocks({ year, language }: YearRun): readonly Block[] {
  const say = yearWords[language];
  const which = say.current(year.all.length - year.current.length, year.current.length);
  const stages = year.stages.filter(({ rows }) => rows.length > 0);
  return [
    heading(1, say.heading.overview),
    paragraph(year.all.length === 0 ? say.known(0) : `${say.known(year.all.length)} ${which}`),
    ...list(stages.map(({ stage, rows }) => say.stage(stage, rows.length))),
  ];
}
