import { type Tier, tiers } from '../model/tier.ts';
import type { Review } from '../model/use-case.ts';
import { dateOf, type Desk, fieldsOf, optionalDate, optionalText, wrongType } from './shape.ts';
import type { Tree } from './yaml.ts';

/** `review:` in the head of a use case: the next day, an interval in months, or a record. */
export function reviewOf(desk: Desk, tree: Tree | undefined): Review | null {
  if (tree === undefined) return null;
  const nothing = { last: null, next: null, every: null, at: tree.at };
  if (tree.kind === 'scalar')
    return typeof tree.value === 'number'
      ? { ...nothing, every: monthsOf(desk, tree, 'review') }
      : { ...nothing, next: dateOf(desk, tree, 'review') };
  const fields = fieldsOf(desk, tree, 'review', ['last', 'by', 'next', 'every']);
  if (fields === null) return null;
  const every = fields.get('every')?.value;
  optionalText(desk, fields, 'by');
  return {
    last: optionalDate(desk, fields, 'last'),
    next: optionalDate(desk, fields, 'next'),
    every: every === undefined ? null : monthsOf(desk, every, 'every'),
    at: tree.at,
  };
}

/** After how many months a use is reviewed again, by tier. */
export function reviewMonthsOf(desk: Desk, tree: Tree | undefined): ReadonlyMap<Tier, number> {
  const fields = tree === undefined ? null : fieldsOf(desk, tree, 'review', tiers);
  const months = new Map<Tier, number>();
  for (const tier of fields === null ? [] : tiers) {
    const value = fields?.get(tier)?.value;
    const found = value === undefined ? null : monthsOf(desk, value, tier);
    if (found !== null) months.set(tier, found);
  }
  return months;
}

/** Who reviews less often than every ten years does not review. */
function monthsOf(desk: Desk, tree: Tree, key: string): number | null {
  const months = tree.kind === 'scalar' && typeof tree.value === 'number' ? tree.value : 0;
  return Number.isInteger(months) && months >= 1 && months <= 120 ? months : wrongType(desk, tree, key, '1-120');
}

/** Of two intervals the shorter counts: who adds one asks for more, never for less. */
export function shorter(one: ReadonlyMap<Tier, number>, other: ReadonlyMap<Tier, number>): ReadonlyMap<Tier, number> {
  const months = new Map(one);
  for (const [tier, value] of other) months.set(tier, Math.min(value, months.get(tier) ?? value));
  return months;
}
