import type { Answer } from '../model/answer.ts';
import type { Condition, FactLeaf } from '../model/condition.ts';
import type { FactId } from '../model/ids.ts';
import type { Rule } from '../model/rule.ts';
import { known } from './compile.ts';
import type { Ground } from './ground.ts';

type Facts = readonly FactId[];

/**
 * The facts to ask next about an unknown condition: a set before its details, of several parts that all must hold the first open one
 * (a no makes the others idle) to which nobody has said yet that they do not know, and an exception only once the rest holds. Empty for
 * a settled condition.
 */
export function asks(condition: Condition, ground: Ground): Facts {
  if (ground.truth(condition) !== 'unknown') return [];
  switch (condition.kind) {
    case 'all': {
      const open = condition.of.filter((part) => ground.truth(part) === 'unknown');
      let first: Facts | null = null;
      for (const part of open) {
        const facts = asks(part, ground);
        if (isWorthAsking(facts, ground)) return facts;
        first ??= facts;
      }
      return first ?? [];
    }
    case 'any':
    case 'at-least':
      return union(condition.of.map((part) => asks(part, ground)));
    case 'not':
      return asks(condition.of, ground);
    case 'rule':
      return ground.asked(condition.rule, () => asksOfRule(known(ground.compiled.rules, condition.rule), ground));
    case 'tier':
      return ground.asked(`tier ${condition.tier}`, () =>
        union([asksOfScope(ground), ...tierProvisions(condition.tier, ground).map((rule) => asksOfTier(rule, ground))]),
      );
    case 'role':
      return ground.asked(`role ${condition.role}`, () =>
        union(known(ground.compiled.roles, condition.role).map((rule) => asksOfRule(rule, ground))),
      );
    case 'scope':
      return asksOfScope(ground);
    case 'clause':
      return [];
    default:
      return asksOfFact(condition, ground);
  }
}

/**
 * The facts to ask next about what satisfies a duty. Of several ways what can simply be done comes first: that somebody puts it on record why
 * it need not be done is asked once it is said not to be, or not to be known.
 */
export function asksOfWays(requires: Condition, ground: Ground): Facts {
  if (requires.kind !== 'any') return asks(requires, ground);
  const open = requires.of
    .filter((way) => ground.truth(way) === 'unknown')
    .map((way) => ({ isPlain: way.kind !== 'judged', facts: asksOfWays(way, ground) }));
  const plain = open.filter(({ isPlain }) => isPlain);
  const isOpen = ({ facts }: { readonly facts: Facts }): boolean => isWorthAsking(facts, ground);
  const ways = plain.length > 0 && (plain.some(isOpen) || !open.some(isOpen)) ? plain : open;
  return union(ways.map(({ facts }) => facts));
}

/** Whether there is more in it than what somebody does not know. */
export const isWorthAsking = (facts: Facts, ground: Ground): boolean =>
  facts.some((fact) => {
    const answer = ground.answer(fact);
    if (answer.state === 'unknown') return answer.why !== 'said-so';
    // A list that is there is asked again for a member that somebody is not sure of, or for one that is newer.
    const isUnsure =
      answer.state === 'given' && answer.given.type === 'set' && answer.given.value?.some(({ sure }) => !sure) === true;
    return !isUnsure;
  });

export function asksOfRule(rule: Rule, ground: Ground): Facts {
  const hit = ground.truth(rule.when);
  if (hit === 'unknown') return asks(rule.when, ground);
  return hit === 'true' && 'except' in rule && rule.except !== null ? asks(rule.except, ground) : [];
}

type Provision = Ground['compiled']['provisions'][number];

/** What would settle whether a provision gives its tier. */
export function asksOfTier(rule: Provision, ground: Ground): Facts {
  const hit = ground.rule(rule.id);
  if (hit === 'unknown') return asks({ kind: 'rule', rule: rule.id }, ground);
  return hit === 'true' && rule.kind === 'classification' && rule.liftedBy !== null
    ? asks({ kind: 'rule', rule: rule.liftedBy }, ground)
    : [];
}

const tierProvisions = (tier: Provision['tier'], ground: Ground): readonly Provision[] =>
  ground.compiled.provisions.filter((rule) => rule.tier === tier);

export const asksOfScope = (ground: Ground): Facts =>
  ground.scope() === 'unknown' ? union(ground.compiled.scopes.map((rule) => asksOfRule(rule, ground))) : [];

const union = (lists: readonly Facts[]): Facts => [...new Set(lists.flat())];

/**
 * While the gate is unknown only the gate is asked, unless an unsure member (`x?`) has already opened it a little, or somebody said that they
 * do not know it: then the detail may still settle what the gate cannot.
 */
function asksOfFact(leaf: FactLeaf, ground: Ground): Facts {
  const { askedWhen } = known(ground.compiled.facts, leaf.fact);
  const isOpen = askedWhen === null || ground.gate(leaf.fact) === 'true' || isAjar(askedWhen, ground);
  // A day that is given is not asked again: what is open then is the day it is compared with.
  const isGiven = leaf.kind === 'before' && isExactDay(ground.answer(leaf.fact));
  const own = isGiven ? [] : isOpen ? [leaf.fact] : beforeGate(leaf.fact, asks(askedWhen, ground), ground);
  return leaf.kind === 'before' || leaf.kind === 'confirmed' ? union([asksOfDays(leaf, ground), own]) : own;
}

const beforeGate = (fact: FactId, gate: Facts, ground: Ground): Facts =>
  isWorthAsking(gate, ground) ? gate : union([gate, [fact]]);

const isExactDay = (answer: Answer): boolean =>
  answer.state === 'given' && answer.given.type === 'date' && answer.given.value === answer.given.until;

function asksOfDays(leaf: Extract<FactLeaf, { kind: 'before' | 'confirmed' }>, ground: Ground): Facts {
  const name = leaf.kind === 'before' ? leaf.date : leaf.from;
  return union(
    known(ground.compiled.dates, name).entries.map((entry) => (entry.when === null ? [] : asks(entry.when, ground))),
  );
}

/** Whether a gate would open if every member that the file calls unsure were chosen. */
function isAjar(gate: Condition, ground: Ground): boolean {
  switch (gate.kind) {
    case 'all':
      return gate.of.every((part) => ground.truth(part) === 'true' || isAjar(part, ground));
    case 'any':
      return gate.of.some((part) => ground.truth(part) === 'true' || isAjar(part, ground));
    case 'includes':
      return givenMembers(gate.fact, ground).some((member) => member.option === gate.option);
    case 'some':
      return givenMembers(gate.fact, ground).length > 0;
    default:
      return false;
  }
}

function givenMembers(fact: FactId, ground: Ground) {
  const answer = ground.answer(fact);
  return answer.state === 'given' && answer.given.type === 'set' ? (answer.given.value ?? []) : [];
}
