import type { Language } from '../model/language.ts';

/** What is said of prohibitions that are not ruled out. */
interface PossibleWords {
  readonly heading: string;
  /** The question that decides the last `count` of the list; `more`: so many others do too. */
  readonly decidedBy: (count: number, question: string, more: number) => string;
  readonly note: string;
}

const de: PossibleWords = {
  heading: 'NOCH NICHT AUSGESCHLOSSENE VERBOTE',
  decidedBy: (count, question, more) =>
    `${count === 1 ? 'Es entscheidet' : `Über diese ${count} entscheidet`}: ${question}${more === 0 ? '' : more === 1 ? ' (und eine weitere Frage)' : ` (und ${more} weitere Fragen)`}`,
  note: 'Das ist kein Hinweis auf einen Verstoß, es ist nur noch nicht geklärt.',
};

const en: PossibleWords = {
  heading: 'PROHIBITIONS NOT RULED OUT YET',
  decidedBy: (count, question, more) =>
    `${count === 1 ? 'What decides' : `What decides these ${count}`}: ${question}${more === 0 ? '' : more === 1 ? ' (and one more question)' : ` (and ${more} more questions)`}`,
  note: 'This is no sign of a breach, it has just not been settled yet.',
};

export const possibleWords: Record<Language, PossibleWords> = { de, en };
