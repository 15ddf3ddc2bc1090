import * as z from 'zod';
import type { SourceId } from '../../model/ids.ts';
import type { Source } from '../../model/source.ts';
import type { Citable } from './citation.ts';
import { provisionIndex, provisionsOf } from './provisions.ts';
import { complain, day, link, orEmpty, orNull, record, sourceId, text } from './shape.ts';

export interface SourceEntry extends Source {
  readonly amendedBy: readonly SourceId[];
  readonly citable: Citable;
}

/** One entry of `sources.yaml`. */
export const source: z.ZodType<SourceEntry> = record({
  id: sourceId,
  kind: z.enum(['act', 'guideline', 'draft-guideline']),
  title: text,
  short: text,
  published: day,
  'in-force': orNull(day),
  url: link,
  anchor: orNull(link),
  'amended-by': orEmpty(z.array(sourceId)),
  'text-file': orNull(z.string()),
  definitions: orNull(z.string()),
  free: z.optional(z.literal(true)),
  ...provisionIndex,
}).transform((entry, ctx): SourceEntry => {
  const {
    id,
    kind,
    title,
    short,
    published,
    'in-force': inForce,
    url,
    anchor,
    'amended-by': amendedBy,
    free,
    definitions,
  } = entry;
  if (inForce !== null && inForce < published)
    complain(ctx, { code: 'dates-order', params: { name: id } }, ['in-force']);
  const provisions = free === true ? null : provisionsOf(entry);
  return {
    id,
    kind,
    title,
    short,
    published,
    inForce,
    url,
    definitions,
    amendedBy,
    citable: { url, anchor, provisions },
  };
});
