import type { IsoDate } from './date.ts';
import type { FactId, RuleId } from './ids.ts';
import type { Position } from './position.ts';
import type { Severity } from './rule.ts';
import type { OperationEvent } from './use-case.ts';

/** What somebody has to come back to. Computed from dates alone; it never weighs in the verdict, where the rules weigh. */
export const noticeKinds = [
  'waiver-expired',
  'waiver-idle',
  'waiver-ends',
  'review-overdue',
  'review-undated',
  'review-due',
  'event-after-review',
  'events-unstated',
  'evidence-not-found',
  'evidence-expired',
  'evidence-ends',
  'opinion-stale',
  'opinion-expired',
  'opinion-ends',
  'approval-ends',
  'law-begins',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export interface Notice {
  readonly kind: NoticeKind;
  /** Null: a hint at something that lies ahead. */
  readonly severity: Extract<Severity, 'minor' | 'advice'> | null;
  /** The last day on which it still counts, the day by which it is due, or the first day of a law. */
  readonly on: IsoDate | null;
  readonly rule: RuleId | null;
  readonly fact: FactId | null;
  readonly event: OperationEvent['kind'] | null;
  /** In the words of the file: what happened, or the file that is not there. */
  readonly text: string | null;
  /** Whether the rule that begins applies for certain. */
  readonly certain: boolean;
  readonly at: Position | null;
}

/** When the use was looked at again and when it is to be. */
export interface ReviewDays {
  readonly last: IsoDate | null;
  readonly due: IsoDate | null;
}
