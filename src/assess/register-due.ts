import type { Assessment, Finding } from '../model/assessment.ts';
import type { IsoDate } from '../model/date.ts';
import type { FactId, RuleId } from '../model/ids.ts';
import type { NoticeKind } from '../model/notice.ts';
import type { Position } from '../model/position.ts';
import type { Plan } from '../model/records.ts';
import type { DueItem } from '../model/register.ts';
import type { Ground } from './ground.ts';
import { plansOf } from './records.ts';

/** The facts that duties ask for which apply or may apply, each with those duties. */
export type Needed = ReadonlyMap<FactId, readonly Finding[]>;

/** What falls due, or fell due and was not done, by day. */
export const dueItems = (assessment: Assessment, ground: Ground, needed: Needed): readonly DueItem[] =>
  [...fromNotices(assessment), ...lawThatBegins(assessment, ground), ...planned(ground, needed)].toSorted((a, b) =>
    a.on === b.on ? 0 : a.on < b.on ? -1 : 1,
  );

const kinds: Readonly<Partial<Record<NoticeKind, DueItem['kind']>>> = {
  'review-overdue': 'review',
  'review-due': 'review',
  'waiver-expired': 'waiver-ends',
  'waiver-ends': 'waiver-ends',
  'evidence-expired': 'evidence-ends',
  'evidence-ends': 'evidence-ends',
  'opinion-expired': 'opinion-ends',
  'opinion-ends': 'opinion-ends',
  'approval-ends': 'approval-ends',
};

/** The profile in which something stands; null: it stands in the file itself. */
const profileOf = (at: Position | null, file: string): string | null =>
  at === null || at.file === file ? null : at.file;

const fromNotices = ({ notices, useCase: { file } }: Assessment): readonly DueItem[] =>
  notices.flatMap(({ kind: notice, on, rule, fact, at }) => {
    const kind = kinds[notice];
    if (kind === undefined || on === null) return [];
    const rules = rule === null ? [] : [rule];
    return [{ kind, on, rules, fact, by: null, profile: profileOf(at, file), certain: true }];
  });

/** What we owe, have not done yet, and what begins later; of one day together, what is certain apart from what may not apply. */
function lawThatBegins({ findings, asOf }: Assessment, { compiled }: Ground): readonly DueItem[] {
  const days = new Map<string, { on: IsoDate; certain: boolean; rules: RuleId[] }>();
  for (const { rule, state, owedBy, condition, from, applies } of findings) {
    const on = from?.earliest ?? null;
    const isAhead = on !== null && on > asOf && (state === 'upcoming' || state === 'open' || state === 'unmet');
    if (!isAhead || owedBy === 'other' || condition !== null || !compiled.rules.has(rule)) continue;
    const certain = applies === 'true' && state !== 'open';
    const key = `${on} ${certain}`;
    const day = days.get(key) ?? { on, certain, rules: [] };
    day.rules.push(rule);
    days.set(key, day);
  }
  return Array.from(days.values(), (day) => ({ ...day, kind: 'law-begins', fact: null, by: null, profile: null }));
}

/** What somebody promised to do, for a duty or for an opinion, and has not done. */
const planned = (ground: Ground, needed: Needed): readonly DueItem[] =>
  plansOf(ground).flatMap((plan) => {
    const rules = (needed.get(plan.fact) ?? []).map(({ rule }) => rule);
    return rules.length === 0 ? [] : [plannedItem(plan, rules, ground.useCase.file)];
  });

const plannedItem = ({ fact, on, by, at }: Plan, rules: readonly RuleId[], file: string): DueItem => ({
  kind: 'planned',
  on,
  rules,
  fact,
  by,
  profile: profileOf(at, file),
  certain: true,
});
