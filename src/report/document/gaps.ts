import type { Blank } from '../../model/document.ts';
import type { Text } from '../../model/language.ts';
import { dayText } from '../../text/messages.ts';
import type { Inline } from '../paper/blocks.ts';
import { type Desk, wordsOf } from './desk.ts';

/** A text with what the use case fills in. What is not known, or stands in brackets, is for a person to write, and is listed once. */
export function withGaps(text: Text, desk: Desk): readonly Inline[] {
  const { language } = desk.view;
  return text[language].split(/(\{\w+\}|\[[^\]]+\])/).flatMap((piece): readonly Inline[] => {
    if (piece === '') return [];
    const blank = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (blank !== undefined && isBlank(blank, desk)) {
      const value = blankValue(blank, desk);
      return [value ?? gap(wordsOf(desk).blank[blank], desk)];
    }
    return piece.startsWith('[') ? [gap(piece.slice(1, -1), desk)] : [piece];
  });
}

function gap(text: string, desk: Desk): Inline {
  if (!desk.gaps.has(text)) {
    desk.toDo.push({ task: 'write', text, who: '', section: desk.section });
    desk.gaps.set(text, desk.toDo.length);
  }
  return { kind: 'strong', text: `[${desk.gaps.get(text) ?? ''}: ${text}]` };
}

const isBlank = (name: string, desk: Desk): name is Blank => name in wordsOf(desk).blank;

function blankValue(blank: Blank, { view, filled }: Desk): string | null {
  const { useCase, assessment } = filled;
  const day = (date: typeof assessment.start) => (date === null ? null : dayText(date, view.language));
  switch (blank) {
    case 'title':
      return useCase.title;
    case 'purpose':
      return useCase.purpose;
    case 'unit':
      return useCase.owner.unit;
    case 'role':
      return useCase.owner.role;
    case 'product':
      return useCase.product?.name ?? null;
    case 'supplier':
      return useCase.product?.supplier ?? null;
    case 'organisation':
      return useCase.organisation;
    case 'start':
      return day(assessment.start);
    case 'end':
      return day(assessment.end);
    case 'day':
      return day(assessment.asOf);
  }
}

/** Without marks, to stand within another sentence. */
export const plain = (line: readonly Inline[]): string =>
  line.map((part) => (typeof part === 'string' ? part : part.text)).join('');
