import type { State } from './assessment.ts';
import type { IsoDate } from './date.ts';
import type { FactId, RuleId } from './ids.ts';
import type { Position } from './position.ts';
import type { Tier } from './tier.ts';
import type { Truth } from './truth.ts';
import type { UseCase } from './use-case.ts';

/** One example beside a rule: answers, a day, and what the rule must make of them. */
export interface Case {
  readonly rule: RuleId;
  /** The chapter, of a gap rule. */
  readonly code: string | null;
  readonly name: string;
  readonly asOf: IsoDate;
  readonly useCase: UseCase;
  readonly expect: Truth | State;
  readonly tier: readonly [Tier, Tier] | null;
  /** The days from which the rule may apply, and on which it may end; null among them: never. */
  readonly from: readonly (IsoDate | null)[] | null;
  readonly until: readonly (IsoDate | null)[] | null;
  /** The facts that must be asked, if the case says so. */
  readonly asks: readonly FactId[] | null;
  /** The case that differs from this one in a single fact and in the outcome. */
  readonly twin: string | null;
  readonly source: string | null;
  readonly at: Position;
}
