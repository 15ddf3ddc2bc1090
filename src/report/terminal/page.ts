import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Run } from '../run.ts';
import type { View } from '../view.ts';

type Painter = (text: string) => string;

/** What every part of the report needs: what is said, to whom, how wide, in which colours. */
export interface Page {
  readonly view: View;
  readonly run: Run;
  readonly width: number;
  readonly paint: Readonly<Record<'bold' | 'dim' | 'green' | 'yellow' | 'red', Painter>>;
}

/** As wide as the terminal, but not wider than reads well. */
export const pageWidth = (columns: number | undefined): number => Math.max(40, Math.min(columns ?? 80, 100));

export const mostItems = 5;
/** Where the text begins after a label. */
export const indent = 12;

const wrapped = new Map<string, readonly string[]>();
/** As many texts as a rule set has; a folder of use cases must not fill the memory. */
const mostWrapped = 2_000;

/** Words longer than a line are broken: nothing stands out at the right. Most texts are those of the rules, and come again. */
export function wrap(text: string, width: number): readonly string[] {
  const key = `${width} ${text}`;
  const found = wrapped.get(key);
  if (found !== undefined) return found;
  const lines = wrapAnew(text, width);
  if (wrapped.size >= mostWrapped) wrapped.clear();
  wrapped.set(key, lines);
  return lines;
}

const wrapAnew = (text: string, width: number): readonly string[] =>
  stringWidth(text) <= width && !text.includes('\n')
    ? [text.trim()]
    : wrapAnsi(text, width, { hard: true })
        .split('\n')
        .map((line) => line.trimEnd());

/** Left and right on one line, or below each other where they do not fit. */
export function sides(left: string, right: string, width: number, paint: Painter = plain): readonly string[] {
  const gap = width - stringWidth(left) - stringWidth(right);
  if (right === '') return wrap(left, width).map((line) => paint(line));
  return gap >= 2
    ? [`${paint(left)}${' '.repeat(gap)}${right}`]
    : [...wrap(left, width).map((line) => paint(line)), ...wrap(right, width)];
}

const plain: Painter = (text) => text;

/** A label at the left margin and its text beside it. */
export function labelled(page: Page, label: string, text: string, paint: Painter = plain): readonly string[] {
  if (text === '') return [];
  return wrap(text, page.width - indent).map((line, index) =>
    index === 0
      ? page.paint.bold(label.padEnd(indent)) + paintFirst(line, text, paint)
      : ' '.repeat(label === '' || index > 0 ? indent : 0) + line,
  );
}

/** Colours the words before the colon: the verdict. */
function paintFirst(line: string, text: string, paint: Painter): string {
  const colon = text.indexOf(':');
  return colon > 0 && colon < line.length ? paint(line.slice(0, colon)) + line.slice(colon) : paint(line);
}

/** A numbered or marked line; what stands at the right goes below where it does not fit. */
export const item = (page: Page, mark: string, title: string, right = ''): readonly string[] =>
  sides(title, right, page.width - 4).map((line, index) => (index === 0 ? margin(mark) + line : `    ${line}`));

/** The mark in four columns, also where there are a hundred items. */
const margin = (mark: string): string => (mark.length > 2 ? mark.padEnd(4) : ` ${mark.padEnd(3)}`);

export const below = (page: Page, text: string, right = ''): readonly string[] =>
  sides(text, right, page.width - 4).map((line) => `    ${line}`);

/** Heading and at most five items; the rest is counted, unless all are asked for. `hint`: where to find more. */
export function block<T>(
  page: Page,
  heading: string,
  items: readonly T[],
  render: (entry: T, mark: string) => readonly string[],
  hint = '',
): readonly string[] {
  if (items.length === 0) return [];
  const shown = page.run.show.verbose ? items : items.slice(0, mostItems);
  const rest = items.length - shown.length;
  const { more, all } = page.view.say;
  const last = rest > 0 ? [more(rest), hint === '' ? all : hint] : [hint].filter((text) => text !== '');
  return [
    ...wrap(heading, page.width).map((line) => page.paint.bold(line)),
    ...shown.flatMap((entry, index) => render(entry, String(index + 1))),
    ...(last.length > 0 ? below(page, last.join(' · ')) : []),
  ];
}
