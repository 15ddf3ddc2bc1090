import { type IsoDate, parseIsoDate } from '../model/date.ts';
import type { Register, RegisterRow, RegisterTally, RegisterWaiver } from '../model/register.ts';
import type { Aspect } from '../model/rule.ts';
import { type Stage, stages } from '../model/stage.ts';
import { type Tier, tiers } from '../model/tier.ts';
import { eventKinds, type OperationEvent } from '../model/use-case.ts';
import { aspectTotals, type DueEntry, dueEntries } from './register-totals.ts';

/** A calendar year, and the part of it that has passed on the day looked at. */
export interface Period {
  readonly year: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The last day on which something counts as having happened. */
  readonly until: IsoDate;
}

/** Null: not begun on that day, so that there is nothing to report. */
export function periodOf(year: number, asOf: IsoDate): Period | null {
  const [from, to] = [parseIsoDate(`${year}-01-01`), parseIsoDate(`${year}-12-31`)];
  if (from === null || to === null || asOf < from) return null;
  return { year, from, to, until: asOf < to ? asOf : to };
}

type Rows = readonly RegisterRow[];

/** What a register tells of one year: the uses themselves, so that they can be named and counted alike. */
export interface Year {
  readonly period: Period;
  readonly asOf: IsoDate;
  readonly all: Rows;
  /** Their recorded end has not passed; the figures are theirs. */
  readonly current: Rows;
  /** In use by their stage. */
  readonly running: Rows;
  readonly stages: readonly { readonly stage: Stage | null; readonly rows: Rows }[];
  /** The recorded end has passed: in the year, and before. */
  readonly ended: Rows;
  readonly endedBefore: Rows;
  /** Of those that ended in the year: by their stage they still run, so that somebody has to say which is right. */
  readonly stillRunning: Rows;
  readonly begun: Rows;
  /** The planned start has passed, the stage lies before it or is not known. */
  readonly lateStart: Rows;
  readonly approved: Rows;
  /** An approval is recorded that does not count. */
  readonly lapsed: Rows;
  /** In use without an approval that counts. */
  readonly unapproved: Rows;
  readonly tiers: readonly { readonly tier: Tier; readonly rows: Rows }[];
  /** The tier is not settled, by its highest end. */
  readonly unsettled: readonly { readonly highest: Tier; readonly rows: Rows }[];
  readonly prohibited: Rows;
  readonly maybeProhibited: Rows;
  readonly aspects: readonly AspectYear[];
  readonly waivers: Record<
    'inForce' | 'idle' | 'expired',
    readonly { readonly row: RegisterRow; readonly waiver: RegisterWaiver }[]
  >;
  readonly overdue: Rows;
  readonly undated: Rows;
  /** Uses in which something happened in the year: how often what. */
  readonly events: readonly { readonly row: RegisterRow; readonly counts: readonly EventCount[] }[];
  /** In use in the year, and nobody says whether anything happened. */
  readonly silent: Rows;
  readonly training: Record<'met' | 'waived' | 'unmet' | 'open' | 'none', Rows>;
  /** Figures on training that were read in operation, the newest of each kind. */
  readonly shares: readonly { readonly row: RegisterRow; readonly reading: TrainingReading }[];
  readonly ahead: Ahead;
}

type TrainingReading = NonNullable<RegisterRow['readings']>[number];

export interface EventCount {
  readonly kind: OperationEvent['kind'];
  readonly count: number;
}

interface AspectYear {
  readonly aspect: Aspect;
  readonly tally: RegisterTally;
  /** In how many uses something is missing, and open. */
  readonly unmetIn: number;
  readonly openIn: number;
}

/** What comes between the day looked at and the end of the following year. */
interface Ahead {
  readonly to: IsoDate;
  readonly starts: Rows;
  readonly ends: Rows;
  readonly due: readonly DueEntry[];
}

export function yearOf({ rows: all, asOf }: Register, period: Period): Year {
  const isEnded = ({ end }: RegisterRow): boolean => end !== null && end < asOf;
  const inYear = (day: IsoDate | null): boolean => day !== null && day >= period.from && day <= period.until;
  const current = all.filter((row) => !isEnded(row));
  const gone = all.filter(isEnded);
  const running = current.filter(isRunning);
  const ended = gone.filter(({ end }) => inYear(end)).toSorted(by(({ end }) => end));
  const late = ({ start }: RegisterRow): boolean => start !== null && start <= asOf;
  return {
    period,
    asOf,
    all,
    current,
    running,
    stages: [...stages.toReversed(), null].map((stage) => ({
      stage,
      rows: current.filter((row) => row.stage === stage),
    })),
    ended,
    endedBefore: gone.filter(({ end }) => end !== null && end < period.from),
    stillRunning: ended.filter(isRunning),
    begun: all.filter((row) => isRunning(row) && inYear(row.start)).toSorted(by(({ start }) => start)),
    lateStart: current.filter((row) => !isRunning(row) && late(row)),
    approved: all
      .filter(({ approval }) => inYear(approval.on) && approval.state !== 'not-entitled')
      .toSorted(by(({ approval }) => approval.on)),
    lapsed: current.filter(({ approval: { state } }) => state !== 'valid' && state !== 'missing'),
    unapproved: running.filter(({ approval }) => approval.state !== 'valid'),
    tiers: tiers.toReversed().map((tier) => ({ tier, rows: current.filter((row) => isTier(row, tier)) })),
    unsettled: tiers.toReversed().map((highest) => ({
      highest,
      rows: current.filter(({ tier }) => tier.lowest !== tier.highest && tier.highest === highest),
    })),
    prohibited: current.filter(isProhibited),
    maybeProhibited: current.filter((row) => row.possibleProhibition && !isProhibited(row)),
    aspects: aspectTotals(current).map(({ aspect, tally }) => ({
      aspect,
      tally,
      unmetIn: current.filter((row) => row.aspects[aspect].unmet > 0).length,
      openIn: current.filter((row) => row.aspects[aspect].open > 0).length,
    })),
    waivers: waiversOf(all, asOf, period),
    overdue: current.filter(({ review }) => review.isOverdue).toSorted(by(({ review }) => review.due)),
    undated: current.filter(({ notices }) => notices.some(({ kind }) => kind === 'review-undated')),
    events: eventsOf(all, inYear),
    silent: all.filter((row) => row.events === null && wasInUse(row, period)),
    training: trainingOf(current),
    shares: sharesOf(current, asOf),
    ahead: aheadOf(current, asOf, period),
  };
}

