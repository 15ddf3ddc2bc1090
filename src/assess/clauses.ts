import type { Days } from '../model/assessment.ts';
import type { Condition } from '../model/condition.ts';
import type { IsoDate } from '../model/date.ts';
import type { FactId } from '../model/ids.ts';
import type { Clause } from '../model/rule.ts';
import type { UseCase } from '../model/use-case.ts';
import { asksOfRule } from './asks.ts';
import type { CompiledBook } from './compile.ts';
import { asksOfDays } from './finding.ts';
import { createGround, type Ground, isKnownLaw } from './ground.ts';
import { lifetimeOf } from './lifetime.ts';

/** A clause that tender and contract of a use case need, or may need. */
export interface RequiredClause {
  /** With its id, its place, its wording in both languages and what it cites. */
  readonly rule: Clause;
  /** Conditional: an open answer decides whether it is needed at all. */
  readonly need: 'certain' | 'conditional';
  /** From when what it secures is owed. */
  readonly from: Days;
  /** What of its conditions is open; empty: only the day. */
  readonly open: readonly Condition[];
  /** The questions that decide; empty for a certain one. */
  readonly asks: readonly FactId[];
  /** What the clause demands of the supplier as a binding statement and nobody has answered yet. */
  readonly demands: readonly FactId[];
}

/**
 * The clauses that the tender documents of a use case need, in the order of the rules; also those of packs that the organisation did not
 * choose. One is needed where its conditions may hold and what it secures may be owed before the planned end of use or contract.
 */
export function requiredClauses(useCase: UseCase, compiled: CompiledBook, asOf: IsoDate): readonly RequiredClause[] {
  const ground = createGround(compiled, useCase, asOf);
  const { end } = lifetimeOf(ground);
  return compiled.book.rules.flatMap((rule) =>
    rule.kind === 'clause' && isKnownLaw(rule, ground) ? needed(rule, end, ground) : [],
  );
}

function needed(rule: Clause, end: IsoDate | null, ground: Ground): readonly RequiredClause[] {
  const applies = ground.ruleTruth(rule);
  const days = ground.days(rule.appliesFrom);
  const inTime = days.filter((day) => day !== null && (end === null || day <= end));
  if (applies === 'false' || inTime.length === 0) return [];
  const isDated = inTime.length === days.length;
  const asks = [
    ...(applies === 'unknown' ? asksOfRule(rule, ground) : []),
    ...(isDated ? [] : asksOfDays(rule, ground, false)),
  ];
  return [
    {
      rule,
      need: applies === 'true' && isDated ? 'certain' : 'conditional',
      from: ground.span(rule.appliesFrom),
      open: openParts(rule.when, ground),
      asks: [...new Set(asks)],
      demands: [...(ground.compiled.demands.get(rule.clause)?.keys() ?? [])].filter((fact) => isOpen(fact, ground)),
    },
  ];
}

const isOpen = (fact: FactId, ground: Ground): boolean =>
  ground.answer(fact).state === 'unknown' && ground.gate(fact) !== 'false';

/** The parts of a condition that are open, each as it is written; of several that all must hold only these are still to be shown. */
function openParts(condition: Condition, ground: Ground): readonly Condition[] {
  if (ground.truth(condition) !== 'unknown') return [];
  return condition.kind === 'all' ? condition.of.flatMap((part) => openParts(part, ground)) : [condition];
}
