import type { Fact } from './fact.ts';
import type { ActRole, CatalogueVersion, Office, PackId, RuleId } from './ids.ts';
import type { Text } from './language.ts';
import type { Rule, Severity } from './rule.ts';
import type { Citation, NamedDate, Source } from './source.ts';

/** A rule that an organisation takes more seriously than its pack does. */
export interface Raised {
  readonly rule: RuleId;
  /** What the pack says; the rule itself has what the organisation says. */
  readonly from: Severity;
  readonly why: Text;
}

export interface Pack {
  readonly id: PackId;
  readonly version: string;
  readonly title: Text;
  /** Counts only where the organisation's profile chooses it. */
  readonly optional: boolean;
  /** After how many months these house rules want a use reviewed again, where the organisation names no interval. */
  readonly review: { readonly months: number; readonly cite: readonly Citation[] } | null;
  readonly leftOut: readonly { readonly cite: readonly Citation[]; readonly what: Text; readonly why: Text }[];
}

/** All law and all questions as plain data: what `read/` makes of `rules/`, and what the build stores as JSON. */
export interface RuleBook {
  /** Oldest first. */
  readonly versions: readonly CatalogueVersion[];
  readonly facts: readonly Fact[];
  /** A rule comes after the rules that its conditions name. */
  readonly rules: readonly Rule[];
  readonly dates: readonly NamedDate[];
  readonly sources: readonly Source[];
  /** `ours`: whoever asks always has this role; no rule gives it. */
  readonly actRoles: readonly { readonly id: ActRole; readonly title: Text; readonly ours: boolean }[];
  /** `approves`: may approve a use. */
  readonly offices: readonly { readonly id: Office; readonly title: Text; readonly approves: boolean }[];
  readonly packs: readonly Pack[];
  readonly raised: readonly Raised[];
}
