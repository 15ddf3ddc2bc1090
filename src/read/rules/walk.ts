import type { Condition, Leaf } from '../../model/condition.ts';
import type { RuleEntry } from './rule.ts';

export type Path = readonly PropertyKey[];
export interface Stated {
  readonly path: Path;
  readonly condition: Condition;
}

/** The leaves of a condition, each with the path at which it is written. */
export function leavesOf({ path, condition }: Stated): { readonly leaf: Leaf; readonly path: Path }[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part, index) =>
        leavesOf({ path: [...path, condition.kind, index], condition: part }),
      );
    case 'at-least':
      return condition.of.flatMap((part, index) =>
        leavesOf({ path: [...path, 'at-least', 'of', index], condition: part }),
      );
    case 'not':
      return leavesOf({ path: [...path, 'not'], condition: condition.of });
    default:
      return [{ leaf: condition, path: [...path, condition.kind] }];
  }
}

/** All conditions that a rule states. */
export function conditionsOf(rule: RuleEntry): readonly Stated[] {
  const when = { path: ['when'], condition: 'when' in rule ? rule.when : null };
  const except = { path: ['except'], condition: 'except' in rule ? rule.except : null };
  const requires = { path: ['requires'], condition: 'requires' in rule ? rule.requires : null };
  const chapters =
    rule.kind === 'gap'
      ? rule.chapters.map((chapter, index) => ({ path: ['chapters', index, 'when'], condition: chapter.when }))
      : [];
  return [when, except, requires, ...chapters].flatMap(({ path, condition }) =>
    condition === null ? [] : [{ path, condition }],
  );
}
