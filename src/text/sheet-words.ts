import type { CheckStage } from '../model/stage.ts';
import type { IsoDate } from '../model/date.ts';
import type { Language } from '../model/language.ts';
import { dayText } from './messages.ts';

/** What the reports for officers say besides the words that all reports share. */
interface SheetWords {
  readonly label: Record<
    'result' | 'tier' | 'why' | 'judgements' | 'roles' | 'uncertain' | 'approval' | 'file',
    string
  >;
  readonly heading: {
    readonly stop: string;
    readonly work: (stage: CheckStage | null) => string;
    readonly deciding: string;
    readonly questions: string;
    readonly openDuties: string;
    readonly gaps: string;
    readonly later: string;
    readonly dueLater: string;
    readonly minor: string;
    readonly waived: string;
    readonly met: string;
    readonly others: string;
    readonly standing: string;
    readonly steps: string;
    readonly notices: string;
    readonly clauses: string;
    readonly documents: string;
    readonly denied: string;
    readonly overview: string;
    readonly problems: string;
    readonly timeline: string;
  };
  readonly purpose: (text: string) => string;
  readonly why: (text: string) => string;
  readonly proven: (document: string, by: string, day: string) => string;
  readonly rule: (id: string) => string;
  readonly enter: (key: string) => string;
  readonly answerAt: (place: string) => string;
  readonly column: Record<'useCase' | 'result' | 'tier' | 'step' | 'aspect' | 'state', string>;
  /** From which day something holds; `latest`: the last day that is possible. */
  readonly from: (days: { readonly day: IsoDate; readonly latest: IsoDate | null }, language: Language) => string;
  readonly point: (title: string, from: string) => string;
  /** Text alternative of the timeline. */
  readonly timelineText: (points: number) => string;
  readonly toOverview: string;
  /** The heads of the columns for spreadsheets. */
  readonly csv: readonly string[];
  readonly unreadable: string;
  readonly reasons: string;
}

const stageDe = { tender: 'der Vergabe', award: 'dem Zuschlag', start: 'dem Start', operation: 'dem weiteren Betrieb' };
const stageEn = { tender: 'the tender', award: 'the award', start: 'the start', operation: 'further operation' };

const de: SheetWords = {
  label: {
    result: 'Ergebnis',
    tier: 'Einstufung',
    why: 'Warum',
    judgements: 'Beruht auf',
    roles: 'Rollen',
    uncertain: 'Unsicher',
    approval: 'Freigabe',
    file: 'Datei',
  },
  heading: {
    stop: 'Was dem Einsatz entgegensteht',
    work: (stage) => (stage === null ? 'Nötig' : `Vor ${stageDe[stage]} nötig`),
    deciding: 'Diese Antworten entscheiden über die Einstufung',
    questions: 'Noch zu beantworten',
    openDuties: 'Pflichten, bei denen noch etwas offen ist',
    gaps: 'Von diesem Werkzeug noch nicht geprüft',
    later: 'Später, jetzt schon absichern',
    dueLater: 'Später zu erledigen',
    minor: 'Auch zu tun, ohne Einfluss auf das Ergebnis',
    waived: 'Befristet geduldet',
    met: 'Erledigt',
    others: 'Was andere schulden',
    standing: 'Stand',
    steps: 'Die Schritte',
    notices: 'Fristen und Erinnerungen, ohne Einfluss auf das Ergebnis',
    clauses: 'Klauseln in den Vergabeunterlagen',
    documents: 'Gelesene Vergabeunterlagen',
    denied: 'Verneint, bitte gegenlesen',
    overview: 'Übersicht',
    problems: 'Nicht geprüft',
    timeline: 'Was wann gilt',
  },
  purpose: (text) => `Zweck: ${text}`,
  why: (text) => `Warum: ${text}`,
  proven: (document, by, day) => `Nachweis: ${document} (${by}, ${day})`,
  rule: (id) => `Regel ${id}`,
  enter: (key) => `Eintragen unter: ${key}`,
  answerAt: (place) => `Angabe: ${place}`,
  column: {
    useCase: 'Anwendungsfall',
    result: 'Ergebnis',
    tier: 'Einstufung',
    step: 'Schritt',
    aspect: 'Aspekt',
    state: 'Stand',
  },
  from: ({ day, latest }, language) =>
    latest === null || latest === day
      ? `ab ${dayText(day, language)}`
      : `ab ${dayText(day, language)}, spätestens ab ${dayText(latest, language)}`,
  point: (title, from) => `${title}: ${from}`,
  timelineText: (points) => `Zeitstrahl mit ${points} Tagen; dieselben Angaben stehen in der Liste darunter.`,
  toOverview: 'Zur Übersicht',
  csv: [
    'Datei',
    'Anwendungsfall',
    'Ergebnis',
    'Einstufung',
    'Stand',
    'Pflicht oder Verbot',
    'Wer',
    'Grundlage',
    'Gewicht',
    'Fundstelle',
    'Regel',
    'Zeile',
  ],
  unreadable: 'NICHT GEPRÜFT',
  reasons: 'Begründung bis zu den Angaben',
};

const en: SheetWords = {
  label: {
    result: 'Result',
    tier: 'Tier',
    why: 'Why',
    judgements: 'Rests on',
    roles: 'Roles',
    uncertain: 'Uncertain',
    approval: 'Approval',
    file: 'File',
  },
  heading: {
    stop: 'What stands against the use',
    work: (stage) => (stage === null ? 'Needed' : `Needed before ${stageEn[stage]}`),
    deciding: 'These answers decide the tier',
    questions: 'Still to be answered',
    openDuties: 'Duties of which something is still open',
    gaps: 'Not checked by this tool yet',
    later: 'Later, to be secured now',
    dueLater: 'To be done later',
    minor: 'Also to be done, without weight for the result',
    waived: 'Tolerated for a time',
    met: 'Done',
    others: 'What others owe',
    standing: 'Where it stands',
    steps: 'The steps',
    notices: 'Dates and reminders, without weight for the result',
    clauses: 'Clauses in the tender documents',
    documents: 'Tender documents that were read',
    denied: 'Denied, please read again',
    overview: 'Overview',
    problems: 'Not checked',
    timeline: 'What applies when',
  },
  purpose: (text) => `Purpose: ${text}`,
  why: (text) => `Why: ${text}`,
  proven: (document, by, day) => `Evidence: ${document} (${by}, ${day})`,
  rule: (id) => `Rule ${id}`,
  enter: (key) => `To be entered under: ${key}`,
  answerAt: (place) => `Answer: ${place}`,
  column: {
    useCase: 'Use case',
    result: 'Result',
    tier: 'Tier',
    step: 'Step',
    aspect: 'Aspect',
    state: 'State',
  },
  from: ({ day, latest }, language) =>
    latest === null || latest === day
      ? `from ${dayText(day, language)}`
      : `from ${dayText(day, language)}, at the latest from ${dayText(latest, language)}`,
  point: (title, from) => `${title}: ${from}`,
  timelineText: (points) => `Timeline with ${points} days; the list below says the same.`,
  toOverview: 'To the overview',
  csv: [
    'File',
    'Use case',
    'Result',
    'Tier',
    'State',
    'Duty or prohibition',
    'Who',
    'Basis',
    'Weight',
    'Citation',
    'Rule',
    'Line',
  ],
  unreadable: 'NOT CHECKED',
  reasons: 'Reasons down to the answers',
};

export const sheetWords: Record<Language, SheetWords> = { de, en };
