import type { NonEmpty } from './brand.ts';
import type { ActRole, ClauseId, DateName, FactId, OptionId, RuleId } from './ids.ts';
import type { Tier } from './tier.ts';

/** A tree; never a string to parse. See rules/README.md for when each node is true. */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: NonEmpty<Condition> }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: NonEmpty<Condition> }
  | { readonly kind: 'not'; readonly of: Condition }
  | Leaf;

export type Leaf =
  | FactLeaf
  | { readonly kind: 'rule'; readonly rule: RuleId }
  | TierLeaf
  | RoleLeaf
  | ScopeLeaf
  | ClauseLeaf;

type TierLeaf = { readonly kind: 'tier'; readonly tier: Tier };
type RoleLeaf = { readonly kind: 'role'; readonly role: ActRole };
/** True while the use is in scope of the act. */
type ScopeLeaf = { readonly kind: 'scope' };
/** True when the clause stands in the tender documents. No rule file writes it: it is what every clause requires. */
type ClauseLeaf = { readonly kind: 'clause'; readonly clause: ClauseId };

/** The facts that a condition names itself, not through other rules; each once. */
export function factsNamed(condition: Condition): readonly FactId[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'at-least':
      return [...new Set(condition.of.flatMap(factsNamed))];
    case 'not':
      return factsNamed(condition.of);
    case 'rule':
    case 'tier':
    case 'role':
    case 'scope':
    case 'clause':
      return [];
    default:
      return [condition.fact];
  }
}

export type FactLeaf =
  | { readonly kind: 'yes' | 'some' | 'measure' | 'judged' | 'opinion'; readonly fact: FactId }
  | { readonly kind: 'is' | 'includes'; readonly fact: FactId; readonly option: OptionId }
  | { readonly kind: 'before'; readonly fact: FactId; readonly date: DateName }
  | { readonly kind: 'confirmed'; readonly fact: FactId; readonly from: DateName; readonly months: number };
