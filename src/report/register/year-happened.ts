import type { RegisterRow } from '../../model/register.ts';
import { yearWords } from '../../text/year-words.ts';
import type { Block } from '../paper/blocks.ts';
import { counted, heading, openPoint, paragraph, useText, type YearRun } from './year-blocks.ts';

/** What began, ended and was approved in the year. */
export const happenedBlocks = (run: YearRun): readonly Block[] => [
  heading(1, yearWords[run.language].heading.year),
  ...begunBlocks(run),
  ...endedBlocks(run),
  ...approvalBlocks(run),
];

function begunBlocks(run: YearRun): readonly Block[] {
  const say = yearWords[run.language];
  const { begun, lateStart, period } = run.year;
  return [
    heading(2, say.heading.begun),
    ...counted(
      say.begun(begun.length, period.year),
      begun.flatMap((row) => (row.start === null ? [] : [say.begunOn(useText(row, run), say.day(row.start))])),
    ),
    ...point(lateStart, say.lateStart, run),
  ];
}

/** One for all, so that it can be read aloud. */
const point = (
  rows: readonly RegisterRow[],
  text: (uses: readonly string[]) => string,
  run: YearRun,
): readonly Block[] => (rows.length === 0 ? [] : [openPoint(text(rows.map((row) => useText(row, run))), run)]);

function endedBlocks(run: YearRun): readonly Block[] {
  const say = yearWords[run.language];
  const { ended, endedBefore, stillRunning, period } = run.year;
  const isRunning = (row: RegisterRow): boolean => stillRunning.includes(row);
  return [
    heading(2, say.heading.ended),
    ...counted(
      say.ended(ended.length, period.year),
      ended.flatMap((row) => {
        const use = useText(row, run);
        return row.end === null ? [] : [say.endedOn(use, isRunning(row) ? 'running' : 'planned', say.day(row.end))];
      }),
    ),
    ...(endedBefore.length === 0 ? [] : [paragraph(say.endedBefore(endedBefore.length))]),
    ...point(stillRunning, say.stillRunning, run),
  ];
}

function approvalBlocks(run: YearRun): readonly Block[] {
  const say = yearWords[run.language];
  const { approved, lapsed, unapproved, current, running, period } = run.year;
  return [
    heading(2, say.heading.approvals),
    ...counted(
      say.approved(approved.length, period.year),
      approved.flatMap((row) =>
        row.approval.on === null ? [] : [say.approvedOn(useText(row, run), say.day(row.approval.on))],
      ),
    ),
    ...(current.every(({ approval }) => approval.state === 'missing')
      ? []
      : counted(
          say.lapsed(lapsed.length),
          lapsed.flatMap((row) => lapsedText(row, run)),
        )),
    ...(running.length === 0
      ? []
      : counted(
          say.unapproved(unapproved.length),
          unapproved.map((row) => `${useText(row, run)}.`),
        )),
  ];
}

function lapsedText(row: RegisterRow, run: YearRun): readonly string[] {
  const say = yearWords[run.language];
  const { state, until } = row.approval;
  if (state === 'valid' || state === 'missing') return [];
  return [say.lapsedBecause(useText(row, run), state, until === null ? null : say.day(until))];
}
