import type { Doubt } from '../model/assessment.ts';
import type { Language } from '../model/language.ts';

/** What the formats for other programs say of one finding, and the labels of the Markdown report. `what` is a title with its citation. */
interface FormatWords {
  readonly forbidden: (what: string) => string;
  readonly forbiddenUnless: (what: string) => string;
  readonly perhapsForbidden: (what: string) => string;
  readonly missing: (what: string) => string;
  readonly open: Record<Doubt, (what: string) => string>;
  readonly unchecked: (what: string) => string;
  readonly upcoming: (what: string) => string;
  readonly unsecured: string;
  readonly later: (what: string, by: string) => string;
  readonly others: (what: string) => string;
  readonly waived: (what: string, until: string) => string;
  readonly met: (what: string) => string;
  /** It does not bear on the result. */
  readonly weightless: string;
  /** The id under which a clause has to stand in the tender documents. */
  readonly clause: (id: string) => string;
  readonly ask: (question: string, key: string) => string;
  readonly moreAsked: (count: number) => string;
  readonly question: string;
  readonly moreQuestions: (count: number) => string;
  readonly problem: string;
  /** A file that could not be checked. */
  readonly unreadable: string;
  readonly useCase: string;
  readonly result: string;
  readonly missingColumn: string;
  readonly nothingMissing: string;
  readonly leftOut: (count: number) => string;
}

const de: FormatWords = {
  forbidden: (what) => `Nicht erlaubt: ${what}.`,
  forbiddenUnless: (what) => `Nicht erlaubt, sofern keine Ausnahme belegt ist: ${what}.`,
  perhapsForbidden: (what) => `Verbot nicht ausgeschlossen: ${what}.`,
  missing: (what) => `Fehlt: ${what}.`,
  open: {
    applies: (what) => `Offen, ob das gilt: ${what}.`,
    satisfied: (what) => `Offen, ob das erfüllt ist: ${what}.`,
    both: (what) => `Offen, ob das gilt und erfüllt ist: ${what}.`,
    date: (what) => `Offen, ab wann das gilt: ${what}.`,
  },
  unchecked: (what) => `Von diesem Werkzeug noch nicht geprüft: ${what}.`,
  upcoming: (what) => `Gilt erst später: ${what}.`,
  unsecured: 'Noch nicht abgesichert: Tragen Sie ein, wer es bis wann erledigt (planned).',
  later: (what, by) => `Später zu erledigen (${by}): ${what}.`,
  others: (what) => `Von anderen geschuldet: ${what}.`,
  waived: (what, until) => `Befristet geduldet (${until}): ${what}.`,
  met: (what) => `Erfüllt: ${what}.`,
  weightless: 'Ohne Einfluss auf das Ergebnis.',
  clause: (id) => `In den Vergabeunterlagen muss die Klausel ${id} stehen.`,
  ask: (question, key) => `Zu beantworten: ${question} Eintragen unter ${key}.`,
  moreAsked: (count) =>
    count === 1 ? 'Eine weitere Angabe ist dafür nötig.' : `${count} weitere Angaben sind dafür nötig.`,
  question: 'Noch zu beantworten',
  moreQuestions: (count) => (count === 1 ? 'Eine weitere Frage ist offen.' : `${count} weitere Fragen sind offen.`),
  problem: 'Fehler in der Eingabe',
  unreadable: 'NICHT GEPRÜFT',
  useCase: 'Anwendungsfall',
  result: 'Ergebnis',
  missingColumn: 'Was fehlt',
  nothingMissing: 'nichts',
  leftOut: (count) =>
    count === 1
      ? 'Für einen weiteren Anwendungsfall steht hier nur die Zeile in der Tabelle: Der Bericht würde zu lang.'
      : `Für ${count} weitere Anwendungsfälle steht hier nur die Zeile in der Tabelle: Der Bericht würde zu lang.`,
};

const en: FormatWords = {
  forbidden: (what) => `Not allowed: ${what}.`,
  forbiddenUnless: (what) => `Not allowed unless an exception is recorded: ${what}.`,
  perhapsForbidden: (what) => `Prohibition not ruled out: ${what}.`,
  missing: (what) => `Missing: ${what}.`,
  open: {
    applies: (what) => `Open whether this applies: ${what}.`,
    satisfied: (what) => `Open whether this is met: ${what}.`,
    both: (what) => `Open whether this applies and is met: ${what}.`,
    date: (what) => `Open from when on this applies: ${what}.`,
  },
  unchecked: (what) => `Not checked by this tool yet: ${what}.`,
  upcoming: (what) => `Applies only later: ${what}.`,
  unsecured: 'Not secured yet: enter who does it by when (planned).',
  later: (what, by) => `To be done later (${by}): ${what}.`,
  others: (what) => `Owed by others: ${what}.`,
  waived: (what, until) => `Waived for a time (${until}): ${what}.`,
  met: (what) => `Met: ${what}.`,
  weightless: 'Does not bear on the result.',
  clause: (id) => `The tender documents must contain the clause ${id}.`,
  ask: (question, key) => `To be answered: ${question} Enter it under ${key}.`,
  moreAsked: (count) =>
    count === 1 ? 'One more answer is needed for it.' : `${count} more answers are needed for it.`,
  question: 'Still to be answered',
  moreQuestions: (count) => (count === 1 ? 'One more question is open.' : `${count} more questions are open.`),
  problem: 'Problem in the input',
  unreadable: 'NOT CHECKED',
  useCase: 'Use case',
  result: 'Result',
  missingColumn: 'What is missing',
  nothingMissing: 'nothing',
  leftOut: (count) =>
    count === 1
      ? 'One more use case has only its row in the table here: the report would become too long.'
      : `${count} more use cases have only their rows in the table here: the report would become too long.`,
};

export const formatWords: Record<Language, FormatWords> = { de, en };
