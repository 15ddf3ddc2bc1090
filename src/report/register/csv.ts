import { aspectTotals } from '../../assess/register-totals.ts';
import { type RegisterRow, type Unread, tallyStates } from '../../model/register.ts';
import { sectionsOf } from '../../model/register-order.ts';
import { dayText, messages } from '../../text/messages.ts';
import { problemText } from '../../text/problems.ts';
import { registerWords } from '../../text/register-words.ts';
import { forCsv } from '../escape.ts';
import { type PublicEntry, publicEntry } from './public.ts';
import type { RegisterReporter, RegisterRun } from './run.ts';
import {
  approvalText,
  dueText,
  eventTexts,
  opinionTexts,
  registerText,
  tierText,
  verdictText,
  waiverTexts,
} from './texts.ts';

/** One line for each use; semicolons, a byte order mark and CRLF, as spreadsheets in offices expect. */
export const csv: RegisterReporter = function* (register, run) {
  if (run.isPublic) {
    const entries = register.rows.map((row) => publicEntry(row, run.asOf));
    yield* tableOf(entries, publicColumns(run));
    if (register.unread.length > 0) yield line([registerWords[run.language].unreadPublic(register.unread.length)]);
    return;
  }
  yield* tableOf(register.rows, fullColumns(run));
  for (const unread of register.unread) yield unreadLine(unread, run);
};

type Column<Row> = readonly [head: string, text: (row: Row) => string];

function* tableOf<Row extends RegisterRow | PublicEntry>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): Iterable<string> {
  yield `\uFEFF${line(columns.map(([head]) => head))}`;
  for (const { groups } of sectionsOf(rows))
    for (const group of groups) for (const row of group.rows) yield line(columns.map(([, text]) => text(row)));
}

const line = (cells: readonly string[]): string => `${cells.map(forCsv).join(';')}\r\n`;

function shared(run: RegisterRun): readonly Column<RegisterRow | PublicEntry>[] {
  const { language } = run;
  const { label } = registerWords[language];
  return [
    [label.useCase, ({ title }) => title],
    [label.id, ({ id }) => id],
    [label.purpose, ({ purpose }) => purpose ?? ''],
    [label.unit, ({ owner }) => owner.unit ?? ''],
    [label.product, ({ product }) => product?.name ?? ''],
    [label.supplier, ({ product }) => product?.supplier ?? ''],
    [label.stage, ({ stage }) => (stage === null ? '' : messages[language].stage[stage])],
    [label.start, ({ start }) => (start === null ? '' : dayText(start, language))],
    [label.tier, ({ tier }) => tierText(tier, run)],
    [label.register, (row) => (row.register === null ? '' : registerText(row, run))],
  ];
}

function publicColumns(run: RegisterRun): readonly Column<PublicEntry>[] {
  const { language } = run;
  const say = registerWords[language];
  return [
    ...shared(run),
    [say.label.ended, ({ ended }) => (ended === null ? '' : dayText(ended, language))],
    [say.label.informed, ({ informed }) => say.informed[informed]],
    [
      say.label.approval,
      ({ approval: { on } }) => (on === null ? say.notApproved : say.approved(dayText(on, language))),
    ],
  ];
}

function fullColumns(run: RegisterRun): readonly Column<RegisterRow>[] {
  const { language } = run;
  const { label, chart } = registerWords[language];
  const say = messages[language];
  const day = (on: Parameters<typeof dayText>[0] | null): string => (on === null ? '' : dayText(on, language));
  return [
    ...shared(run),
    [label.version, ({ product }) => product?.version ?? ''],
    [label.owner, ({ owner }) => owner.role ?? ''],
    [label.end, ({ end }) => day(end)],
    [label.result, (row) => verdictText(row, run)],
    [label.lawResult, ({ lawVerdict }) => say.verdict[lawVerdict]],
    [label.prohibitions, ({ work }) => `${work.stop.length}`],
    [label.possible, ({ work }) => `${work.possible.length}`],
    [label.missing, ({ work }) => `${work.unmet.length}`],
    [label.open, ({ work }) => `${work.open.length}`],
    [label.ahead, ({ work }) => `${work.unsecured.length}`],
    [label.questions, ({ questions }) => `${questions.tier + questions.verdict}`],
    [label.opinions, (row) => opinionTexts(row, run).join('\n')],
    [label.approval, (row) => approvalText(row, run)],
    [label.lastReview, ({ review }) => day(review.last)],
    [label.nextReview, ({ review }) => day(review.due)],
    [label.waivers, (row) => waiverTexts(row, run).join('\n')],
    [label.events, (row) => (eventTexts(row, run) ?? []).join('\n')],
    [label.dueDay, nextDate(run)],
    ...tallyStates.map((state): Column<RegisterRow> => [
      chart.duties(chart.tally[state]),
      (row) => `${aspectTotals([row]).reduce((sum, { tally }) => sum + tally[state], 0)}`,
    ]),
    [label.file, ({ file }) => file],
  ];
}

/** Of this use: what stands in a profile is the same for all. */
const nextDate =
  (run: RegisterRun) =>
  ({ due }: RegisterRow): string => {
    const next = due.find(({ profile }) => profile === null);
    return next === undefined ? '' : dueText(next, run);
  };

/** What a file that could not be read describes may be in use all the same, so it has its line. */
function unreadLine({ file, problems }: Unread, run: RegisterRun): string {
  const { section } = registerWords[run.language];
  const columns = fullColumns(run).length;
  const texts = problems.map((problem) => problemText(problem, run.language));
  return line([section.unread, '', texts.join('\n'), ...Array.from({ length: columns - 4 }, () => ''), file]);
}