const isRunning = ({ stage }: RegisterRow): boolean => stage === 'start' || stage === 'operation';
const isTier = ({ tier }: RegisterRow, one: Tier): boolean => tier.lowest === one && tier.highest === one;
const isProhibited = ({ tier, verdict }: RegisterRow): boolean => tier.lowest === 'prohibited' || verdict === 'stop';

/** One whose start nobody knows is in use by its stage. */
function wasInUse(row: RegisterRow, { from, until }: Period): boolean {
  const { start, end } = row;
  return isRunning(row) && (start === null || start <= until) && (end === null || end >= from);
}

/** Those that count, those over which there is nothing to tolerate (yet), and those that ran out and are still written down. */
function waiversOf(rows: Rows, asOf: IsoDate, { from }: Period): Year['waivers'] {
  const all = rows.flatMap((row) => row.waivers.map((waiver) => ({ row, waiver })));
  return {
    inForce: all.filter(({ waiver }) => waiver.counts),
    idle: all.filter(({ waiver: { counts, expires } }) => !counts && expires >= asOf),
    expired: all.filter(
      ({ row, waiver: { expires } }) => expires < asOf && (row.end === null || row.end >= from || expires >= from),
    ),
  };
}

function eventsOf(rows: Rows, inYear: (day: IsoDate) => boolean): Year['events'] {
  return rows.flatMap((row) => {
    const happened = (row.events ?? []).filter(({ on }) => inYear(on));
    return happened.length === 0 ? [] : [{ row, counts: eventCounts(happened) }];
  });
}

/** In the order of the kinds; what did not happen is left out. */
export const eventCounts = (events: readonly { readonly kind: OperationEvent['kind'] }[]): readonly EventCount[] =>
  eventKinds.flatMap((kind) => {
    const count = events.filter((event) => event.kind === kind).length;
    return count === 0 ? [] : [{ kind, count }];
  });

/** Each use once: what is missing weighs more than what is open, and that more than what is tolerated for a time. */
function trainingOf(rows: Rows): Year['training'] {
  const of = (state: keyof Year['training']): Rows => rows.filter((row) => stateOf(row.aspects.training) === state);
  return { met: of('met'), waived: of('waived'), unmet: of('unmet'), open: of('open'), none: of('none') };
}

const stateOf = (tally: RegisterTally): keyof Year['training'] =>
  (['unmet', 'open', 'waived', 'met'] as const).find((state) => tally[state] > 0) ?? 'none';

/** Only what the file itself says is about training; of figures that were read again the last. */
function sharesOf(rows: Rows, asOf: IsoDate): Year['shares'] {
  return rows.flatMap((row) => {
    const newest = new Map<string, TrainingReading>();
    for (const reading of row.readings ?? []) {
      const { what, on, aspect } = reading;
      const other = newest.get(what);
      if (aspect === 'training' && on <= asOf && (other === undefined || other.on <= on)) newest.set(what, reading);
    }
    return Array.from(newest.values(), (reading) => ({ row, reading }));
  });
}

function aheadOf(rows: Rows, asOf: IsoDate, { year, to: end }: Period): Ahead {
  const to = parseIsoDate(`${year + 1}-12-31`) ?? end;
  const isAhead = (day: IsoDate | null): boolean => day !== null && day > asOf && day <= to;
  return {
    to,
    starts: rows.filter((row) => isAhead(row.start)).toSorted(by(({ start }) => start)),
    ends: rows.filter((row) => isAhead(row.end)).toSorted(by(({ end: day }) => day)),
    due: dueEntries(rows).filter(({ item }) => isAhead(item.on)),
  };
}

const by =
  <T>(day: (of: T) => IsoDate | null) =>
  (a: T, b: T): number =>
    (day(a) ?? '') < (day(b) ?? '') ? -1 : (day(a) ?? '') > (day(b) ?? '') ? 1 : 0;
