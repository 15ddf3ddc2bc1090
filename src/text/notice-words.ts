import type { Language } from '../model/language.ts';
import type { NoticeKind } from '../model/notice.ts';
import type { OperationEvent } from '../model/use-case.ts';

/** How it is said what has run out and what lies ahead. */
interface NoticeWords {
  readonly due: string;
  readonly ahead: (until: string) => string;
  /** Above what stands in the profile, told once for all uses. */
  readonly profile: string;
  /** `what`: the title of the rule, the question, or what happened; `day` is empty where there is none. */
  readonly notice: Record<NoticeKind, (what: string, day: string) => string>;
  readonly event: Record<OperationEvent['kind'], string>;
  readonly perhaps: string;
  readonly place: (file: string, line: number) => string;
  readonly approvedBy: (name: string, role: string, day: string) => string;
}

const de: NoticeWords = {
  due: 'WIEDERVORLAGE',
  ahead: (until) => `STEHT BEVOR (bis ${until})`,
  profile: 'IM PROFIL, FÜR ALLE ANWENDUNGSFÄLLE: ABGELAUFEN ODER BALD FÄLLIG',
  notice: {
    'waiver-expired': (what, day) => `Die Abweichung ist am ${day} abgelaufen und zählt nicht mehr: ${what}`,
    'waiver-idle': (what) =>
      `Diese Abweichung bewirkt nichts, denn die Pflicht ist erfüllt oder gilt hier nicht: ${what}`,
    'waiver-ends': (what, day) => `Die Abweichung endet am ${day}: ${what}`,
    'review-overdue': (_, day) =>
      `Die Überprüfung des Einsatzes war bis ${day} fällig, und eine spätere ist nicht eingetragen (»review«).`,
    'review-undated': () =>
      'Wann der Einsatz erneut überprüft wird, ist nicht festgelegt. Fragen Sie die KI-Stelle, und tragen Sie den Tag unter »review« ein.',
    'review-due': (_, day) => `Bis ${day} ist der Einsatz zu überprüfen.`,
    'event-after-review': (what, day) => `Seit der letzten Überprüfung ist etwas geschehen, am ${day}: ${what}`,
    'events-unstated': () =>
      'Ob im Betrieb etwas geschehen ist, steht nicht in der Datei. Ist nichts geschehen, tragen Sie »operation: { events: [] }« ein.',
    'evidence-not-found': (what) =>
      `Diese Datei wurde nicht gefunden oder ist leer; als Nachweis zählt sie nicht: ${what}`,
    'evidence-expired': (what, day) => `Der Nachweis zählte nur bis ${day}: ${what}`,
    'evidence-ends': (what, day) => `Der Nachweis zählt noch bis ${day}: ${what}`,
    'opinion-stale': (what, day) =>
      `Die Stellungnahme vom ${day} beruht auf anderen Angaben und ist neu einzuholen: ${what}`,
    'opinion-expired': (what, day) => `Die Stellungnahme zählte nur bis ${day}: ${what}`,
    'opinion-ends': (what, day) => `Die Stellungnahme zählt noch bis ${day}: ${what}`,
    'approval-ends': (_, day) => `Die Freigabe endet am ${day}.`,
    'law-begins': (what, day) => `Ab ${day} gilt: ${what}`,
  },
  event: {
    incident: 'Vorfall',
    complaint: 'Beschwerde',
    'model-change': 'anderes Modell',
    'purpose-change': 'anderer Zweck',
    'function-change': 'andere Funktionen',
  },
  perhaps: 'noch offen, ob hier',
  place: (file, line) => `${file}, Zeile ${line}`,
  approvedBy: (name, role, day) => `Entschieden von ${name} (${role}) am ${day}.`,
};

const en: NoticeWords = {
  due: 'COME BACK TO THIS',
  ahead: (until) => `LIES AHEAD (until ${until})`,
  profile: 'IN THE PROFILE, FOR ALL USES: RUN OUT OR DUE SOON',
  notice: {
    'waiver-expired': (what, day) => `The waiver expired on ${day} and no longer counts: ${what}`,
    'waiver-idle': (what) => `This waiver changes nothing, since the duty is met or does not apply here: ${what}`,
    'waiver-ends': (what, day) => `The waiver ends on ${day}: ${what}`,
    'review-overdue': (_, day) => `The review of this use was due by ${day}, and no later one is entered (“review”).`,
    'review-undated': () =>
      'Nobody has settled when this use is reviewed again. Ask the AI office, and enter the day under “review”.',
    'review-due': (_, day) => `This use is to be reviewed by ${day}.`,
    'event-after-review': (what, day) => `Something has happened since the last review, on ${day}: ${what}`,
    'events-unstated': () =>
      'The file does not say whether anything has happened in operation. If nothing has, enter “operation: { events: [] }”.',
    'evidence-not-found': (what) => `This file was not found or is empty; it does not count as evidence: ${what}`,
    'evidence-expired': (what, day) => `The evidence counted only until ${day}: ${what}`,
    'evidence-ends': (what, day) => `The evidence counts until ${day}: ${what}`,
    'opinion-stale': (what, day) => `The opinion of ${day} rests on other answers and has to be given anew: ${what}`,
    'opinion-expired': (what, day) => `The opinion counted only until ${day}: ${what}`,
    'opinion-ends': (what, day) => `The opinion counts until ${day}: ${what}`,
    'approval-ends': (_, day) => `The approval ends on ${day}.`,
    'law-begins': (what, day) => `From ${day} on: ${what}`,
  },
  event: {
    incident: 'incident',
    complaint: 'complaint',
    'model-change': 'another model',
    'purpose-change': 'another purpose',
    'function-change': 'other functions',
  },
  perhaps: 'still open whether here',
  place: (file, line) => `${file}, line ${line}`,
  approvedBy: (name, role, day) => `Decided by ${name} (${role}) on ${day}.`,
};

export const noticeWords: Record<Language, NoticeWords> = { de, en };
