import type { Leaf } from '../../model/condition.ts';
import type { Declared } from './declared.ts';
import { mostProblems } from './shape.ts';
import { conditionsOf, leavesOf } from './walk.ts';

/** For each rule, fact and date the ones that have to be known before it. */
export type Graph = ReadonlyMap<string, readonly string[]>;

export const ruleNode = (id: string): string => `rule ${id}`;

/**
 * A rule needs the facts and rules of its conditions; a fact its gate; a date the conditions of its entries. What lifts a rule
 * is not needed for its own truth, which is all that others ask for.
 */
export function dependencies({ rules, facts, dates }: Declared): Graph {
  const graph = new Map<string, string[]>();
  for (const { value } of rules.entries) {
    graph.set(
      ruleNode(value.rule.id),
      conditionsOf(value.rule)
        .flatMap(leavesOf)
        .flatMap(({ leaf }) => needed(leaf)),
    );
  }
  for (const { value } of facts.entries) {
    const gate = value.askedWhen === null ? [] : leavesOf({ path: [], condition: value.askedWhen });
    graph.set(
      `fact ${value.id}`,
      gate.flatMap(({ leaf }) => needed(leaf)),
    );
  }
  for (const { value } of dates?.entries ?? []) {
    const conditions = value.entries.flatMap(({ when }) =>
      when === null ? [] : leavesOf({ path: [], condition: when }),
    );
    graph.set(
      `date ${value.name}`,
      conditions.flatMap(({ leaf }) => needed(leaf)),
    );
  }
  return graph;
}

/** For each rule the one that lifts it. */
export const lifts = ({ rules }: Declared): Graph =>
  new Map(
    rules.entries.flatMap(({ value: { rule } }) =>
      'liftedBy' in rule && rule.liftedBy !== null ? [[ruleNode(rule.id), [ruleNode(rule.liftedBy)]] as const] : [],
    ),
  );

function needed(leaf: Leaf): string[] {
  if (leaf.kind === 'rule') return [ruleNode(leaf.rule)];
  if (leaf.kind === 'before') return [`fact ${leaf.fact}`, `date ${leaf.date}`];
  if (leaf.kind === 'confirmed') return [`fact ${leaf.fact}`, `date ${leaf.from}`];
  return 'fact' in leaf ? [`fact ${leaf.fact}`] : [];
}

/** Nodes so that each comes after what it needs; in the given order where that leaves a choice. */
export function inOrder(graph: Graph): readonly string[] {
  return walk(graph).order;
}

/** Circles, each once, from the node at which it was entered. */
export function cyclesOf(graph: Graph): readonly (readonly string[])[] {
  return walk(graph).cycles;
}

interface Step {
  readonly node: string;
  readonly rest: Iterator<string>;
}

/** Depth first, with a stack of our own: a chain may have as many links as a folder has rules. */
function walk(graph: Graph): { order: string[]; cycles: string[][] } {
  const order: string[] = [];
  const cycles: string[][] = [];
  const done = new Set<string>();
  const path: Step[] = [];
  const depths = new Map<string, number>();
  const enter = (node: string): void => {
    const start = depths.get(node);
    if (start !== undefined) {
      if (cycles.length < mostProblems) cycles.push(path.slice(start).map((step) => step.node));
      return;
    }
    if (done.has(node)) return;
    depths.set(node, path.length);
    path.push({ node, rest: (graph.get(node) ?? []).values() });
  };
  for (const root of graph.keys()) {
    enter(root);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const next = step.rest.next();
      if (next.done !== true) {
        enter(next.value);
        continue;
      }
      path.pop();
      depths.delete(step.node);
      done.add(step.node);
      order.push(step.node);
    }
  }
  return { order, cycles };
}
