import type { Pack, RuleBook } from '../../model/book.ts';
import type { CatalogueVersion, PackId } from '../../model/ids.ts';
import type { NamedDate } from '../../model/source.ts';
import type { FactEntry } from './fact.ts';
import type { Entries } from './placed.ts';
import type { RuleEntry } from './rule.ts';
import type { SourceEntry } from './sources.ts';

/** Everything that a rule set declares: read, but not yet held against each other. Null: the file is missing. */
export interface Declared {
  readonly versions: Entries<{ readonly id: CatalogueVersion }> | null;
  readonly actRoles: Entries<RuleBook['actRoles'][number]> | null;
  readonly offices: Entries<RuleBook['offices'][number]> | null;
  readonly sources: Entries<SourceEntry> | null;
  readonly dates: Entries<NamedDate> | null;
  readonly facts: Entries<FactEntry>;
  readonly rules: Entries<PackRule>;
  readonly packs: readonly Pack[];
}
export interface PackRule {
  readonly pack: PackId;
  readonly rule: RuleEntry;
}
