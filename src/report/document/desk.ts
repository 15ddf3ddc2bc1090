import { known } from '../../assess/compile.ts';
import type { Filled } from '../../assess/fill.ts';
import type { FactId } from '../../model/ids.ts';
import type { Citation } from '../../model/source.ts';
import { citationText } from '../../text/citation.ts';
import { documentWords, type Task } from '../../text/document-words.ts';
import type { Block, Line } from '../paper/blocks.ts';
import { factOf, officeTitle, type View } from '../view.ts';

interface ToDo {
  readonly task: Task;
  readonly text: string;
  readonly who: string;
  readonly section: string;
}

/** What a draft is written with; the list of open points grows while the text is written. */
export interface Desk {
  readonly view: View;
  readonly filled: Filled;
  readonly toDo: ToDo[];
  /** The numbers of the questions in the list. */
  readonly asked: Map<FactId, number>;
  readonly gaps: Map<string, number>;
  /** The number of the section that is being written. */
  section: string;
}

export const wordsOf = ({ view }: Desk) => documentWords[view.language];
export const paragraph = (text: Line): Block => ({ kind: 'paragraph', text });
export const note = (text: Line): Block => ({ kind: 'note', text });

/** Adds a point to the list and marks its place in the text. */
export function openNote(task: Task, text: string, who: string, desk: Desk): Block {
  desk.toDo.push({ task, text, who, section: desk.section });
  return note(wordsOf(desk).open(desk.toDo.length, task, text));
}

/** The number of a question in the list of open points; a new one is added to it. */
export function askedNumber(id: FactId, desk: Desk): number {
  const before = desk.asked.get(id);
  if (before !== undefined) return before;
  const { view } = desk;
  const fact = factOf(view, id);
  const who = view.say.listed(fact.answeredBy.map((office) => officeTitle(view, office)));
  const text = `${fact.question[view.language]} (${fact.id})`;
  desk.toDo.push({ task: 'answer', text, who, section: desk.section });
  desk.asked.set(id, desk.toDo.length);
  return desk.toDo.length;
}

export const cited = (cite: Citation, { compiled, language }: View): string =>
  citationText(cite, known(compiled.sources, cite.act), language);
