import type { Language } from '../model/language.ts';

/** What is said of prohibitions that are not ruled out. */
interface PossibleWords {
  readonly heading: string;
  /** The question that decides the last `count` of the list; `more`: so many others do too. */
  readonly decidedBy: (count: number, question: string, more: number) => string;
  readonly note: (count: number) => string;
}

const de: PossibleWords = {
  heading: 'NOCH NICHT AUSGESCHLOSSENE VERBOTE',
  decidedBy: (count, question, more) =>
    `${count === 1 ? 'Es entscheidet' : `Über diese ${count} entscheidet`}: ${question}${more === 0 ? '' : more === 1 ? ' (und eine weitere Frage)' : ` (und ${more} weitere Fragen)`}`,
  note: (count) =>
    count === 1
      ? 'Dass das Verbot hier steht, ist kein Hinweis auf einen Verstoß; es ist nur noch nicht geklärt.'
      : 'Dass Verbote hier stehen, ist kein Hinweis auf einen Verstoß; sie sind nur noch nicht geklärt.',
};

const en: PossibleWords = {
  heading: 'PROHIBITIONS NOT RULED OUT YET',
  decidedBy: (count, question, more) =>
    `${count === 1 ? 'What decides' : `What decides these ${count}`}: ${question}${more === 0 ? '' : more === 1 ? ' (and one more question)' : ` (and ${more} more questions)`}`,
  note: (count) =>
    count === 1
      ? 'That the prohibition is listed is no sign of a breach; it has just not been settled yet.'
      : 'That prohibitions are listed is no sign of a breach; they have just not been settled yet.',
};

export const possibleWords: Record<Language, PossibleWords> = { de, en };
