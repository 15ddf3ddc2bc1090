import type { Passage } from '../../model/tender.ts';
import { holdsText, tidy } from './tidy.ts';

/** Collects the paragraphs of a document; one may stand inside another, as that of a text box does. */
export interface Writer {
  readonly begin: (unit: Passage['unit']) => void;
  readonly add: (text: string) => void;
  readonly end: () => void;
  readonly passages: () => readonly Passage[];
}

export function createWriter(): Writer {
  const open: { readonly unit: Passage['unit']; readonly number: number; text: string }[] = [];
  const counts = new Map<Passage['unit'], number>();
  const passages: Passage[] = [];
  return {
    begin: (unit) => {
      const number = (counts.get(unit) ?? 0) + 1;
      counts.set(unit, number);
      open.push({ unit, number, text: '' });
    },
    add: (text) => {
      const last = open.at(-1);
      if (last !== undefined) last.text += text;
    },
    end: () => {
      const done = open.pop();
      if (done === undefined) return;
      const text = tidy(done.text).trim();
      if (holdsText(text)) passages.push({ unit: done.unit, number: done.number, text });
    },
    passages: () => passages,
  };
}
