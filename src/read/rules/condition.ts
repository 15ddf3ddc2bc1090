import * as z from 'zod';
import type { NonEmpty } from '../../model/brand.ts';
import type { Condition } from '../../model/condition.ts';
import { tiers } from '../../model/tier.ts';
import { clip } from '../yaml.ts';
import {
  actRole,
  complain,
  dateName,
  factId,
  optionId,
  passOn,
  record,
  ruleId,
  unknownKey,
  wholeNumber,
} from './shape.ts';

/** A condition as it stands in a rule: a map with one key, which picks the shape of the rest. */
export const condition: z.ZodType<Condition> = z.unknown().transform((value, ctx) => {
  const keys = isMap(value) ? Object.keys(value) : null;
  const key = keys?.[0];
  const node = key === undefined ? undefined : nodes.get(key);
  if (!isMap(value) || keys === null) {
    ctx.issues.push({ code: 'invalid_type', expected: 'condition', input: value });
    return z.NEVER;
  }
  if (key === undefined || node === undefined || keys.length !== 1) {
    const known = [...nodes.keys()];
    if (key !== undefined && keys.length === 1) complain(ctx, unknownKey(key, known));
    else complain(ctx, { code: 'condition-keys', params: { found: keys.map(clip), known } });
    return z.NEVER;
  }
  const parsed = node.safeParse(value[key]);
  if (parsed.success) return parsed.data;
  passOn(ctx, parsed.error, [key]);
  return z.NEVER;
});

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parts = (key: string): z.ZodType<NonEmpty<Condition>> =>
  z.array(condition).transform((items, ctx) => {
    const [first, ...rest] = items;
    if (first !== undefined) return [first, ...rest] as const;
    complain(ctx, { code: 'empty-condition', params: { key } });
    return z.NEVER;
  });

const atLeast = record({ count: z.number(), of: parts('at-least') }).transform(({ count, of }, ctx): Condition => {
  const parsed = wholeNumber(1, of.length).safeParse(count);
  if (!parsed.success) passOn(ctx, parsed.error, ['count']);
  return { kind: 'at-least', count, of };
});

const member = record({ fact: factId, option: optionId });
const deadline = record({ fact: factId, date: dateName });
const period = record({ fact: factId, from: dateName, months: wholeNumber(1, 1200) });

const nodes: ReadonlyMap<string, z.ZodType<Condition>> = new Map<string, z.ZodType<Condition>>([
  ['all', parts('all').transform((of) => ({ kind: 'all', of }))],
  ['any', parts('any').transform((of) => ({ kind: 'any', of }))],
  ['not', condition.transform((of) => ({ kind: 'not', of }))],
  ['at-least', atLeast],
  ['yes', factId.transform((fact) => ({ kind: 'yes', fact }))],
  ['is', member.transform((leaf) => ({ kind: 'is', ...leaf }))],
  ['includes', member.transform((leaf) => ({ kind: 'includes', ...leaf }))],
  ['some', factId.transform((fact) => ({ kind: 'some', fact }))],
  ['before', deadline.transform((leaf) => ({ kind: 'before', ...leaf }))],
  ['confirmed', period.transform((leaf) => ({ kind: 'confirmed', ...leaf }))],
  ['measure', factId.transform((fact) => ({ kind: 'measure', fact }))],
  ['opinion', factId.transform((fact) => ({ kind: 'opinion', fact }))],
  ['judged', factId.transform((fact) => ({ kind: 'judged', fact }))],
  ['rule', ruleId.transform((rule) => ({ kind: 'rule', rule }))],
  ['tier', z.enum(tiers).transform((tier) => ({ kind: 'tier', tier }))],
  ['role', actRole.transform((role) => ({ kind: 'role', role }))],
  ['scope', z.literal('in').transform(() => ({ kind: 'scope' }))],
]);
