import type { Condition, FactLeaf } from '../model/condition.ts';
import type { FactId, RuleId } from '../model/ids.ts';
import type { Position } from '../model/position.ts';
import type { Proof } from '../model/proof.ts';
import type { Rule } from '../model/rule.ts';
import { known } from './compile.ts';
import type { Ground } from './ground.ts';

/** The proof of a condition, made from the same truths that decided it. */
export function prove(condition: Condition, ground: Ground): Proof {
  const truth = ground.truth(condition);
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'at-least':
      return {
        kind: 'node',
        truth,
        op: condition.kind,
        parts: condition.of.map((part) => prove(part, ground)),
      };
    case 'not':
      return { kind: 'node', truth, op: 'not', parts: [prove(condition.of, ground)] };
    case 'rule':
      return proveRule(known(ground.compiled.rules, condition.rule), ground);
    case 'tier':
    case 'role':
    case 'scope':
      return { kind: 'derived', truth, leaf: condition };
    default:
      return { kind: 'fact', truth, leaf: condition, answer: ground.answer(condition.fact) };
  }
}

export function proveRule(rule: Rule, ground: Ground): Proof {
  const parts = [prove(rule.when, ground)];
  if ('except' in rule && rule.except !== null) parts.push(prove({ kind: 'not', of: rule.except }, ground));
  return { kind: 'rule', truth: ground.ruleTruth(rule), rule: rule.id, parts };
}

/**
 * The facts that could settle an unknown condition, in the order they should be asked: a set before its details, and an exception
 * only once the rest holds. Empty for a settled condition.
 */
export function asks(condition: Condition, ground: Ground): readonly FactId[] {
  const found = new Set<FactId>();
  collect(condition, ground, found);
  return [...found];
}

export function asksOfRule(rule: Rule, ground: Ground): readonly FactId[] {
  const found = new Set<FactId>();
  collectRule(rule, ground, found);
  return [...found];
}

function collect(condition: Condition, ground: Ground, found: Set<FactId>): void {
  if (ground.truth(condition) !== 'unknown') return;
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'at-least':
      for (const part of condition.of) collect(part, ground, found);
      return;
    case 'not':
      return collect(condition.of, ground, found);
    case 'rule':
      return collectRule(known(ground.compiled.rules, condition.rule), ground, found);
    case 'tier':
      return collectScopeOr(ground, found, () => {
        for (const rule of ground.compiled.provisions)
          if (rule.tier === condition.tier) collectProvision(rule, ground, found);
      });
    case 'role':
      for (const rule of known(ground.compiled.roles, condition.role)) collectRule(rule, ground, found);
      return;
    case 'scope':
      return collectScope(ground, found);
    default:
      return collectFact(condition, ground, found);
  }
}

function collectRule(rule: Rule, ground: Ground, found: Set<FactId>): void {
  const hit = ground.truth(rule.when);
  if (hit === 'unknown') return collect(rule.when, ground, found);
  if (hit === 'true' && 'except' in rule && rule.except !== null) collect(rule.except, ground, found);
}

/** What would settle whether a provision gives its tier. */
export function collectProvision(
  rule: Ground['compiled']['provisions'][number],
  ground: Ground,
  found: Set<FactId>,
): void {
  const hit = ground.rule(rule.id);
  if (hit === 'unknown') collectRule(rule, ground, found);
  else if (hit === 'true' && rule.kind === 'classification' && rule.liftedBy !== null)
    collect({ kind: 'rule', rule: rule.liftedBy }, ground, found);
}

export function collectScope(ground: Ground, found: Set<FactId>): void {
  for (const rule of ground.compiled.scopes) collectRule(rule, ground, found);
}

function collectScopeOr(ground: Ground, found: Set<FactId>, rest: () => void): void {
  if (ground.scope() === 'unknown') collectScope(ground, found);
  rest();
}

/** While the gate is unknown only the gate is asked, unless an unsure member (`x?`) has already opened it a little. */
function collectFact(leaf: FactLeaf, ground: Ground, found: Set<FactId>): void {
  const fact = known(ground.compiled.facts, leaf.fact);
  if (leaf.kind === 'before' || leaf.kind === 'confirmed') collectDays(leaf, ground, found);
  const { askedWhen } = fact;
  if (askedWhen === null || ground.gate(leaf.fact) === 'true' || isAjar(askedWhen, ground)) found.add(leaf.fact);
  else collect(askedWhen, ground, found);
}

function collectDays(
  leaf: Extract<FactLeaf, { kind: 'before' | 'confirmed' }>,
  ground: Ground,
  found: Set<FactId>,
): void {
  const name = leaf.kind === 'before' ? leaf.date : leaf.from;
  for (const entry of known(ground.compiled.dates, name).entries)
    if (entry.when !== null) collect(entry.when, ground, found);
}

/** Whether a gate would open if every member that the file calls unsure were chosen. */
function isAjar(gate: Condition, ground: Ground): boolean {
  switch (gate.kind) {
    case 'all':
      return gate.of.every((part) => ground.truth(part) === 'true' || isAjar(part, ground));
    case 'any':
      return gate.of.some((part) => ground.truth(part) === 'true' || isAjar(part, ground));
    case 'includes': {
      const answer = ground.answer(gate.fact);
      return (
        answer.state === 'given' &&
        answer.given.type === 'set' &&
        (answer.given.value ?? []).some((member) => member.option === gate.option)
      );
    }
    case 'some': {
      const answer = ground.answer(gate.fact);
      return answer.state === 'given' && answer.given.type === 'set' && (answer.given.value ?? []).length > 0;
    }
    default:
      return false;
  }
}

/** Where the first answer stands that a condition rests on, if any was written. */
export function firstPosition(condition: Condition, ground: Ground): Position | null {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'at-least':
      return firstOf(condition.of, (part) => firstPosition(part, ground));
    case 'not':
      return firstPosition(condition.of, ground);
    case 'rule':
      return positionOfRule(condition.rule, ground);
    case 'tier':
    case 'role':
    case 'scope':
      return null;
    default:
      return factPosition(condition.fact, ground);
  }
}

const positionOfRule = (id: RuleId, ground: Ground): Position | null =>
  firstPosition(known(ground.compiled.rules, id).when, ground);

/** Where a fact was answered: itself, or by the set that closed it. */
export function factPosition(fact: FactId, ground: Ground): Position | null {
  const answer = ground.answer(fact);
  if (answer.state === 'given') return answer.given.at;
  if (answer.state === 'unknown') return answer.given?.at ?? null;
  const { askedWhen } = known(ground.compiled.facts, fact);
  return askedWhen === null ? null : firstPosition(askedWhen, ground);
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
