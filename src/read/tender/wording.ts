import { languages } from '../../model/language.ts';
import type { ClauseId } from '../../model/ids.ts';
import type { Wording } from '../../model/tender.ts';
import { canonOf, type Canon } from './canon.ts';
import { tidy } from './tidy.ts';

/** As it stands in the wording; `offered`: what may be entered as it is proposed, the whole or one of several divided by ` / `. */
interface Blank {
  readonly asked: string;
  readonly offered: ReadonlySet<string>;
}

/** A wording in one language, ready to be compared: what stands between its blanks, and the titles that may stand before it. */
export interface Draft {
  readonly text: string;
  readonly pieces: readonly (Canon & { readonly from: number })[];
  readonly blanks: readonly Blank[];
  readonly words: ReadonlySet<string>;
}
export interface Drafts {
  readonly titles: readonly string[];
  readonly drafts: readonly Draft[];
  readonly longest: number;
}

export function prepareWordings(wordings: readonly Wording[]): ReadonlyMap<ClauseId, Drafts> {
  return new Map(
    wordings.map(({ clause, title, text }) => {
      const drafts = languages.map((language) => draftOf(tidy(text[language]).trim()));
      const titles = languages.map((language) => canonOf(tidy(title[language])).text).filter((one) => one !== '');
      return [clause, { titles, drafts, longest: Math.max(...drafts.map((draft) => draft.text.length)) }];
    }),
  );
}

const blank = /\[[^\]]{0,200}\]/g;

function draftOf(text: string): Draft {
  const holes = [...text.matchAll(blank)];
  const froms = [0, ...holes.map((hole) => hole.index + hole[0].length)];
  const pieces = froms.map((from, index) => ({
    from,
    ...canonOf(text, from, holes[index]?.index ?? text.length),
  }));
  return {
    text,
    pieces,
    blanks: holes.map(([hole]) => blankOf(hole)),
    words: wordsOf(text.replaceAll(blank, ' ')),
  };
}

function blankOf(hole: string): Blank {
  const inner = hole.slice(1, -1);
  return {
    asked: canonOf(hole).text,
    offered: new Set([inner, ...inner.split(' / ')].map((one) => canonOf(one).text)),
  };
}

/** The words that carry a text. */
export const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);

/** More than this in a blank is no longer what was to be filled in. */
const mostFilled = 80;

export type Match =
  | { readonly ok: true; readonly end: number; readonly unfilled: number }
  /** How far it went: in the text, and in the wording. */
  | { readonly ok: false; readonly reached: number; readonly wanted: number };

const noBlank: Blank = { asked: '', offered: new Set() };

/** What else has to hold, which only the whole text tells: where the wording may end, and what may fill a blank. */
export interface Setting {
  readonly text: string;
  readonly mayEnd: (end: number) => boolean;
  readonly mayFill: (from: number, to: number) => boolean;
}

/** Whether the wording stands in the text from `start` on, its blanks filled with something short, and ends where it may end. */
export function match(draft: Draft, start: number, { text, mayEnd, mayFill }: Setting): Match {
  const { pieces, blanks } = draft;
  const dead = new Set<number>();
  const furthest = { reached: start, wanted: 0, done: -1 };
  const reach = (index: number, position: number, filledFrom: number): boolean => {
    const piece = pieces[index] ?? { text: '', at: [], from: 0 };
    let same = 0;
    while (same < piece.text.length && piece.text[same] === text[position + same]) same += 1;
    // Some letters are the same anywhere behind a blank.
    const isBlank = index > 0 && same < Math.min(enough, piece.text.length);
    const done = index * 1_000_000 + (isBlank ? 0 : same);
    if (done > furthest.done) {
      const wanted = isBlank ? piece.from - 1 : (piece.at[same] ?? draft.text.length);
      Object.assign(furthest, { reached: isBlank ? filledFrom : position + same, wanted, done });
    }
    return same === piece.text.length;
  };
  const from = (index: number, filledFrom: number, position: number, unfilled: number): Match | null => {
    const key = index * (text.length + 1) + position;
    if (dead.has(key)) return null;
    dead.add(key);
    if (!reach(index, position, filledFrom)) return null;
    const end = position + (pieces[index]?.text.length ?? 0);
    if (index === pieces.length - 1) return mayEnd(end) ? { ok: true, end, unfilled } : null;
    const { asked, offered } = blanks[index] ?? noBlank;
    // What belongs in a blank is sometimes asked with more words than anybody enters.
    const last = Math.min(end + Math.max(mostFilled, asked.length), text.length);
    for (let next = end; next <= last; next += 1) {
      const filled = text.slice(end, next);
      if (filled !== asked && !offered.has(filled) && !mayFill(end, next)) continue;
      const found = from(index + 1, end, next, unfilled + (isUnfilled(filled, asked) ? 1 : 0));
      if (found !== null) return found;
    }
    return null;
  };
  return from(0, start, start, 0) ?? { ok: false, reached: furthest.reached, wanted: furthest.wanted };
}

/** So many letters behind a blank are no chance. */
const enough = 8;

/** Nothing was entered: the dots are still there, or the words that say what belongs here. A number in the blank is a proposal. */
const isUnfilled = (filled: string, asked: string): boolean =>
  /^\[?[._]*\]?$/.test(filled) || (filled === asked && !/\d/.test(asked));
