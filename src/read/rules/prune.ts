import type { Declared } from './declared.ts';
import { dependencies, lifts, ruleNode } from './graph.ts';

/** What is left when everything goes that needs something which could not be read. For rule authors, who mend one thing at a time. */
export function prune(declared: Declared): Declared {
  const { facts, rules, dates } = declared;
  const needs = dependencies(declared);
  const lifted = lifts(declared);
  const datesOf = new Map(
    rules.entries.map(({ value: { rule } }) => [
      ruleNode(rule.id),
      'appliesFrom' in rule
        ? [rule.appliesFrom, rule.appliesUntil ?? rule.appliesFrom].map((name) => `date ${name}`)
        : [],
    ]),
  );
  let left = new Set(needs.keys());
  for (let before = -1; before !== left.size;) {
    before = left.size;
    const all = [...left];
    left = new Set(
      all.filter((node) =>
        [...(needs.get(node) ?? []), ...(lifted.get(node) ?? []), ...(datesOf.get(node) ?? [])].every((need) =>
          left.has(need),
        ),
      ),
    );
  }
  return {
    ...declared,
    facts: { ...facts, entries: facts.entries.filter(({ value }) => left.has(`fact ${value.id}`)) },
    rules: { ...rules, entries: rules.entries.filter(({ value }) => left.has(ruleNode(value.rule.id))) },
    dates: dates && { ...dates, entries: dates.entries.filter(({ value }) => left.has(`date ${value.name}`)) },
  };
}
