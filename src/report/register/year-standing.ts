import { eventCounts, type Year } from '../../assess/year.ts';
import type { RegisterRow } from '../../model/register.ts';
import { yearWords } from '../../text/year-words.ts';
import type { Block } from '../paper/blocks.ts';
import { counted, dutyText, heading, list, paragraph, useText, type YearRun } from './year-blocks.ts';

/** How things stand on the day looked at, and what happened in operation. */
export const standingBlocks = (run: YearRun): readonly Block[] => [
  ...tierBlocks(run),
  ...prohibitedBlocks(run),
  ...aspectBlocks(run),
  ...waiverBlocks(run),
  ...reviewBlocks(run),
  ...eventBlocks(run),
  ...trainingBlocks(run),
];

const texts = (rows: readonly RegisterRow[], run: YearRun): readonly string[] => rows.map((row) => useText(row, run));
const dotted = (rows: readonly RegisterRow[], run: YearRun): readonly string[] =>
  texts(rows, run).map((text) => `${text}.`);

/** The high ones by name: of those a council wants to know which. */
function tierBlocks(run: YearRun): readonly Block[] {
  const say = yearWords[run.language];
  const { current, tiers, unsettled } = run.year;
  const title = heading(1, say.heading.tiers);
  if (current.length === 0) return [title, paragraph(say.noUses)];
  const open = unsettled.filter(({ rows }) => rows.length > 0);
  return [
    title,
    paragraph(say.counted(current.length)),
    ...list(
      tiers
        .filter(({ rows }) => rows.length > 0)
        .map(({ tier, rows }) => {
          const isNamed = tier === 'prohibited' || tier === 'high-risk';
          return isNamed ? say.named(say.tier(tier, rows.length), texts(rows, run)) : say.tier(tier, rows.length);
        }),
    ),
    paragraph(say.unsettled(unsettled.reduce((sum, { rows }) => sum + rows.length, 0))),
    ...list(open.map(({ highest, rows }) => say.atMost(highest, texts(rows, run)))),
  ];
}

function prohibitedBlocks(run: YearRun): readonly Block[] {
  const say = yearWords[run.language];
  const { prohibited, maybeProhibited } = run.year;
  return [
    heading(1, say.heading.prohibited),
    paragraph(say.otherLaw),
    ...counted(
      say.prohibited(prohibited.length),
      prohibited.map((row) => say.prohibitedUse(useText(row, run), row.stage)),
    ),
    ...counted(say.maybeProhibited(maybeProhibited.length), dotted(maybeProhibited, run)),
  ];
}

function aspectBlocks(run: YearRun): readonly Block[] {
  const say = yearWords[run.language];
  return [
    heading(1, say.heading.aspects),
    paragraph(say.aspectsIntro),
    ...list(run.year.aspects.map(({ aspect, tally, unmetIn, openIn }) => say.aspect(aspect, tally, unmetIn, openIn))),
  ];
}

function waiverBlocks(run: YearRun): readonly Block[] {
  const say = yearWords[run.language];
  const { waivers, current } = run.year;
  const { inForce, idle, expired } = waivers;
  const parts = ({ row, waiver }: Year['waivers']['expired'][number]) =>
    [useText(row, run), dutyText(waiver.rule, run), say.day(waiver.expires)] as const;
  const ended = expired.map((one) => say.waiverRanOut(...parts(one), !current.includes(one.row)));
  const none = [paragraph(`${say.waiversInForce(0)} ${say.waiversExpired(0)}`)];
  const some = [
    ...counted(
      say.waiversInForce(inForce.length),
      inForce.map((one) => say.waiver(...parts(one))),
    ),
    ...counted(say.waiversExpired(expired.length), ended),
  ];
  return [
    heading(1, say.heading.waivers),
    ...(inForce.length + expired.length === 0 ? none : some),
    ...(idle.length === 0
      ? []
      : counted(
          say.waiversIdle(idle.length),
          idle.map((one) => say.waiverIdle(...parts(one))),
        )),
  ];
}

function reviewBlocks(run: YearRun): readonly Block[] {
  const say = yearWords[run.language];
  const { overdue, undated } = run.year;
  const due = ({ review }: RegisterRow): string | null => (review.due === null ? null : say.day(review.due));
  return [
    heading(1, say.heading.reviews),
    ...counted(
      say.overdue(overdue.length),
      overdue.map((row) => say.overdueSince(useText(row, run), due(row))),
    ),
    ...(undated.length === 0 ? [] : counted(say.undated(undated.length), dotted(undated, run))),
  ];
}

function eventBlocks(run: YearRun): readonly Block[] {
  const say = yearWords[run.language];
  const { events, silent, period } = run.year;
  const all = events.flatMap(({ counts }) =>
    counts.flatMap(({ kind, count }) => Array.from({ length: count }, () => ({ kind }))),
  );
  return [
    heading(1, say.heading.events),
    paragraph(events.length === 0 ? say.noEvents(period.year) : say.events(period.year, eventCounts(all))),
    ...list(events.map(({ row, counts }) => say.eventsAt(useText(row, run), counts))),
    ...counted(say.silent(silent.length), dotted(silent, run)),
  ];
}

const trainingStates = ['met', 'waived', 'unmet', 'open', 'none'] as const;

function trainingBlocks(run: YearRun): readonly Block[] {
  const say = yearWords[run.language];
  const { training, shares } = run.year;
  const states = trainingStates.filter((state) => training[state].length > 0);
  const uses = new Set(shares.map(({ row }) => row)).size;
  return [
    heading(1, say.heading.training),
    ...list(
      states.map((state) => {
        const text = say.training(state, training[state].length);
        return state === 'unmet' || state === 'waived' ? say.named(text, texts(training[state], run)) : text;
      }),
    ),
    ...(uses === 0
      ? [paragraph(say.noShare)]
      : [
          ...counted(
            say.share(uses),
            shares.map(({ row, reading: { what, value, on } }) =>
              say.shareOf(useText(row, run), what, value, say.day(on)),
            ),
          ),
          paragraph(say.shareNotSummed),
        ]),
  ];
}
