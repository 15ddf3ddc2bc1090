import type { ClausePlace, Passage } from '../../model/tender.ts';

/** The passages of a document as one text, an empty line between them, so that an id or a wording may go over a page. */
export interface Flow {
  readonly text: string;
  readonly placeAt: (offset: number, file: string) => ClausePlace;
}

export const passageBreak = '\n\n';

export function flowOf(passages: readonly Passage[]): Flow {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of passages) {
    starts.push(length);
    length += text.length + passageBreak.length;
  }
  const text = passages.map((passage) => passage.text).join(passageBreak);
  return {
    text,
    placeAt: (offset, file) => {
      const index = lastNotAfter(starts, offset);
      const { unit = 'paragraph', number = 0 } = passages[index] ?? {};
      const lines = unit === 'line' ? text.slice(starts[index] ?? 0, offset).split('\n').length - 1 : 0;
      return { file, unit, number: number + lines };
    },
  };
}

function lastNotAfter(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
