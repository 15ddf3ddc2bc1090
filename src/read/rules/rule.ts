import * as z from 'zod';
import type { GapRule, Rule } from '../../model/rule.ts';
import { aspects, bases, certainties, places, severities, stepOfAspect, steps } from '../../model/rule.ts';
import type { Citation } from '../../model/source.ts';
import { checkStages } from '../../model/stage.ts';
import { byKey } from './by-key.ts';
import { condition } from './condition.ts';
import {
  actRole,
  chapterCode,
  clauseId,
  complain,
  dateName,
  office,
  orEmpty,
  orNull,
  record,
  ruleId,
  someOf,
  text,
} from './shape.ts';

/** A rule as it stands in its file, which does not say where that is; a gap still with all its chapters. */
export type RuleEntry = Unplaced<Exclude<Rule, GapRule>> | GapEntry;
type Unplaced<R> = R extends Rule ? Omit<R, 'at' | 'pack'> : never;
interface GapEntry {
  readonly kind: 'gap';
  readonly id: Rule['id'];
  readonly title: Rule['title'];
  readonly chapters: readonly Omit<GapRule, 'id' | 'kind' | 'at' | 'pack'>[];
}

const certainty = {
  certainty: z.optional(z.enum(certainties)).transform((value) => value ?? ('settled' as const)),
  note: orNull(text),
};
const basis = z.optional(z.enum(bases)).transform((value) => value ?? ('law' as const));
const dated = { 'applies-from': dateName, 'applies-until': orNull(dateName), except: orNull(condition) };
const work = { severity: z.enum(severities), aspect: z.enum(aspects), basis, why: text, 'to-do': text };

/** One entry of a rule file; its `kind` picks the keys that it has. */
export function ruleSchema(cite: z.ZodType<Citation>): z.ZodType<RuleEntry> {
  const base = { id: ruleId, cite: someOf(cite), when: condition, title: text, ...certainty };
  return byKey<RuleEntry>('kind', {
    concept: noted(record({ ...base, kind: z.literal('concept') })),
    scope: noted(record({ ...base, kind: z.literal('scope'), why: text })),
    role: noted(record({ ...base, kind: z.literal('role'), role: actRole, why: text })),
    classification: noted(classification(base)),
    prohibition: noted(prohibition(base)),
    duty: noted(duty(base)),
    clause: noted(clause(base)),
    gap: gap(cite),
  });
}

type Base = Readonly<Record<'id', typeof ruleId>> & {
  readonly cite: z.ZodType<readonly Citation[]>;
  readonly when: typeof condition;
  readonly title: typeof text;
} & typeof certainty;

const classification = (base: Base) =>
  record({
    ...base,
    ...dated,
    kind: z.literal('classification'),
    tier: orNull(z.enum(['high-risk', 'transparency'])),
    'lifted-by': orNull(ruleId),
    why: text,
  }).transform(({ 'applies-from': appliesFrom, 'applies-until': appliesUntil, 'lifted-by': liftedBy, ...rule }) => ({
    ...rule,
    appliesFrom,
    appliesUntil,
    liftedBy,
  }));

const prohibition = (base: Base) =>
  record({
    ...base,
    ...dated,
    ...work,
    kind: z.literal('prohibition'),
    tier: orNull(z.literal('prohibited')),
  }).transform(({ 'applies-from': appliesFrom, 'applies-until': appliesUntil, 'to-do': toDo, ...rule }) => ({
    ...rule,
    appliesFrom,
    appliesUntil,
    toDo,
  }));

const duty = (base: Base) =>
  record({
    ...base,
    ...dated,
    ...work,
    kind: z.literal('duty'),
    addressee: actRole,
    step: z.optional(z.enum(steps)),
    due: z.enum(checkStages),
    requires: condition,
    waivable: orEmpty(z.array(office)),
    clause: orNull(clauseId),
    evidence: text,
  }).transform(({ 'applies-from': appliesFrom, 'applies-until': appliesUntil, 'to-do': toDo, step, ...rule }) => ({
    ...rule,
    step: step ?? stepOfAspect[rule.aspect],
    appliesFrom,
    appliesUntil,
    toDo,
  }));

const clause = (base: Base) =>
  record({
    ...base,
    ...work,
    kind: z.literal('clause'),
    clause: clauseId,
    place: z.enum(places),
    'applies-from': dateName,
    text,
    evidence: text,
  }).transform(({ 'applies-from': appliesFrom, 'to-do': toDo, ...rule }) => ({
    ...rule,
    step: 'supplier' as const,
    due: 'tender' as const,
    requires: { kind: 'clause' as const, clause: rule.clause },
    appliesFrom,
    appliesUntil: null,
    except: null,
    toDo,
  }));

const gap = (cite: z.ZodType<Citation>) =>
  record({
    id: ruleId,
    kind: z.literal('gap'),
    cite: orNull(someOf(cite)),
    title: text,
    chapters: someOf(
      noted(
        record({
          code: chapterCode,
          addressee: actRole,
          cite: someOf(cite),
          when: condition,
          title: text,
          why: text,
          ...certainty,
        }),
      ),
    ),
  });

/** What is uncertain has to be said. */
const noted = <T extends { certainty: string; note: unknown }>(schema: z.ZodType<T>): z.ZodType<T> =>
  schema.transform((rule, ctx) => {
    if (rule.certainty !== 'settled' && rule.note === null)
      complain(ctx, { code: 'missing-key', params: { key: 'note' } });
    return rule;
  });
