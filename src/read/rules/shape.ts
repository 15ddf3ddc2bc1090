import * as z from 'zod';
import { parseIsoDate, type IsoDate } from '../../model/date.ts';
import type {
  ActRole,
  CatalogueVersion,
  ClauseId,
  DateName,
  FactId,
  Office,
  OptionId,
  PackId,
  RuleId,
  SourceId,
} from '../../model/ids.ts';
import type { Text } from '../../model/language.ts';
import type { ProblemCode, ProblemParams } from '../../model/problem.ts';
import { nearest } from '../nearest.ts';
import { isLink } from '../records.ts';
import { clip, controlIn } from '../yaml.ts';

/** A problem that has no place yet: the path of the issue that carries it gives the place. */
export type Complaint = {
  readonly [C in ProblemCode]: { readonly code: C; readonly params: ProblemParams[C] };
}[ProblemCode];

/** A map with exactly these keys. The message lists them, since zod does not tell which keys would have been known. */
export const record = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined),
  });

/** More of one file would not help to mend it, and a hostile one could have a hundred thousand. */
export const mostProblems = 50;

export const unknownKey = (key: string, known: readonly string[]): Extract<Complaint, { code: 'unknown-key' }> => ({
  code: 'unknown-key',
  params: { key, near: nearest(clip(key), known), known },
});

/** Adds a problem of our own to what zod found; it stands at the value that is being read, or at `path` below it. */
export function complain(ctx: z.RefinementCtx, complaint: Complaint, path: PropertyKey[] = []): void {
  ctx.issues.push({ code: 'custom', input: undefined, path, params: { complaint } });
}

/** Hands on what a part's own schema found, at `path` of what is being read. */
export function passOn(ctx: z.RefinementCtx, error: z.ZodError, path: PropertyKey[] = []): void {
  for (const issue of error.issues) {
    // zod goes on after unknown keys as if nothing had happened; a part without a value must not go on.
    if (issue.code === 'unrecognized_keys')
      for (const complaint of unknownKeys(issue)) complain(ctx, complaint, [...path, ...issue.path]);
    else ctx.issues.push({ ...issue, input: undefined, path: [...path, ...issue.path] });
  }
}

export function unknownKeys(issue: z.core.$ZodIssueUnrecognizedKeys): Extract<Complaint, { code: 'unknown-key' }>[] {
  const known = issue.message.split(' ');
  return issue.keys.slice(0, mostProblems).map((key) => unknownKey(key, known));
}

export const orNull = <T>(schema: z.ZodType<T>) => z.optional(schema).transform((value) => value ?? null);
export const orEmpty = <T>(schema: z.ZodType<readonly T[]>) =>
  z.optional(schema).transform((value): readonly T[] => value ?? []);
export const someOf = <T>(schema: z.ZodType<T>): z.ZodType<readonly T[]> =>
  z.array(schema).transform((items, ctx) => {
    if (items.length === 0) complain(ctx, { code: 'empty-value', params: { key: '' } });
    return items;
  });

/** Text that is shown as it is: on one line, and nothing in it that steers a terminal. */
export const sentence = z
  .string()
  .refine((text) => text.trim() !== '', { error: 'empty' })
  .transform((found, ctx) => {
    const character = controlIn(found) ?? (/[\r\n]/.test(found.trim()) ? 'U+000A' : null);
    if (character !== null) complain(ctx, { code: 'control-character', params: { character, where: 'text' } });
    return found;
  });
export const text: z.ZodType<Text> = record({ en: sentence, de: sentence });

const word = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Section and name of a fact, pack and name of a rule. */
const dotted = /^[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** A name that stands out in a printed document and is found again in it. */
const clauseName = /^K(?:-[A-Z0-9]+)+$/;
const month = /^\d{4}-(?:0[1-9]|1[0-2])$/;

function named<T>(pattern: RegExp, brand: (id: string) => T): z.ZodType<T> {
  return z.string().transform((id, ctx) => {
    if (!pattern.test(id)) complain(ctx, badName(id, pattern));
    return brand(id);
  });
}

function badName(id: string, pattern: RegExp): Complaint {
  const character = controlIn(id);
  if (character !== null) return { code: 'control-character', params: { character, where: 'id' } };
  const found = clip(id);
  if (pattern === clauseName) return { code: 'wrong-type', params: { key: '', expected: 'clause-id', found } };
  if (pattern === month) return { code: 'wrong-type', params: { key: '', expected: 'catalogue-version', found } };
  if (pattern === dotted && word.test(id))
    return { code: 'wrong-type', params: { key: '', expected: 'dotted-id', found } };
  return { code: 'bad-id', params: { id: found } };
}

export const factId = named(dotted, (id) => id as FactId);
export const ruleId = named(dotted, (id) => id as RuleId);
export const optionId = named(word, (id) => id as OptionId);
export const packId = named(word, (id) => id as PackId);
export const sourceId = named(word, (id) => id as SourceId);
export const dateName = named(word, (id) => id as DateName);
export const actRole = named(word, (id) => id as ActRole);
export const office = named(word, (id) => id as Office);
export const chapterCode = named(word, (id) => id);
export const clauseId = named(clauseName, (id) => id as ClauseId);
export const catalogueVersion = named(month, (id) => id as CatalogueVersion);

/** A year alone is a number to YAML, and no day all the same. */
export const day: z.ZodType<IsoDate> = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().transform((found, ctx) => {
    const date = parseIsoDate(found);
    if (date !== null) return date;
    complain(ctx, { code: 'bad-date', params: { found: clip(found) } });
    return z.NEVER;
  }),
);

export const wholeNumber = (least: number, most: number): z.ZodType<number> =>
  z.number().transform((found, ctx) => {
    if (!Number.isInteger(found) || found < least || found > most)
      complain(ctx, { code: 'wrong-type', params: { key: '', expected: `${least}-${most}`, found: `${found}` } });
    return found;
  });

/** An address that a report may show as a link. */
export const link: z.ZodType<string> = z.string().transform((found, ctx) => {
  if (!isLink(found)) complain(ctx, { code: 'bad-link', params: { link: clip(found) } });
  return found;
});

/** `yes` and `no` in YAML 1.2 are words; switches of the rule format are `true` and `false`. */
export const flag = z.optional(z.boolean()).transform((value) => value === true);
