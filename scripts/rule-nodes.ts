// Which nodes of the conditions no case shows true, false or unknown.
//   node --import tsx scripts/rule-nodes.ts [part of a rule id]
import { createGround } from '../src/assess/ground.ts';
import type { CompiledBook } from '../src/assess/compile.ts';
import type { Case } from '../src/model/case.ts';
import type { Condition } from '../src/model/condition.ts';
import type { Rule } from '../src/model/rule.ts';
import type { Truth } from '../src/model/truth.ts';

const truths = ['true', 'false', 'unknown'] as const;

export interface Unseen {
  readonly rule: string;
  readonly node: string;
  readonly missing: readonly Truth[];
}

interface Node {
  readonly rule: string;
  readonly name: string;
  readonly condition: Condition;
}

/** Every node of every condition, looked at in all cases. */
export function unseenNodes(
  { book, ...rest }: CompiledBook,
  cases: readonly Case[],
): { readonly all: number; readonly unseen: readonly Unseen[] } {
  const nodes = book.rules.flatMap(nodesOf);
  const seen = nodes.map(() => new Set<Truth>());
  for (const { useCase, asOf } of cases) {
    const ground = createGround({ book, ...rest }, useCase, asOf);
    nodes.forEach(({ condition }, index) => seen[index]?.add(ground.truth(condition)));
  }
  const unseen = nodes.flatMap(({ rule, name }, index): Unseen[] => {
    const missing = truths.filter((truth) => seen[index]?.has(truth) !== true);
    return missing.length === 0 ? [] : [{ rule, node: name, missing }];
  });
  return { all: nodes.length, unseen };
}

function nodesOf(rule: Rule): readonly Node[] {
  const key = rule.kind === 'gap' ? `${rule.id}#${rule.code}` : rule.id;
  return [
    ...walk(rule.when, 'when', key),
    ...('except' in rule && rule.except !== null ? walk(rule.except, 'except', key) : []),
    ...(rule.kind === 'duty' ? walk(rule.requires, 'requires', key) : []),
  ];
}

function walk(condition: Condition, path: string, rule: string): readonly Node[] {
  const here: Node = { rule, name: `${path} ${leafName(condition)}`, condition };
  if (condition.kind === 'not') return [here, ...walk(condition.of, `${path}.not`, rule)];
  if (!('of' in condition)) return [here];
  return [here, ...condition.of.flatMap((part, index) => walk(part, `${path}.${index + 1}`, rule))];
}

function leafName(condition: Condition): string {
  if ('option' in condition) return `${condition.kind} ${condition.fact} ${condition.option}`;
  if ('fact' in condition) return `${condition.kind} ${condition.fact}`;
  return condition.kind === 'rule' ? `rule ${condition.rule}` : condition.kind;
}

if (import.meta.filename === process.argv[1]) {
  const { loadRules } = await import('../test/support/rules.ts');
  const { compiled, cases } = loadRules('rules');
  const [wanted = ''] = process.argv.slice(2);
  const { all, unseen } = unseenNodes(compiled, cases);
  for (const { rule, node, missing } of unseen)
    if (rule.includes(wanted)) console.log(`${rule}: ${node}: never ${missing.join(', ')}`);
  console.log(`${all} nodes, ${unseen.length} not seen true, false and unknown`);
  process.exitCode = unseen.length > 0 ? 1 : 0;
}
