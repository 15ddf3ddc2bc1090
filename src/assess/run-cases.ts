import type { State } from '../model/assessment.ts';
import type { Case } from '../model/case.ts';
import type { FactId } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import type { Rule } from '../model/rule.ts';
import type { Tier } from '../model/tier.ts';
import type { Truth } from '../model/truth.ts';
import { assess } from './assess.ts';
import type { CompiledBook } from './compile.ts';
import { contradictions } from './contradictions.ts';
import { type PossibleDays } from './days.ts';
import { createGround } from './ground.ts';
import { asksOfRule } from './asks.ts';

export interface CaseResult {
  readonly case: Case;
  readonly got: Truth | State | null;
  readonly tier: readonly [Tier, Tier];
  readonly asks: readonly FactId[];
  readonly from: PossibleDays;
  readonly until: PossibleDays;
  /** Answers of the case that contradict each other. */
  readonly problems: readonly Problem[];
  readonly passed: boolean;
}

export function runCase(example: Case, compiled: CompiledBook): CaseResult {
  const { useCase, asOf } = example;
  const assessment = assess(useCase, compiled, asOf);
  const finding = assessment.findings.find(
    (candidate) => candidate.rule === example.rule && (example.code === null || candidate.code === example.code),
  );
  const rule = compiled.rules.get(example.rule);
  const told = outcome(rule, finding?.state ?? null, example, compiled);
  const tier = [assessment.tier.lowest, assessment.tier.highest] as const;
  const asks = finding?.asks ?? told.asks;
  const { from, until } = datesOf(rule, example, compiled);
  const problems = contradictions(useCase, compiled, asOf);
  return {
    case: example,
    got: told.got,
    tier,
    asks,
    from,
    until,
    problems,
    passed:
      problems.length === 0 &&
      told.got === example.expect &&
      (example.tier === null || (example.tier[0] === tier[0] && example.tier[1] === tier[1])) &&
      areDays(example.from, from) &&
      areDays(example.until, until) &&
      (example.asks === null || example.asks.every((fact) => asks.includes(fact))),
  };
}

/** The days that the answers leave possible; none, where the case asks for none. */
function datesOf(
  rule: Rule | undefined,
  { useCase, asOf, from, until }: Case,
  compiled: CompiledBook,
): { readonly from: PossibleDays; readonly until: PossibleDays } {
  if ((from === null && until === null) || rule === undefined || !('appliesFrom' in rule))
    return { from: [], until: [] };
  const ground = createGround(compiled, useCase, asOf);
  return {
    from: ground.days(rule.appliesFrom),
    until: rule.appliesUntil === null ? [] : ground.days(rule.appliesUntil),
  };
}

const areDays = (expected: PossibleDays | null, got: PossibleDays): boolean =>
  expected === null || (expected.every((day) => got.includes(day)) && got.every((day) => expected.includes(day)));

/** Duties, clauses and gaps have a state; everything else has a truth of its own. */
function outcome(
  rule: Rule | undefined,
  state: State | null,
  example: Case,
  compiled: CompiledBook,
): { got: Truth | State | null; asks: readonly FactId[] } {
  if (rule === undefined || 'requires' in rule) return { got: state, asks: [] };
  const ground = createGround(compiled, example.useCase, example.asOf);
  return { got: ground.ruleTruth(rule), asks: asksOfRule(rule, ground) };
}

export interface Uncovered {
  readonly rule: Rule;
  readonly missing: string;
}

/** What the cases do not show: each rule true, false and unknown, and each exception in a near-miss pair. */
export function uncovered(compiled: CompiledBook, cases: readonly Case[]): readonly Uncovered[] {
  return compiled.book.rules.flatMap((rule) => {
    const own = cases.filter(
      (example) => example.rule === rule.id && (rule.kind !== 'gap' || example.code === rule.code),
    );
    const missing = wanted(rule)
      .filter((options) => !own.some((example) => options.includes(example.expect)))
      .map((options) => options.join(' or '));
    if ('except' in rule && rule.except !== null && !own.some((example) => example.twin !== null)) missing.push('twin');
    return missing.map((gap) => ({ rule, missing: gap }));
  });
}

function wanted(rule: Rule): readonly (readonly (Truth | State)[])[] {
  switch (rule.kind) {
    case 'duty':
    case 'clause':
      return [['met', 'unmet'], ['not-applicable'], ['open']];
    case 'gap':
      return [['not-applicable'], ['open']];
    default:
      return [['true'], ['false'], ['unknown']];
  }
}
