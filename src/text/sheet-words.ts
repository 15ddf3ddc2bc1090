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
    readonly possible: string;
    readonly tier: (isSettled: boolean) => string;
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
    readonly plans: string;
    readonly evidence: string;
    readonly opinions: string;
    readonly sources: string;
    readonly standing: string;
    readonly steps: string;
    readonly notices: string;
    readonly clauses: string;
    readonly foundClauses: string;
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
  /** How an office gives its opinion, and about which answers. */
  readonly opinion: (file: string, office: string, code: string) => string;
  readonly answerAt: (place: string) => string;
  /** Above what was denied, for its items are whole sentences. */
  readonly answeredNo: string;
  readonly column: Record<'useCase' | 'result' | 'tier' | 'step' | 'aspect' | 'state', string>;
  /** From which day something holds; `latest`: the last day that is possible. */
  readonly from: (days: { readonly day: IsoDate; readonly latest: IsoDate | null }, language: Language) => string;
  readonly begins: string;
  readonly ends: string;
  /** Text alternative of the timeline. */
  readonly timelineText: (points: number) => string;
  readonly toOverview: string;
  /** The heads of the columns for spreadsheets. */
  readonly csv: readonly string[];
  readonly unreadable: string;
  readonly reasons: string;
  /** Where the reasons stand that are left out on paper. */
  readonly onPaper: string;
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
    possible: 'Noch nicht ausgeschlossene Verbote',
    tier: (isSettled) => (isSettled ? 'Woraus sich die Einstufung ergibt' : 'Was zur Einstufung schon feststeht'),
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
    plans: 'Geplante Maßnahmen',
    evidence: 'Nachweise',
    opinions: 'Stellungnahmen',
    sources: 'Quellen',
    standing: 'Stand',
    steps: 'Die Schritte',
    notices: 'Fristen und Erinnerungen, ohne Einfluss auf das Ergebnis',
    clauses: 'Klauseln in den Vergabeunterlagen, auf die zu achten ist',
    foundClauses: 'Klauseln, die mit ihrem Wortlaut in den Vergabeunterlagen stehen',
    documents: 'Gelesene Vergabeunterlagen',
    denied: 'Verneint, bitte gegenlesen',
    overview: 'Übersicht',
    problems: 'Nicht geprüft',
    timeline: 'Was wann gilt',
  },
  purpose: (text) => `Zweck: ${text}`,
  why: (text) => `Warum: ${text}`,
  proven: (document, by, day) => `Liegt vor: ${document} (${by}, ${day})`,
  rule: (id) => `Regel ${id}`,
  enter: (key) => `Eintragen unter: ${key}`,
  opinion: (file, office, code) =>
    `Den Bogen für die Stellungnahme schreibt: kompass ask ${file} --for ${office} -o stellungnahme.docx. Sie gilt für die Angaben mit dem Prüfzeichen ${code}; ändern sie sich, ist sie neu einzuholen.`,
  answerAt: (place) => `Angabe: ${place}`,
  answeredNo: 'Mit Nein beantwortet ist:',
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
      ? `Ab ${dayText(day, language)}`
      : `Ab ${dayText(day, language)}, spätestens ab ${dayText(latest, language)}`,
  begins: 'Der Einsatz läuft (geplanter Start)',
  ends: 'Der Einsatz ist beendet (geplantes Ende)',
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
  onPaper:
    'Die Begründung bis zu den Angaben ist nur bei der Einstufung und bei dem gedruckt, was entgegensteht oder fehlt. Alle anderen lassen sich in der HTML-Fassung aufklappen.',
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
    possible: 'Prohibitions not ruled out yet',
    tier: (isSettled) => (isSettled ? 'What gives the tier' : 'What is known of the tier already'),
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
    plans: 'Planned measures',
    evidence: 'Evidence',
    opinions: 'Opinions',
    sources: 'Sources',
    standing: 'Where it stands',
    steps: 'The steps',
    notices: 'Dates and reminders, without weight for the result',
    clauses: 'Clauses in the tender documents that need a look',
    foundClauses: 'Clauses that stand in the tender documents with their wording',
    documents: 'Tender documents that were read',
    denied: 'Denied, please read again',
    overview: 'Overview',
    problems: 'Not checked',
    timeline: 'What applies when',
  },
  purpose: (text) => `Purpose: ${text}`,
  why: (text) => `Why: ${text}`,
  proven: (document, by, day) => `On file: ${document} (${by}, ${day})`,
  rule: (id) => `Rule ${id}`,
  enter: (key) => `To be entered under: ${key}`,
  opinion: (file, office, code) =>
    `The form for the opinion is written by: kompass ask ${file} --for ${office} -o opinion.docx. It is about the answers with the check code ${code}; when they change, it has to be given anew.`,
  answerAt: (place) => `Answer: ${place}`,
  answeredNo: 'Answered with no:',
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
      ? `From ${dayText(day, language)}`
      : `From ${dayText(day, language)}, at the latest from ${dayText(latest, language)}`,
  begins: 'The use is running (planned start)',
  ends: 'The use has ended (planned end)',
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
  onPaper:
    'The reasons down to the answers are printed only for the tier and for what stands against the use or is missing. All others unfold in the HTML version.',
};

export const sheetWords: Record<Language, SheetWords> = { de, en };
