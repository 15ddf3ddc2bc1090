import type { State, Verdict } from './assessment.ts';
import type { FactId, RuleId } from './ids.ts';
import type { Tier } from './tier.ts';

/** What became worse since a revision. It is told beside the result and never changes it. */
export type Since = { readonly revision: string } & (
  | { readonly state: 'new' }
  /** It was faulty then, so nothing can be compared. */
  | { readonly state: 'unreadable' }
  | { readonly state: 'compared'; readonly worse: Worse }
);

export interface Worse {
  readonly verdict: { readonly from: Verdict; readonly to: Verdict } | null;
  /** The highest end is higher. */
  readonly tier: { readonly from: Tier; readonly to: Tier } | null;
  /** Duties and prohibitions that are open or unmet now and were better then. */
  readonly findings: readonly {
    readonly rule: RuleId;
    readonly code: string;
    /** What an opinion demands, in the words of its author. */
    readonly condition: string | null;
    readonly from: State;
    readonly to: State;
  }[];
  /** Questions that were answered then. */
  readonly lost: readonly FactId[];
}
