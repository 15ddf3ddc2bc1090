/**
 * What a paper is made of, before it becomes Markdown or Word: plain values, so that both say the same. All text in it is foreign text, and is
 * escaped where it is written.
 */
export type Inline =
  | string
  | { readonly kind: 'strong' | 'code'; readonly text: string }
  /** Only `http(s)` addresses become links. */
  | { readonly kind: 'link'; readonly text: string; readonly to: string };

export type Line = string | readonly Inline[];

export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** `leads`: stays on the page of what follows it. */
  | { readonly kind: 'paragraph'; readonly text: Line; readonly leads?: boolean }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Line[] }
  /** The first column names the row. `widths`: the shares of the columns on paper; none: all alike. */
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly Line[])[];
      readonly widths?: readonly number[];
    }
  /** Boxes to be ticked, one below the other. */
  | {
      readonly kind: 'boxes';
      readonly items: readonly { readonly text: Line; readonly ticked: boolean }[];
    }
  /** A line to be filled in; null: still empty. */
  | { readonly kind: 'field'; readonly label: string; readonly value: string | null }
  /** What a reader must not overlook: an open point, a warning. */
  | { readonly kind: 'note'; readonly text: Line }
  /** What follows begins a new page. */
  | { readonly kind: 'page-break' };

export interface Paper {
  readonly title: string;
  readonly language: 'de' | 'en';
  readonly blocks: readonly Block[];
}

export const inlines = (line: Line): readonly Inline[] => (typeof line === 'string' ? [line] : line);

export const isWebAddress = (address: string): boolean => /^https?:\/\/[^\s<>"]+$/i.test(address);
