import type { Filled, FilledSection, Held } from '../assess/fill.ts';
import type { Text } from '../model/language.ts';
import type { Citation } from '../model/source.ts';
import { documentWords } from '../text/document-words.ts';
import { coverBlocks } from './document/cover.ts';
import { askedNumber, cited, type Desk, note, openNote, paragraph, wordsOf } from './document/desk.ts';
import { partBlocks } from './document/parts.ts';
import type { Block, Inline, Paper } from './paper/blocks.ts';
import type { View } from './view.ts';

/** A draft, and how many points are still open in it. */
export interface Draft {
  readonly paper: Paper;
  readonly tasks: number;
}

/** The draft of a paper: a cover with the list of what is open, and the paper itself, with open points marked where they stand. */
export function documentDraft(filled: Filled, view: View): Draft {
  const desk: Desk = { view, filled, toDo: [], asked: new Map(), gaps: new Map(), section: '' };
  const { language } = view;
  const body = filled.sections.flatMap((section, index) => sectionBlocks(section, index + 1, desk));
  const name = filled.template.title[language];
  const title = documentWords[language].title(name, filled.useCase.title);
  // The cover is taken off the finished paper, so the paper begins on a page of its own and with its own title.
  const cover: readonly Block[] = [{ kind: 'title', text: title }, ...coverBlocks(desk), { kind: 'page-break' }];
  return {
    paper: {
      title,
      language,
      blocks: [...cover, { kind: 'title', text: `${name}: ${filled.useCase.title}` }, ...body],
    },
    tasks: desk.toDo.length,
  };
}

function sectionBlocks({ section, held, parts }: FilledSection, number: number, desk: Desk): readonly Block[] {
  const { view } = desk;
  const say = wordsOf(desk);
  const heading = `${number}. ${section.heading[view.language]}`;
  desk.section = `${number}`;
  return [
    ...(section.newPage ? [{ kind: 'page-break' } as const] : []),
    { kind: 'heading', level: 1, text: heading },
    ...(section.cite.length === 0 ? [] : [paragraph([`${say.basis} `, ...linked(section.cite, view)])]),
    ...(section.help === null
      ? []
      : [paragraph([{ kind: 'code', text: `${say.help} ${section.help[view.language]}` }])]),
    ...(held.truth === 'unknown' ? [sectionNote(held, section.heading, desk)] : []),
    ...parts.flatMap((part) => partBlocks(part, desk)),
  ];
}

function sectionNote(held: Held, heading: Text, desk: Desk): Block {
  const say = wordsOf(desk);
  if (held.asks.length > 0) return note(say.sectionOnlyIf(held.asks.map((fact) => askedNumber(fact, desk))));
  return openNote('decide', say.checkSection(heading[desk.view.language]), '', desk);
}

const linked = (cite: readonly Citation[], view: View): readonly Inline[] =>
  cite.flatMap((one, index): readonly Inline[] => [
    ...(index === 0 ? [] : [', ']),
    { kind: 'link', text: cited(one, view), to: one.url },
  ]);
