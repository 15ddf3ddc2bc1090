import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import * as z from 'zod';
import type { RuleBook } from '../model/book.ts';
import type { UnreadReason } from '../model/review.ts';
import type { Rule } from '../model/rule.ts';
import type { Citation } from '../model/source.ts';

/** That somebody who did not write a rule has compared it with the text it cites. */
export const Review = z.strictObject({
  rule: z.string(),
  on: z.iso.date(),
  /** The reader's role. */
  by: z.string().min(1),
  /** What was compared: the rule, and the text of every provision it cites. */
  hash: z.strictObject({ rule: z.string(), text: z.string() }),
});
export type Review = z.infer<typeof Review>;

export interface Comparable {
  readonly rule: string;
  readonly hash: Review['hash'];
}

const Points = z.union([z.array(z.string()), z.record(z.string(), z.unknown())]);
const Text = z.looseObject({ text: z.string().optional(), points: Points.optional() });
const Sources = z.looseObject({
  sources: z.array(
    z.looseObject({
      id: z.string(),
      articles: z.record(z.string(), Text).optional(),
      annexes: z.record(z.string(), Text).optional(),
    }),
  ),
});

/** Every rule of the book with the hashes that its review must carry. `sourceFiles`: what the `sources.yaml` of the rules hold. */
export function comparables(book: RuleBook, sourceFiles: readonly string[]): readonly Comparable[] {
  const sources = { sources: sourceFiles.flatMap((text) => Sources.parse(parse(text)).sources) };
  const ids = [...new Set(book.rules.map(({ id }) => id))];
  return ids.map((rule) => {
    // The chapters of a gap rule share its id.
    const parts = book.rules.filter(({ id }) => id === rule);
    const texts = parts.flatMap(({ cite }) => cite.map((one) => citedText(one, sources)));
    return { rule, hash: { rule: hashOf(parts.map(withoutPlace)), text: hashOf(texts) } };
  });
}

/** Moving a rule within its file, or to another step of the report, is no change of the law. */
function withoutPlace({ at: _at, ...rule }: Rule): object {
  if (rule.kind !== 'duty') return rule;
  const { step: _step, ...duty } = rule;
  return duty;
}

/** The hash of the article, annex or annex point that is cited; its name, where the text is not kept. */
function citedText({ act, at }: Citation, { sources }: z.infer<typeof Sources>): string {
  const source = sources.find(({ id }) => id === act);
  const article = /^Art\. (\w+)/.exec(at)?.[1];
  const [, annex, point] = /^Annex (\w+)(?:.*? point (\d+))?/.exec(at) ?? [];
  const found =
    article === undefined
      ? annex === undefined
        ? undefined
        : annexText(source?.annexes?.[annex], point)
      : source?.articles?.[article]?.text;
  return `${act} ${at} ${found ?? ''}`;
}

function annexText(annex: z.infer<typeof Text> | undefined, point: string | undefined): string | undefined {
  const points = annex?.points;
  const own = points === undefined || Array.isArray(points) || point === undefined ? undefined : points[point];
  return Text.safeParse(own).data?.text ?? annex?.text;
}

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** The reviews of a pack, and the rules that are known to wait for one. */
export interface Reviews {
  readonly pending: readonly string[];
  readonly reviews: readonly Review[];
}

/** The reviews in the `reviews.yaml` of all packs. */
export function reviewsIn(texts: readonly string[]): Reviews {
  const packs = texts.map((text) =>
    z.strictObject({ pending: z.array(z.string()), reviews: z.array(Review) }).parse(parse(text)),
  );
  return { pending: packs.flatMap(({ pending }) => pending), reviews: packs.flatMap(({ reviews }) => reviews) };
}

export interface Unread {
  readonly rule: string;
  readonly why: UnreadReason;
}

/** What is not, or no longer, reviewed and not known to be pending; also what waits no longer. */
export function unreviewed(rules: readonly Comparable[], { pending, reviews }: Reviews): readonly Unread[] {
  const byRule = new Map(reviews.map((review) => [review.rule, review]));
  const known = new Set(rules.map(({ rule }) => rule));
  const reasonFor = ({ rule, hash }: Comparable): Unread['why'] | null => {
    const review = byRule.get(rule);
    if (pending.includes(rule)) return review === undefined ? null : 'pending-though-read';
    if (review === undefined) return 'never';
    if (review.hash.rule !== hash.rule) return 'rule-changed';
    return review.hash.text === hash.text ? null : 'text-changed';
  };
  return [
    ...rules.flatMap((one): Unread[] => {
      const why = reasonFor(one);
      return why === null ? [] : [{ rule: one.rule, why }];
    }),
    ...[...reviews.map(({ rule }) => rule), ...pending]
      .filter((rule) => !known.has(rule))
      .map((rule): Unread => ({ rule, why: 'no-such-rule' })),
  ];
}
