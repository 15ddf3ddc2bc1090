import type { ClauseId } from '../../model/ids.ts';
import { distance } from 'fastest-levenshtein';

/** An id that stands in a text; `clause: null`: it looks like one of ours and is none. */
export interface IdPlace {
  readonly start: number;
  readonly end: number;
  readonly clause: ClauseId | null;
  readonly near: ClauseId | null;
  readonly found: string;
}

/** Finds ids however they are set: in small letters, with dashes for hyphens, broken over lines. */
export function idFinder(clauses: readonly ClauseId[]): (text: string) => readonly IdPlace[] {
  // The longest first, where one begins like another.
  const ids = clauses
    .toSorted((a, b) => b.length - a.length)
    .map((clause) => ({ clause, form: new RegExp(`${formOf(clause)}(?![\\p{L}\\p{N}]|[-\\u2013]\\d)`, 'iuy') }));
  const starts = new Set(clauses.map((clause) => clause[0] ?? ''));
  const start = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...starts, 'K'].map(literal).join('|')})`, 'giu');
  return (text) => {
    const places: IdPlace[] = [];
    for (const { index } of text.matchAll(start)) {
      if (index < (places.at(-1)?.end ?? 0)) continue;
      const place = knownAt(text, index, ids) ?? strangeAt(text, index, clauses);
      if (place !== null) places.push(place);
    }
    return places;
  };
}

const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const dash = '[\\p{Pd}\\u2212]';

/** Any dash for a hyphen, a blank or line break after it, and a line break anywhere. */
const formOf = (id: string): string =>
  Array.from(id, (character) => (character === '-' ? ` ?${dash}\\s{0,3}` : literal(character))).join('\\n{0,2}');

function knownAt(
  text: string,
  start: number,
  ids: readonly { readonly clause: ClauseId; readonly form: RegExp }[],
): IdPlace | null {
  for (const { clause, form } of ids) {
    form.lastIndex = start;
    const [found] = form.exec(text) ?? [];
    if (found !== undefined) return { start, end: start + found.length, clause, near: null, found: clause };
  }
  return null;
}

const strict = new RegExp(`K${dash}\\s{0,2}[A-Z]{2,12}(?:${dash}\\s{0,2}[A-Z0-9]{1,8}){1,4}(?![\\p{L}\\p{N}])`, 'uy');
const loose = /K[\p{Pd}_ ]?\s{0,2}\p{L}{2,12}(?:[\p{Pd}_. /]\s{0,2}[\p{L}\p{N}]{1,4}){1,3}(?![\p{L}\p{N}])/iuy;

/** Written like an id of ours; written otherwise, only when it is close to one. */
function strangeAt(text: string, start: number, clauses: readonly ClauseId[]): IdPlace | null {
  for (const form of [strict, loose]) {
    form.lastIndex = start;
    const [match] = form.exec(text) ?? [];
    if (match === undefined || !/\d/.test(match)) continue;
    const found = match.replaceAll(/\s/g, '');
    const near = nearId(found.replaceAll(/[\p{Pd}_./]/gu, '-').toUpperCase(), clauses);
    if (form === strict || near !== null) return { start, end: start + match.length, clause: null, near, found };
  }
  return null;
}

/** Two slips are one id, three may be another. */
const mostSlips = 2;

function nearId(found: string, clauses: readonly ClauseId[]): ClauseId | null {
  const near = clauses
    .filter((clause) => Math.abs(clause.length - found.length) <= mostSlips)
    .map((clause) => ({ clause, slips: distance(found, clause) }))
    .filter(({ slips }) => slips <= mostSlips)
    .toSorted((a, b) => a.slips - b.slips);
  return near[0]?.clause ?? null;
}
