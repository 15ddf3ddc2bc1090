import * as z from 'zod';
import { orNull, passOn, record, wholeNumber } from './shape.ts';

// What `scripts/index-sources.ts` writes: which provisions an act has. Hashes of the text serve the review records, not us.
const letters = z.array(z.string());
/** A list of letters or a map; a union would say of both that they failed. */
const lettersOr = <T>(map: z.ZodType<T>): z.ZodType<string[] | T> =>
  z.unknown().transform((value, ctx) => {
    const parsed = Array.isArray(value) ? letters.safeParse(value) : map.safeParse(value);
    if (parsed.success) return parsed.data;
    passOn(ctx, parsed.error);
    return z.NEVER;
  });
const point = lettersOr(record({ text: z.string(), points: letters }));
const points = lettersOr(z.record(z.string(), point));
const article = record({
  text: orNull(z.string()),
  paragraphs: orNull(z.record(z.string(), letters)),
  points: orNull(letters),
});
const part = record({ points: orNull(points) });
const annex = record({
  text: orNull(z.string()),
  points: orNull(points),
  sections: orNull(z.record(z.string(), part)),
});
const section = record({ paragraphs: orNull(z.record(z.string(), letters)), numbers: orNull(letters) });

export const provisionIndex = {
  recitals: orNull(wholeNumber(0, 9999)),
  articles: orNull(z.record(z.string(), article)),
  annexes: orNull(z.record(z.string(), annex)),
  sections: orNull(z.record(z.string(), section)),
};
const index = z.object(provisionIndex);
export type ProvisionIndex = z.output<typeof index>;

/** Every provision of an act in the spelling of a citation, without subparagraphs, sentences and numbers below a letter. */
export function provisionsOf(act: ProvisionIndex): ReadonlySet<string> {
  return new Set([
    ...Array.from({ length: act.recitals ?? 0 }, (_, i) => `Recital ${i + 1}`),
    ...parts(act.articles, 'Art. ').flatMap(([at, it]) => [
      at,
      ...bracketed(at, it.paragraphs),
      ...listed(at, it.points),
    ]),
    ...parts(act.annexes, 'Annex ').flatMap(([at, it]) => [
      at,
      ...annexPoints(at, it.points),
      ...annexSections(at, it.sections),
    ]),
    ...parts(act.sections, '§ ').flatMap(([at, it]) => [
      at,
      ...bracketed(at, it.paragraphs),
      ...(it.numbers ?? []).map((number) => `${at} no. ${number}`),
    ]),
  ]);
}

type Keyed<T> = Readonly<Record<string, T>> | null;

const parts = <T>(of: Keyed<T>, prefix: string): [string, T][] =>
  Object.entries(of ?? {}).map(([name, it]) => [prefix + name, it]);

const listed = (at: string, names: readonly string[] | null): string[] => (names ?? []).map((name) => `${at}(${name})`);

const bracketed = (at: string, of: Keyed<readonly string[]>): string[] =>
  Object.entries(of ?? {}).flatMap(([name, below]) => [`${at}(${name})`, ...listed(`${at}(${name})`, below)]);

function annexPoints(at: string, of: z.output<typeof points> | null): string[] {
  if (Array.isArray(of)) return of.map((name) => `${at} point (${name})`);
  return Object.entries(of ?? {}).flatMap(([name, below]) => {
    const here = `${at} point ${name}`;
    return [here, ...listed(here, Array.isArray(below) ? below : below.points)];
  });
}

const annexSections = (at: string, of: Keyed<z.output<typeof part>>): string[] =>
  parts(of, `${at} Section `).flatMap(([here, it]) => [here, ...annexPoints(here, it.points)]);
