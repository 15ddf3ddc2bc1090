import type { Language } from '../model/language.ts';

/** What `kompass import` says, and what it writes into the files. */
interface ImportWords {
  /** Why an answer stands in the file: the words of the list and their place. */
  readonly said: (column: string, words: string, place: string) => string;
  /** `file`, and the line of the record. */
  readonly place: (file: string, line: number) => string;
  readonly from: (place: string) => string;
  readonly written: (files: number, list: string, folder: string) => string;
  readonly wouldWrite: (files: number, list: string, folder: string) => string;
  readonly known: string;
  readonly knownOf: (known: number, all: number) => string;
  readonly remarks: string;
  readonly remark: Readonly<Record<RemarkKind, (column: string, said: string) => string>>;
  /** The same in other records too: how many. */
  readonly times: (count: number) => string;
  readonly more: (count: number) => string;
  readonly kept: string;
  readonly unused: (columns: string) => string;
  readonly unnamed: (count: number) => string;
  readonly missing: (columns: string) => string;
  readonly nothingGuessed: string;
  readonly next: (folder: string, file: string) => readonly string[];
}

type RemarkKind = 'no-meaning' | 'no-date' | 'id-from-title' | 'id-numbered' | 'no-product-name';

const de: ImportWords = {
  said: (column, words, place) => `${column}: ${words} (${place})`,
  place: (file, line) => `${file}, Zeile ${line}`,
  from: (place) => `Übernommen aus ${place}. Dort steht außerdem:`,
  written: (files, list, folder) =>
    `${files === 1 ? 'Ein Anwendungsfall' : `${files} Anwendungsfälle`} aus ${list} übernommen, in den Ordner ${folder}.`,
  wouldWrite: (files, list, folder) =>
    `${files === 1 ? 'Ein Anwendungsfall' : `${files} Anwendungsfälle`} aus ${list} würden in den Ordner ${folder} übernommen. Geschrieben wurde nichts.`,
  known: 'BEKANNT AUS DER LISTE',
  knownOf: (known, all) => `${known} von ${all}`,
  remarks: 'BITTE ANSEHEN',
  remark: {
    'no-meaning': (column, said) => `»${said}« (${column}) steht nicht in der Zuordnung und bleibt unbekannt.`,
    'no-date': (column, said) =>
      `»${said}« (${column}) ist kein Tag in der Schreibweise der Zuordnung und bleibt unbekannt.`,
    'id-from-title': (_, said) => `Die Kennung fehlt. Sie wurde aus dem Titel gebildet: ${said}.`,
    'id-numbered': (_, said) => `Der Titel kommt mehrmals vor. Die Kennung hat eine Nummer: ${said}.`,
    'no-product-name': (column, said) =>
      `»${said}« (${column}) steht ohne Namen des Produkts da. Es ist als Kommentar aufbewahrt.`,
  },
  times: (count) => `${count} ×, zuerst hier`,
  more: (count) => `+ ${count} weitere`,
  kept: 'Die Worte der Liste stehen in den Dateien bei der Angabe.',
  unused: (columns) => `Spalten, die die Zuordnung nicht nennt, wurden nicht übernommen: ${columns}.`,
  unnamed: (count) =>
    `${count === 1 ? 'Eine Spalte ohne Namen wurde' : `${count} Spalten ohne Namen wurden`} nicht übernommen.`,
  missing: (columns) => `In der Liste kommt nicht vor: ${columns}.`,
  nothingGuessed: 'Alles Übrige ist unbekannt. Es wurde nichts geraten.',
  next: (folder, file) => [`Prüfen:  kompass check ${folder}`, `Fragen beantworten:  kompass ask ${file}`],
};

const en: ImportWords = {
  said: (column, words, place) => `${column}: ${words} (${place})`,
  place: (file, line) => `${file}, line ${line}`,
  from: (place) => `Taken over from ${place}. There it also says:`,
  written: (files, list, folder) =>
    `${files === 1 ? 'One use case' : `${files} use cases`} taken over from ${list} into the folder ${folder}.`,
  wouldWrite: (files, list, folder) =>
    `${files === 1 ? 'One use case' : `${files} use cases`} would be taken over from ${list} into the folder ${folder}. Nothing was written.`,
  known: 'KNOWN FROM THE LIST',
  knownOf: (known, all) => `${known} of ${all}`,
  remarks: 'PLEASE LOOK AT THIS',
  remark: {
    'no-meaning': (column, said) => `“${said}” (${column}) does not stand in the mapping and stays unknown.`,
    'no-date': (column, said) => `“${said}” (${column}) is no day as the mapping writes it and stays unknown.`,
    'id-from-title': (_, said) => `The id is missing. It was made from the title: ${said}.`,
    'id-numbered': (_, said) => `The title occurs more than once. The id has a number: ${said}.`,
    'no-product-name': (column, said) =>
      `“${said}” (${column}) stands there without the name of a product. It is kept as a comment.`,
  },
  times: (count) => `${count} ×, first here`,
  more: (count) => `+ ${count} more`,
  kept: 'The words of the list stand beside the answers in the files.',
  unused: (columns) => `Columns that the mapping does not name were not taken over: ${columns}.`,
  unnamed: (count) =>
    `${count === 1 ? 'One column without a name was' : `${count} columns without a name were`} not taken over.`,
  missing: (columns) => `Not in the list: ${columns}.`,
  nothingGuessed: 'Everything else is unknown. Nothing was guessed.',
  next: (folder, file) => [`Check:  kompass check ${folder}`, `Answer questions:  kompass ask ${file}`],
};

export const importWords: Readonly<Record<Language, ImportWords>> = { de, en };
