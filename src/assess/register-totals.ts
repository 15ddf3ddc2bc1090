import { type Verdict, verdicts } from '../model/assessment.ts';
import { addMonths, type IsoDate } from '../model/date.ts';
import type { DueItem, Register, RegisterRow, RegisterTally } from '../model/register.ts';
import { nameKey } from '../model/register-order.ts';
import { type Aspect, aspects } from '../model/rule.ts';
import { type Stage, stages } from '../model/stage.ts';
import { type Tier, tiers } from '../model/tier.ts';

/** A tier that is settled, or the highest of those that are still possible. */
export interface TierClass {
  readonly tier: Tier;
  readonly isSettled: boolean;
}

/** What a chart of tiers tells apart, from low to high: an unsettled tier is none of the settled ones. */
export const tierClasses: readonly TierClass[] = [
  ...tiers.map((tier) => ({ tier, isSettled: true })),
  ...tiers.slice(1).map((tier) => ({ tier, isSettled: false })),
];

/** All that a public register knows of it, too. */
export type Placed = Pick<RegisterRow, 'stage'> & { readonly tier: Pick<RegisterRow['tier'], 'lowest' | 'highest'> };

export interface StageTiers {
  /** Null: not known. */
  readonly stage: Stage | null;
  /** How many uses, in the order of `tierClasses`. */
  readonly counts: readonly number[];
}

/** Of each stage in which there is a use, how many are in which tier. */
export function tiersByStage(rows: readonly Placed[]): readonly StageTiers[] {
  return [...stages, null].flatMap((stage) => {
    const own = rows.filter((row) => row.stage === stage);
    if (own.length === 0) return [];
    const counts = tierClasses.map(
      ({ tier, isSettled }) =>
        own.filter((row) => row.tier.highest === tier && (row.tier.lowest === row.tier.highest) === isSettled).length,
    );
    return [{ stage, counts }];
  });
}

/** Of each aspect of the motion, how many duties of all uses are done, tolerated, missing and open. */
export const aspectTotals = (
  rows: readonly RegisterRow[],
): readonly { readonly aspect: Aspect; readonly tally: RegisterTally }[] =>
  aspects.map((aspect) => {
    const sum = (state: keyof RegisterTally): number => rows.reduce((all, row) => all + row.aspects[aspect][state], 0);
    return { aspect, tally: { met: sum('met'), waived: sum('waived'), unmet: sum('unmet'), open: sum('open') } };
  });

export const verdictTotals = (rows: readonly RegisterRow[]): readonly { verdict: Verdict; count: number }[] =>
  verdicts.map((verdict) => ({ verdict, count: rows.filter((row) => row.verdict === verdict).length }));

/** Something that falls due, for one use, or once for all that a profile concerns. */
export interface DueEntry {
  readonly item: DueItem;
  readonly rows: readonly RegisterRow[];
}

/** All that falls due, by day; what stands in a profile is one thing, however many uses it concerns. */
export function dueEntries(rows: readonly RegisterRow[]): readonly DueEntry[] {
  const entries = new Map<string, { item: DueItem; rows: RegisterRow[] }>();
  for (const row of rows)
    for (const item of row.due) {
      const { kind, on, fact, rules, certain, profile } = item;
      const key = [kind, on, fact, certain, profile ?? `${row.file} ${row.id} ${rules.join(' ')}`].join('\n');
      const entry = entries.get(key) ?? { item, rows: [] };
      entry.rows.push(row);
      entries.set(key, entry);
    }
  return [...entries.values()].toSorted((a, b) => (a.item.on === b.item.on ? 0 : a.item.on < b.item.on ? -1 : 1));
}

/** `overdue`, a month as `2027-03`, or `later`. */
export interface DueMonth {
  readonly month: string;
  readonly certain: number;
  /** Law that begins and may turn out not to apply. */
  readonly possible: number;
}

/** What is overdue, what falls due in each of so many months from the day looked at, and what comes later. */
export function dueByMonth(entries: readonly DueEntry[], asOf: IsoDate, months = 12): readonly DueMonth[] {
  const ahead = Array.from({ length: months }, (_, index) => addMonths(asOf, index).slice(0, 7));
  const last = ahead.at(-1) ?? '';
  const monthOf = ({ item: { on } }: DueEntry): string =>
    on < asOf ? 'overdue' : on.slice(0, 7) > last ? 'later' : on.slice(0, 7);
  return ['overdue', ...ahead, 'later'].map((month) => {
    const own = entries.filter((entry) => monthOf(entry) === month);
    const certain = own.filter(({ item }) => item.certain).length;
    return { month, certain, possible: own.length - certain };
  });
}

/** How many uses there are, and in how many units. */
export const countsOf = ({ rows, unread }: Register) => ({
  useCases: rows.length,
  units: new Set(rows.flatMap(({ owner: { unit } }) => (unit === null ? [] : [nameKey(unit)]))).size,
  unread: unread.length,
});
