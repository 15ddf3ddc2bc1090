import type { Condition } from '../model/condition.ts';
import type { ClauseId, FactId, RuleId } from '../model/ids.ts';
import type { Position } from '../model/position.ts';
import type { Proof, RuleProof } from '../model/proof.ts';
import type { Rule } from '../model/rule.ts';
import { known } from './compile.ts';
import type { Ground } from './ground.ts';

/** The proof of a condition, made from the same truths that decided it. */
function prove(condition: Condition, ground: Ground): Proof {
  const truth = ground.truth(condition);
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'at-least':
      return {
        kind: 'node',
        truth,
        op: condition.kind,
        count: condition.kind === 'at-least' ? condition.count : null,
        parts: condition.of.map((part) => prove(part, ground)),
      };
    case 'not':
      return { kind: 'node', truth, op: 'not', count: null, parts: [prove(condition.of, ground)] };
    case 'rule':
      return { kind: 'rule', truth, rule: condition.rule };
    case 'tier':
    case 'role':
    case 'scope':
      return { kind: 'derived', truth, leaf: condition };
    case 'clause': {
      const { clause } = condition;
      const { state } = ground.useCase.tender;
      return { kind: 'clause', truth, clause, documents: state, at: positionOfClause(clause, ground) };
    }
    default:
      return {
        kind: 'fact',
        truth,
        leaf: condition,
        answer: ground.answer(condition.fact),
        at: positionOfFact(condition.fact, ground),
      };
  }
}

export function proveRule(rule: Rule, ground: Ground): RuleProof {
  const except = 'except' in rule ? rule.except : null;
  return {
    rule: rule.id,
    code: rule.kind === 'gap' ? rule.code : null,
    truth: ground.ruleTruth(rule),
    when: prove(rule.when, ground),
    except: except === null ? null : prove(except, ground),
    requires: 'requires' in rule ? prove(rule.requires, ground) : null,
  };
}

/** Where the first answer stands that a condition rests on, if any was written; of several parts those first that decide. */
export function firstPosition(condition: Condition, ground: Ground): Position | null {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'at-least': {
      const truth = ground.truth(condition);
      // Each part at most once: rules name rules, and twice at every level would be without end.
      const others: Condition[] = [];
      for (const part of condition.of) {
        if (ground.truth(part) !== truth) {
          others.push(part);
          continue;
        }
        const found = firstPosition(part, ground);
        if (found !== null) return found;
      }
      return firstOf(others, (part) => firstPosition(part, ground));
    }
    case 'not':
      return firstPosition(condition.of, ground);
    case 'rule':
      return positionOfRule(condition.rule, ground);
    case 'tier':
    case 'role':
    case 'scope':
      return null;
    case 'clause':
      // What stands in none of the documents is missing where they are named.
      return positionOfClause(condition.clause, ground) ?? ground.useCase.documents.named[0]?.at ?? null;
    default:
      return positionOfFact(condition.fact, ground);
  }
}

const positionOfRule = (id: RuleId, ground: Ground): Position | null =>
  ground.position(id, () => firstPosition(known(ground.compiled.rules, id).when, ground));

/** Where a clause stands; where it does not count, in which words or by whose answer. */
const positionOfClause = (clause: ClauseId, { useCase: { tender, documents } }: Ground): Position | null =>
  tender.clauses.get(clause) ?? documents.reading?.positions.get(clause) ?? null;

/** Where a fact was answered: itself, or by the set that closed it. */
export function positionOfFact(fact: FactId, ground: Ground): Position | null {
  const answer = ground.answer(fact);
  if (answer.state === 'given') return answer.given.at;
  if (answer.state === 'unknown') return answer.given?.at ?? null;
  const { askedWhen } = known(ground.compiled.facts, fact);
  return askedWhen === null ? null : ground.closedAt(fact, () => firstPosition(askedWhen, ground));
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
