import type { Answer } from './answer.ts';
import type { Condition, FactLeaf, Leaf } from './condition.ts';
import type { ClauseId, RuleId } from './ids.ts';
import type { Position } from './position.ts';
import type { Truth } from './truth.ts';
import type { Tender } from './use-case.ts';

export type DerivedLeaf = Extract<Leaf, { kind: 'tier' | 'role' | 'scope' }>;

/** Why a condition has its truth, down to answers with their positions. A rule that it names has a proof of its own. */
export type Proof =
  | {
      readonly kind: 'node';
      readonly truth: Truth;
      readonly op: Exclude<Condition['kind'], Leaf['kind']>;
      /** How many parts must be true; null: the operator says it. */
      readonly count: number | null;
      readonly parts: readonly Proof[];
    }
  | {
      readonly kind: 'fact';
      readonly truth: Truth;
      readonly leaf: FactLeaf;
      readonly answer: Answer;
      /** Where the fact was answered: itself, or by the closed set that answers for it. */
      readonly at: Position | null;
    }
  | { readonly kind: 'rule'; readonly truth: Truth; readonly rule: RuleId }
  | {
      readonly kind: 'clause';
      readonly truth: Truth;
      readonly clause: ClauseId;
      readonly documents: Tender['state'];
      /** Where the clause was found. */
      readonly at: Position | null;
    }
  /** Made from the rules of that tier or role, or from those that end scope. */
  | { readonly kind: 'derived'; readonly truth: Truth; readonly leaf: DerivedLeaf };

/** The proof of one rule. Rules share what they name, so each stands once, however often it is named. */
export interface RuleProof {
  readonly rule: RuleId;
  /** The chapter, of a gap rule. */
  readonly code: string | null;
  /** Of the conditions less the exceptions. */
  readonly truth: Truth;
  readonly when: Proof;
  readonly except: Proof | null;
  /** What satisfies a duty or a clause; null for all other rules. */
  readonly requires: Proof | null;
}
