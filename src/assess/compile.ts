import type { RuleBook } from '../model/book.ts';
import { type Condition, factsNamed } from '../model/condition.ts';
import type { Fact } from '../model/fact.ts';
import type { ActRole, ClauseId, DateName, FactId, Office, PackId, RuleId, SourceId } from '../model/ids.ts';
import type {
  Classification,
  Clause,
  Duty,
  GapRule,
  Prohibition,
  RoleRule,
  Rule,
  ScopeRule,
  Severity,
} from '../model/rule.ts';
import type { NamedDate, Source } from '../model/source.ts';

/** The rule book with everything found by id, made once per run. */
export interface CompiledBook {
  readonly book: RuleBook;
  readonly facts: ReadonlyMap<FactId, Fact>;
  /** The catalogue's order, in which questions are asked. */
  readonly factOrder: ReadonlyMap<FactId, number>;
  /** Gap rules share one id and are not named by conditions, so they are not in here. */
  readonly rules: ReadonlyMap<RuleId, Rule>;
  readonly ruleOrder: ReadonlyMap<RuleId, number>;
  readonly dates: ReadonlyMap<DateName, NamedDate>;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly scopes: readonly ScopeRule[];
  readonly roles: ReadonlyMap<ActRole, readonly RoleRule[]>;
  /** The offices that may approve a use. */
  readonly approvers: ReadonlySet<Office>;
  /** The duty that demands an opinion, the first of several. */
  readonly opinionDuties: ReadonlyMap<FactId, Duty>;
  /** The packs that count only where the organisation chose them. */
  readonly optional: ReadonlySet<PackId>;
  /** The rules that the organisation raised, with the severity that their packs give them. */
  readonly raised: ReadonlyMap<RuleId, Severity>;
  /** The roles that whoever asks always has. */
  readonly ours: ReadonlySet<ActRole>;
  readonly provisions: readonly (Classification | Prohibition)[];
  readonly obligations: readonly (Prohibition | Duty | Clause | GapRule)[];
  /** The closed sets that somebody has to confirm when nothing is chosen. */
  readonly screens: readonly Extract<Fact, { type: 'set' }>[];
  readonly demands: ReadonlyMap<ClauseId, ReadonlyMap<FactId, boolean>>;
  /** The rules with a note about uncertain law on which a rule rests: itself, and the terms it is made of. Only rules that have any. */
  readonly uncertain: ReadonlyMap<RuleId, readonly Rule[]>;
}

export function compile(book: RuleBook): CompiledBook {
  const rules = new Map(book.rules.filter((rule) => rule.kind !== 'gap').map((rule) => [rule.id, rule]));
  return {
    book,
    facts: new Map(book.facts.map((fact) => [fact.id, fact])),
    factOrder: new Map(book.facts.map((fact, index) => [fact.id, index])),
    rules,
    ruleOrder: new Map(
      book.rules.flatMap((rule, index): [RuleId, number][] => (rule.kind === 'gap' ? [] : [[rule.id, index]])),
    ),
    dates: new Map(book.dates.map((date) => [date.name, date])),
    sources: new Map(book.sources.map((source) => [source.id, source])),
    scopes: book.rules.filter((rule) => rule.kind === 'scope'),
    roles: rolesOf(book),
    approvers: new Set(book.offices.flatMap(({ id, approves }) => (approves ? [id] : []))),
    opinionDuties: opinionDuties(book),
    optional: new Set(book.packs.flatMap(({ id, optional }) => (optional ? [id] : []))),
    raised: new Map(book.raised.map(({ rule, from }) => [rule, from])),
    ours: new Set(book.actRoles.flatMap(({ id, ours }) => (ours ? [id] : []))),
    provisions: book.rules.filter(
      (rule): rule is Classification | Prohibition =>
        rule.kind === 'classification' || (rule.kind === 'prohibition' && rule.tier !== null),
    ),
    obligations: book.rules.filter(
      (rule) => rule.kind === 'prohibition' || rule.kind === 'duty' || rule.kind === 'clause' || rule.kind === 'gap',
    ),
    screens: book.facts.filter((fact) => fact.type === 'set').filter((fact) => fact.confirm !== null),
    demands: clauseDemands(book.facts),
    uncertain: uncertainLaw(rules),
  };
}

function uncertainLaw(rules: ReadonlyMap<RuleId, Rule>): CompiledBook['uncertain'] {
  const found = new Map<RuleId, readonly Rule[]>();
  const behind = (rule: Rule): readonly Rule[] => {
    const own = rule.note === null ? [] : [rule];
    const except = 'except' in rule && rule.except !== null ? rulesNamed(rule.except) : [];
    const terms = [...rulesNamed(rule.when), ...except].map((id) => known(rules, id));
    const theirs = terms.filter(({ kind }) => kind === 'concept').flatMap((term) => found.get(term.id) ?? behind(term));
    return [...new Set([...own, ...theirs])];
  };
  for (const rule of rules.values()) {
    const uncertain = behind(rule);
    if (uncertain.length > 0) found.set(rule.id, uncertain);
  }
  return found;
}

function opinionDuties(book: RuleBook): CompiledBook['opinionDuties'] {
  const opinions = new Set(book.facts.flatMap(({ id, type }) => (type === 'opinion' ? [id] : [])));
  const duties = book.rules.flatMap((rule) =>
    rule.kind === 'duty'
      ? factsNamed(rule.requires).flatMap((fact): [FactId, Duty][] => (opinions.has(fact) ? [[fact, rule]] : []))
      : [],
  );
  return new Map(duties.toReversed());
}

/** The rules that a condition names itself. */
export function rulesNamed(condition: Condition): readonly RuleId[] {
  if (condition.kind === 'rule') return [condition.rule];
  if (!('of' in condition)) return [];
  return condition.kind === 'not' ? rulesNamed(condition.of) : condition.of.flatMap(rulesNamed);
}

/** Every role of the acts, also those that no rule gives. */
function rolesOf(book: RuleBook): CompiledBook['roles'] {
  const rules = book.rules.filter((rule) => rule.kind === 'role');
  return new Map(book.actRoles.map(({ id }) => [id, rules.filter((rule) => rule.role === id)]));
}

function clauseDemands(facts: readonly Fact[]): CompiledBook['demands'] {
  const demands = new Map<ClauseId, Map<FactId, boolean>>();
  for (const { id, tender } of facts) {
    if (tender === null) continue;
    const byFact = demands.get(tender.clause) ?? new Map<FactId, boolean>();
    demands.set(tender.clause, byFact.set(id, tender.demands === 'yes'));
  }
  return demands;
}

/** The entry that the loader has made sure exists. */
export function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The rule book has no ${String(key)}.`);
  return value;
}
