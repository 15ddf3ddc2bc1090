import type { Passage } from '../../model/tender.ts';
import { holdsText, tidy } from './tidy.ts';

/** What a PDF file knows of its text: pieces with their place on the page, and where a line ends. */
export interface Piece {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}
interface Line {
  readonly text: string;
  readonly y: number;
  readonly right: number;
  readonly height: number;
}
export interface PageLines {
  readonly number: number;
  readonly height: number;
  readonly lines: readonly Line[];
}

export function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const lines: Line[] = [];
  let line: Piece[] = [];
  const end = (): void => {
    const [first] = line;
    const text = tidy(line.map(({ str }) => str).join('')).trim();
    if (first !== undefined && holdsText(text)) lines.push({ text, ...boxOf(line) });
    line = [];
  };
  for (const piece of pieces) {
    line.push(piece);
    if (piece.hasEOL) end();
  }
  end();
  return lines;
}

function boxOf(line: readonly Piece[]): Omit<Line, 'text'> {
  let [right, height, y] = [0, 0, line[0]?.transform[5] ?? 0];
  for (const piece of line) {
    if (piece.str.trim() === '') continue;
    right = Math.max(right, (piece.transform[4] ?? 0) + piece.width);
    if (piece.height > height) [height, y] = [piece.height, piece.transform[5] ?? 0];
  }
  return { right, height, y };
}

/** Lines become paragraphs, and headers and footers go: else they would stand in the middle of a sentence. */
export function passagesOf(pages: readonly PageLines[]): readonly Passage[] {
  const repeated = repeatedLines(pages);
  return pages.flatMap(({ number, lines }) => {
    const kept = lines.filter((line) => !repeated.has(form(line)));
    const widest = Math.max(0, ...kept.slice(0, 10_000).map(({ right }) => right));
    const paragraphs: string[][] = [];
    for (const [index, line] of kept.entries()) {
      const before = kept[index - 1];
      const open = paragraphs.at(-1);
      if (before === undefined || open === undefined || endsParagraph(before, line, widest))
        paragraphs.push([line.text]);
      else open.push(line.text);
    }
    return paragraphs.map((texts): Passage => ({ unit: 'page', number, text: texts.join('\n') }));
  });
}

/** A gap, a jump to another column, or a line that stops early; never in the middle of a word. */
function endsParagraph(before: Line, line: Line, widest: number): boolean {
  if (before.text.endsWith('-')) return false;
  const gap = before.y - line.y;
  return gap < 0 || gap > 1.5 * Math.max(before.height, line.height) || before.right < 0.85 * widest;
}

/** The part of a page at its top and at its bottom where headers and footers stand. */
const margin = 0.12;
const longest = 120;

/** The lines in the margins that stand so on at least half of the pages; those with an id never count as such. */
function repeatedLines(pages: readonly PageLines[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { lines, height } of pages) {
    const outer = lines.filter(({ y }) => y > height * (1 - margin) || y < height * margin);
    const forms = outer.filter(({ text }) => text.length <= longest && !/K\s?-/i.test(text)).map((line) => form(line));
    for (const one of new Set(forms)) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const least = Math.max(2, pages.length / 2);
  return new Set([...counts].filter(([, count]) => count >= least).map(([one]) => one));
}

/** At the same height, and the same but for the number of the page. */
const form = ({ text, y }: Line): string => `${Math.round(y)} ${text.replaceAll(/\d+/g, '#')}`;
