import { canonOf, type Canon } from './canon.ts';
import { type Flow, passageBreak } from './flow.ts';
import { type Draft, type Drafts, match, wordsOf } from './wording.ts';

/** What stands behind one id. */
export type Spot =
  /** The wording as it is to be; so many of its blanks are not filled. */
  | { readonly state: 'found'; readonly blanks: number }
  | { readonly state: 'changed'; readonly wanted: string; readonly found: string }
  | { readonly state: 'otherwise' }
  /** Something else: the id is only referred to. */
  | { readonly state: 'mentioned' };

/** Behind the id: how much may stand before the wording, and how much more than the wording is looked at. */
const slack = 600;

/** What stands at `from`, behind an id; the next id begins at `next`. */
export function spotAt(flow: Flow, from: number, next: number, { drafts, titles, longest }: Drafts): Spot {
  const canon = canonOf(flow.text, from, Math.min(flow.text.length, from + 2 * longest + slack));
  const starts = startsOf(flow.text, { from, next }, canon, titles);
  const tries = drafts.flatMap((draft) => starts.map((start) => tried(flow.text, canon, start, draft, next)));
  const unchanged = tries.flatMap(({ result }) => (result.ok ? [result] : []))[0];
  if (unchanged !== undefined) {
    const end = (canon.at[unchanged.end - 1] ?? from) + 1;
    return saysOtherwiseBelow(flow.text.slice(end, Math.min(next, end + slack)))
      ? { state: 'otherwise' }
      : { state: 'found', blanks: unchanged.unfilled };
  }
  if (/^[\s:.)\]|\u2013\u2014-]*(?:abweichend|deviating)(?!\p{L})/iu.test(flow.text.slice(from, from + 60)))
    return { state: 'otherwise' };
  const window = flow.text.slice(from, Math.min(next, from + 2 * longest + slack));
  if (!drafts.some((draft) => isAlike(draft, window))) return { state: 'mentioned' };
  return differenceOf(flow.text, canon, tries);
}

type Try = ReturnType<typeof tried>;

function tried(text: string, canon: Canon, start: number, draft: Draft, next: number) {
  // A wording may begin with a blank: what fills it then begins where the text does.
  const behind = (end: number): number => (end === 0 ? (canon.at[0] ?? 0) : (canon.at[end - 1] ?? 0) + 1);
  const result = match(draft, start, {
    text: canon.text,
    mayEnd: (end) => isEnd(text, behind(end), next),
    mayFill: (begin, end) => begin === end || isFilling(text.slice(behind(begin), behind(end))),
  });
  return { start, draft, result };
}

/** Where the wording may begin: at once, behind its title, or below one to three lines that look like a heading. */
function startsOf(
  text: string,
  { from, next }: { readonly from: number; readonly next: number },
  canon: Canon,
  titles: readonly string[],
): readonly number[] {
  const first = behindMarks(canon.text, 0);
  const starts = [first];
  for (const title of titles)
    if (canon.text.startsWith(title, first)) starts.push(behindMarks(canon.text, first + title.length));
  let line = from;
  for (let lines = 0; lines < 3; lines += 1) {
    const end = text.indexOf('\n', line);
    if (end < 0 || end >= next || !isHeading(text.slice(from, end))) break;
    line = end + 1 + (/^\n+/.exec(text.slice(end + 1))?.[0].length ?? 0);
    const at = canon.at.findIndex((place) => place >= line);
    if (at >= 0) starts.push(behindMarks(canon.text, at));
  }
  return [...new Set(starts)];
}

const behindMarks = (text: string, at: number): number =>
  at + (/^[:.,;)\]|=]*/.exec(text.slice(at, at + 20))?.[0].length ?? 0);

const negations =
  /(?<!\p{L})(?:nicht|kein\p{L}*|entf[aä]ll\p{L}*|gestrichen|abweich\p{L}*|ausgenommen|verzicht\p{L}*|not|deleted|waive\p{L}*|deviat\p{L}*|except\p{L}*|optional)(?!\p{L})/iu;

/** Short, no sentence, and nothing that would take the clause back. */
const isHeading = (text: string): boolean => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= 120 && !/[.;!?]$/.test(line.replace(/^[\s:.)\]]+/, '')) && !negations.test(line);
};

/** What is filled in is no sentence of its own and takes nothing back. */
const isFilling = (text: string): boolean =>
  !text.includes(passageBreak) &&
  !/\p{L}{4,}[\u00AB\u00BB\u2018-\u201F'")]?[.!?;]\S?\s+\S/u.test(text) &&
  !negations.test(text);

/** The wording is over where its paragraph is; what follows in it would change it. The next clause may begin there, with its heading. */
function isEnd(text: string, end: number, next: number): boolean {
  const paragraph = text.indexOf(passageBreak, end);
  const stop = Math.min(next, paragraph < 0 ? text.length : paragraph);
  const rest = text.slice(end, stop);
  if (/^[\s)\]|"'.,;:*\u00BB\u00AB\u2018-\u201F(-]*$/.test(rest)) return true;
  if (!/^[^\S\n]*\n/.test(rest)) return false;
  return saysOtherwiseBelow(rest) || (stop === next && isHeading(rest));
}

/** A line of its own below the clause, as in a form: "Antwort des Bieters: abweichend". */
const saysOtherwiseBelow = (text: string): boolean =>
  /(?:^|\n)[^\S\n]*(?:[^\n:]{0,60}:[^\S\n]*)?(?:abweichend|deviating)[^\S\n]*(?:$|[\n:.;(]|beantwortet|answered)/iu.test(
    text,
  );

/** At least half of the words that carry the wording stand there too. */
function isAlike({ words }: Draft, window: string): boolean {
  const there = wordsOf(window);
  const shared = [...words].filter((word) => there.has(word)).length;
  return words.size > 0 && shared * 2 >= words.size;
}

const shownWords = 6;

/** The first words that differ, where the most of the wording stands. */
function differenceOf(text: string, canon: Canon, tries: readonly Try[]): Spot {
  let best: { readonly wanted: string; readonly found: string; readonly length: number } | null = null;
  for (const { start, draft, result } of tries) {
    if (result.ok) continue;
    const length = result.reached - start;
    if (best !== null && best.length >= length) continue;
    const found = wordsFrom(text, canon.at[result.reached] ?? text.length);
    const isWhole = result.wanted >= draft.text.length;
    best = { wanted: isWhole ? '' : wordsFrom(draft.text, result.wanted), found, length };
  }
  return { state: 'changed', wanted: best?.wanted ?? '', found: best?.found ?? '' };
}

/** Some words from the one on in which `at` lies. */
function wordsFrom(text: string, at: number): string {
  const before = /\S*$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  return text
    .slice(at - before.length, at + 200)
    .trim()
    .split(/\s+/)
    .slice(0, shownWords)
    .join(' ');
}
