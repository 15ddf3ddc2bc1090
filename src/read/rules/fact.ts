import * as z from 'zod';
import type { CatalogueVersion } from '../../model/ids.ts';
import type { Fact, Option } from '../../model/fact.ts';
import type { Citation } from '../../model/source.ts';
import { condition } from './condition.ts';
import { byKey } from './by-key.ts';
import {
  catalogueVersion,
  clauseId,
  factId,
  flag,
  office,
  optionId,
  orEmpty,
  orNull,
  record,
  someOf,
  text,
  wholeNumber,
} from './shape.ts';

/** A fact as it stands in its file, which does not say where that is. */
export type FactEntry = Unplaced<Fact>;
type Unplaced<F> = F extends Fact ? Omit<F, 'at'> : never;

const months = wholeNumber(1, 120);
const option: z.ZodType<Option> = record({ id: optionId, text, since: orNull<CatalogueVersion>(catalogueVersion) });

const baseShape = (cite: z.ZodType<Citation>) => ({
  id: factId,
  'asked-when': orNull(condition),
  question: text,
  inside: orNull(text),
  outside: orNull(text),
  'answered-by': someOf(office),
  cite: orEmpty(z.array(cite)),
  since: orNull(catalogueVersion),
  scope: z.optional(z.enum(['use-case', 'profile', 'both'])).transform((scope) => scope ?? ('use-case' as const)),
  tender: orNull(record({ clause: clauseId, demands: z.enum(['yes', 'no']) })),
});

/** One entry of `facts/*.yaml`; its `type` picks the keys that it has. */
export function factSchema(cite: z.ZodType<Citation>): z.ZodType<FactEntry> {
  const base = baseShape(cite);
  const plain = <T extends 'yes-no' | 'text'>(type: T) =>
    record({ ...base, type: z.literal(type) }).transform(
      ({ 'asked-when': askedWhen, 'answered-by': answeredBy, ...fact }) => ({ ...fact, askedWhen, answeredBy }),
    );
  const options = someOf(option);
  return byKey<FactEntry>('type', {
    'yes-no': plain('yes-no'),
    date: record({ ...base, type: z.literal('date'), rough: flag }).transform(
      ({ 'asked-when': askedWhen, 'answered-by': answeredBy, ...fact }) => ({ ...fact, askedWhen, answeredBy }),
    ),
    text: plain('text'),
    measure: record({ ...base, type: z.literal('measure'), review: orNull(months) }).transform(
      ({ 'asked-when': askedWhen, 'answered-by': answeredBy, ...fact }) => ({ ...fact, askedWhen, answeredBy }),
    ),
    opinion: record({
      ...base,
      type: z.literal('opinion'),
      'given-by': someOf(office),
      review: orNull(months),
    }).transform(({ 'asked-when': askedWhen, 'answered-by': answeredBy, 'given-by': givenBy, ...fact }) => ({
      ...fact,
      askedWhen,
      answeredBy,
      givenBy,
    })),
    choice: record({ ...base, type: z.literal('choice'), options }).transform(
      ({ 'asked-when': askedWhen, 'answered-by': answeredBy, ...fact }) => ({ ...fact, askedWhen, answeredBy }),
    ),
    set: record({
      ...base,
      type: z.literal('set'),
      options,
      confirm: orNull(record({ none: text, rest: text })),
      unite: flag,
    }).transform(({ 'asked-when': askedWhen, 'answered-by': answeredBy, ...fact }) => ({
      ...fact,
      askedWhen,
      answeredBy,
    })),
    judgement: judgement(base),
  });
}

const judgement = (base: ReturnType<typeof baseShape>) =>
  record({
    ...base,
    type: z.literal('judgement'),
    'judged-by': someOf(office),
    evidence: z.optional(z.enum(['required', 'optional'])).transform((evidence) => evidence ?? ('required' as const)),
  }).transform(({ 'asked-when': askedWhen, 'answered-by': answeredBy, 'judged-by': judgedBy, ...fact }) => ({
    ...fact,
    askedWhen,
    answeredBy,
    judgedBy,
  }));
