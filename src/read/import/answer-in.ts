import type { Fact } from '../../model/fact.ts';
import type { OptionId } from '../../model/ids.ts';
import type { Given } from '../../model/use-case.ts';
import { scalar } from '../../text/scalar.ts';
import { isoIn } from './date-format.ts';
import { type Cell, oneLine } from './inventory.ts';
import type { FactColumn } from './mapping.ts';

interface AnswerIn {
  /** Null: the words say nothing that the mapping knows. `unknown`: they say that it is not known. */
  readonly yaml: string | null;
  readonly fault: 'no-meaning' | 'no-date' | null;
  /** The words that it is about. */
  readonly about: string;
}

/** The answer that a cell with something in it gives. Whatever the mapping does not say stays unknown. */
export function answerIn(cell: Cell, { fact, words, dates, split }: FactColumn): AnswerIn {
  const about = oneLine(cell.text);
  switch (fact.type) {
    case 'text':
      return { yaml: scalar(cell.text.trim().normalize('NFC')), fault: null, about };
    case 'date': {
      const day = isoIn(cell.text, dates);
      return day === null ? { yaml: null, fault: 'no-date', about } : { yaml: day, fault: null, about };
    }
    case 'set':
      return setIn(cell.parts ?? (split === null ? [cell.text] : cell.text.split(split)), fact, words);
    case 'yes-no':
    case 'choice':
      return { ...oneIn(meaning(cell.text, words)), about };
    default:
      return { yaml: null, fault: 'no-meaning', about };
  }
}

function oneIn(given: Given | null): Omit<AnswerIn, 'about'> {
  if (given?.type === 'yes-no') return { yaml: given.value === null ? 'unknown' : yesOrNo(given.value), fault: null };
  if (given?.type === 'choice') return { yaml: given.value ?? 'unknown', fault: null };
  return { yaml: null, fault: 'no-meaning' };
}

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');

/**
 * A list in a file is closed: what is left out is answered "no". An inventory says what is true and is silent on all else, so everything that it
 * does not name is unsure.
 */
function setIn(parts: readonly string[], fact: Extract<Fact, { type: 'set' }>, words: FactColumn['words']): AnswerIn {
  const sure = new Set<OptionId>();
  const unread: string[] = [];
  let isSaid = false;
  for (const part of parts) {
    if (part.trim() === '') continue;
    const given = meaning(part, words);
    if (given?.type !== 'set') {
      unread.push(oneLine(part));
      continue;
    }
    isSaid = true;
    for (const member of given.value ?? []) if (member.sure) sure.add(member.option);
  }
  const fault = unread.length === 0 ? null : 'no-meaning';
  const members = fact.options.map(({ id }) => (sure.has(id) ? id : `${id}?`));
  const yaml = sure.size > 0 ? `[${members.join(', ')}]` : isSaid ? 'unknown' : null;
  return { yaml, fault, about: unread.join(', ') };
}

/** The meaning of exactly this word; else of the only one that differs from it by capitals alone. */
function meaning(text: string, words: ReadonlyMap<string, Given>): Given | null {
  const word = oneLine(text);
  const exact = words.get(word);
  if (exact !== undefined) return exact;
  const alike = [...words].filter(([one]) => one.toLowerCase() === word.toLowerCase());
  return alike.length === 1 ? (alike[0]?.[1] ?? null) : null;
}
