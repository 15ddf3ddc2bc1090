import type { Condition, Leaf } from './condition.ts';
import type { Answer } from './answer.ts';
import type { Truth } from './truth.ts';
import type { RuleId } from './ids.ts';

/** Why a condition has its truth, down to answers with their positions. */
export type Proof =
  | {
      readonly kind: 'node';
      readonly truth: Truth;
      readonly op: Exclude<Condition['kind'], Leaf['kind']>;
      readonly parts: readonly Proof[];
    }
  | { readonly kind: 'fact'; readonly truth: Truth; readonly leaf: Leaf; readonly answer: Answer }
  | { readonly kind: 'rule'; readonly truth: Truth; readonly rule: RuleId; readonly parts: readonly Proof[] }
  | { readonly kind: 'derived'; readonly truth: Truth; readonly leaf: Leaf };
