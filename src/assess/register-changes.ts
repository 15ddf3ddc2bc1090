import type { Verdict } from '../model/assessment.ts';
import type { IsoDate } from '../model/date.ts';
import type { FactId, UseCaseId } from '../model/ids.ts';
import type { RegisterRow } from '../model/register.ts';
import type { Tier } from '../model/tier.ts';
import type { Comparison } from './compare.ts';
import type { Cause } from './cause.ts';
import type { CompiledBook } from './compile.ts';

/** What is needed of an earlier register to say what has changed. */
export interface EarlierRow {
  readonly id: UseCaseId;
  readonly title: string;
  readonly unit: string | null;
  readonly tier: { readonly lowest: Tier; readonly highest: Tier };
  readonly verdict: Verdict;
  /** The check code of the answers. */
  readonly digest: string;
}

export interface EarlierRegister {
  /** The revision or file, as the command line names it. */
  readonly name: string;
  readonly asOf: IsoDate;
  readonly rows: readonly EarlierRow[];
  /** Files that could not be read then. */
  readonly unread: number;
  /** All that was there then is known, so that what is gone can be told. */
  readonly isWhole: boolean;
}

/** Why tier or result are otherwise. */
export type Why =
  | {
      readonly kind: 'found';
      readonly rules: boolean;
      readonly day: boolean;
      readonly date: Cause['date'];
      readonly aged: boolean;
      /** The questions that are answered otherwise. */
      readonly answers: readonly FactId[];
      /** Evidence, opinions and other records are otherwise. */
      readonly records: boolean;
    }
  /** Only the two results are known, and whether they rest on the same answers. */
  | { readonly kind: 'rows'; readonly sameAnswers: boolean };

export interface ChangedRow {
  readonly row: RegisterRow;
  readonly before: EarlierRow;
  readonly isTier: boolean;
  readonly isVerdict: boolean;
  readonly why: Why;
}

/** What is otherwise than in an earlier register. */
export interface RegisterChanges extends Pick<EarlierRegister, 'name' | 'asOf' | 'unread' | 'isWhole'> {
  readonly added: readonly RegisterRow[];
  readonly gone: readonly EarlierRow[];
  readonly changed: readonly ChangedRow[];
  readonly same: number;
}

export function registerChanges(
  rows: readonly RegisterRow[],
  earlier: EarlierRegister,
  why: (row: RegisterRow, before: EarlierRow) => Why,
): RegisterChanges {
  const old = new Map(earlier.rows.map((row) => [row.id, row]));
  const now = new Set(rows.map(({ id }) => id));
  const both = rows.flatMap((row) => {
    const before = old.get(row.id);
    return before === undefined ? [] : [{ row, before }];
  });
  const changed = both.flatMap(({ row, before }): ChangedRow[] => {
    const isTier = row.tier.lowest !== before.tier.lowest || row.tier.highest !== before.tier.highest;
    const isVerdict = row.verdict !== before.verdict;
    return isTier || isVerdict ? [{ row, before, isTier, isVerdict, why: why(row, before) }] : [];
  });
  return {
    name: earlier.name,
    asOf: earlier.asOf,
    unread: earlier.unread,
    isWhole: earlier.isWhole,
    added: rows.filter(({ id }) => !old.has(id)),
    gone: earlier.rows.filter(({ id }) => !now.has(id)),
    changed,
    same: both.length - changed.length,
  };
}

/** Why, as the engine finds it by asking again with one thing otherwise. */
export function whyOf({ cause, edits }: Comparison, isTier: boolean, compiled: CompiledBook): Why {
  const { rules, day, date, aged, edits: keys } = cause(isTier ? 'tier' : 'verdict');
  const changed = edits.filter(({ key }) => keys.includes(key));
  const answers = changed.flatMap(({ fact }) => (fact !== null && isAnswer(fact, compiled) ? [fact] : []));
  return { kind: 'found', rules, day, date, aged: aged.length > 0, answers, records: changed.length > answers.length };
}

function isAnswer(id: FactId, { facts }: CompiledBook): boolean {
  const type = facts.get(id)?.type;
  return type !== undefined && type !== 'measure' && type !== 'opinion';
}
