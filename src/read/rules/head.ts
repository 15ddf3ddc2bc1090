import * as z from 'zod';
import type { Pack, RuleBook } from '../../model/book.ts';
import type { Citation, NamedDate } from '../../model/source.ts';
import { condition } from './condition.ts';
import {
  actRole,
  catalogueVersion,
  complain,
  dateName,
  day,
  flag,
  office,
  orEmpty,
  orNull,
  packId,
  passOn,
  record,
  sentence,
  someOf,
  sourceId,
  text,
} from './shape.ts';

/** One entry of `catalogue.yaml`. */
export const version = record({ id: catalogueVersion, what: text }).transform(({ id }) => ({ id }));

/** One entry of the two lists of `roles.yaml`. */
export const actRoleEntry: z.ZodType<RuleBook['actRoles'][number]> = record({ id: actRole, title: text, ours: flag });
export const officeEntry: z.ZodType<RuleBook['offices'][number]> = record({ id: office, title: text, approves: flag });

/** `pack.yaml`. */
export const packSchema = (cite: z.ZodType<Citation>): z.ZodType<Pack> =>
  record({
    id: packId,
    version: sentence,
    title: text,
    optional: flag,
    review: orNull(record({ months: z.int().min(1).max(120), cite: someOf(cite) })),
    'left-out': orEmpty(z.array(record({ cite: someOf(cite), what: text, why: text }))),
  }).transform(({ 'left-out': leftOut, ...pack }) => ({ ...pack, leftOut }));

const never = z.literal('never').transform(() => null);
const dateVersion = record({ 'set-by': sourceId, from: z.unknown() }).transform(({ 'set-by': setBy, from }, ctx) => {
  const parsed = (from === 'never' ? never : day).safeParse(from);
  if (parsed.success) return { setBy, from: parsed.data };
  passOn(ctx, parsed.error, ['from']);
  return z.NEVER;
});
const dateEntry = record({ when: orNull(condition), versions: someOf(dateVersion) });

/** One entry of `dates.yaml`, whose name is its key. Exactly the last of its entries has no condition. */
export const dateSchema = (cite: z.ZodType<Citation>, id: string): z.ZodType<NamedDate> =>
  record({ title: text, cite: someOf(cite), entries: someOf(dateEntry) }).transform((date, ctx) => {
    const last = date.entries.length - 1;
    for (const [index, entry] of date.entries.entries()) {
      if (index < last && entry.when === null)
        complain(ctx, { code: 'missing-key', params: { key: 'when' } }, ['entries', index]);
      if (index === last && entry.when !== null)
        complain(ctx, { code: 'last-entry-when', params: {} }, ['entries', index, 'when']);
    }
    const name = dateName.safeParse(id);
    if (name.success) return { ...date, name: name.data };
    complain(ctx, { code: 'bad-id', params: { id } });
    return z.NEVER;
  });
