import type { UnknownReason } from '../model/answer.ts';
import type { Language } from '../model/language.ts';
import type { DueItem, RegisterTally } from '../model/register.ts';
import type { OpinionResult } from '../model/use-case.ts';
import { messages } from './messages.ts';

/** The words of the register, besides those that all reports share. */
export interface RegisterWords {
  readonly title: string;
  readonly publicTitle: string;
  readonly asOf: (day: string) => string;
  readonly counted: (useCases: number, units: number) => string;
  readonly unread: (files: number) => string;
  /** Of the public register, which names no files. */
  readonly unreadPublic: (files: number) => string;
  readonly empty: string;
  readonly section: {
    readonly shared: string;
    readonly 'no-unit': string;
    readonly dates: string;
    readonly unread: string;
    readonly problems: string;
  };
  readonly contents: string;
  readonly useCases: string;
  readonly product: (name: string, suppliers: readonly string[], uses: number) => string;
  readonly label: Record<
    | 'useCase'
    | 'id'
    | 'purpose'
    | 'unit'
    | 'owner'
    | 'product'
    | 'supplier'
    | 'version'
    | 'stage'
    | 'start'
    | 'inUse'
    | 'end'
    | 'ended'
    | 'tier'
    | 'result'
    | 'lawResult'
    | 'work'
    | 'prohibitions'
    | 'possible'
    | 'missing'
    | 'open'
    | 'ahead'
    | 'questions'
    | 'opinions'
    | 'approval'
    | 'register'
    | 'review'
    | 'lastReview'
    | 'nextReview'
    | 'waivers'
    | 'events'
    | 'due'
    | 'dueDay'
    | 'informed'
    | 'file',
    string
  >;
  readonly unknown: string;
  readonly none: string;
  readonly tierOpen: (lowest: string, highest: string) => string;
  readonly planned: (day: string) => string;
  /** In the public register, below `inUse`. */
  readonly plannedFrom: (day: string) => string;
  readonly since: (day: string) => string;
  readonly until: (day: string) => string;
  readonly lawResult: (verdict: string) => string;
  readonly work: {
    readonly stop: (count: number) => string;
    readonly possible: (count: number) => string;
    readonly unmet: (count: number) => string;
    readonly open: (count: number) => string;
    readonly unsecured: (count: number) => string;
    readonly questions: (count: number) => string;
    readonly nothing: string;
  };
  readonly opinion: {
    readonly result: Record<OpinionResult, string>;
    readonly onDay: (result: string, day: string) => string;
    readonly missing: string;
    readonly notNeeded: string;
    readonly tolerated: string;
    readonly stale: (text: string) => string;
    readonly invalid: (text: string, why: UnknownReason) => string;
  };
  readonly by: (office: string, text: string) => string;
  readonly review: {
    readonly last: (day: string) => string;
    readonly due: (day: string) => string;
    readonly overdue: (day: string) => string;
    readonly never: string;
    readonly undated: string;
  };
  readonly waiver: (title: string, day: string, counts: boolean) => string;
  readonly event: (day: string, kind: string) => string;
  readonly noEvents: string;
  readonly due: (item: DueItem['kind'], what: string, count: number) => string;
  readonly plannedBy: (by: string, what: string) => string;
  readonly onDay: (day: string, what: string) => string;
  readonly overdueSince: (day: string, what: string) => string;
  readonly perhaps: (text: string) => string;
  readonly more: (count: number) => string;
  /** Something in a profile, and how many uses it concerns. */
  readonly concerns: (what: string, uses: number, profile: string) => string;
  readonly informed: Record<'yes' | 'no' | 'open' | 'later' | 'not-in-use' | 'not-demanded', string>;
  readonly approved: (day: string) => string;
  readonly notApproved: string;
  readonly entered: (day: string, entry: string) => string;
  readonly notEntered: string;
  readonly chart: {
    readonly results: string;
    readonly tiers: string;
    readonly aspects: string;
    readonly due: string;
    readonly alternative: (title: string) => string;
    readonly tierUpTo: (tier: string) => string;
    readonly stageUnknown: string;
    readonly tally: Record<keyof RegisterTally, string>;
    /** How many duties are in a state: the head of a column. */
    readonly duties: (state: string) => string;
    readonly certain: string;
    readonly possible: string;
    readonly overdue: string;
    readonly later: string;
    readonly month: (year: string, month: number) => string;
    readonly aspect: string;
    readonly when: string;
    readonly count: string;
    readonly aspectsNote: string;
    readonly dueNote: string;
  };
  /** What has to be read before the public register is published; said beside it, never in it. */
  readonly beforePublishing: string;
  readonly publicFooter: string;
}

const monthsDe = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
const monthsEn = 'January February March April May June July August September October November December'.split(' ');
const many = (number: number, one: string, several: string): string => (number === 1 ? one : `${number} ${several}`);

const de: RegisterWords = {
  title: 'Verzeichnis der KI-Anwendungsfälle',
  publicTitle: 'Öffentliches Verzeichnis der KI-Anwendungsfälle',
  asOf: (day) => `Stand ${day}`,
  counted: (useCases, units) =>
    units === 0
      ? `${many(useCases, 'Ein Anwendungsfall', 'Anwendungsfälle')}.`
      : `${many(useCases, 'Ein Anwendungsfall', 'Anwendungsfälle')} in ${many(units, 'einer Stelle', 'Stellen')}.`,
  unread: (files) =>
    files === 1
      ? 'Eine Datei konnte nicht gelesen werden. Ihr Einsatz fehlt in allen Zahlen.'
      : `${files} Dateien konnten nicht gelesen werden. Ihre Einsätze fehlen in allen Zahlen.`,
  unreadPublic: (files) =>
    files === 1
      ? 'Ein weiterer Einsatz konnte nicht gelesen werden und fehlt hier.'
      : `${files} weitere Einsätze konnten nicht gelesen werden und fehlen hier.`,
  empty: 'Kein Anwendungsfall konnte gelesen werden.',
  section: {
    shared: 'Produkte, die mehrere Stellen nutzen',
    'no-unit': 'Ohne Angabe der Stelle',
    dates: 'Termine für alle Anwendungsfälle, aus dem Profil',
    unread: 'Konnte nicht gelesen werden',
    problems: 'Fehler in den Eingaben',
  },
  contents: 'Inhalt',
  useCases: 'Anwendungsfälle',
  product: (name, suppliers, uses) =>
    `${name}${suppliers.length === 0 ? '' : ` (${suppliers.join(', ')})`}: ${many(uses, 'ein Anwendungsfall', 'Anwendungsfälle')}`,
  label: {
    useCase: 'Anwendungsfall',
    id: 'Kennung',
    purpose: 'Zweck',
    unit: 'Stelle',
    owner: 'Verantwortlich',
    product: 'Produkt',
    supplier: 'Lieferant',
    version: 'Version',
    stage: 'Phase',
    start: 'Start',
    inUse: 'Im Einsatz',
    end: 'Ende',
    ended: 'Beendet',
    tier: 'Einstufung',
    result: 'Ergebnis',
    lawResult: 'Nach Gesetz allein',
    work: 'Zu tun',
    prohibitions: 'Verbote, die greifen',
    possible: 'Verbote, nicht ausgeschlossen',
    missing: 'Fehlt',
    open: 'Offen',
    ahead: 'Abzusichern',
    questions: 'Offene Fragen',
    opinions: 'Stellungnahmen',
    approval: 'Freigabe',
    register: 'Register',
    review: 'Überprüfung',
    lastReview: 'Zuletzt überprüft',
    nextReview: 'Überprüfung fällig',
    waivers: 'Abweichungen',
    events: 'Ereignisse',
    due: 'Termine',
    dueDay: 'Nächster Termin',
    informed: 'Hinweis auf KI',
    file: 'Datei',
  },
  unknown: 'nicht bekannt',
  none: 'keine',
  tierOpen: (lowest, highest) => `offen: mindestens »${lowest}«, höchstens »${highest}«`,
  planned: (day) => `geplanter Start ${day}`,
  plannedFrom: (day) => `geplant ab ${day}`,
  since: (day) => `seit ${day}`,
  until: (day) => `bis ${day}`,
  lawResult: (verdict) => `nach Gesetz allein: ${verdict}`,
  work: {
    stop: (count) => many(count, 'ein Verbot greift', 'Verbote greifen'),
    possible: (count) => many(count, 'ein Verbot nicht ausgeschlossen', 'Verbote nicht ausgeschlossen'),
    unmet: (count) => many(count, 'eine Pflicht fehlt', 'Pflichten fehlen'),
    open: (count) => many(count, 'eine Pflicht offen', 'Pflichten offen'),
    unsecured: (count) => many(count, 'eine spätere Pflicht abzusichern', 'spätere Pflichten abzusichern'),
    questions: (count) => many(count, 'eine Frage zu beantworten', 'Fragen zu beantworten'),
    nothing: 'nichts, was das Ergebnis ändert',
  },
  opinion: {
    result: { agreed: 'zugestimmt', 'with-conditions': 'mit Auflagen zugestimmt', refused: 'abgelehnt' },
    onDay: (result, day) => `${result} (${day})`,
    missing: 'liegt nicht vor',
    notNeeded: 'nicht nötig, anders geregelt',
    tolerated: 'liegt nicht vor, befristet geduldet',
    stale: (text) => `${text}, überholt: die Angaben haben sich geändert`,
    invalid: (text, why) => `${text}, zählt nicht. ${messages.de.why[why]}`,
  },
  by: (office, text) => `${office}: ${text}`,
  review: {
    last: (day) => `zuletzt ${day}`,
    due: (day) => `fällig bis ${day}`,
    overdue: (day) => `überfällig seit ${day}`,
    never: 'noch keine',
    undated: 'kein Tag festgelegt',
  },
  waiver: (title, day, counts) => (counts ? `${title} (bis ${day})` : `${title} (bis ${day}, zählt nicht)`),
  event: (day, kind) => `${kind} am ${day}`,
  noEvents: 'keine',
  due: (kind, what, count) =>
    ({
      review: 'Überprüfung des Einsatzes',
      'waiver-ends': `Abweichung endet: ${what}`,
      'evidence-ends': `Nachweis läuft ab: ${what}`,
      'opinion-ends': `Stellungnahme läuft ab: ${what}`,
      'approval-ends': 'Freigabe endet',
      planned: `zugesagt: ${what}`,
      'law-begins': count === 1 ? `gilt ab dann: ${what}` : `${count} Vorschriften gelten ab dann`,
    })[kind],
  plannedBy: (by, what) => `zugesagt von ${by}: ${what}`,
  onDay: (day, what) => `${day} ${what}`,
  overdueSince: (day, what) => `überfällig seit ${day}: ${what}`,
  perhaps: (text) => `${text} (noch offen, ob hier)`,
  more: (count) => `+ ${count} weitere`,
  concerns: (what, uses, profile) => `${what} (${profile}, ${many(uses, 'ein Anwendungsfall', 'Anwendungsfälle')})`,
  informed: {
    yes: 'Die Betroffenen werden informiert.',
    no: 'Die Betroffenen werden noch nicht informiert.',
    open: 'Dazu liegt keine Angabe vor.',
    later: 'Die Pflicht dazu beginnt erst.',
    'not-in-use': 'Das System ist noch nicht im Einsatz.',
    'not-demanded': 'Das Gesetz verlangt hier keinen Hinweis.',
  },
  approved: (day) => `ja, am ${day}`,
  notApproved: 'nein',
  entered: (day, entry) => (entry === '' ? `seit ${day}` : `seit ${day} (${entry})`),
  notEntered: 'kein Eintrag',
  chart: {
    results: 'Ergebnisse',
    tiers: 'Einstufung nach Phase',
    aspects: 'Aspekte: was erledigt ist und was fehlt',
    due: 'Was in welchem Monat fällig wird',
    alternative: (title) => `${title}. Die Tabelle darunter sagt dasselbe.`,
    tierUpTo: (tier) => `offen (höchstens ${tier})`,
    stageUnknown: 'Phase nicht bekannt',
    tally: { met: 'erledigt', waived: 'geduldet', unmet: 'fehlt', open: 'offen' },
    duties: (state) => `Pflichten: ${state}`,
    certain: 'sicher',
    possible: 'falls es hier gilt',
    overdue: 'überfällig',
    later: 'später',
    month: (year, month) => `${monthsDe[month - 1] ?? ''} ${year}`,
    aspect: 'Aspekt',
    when: 'Monat',
    count: 'Anzahl',
    aspectsNote:
      'Gezählt sind die Pflichten aller Anwendungsfälle, auch solche, die erst in einer späteren Phase fällig sind. Offen heißt: Ob die Pflicht gilt oder ob sie erfüllt ist, ist noch nicht beantwortet.',
    dueNote:
      'Was im Profil der Organisation steht, ist nur einmal gezählt. Vorschriften, die für einen Einsatz am selben Tag beginnen, zählen als ein Termin.',
  },
  publicFooter:
    'Die Angaben stammen von den genannten Stellen. Die Einstufung nach der KI-Verordnung ist eine Vorprüfung und keine Rechtsberatung.',
  beforePublishing:
    'Bitte vor der Veröffentlichung lesen: Titel, Zweck, Stelle, Produkt, Lieferant und Registereintrag stehen in diesem Verzeichnis so, wie sie in den Dateien stehen.',
};

const en: RegisterWords = {
  title: 'Register of AI use cases',
  publicTitle: 'Public register of AI use cases',
  asOf: (day) => `As of ${day}`,
  counted: (useCases, units) =>
    units === 0
      ? `${many(useCases, 'One use case', 'use cases')}.`
      : `${many(useCases, 'One use case', 'use cases')} in ${many(units, 'one unit', 'units')}.`,
  unread: (files) =>
    files === 1
      ? 'One file could not be read. Its use is missing in all figures.'
      : `${files} files could not be read. Their uses are missing in all figures.`,
  unreadPublic: (files) =>
    files === 1
      ? 'One more use could not be read and is missing here.'
      : `${files} more uses could not be read and are missing here.`,
  empty: 'No use case could be read.',
  section: {
    shared: 'Products used by several units',
    'no-unit': 'No unit named',
    dates: 'Dates for all use cases, from the profile',
    unread: 'Could not be read',
    problems: 'Mistakes in the input',
  },
  contents: 'Contents',
  useCases: 'Use cases',
  product: (name, suppliers, uses) =>
    `${name}${suppliers.length === 0 ? '' : ` (${suppliers.join(', ')})`}: ${many(uses, 'one use case', 'use cases')}`,
  label: {
    useCase: 'Use case',
    id: 'Id',
    purpose: 'Purpose',
    unit: 'Unit',
    owner: 'Responsible',
    product: 'Product',
    supplier: 'Supplier',
    version: 'Version',
    stage: 'Stage',
    start: 'Start',
    inUse: 'In use',
    end: 'End',
    ended: 'Ended',
    tier: 'Tier',
    result: 'Result',
    lawResult: 'By law alone',
    work: 'To do',
    prohibitions: 'Prohibitions that apply',
    possible: 'Prohibitions, not ruled out',
    missing: 'Missing',
    open: 'Open',
    ahead: 'To be secured',
    questions: 'Open questions',
    opinions: 'Opinions',
    approval: 'Approval',
    register: 'Register',
    review: 'Review',
    lastReview: 'Last review',
    nextReview: 'Review due',
    waivers: 'Waivers',
    events: 'Events',
    due: 'Dates',
    dueDay: 'Next date',
    informed: 'Notice of AI',
    file: 'File',
  },
  unknown: 'not known',
  none: 'none',
  tierOpen: (lowest, highest) => `open: at least “${lowest}”, at most “${highest}”`,
  planned: (day) => `planned start ${day}`,
  plannedFrom: (day) => `planned from ${day}`,
  since: (day) => `since ${day}`,
  until: (day) => `until ${day}`,
  lawResult: (verdict) => `by law alone: ${verdict}`,
  work: {
    stop: (count) => many(count, 'one prohibition applies', 'prohibitions apply'),
    possible: (count) => many(count, 'one prohibition not ruled out', 'prohibitions not ruled out'),
    unmet: (count) => many(count, 'one duty missing', 'duties missing'),
    open: (count) => many(count, 'one duty open', 'duties open'),
    unsecured: (count) => many(count, 'one later duty to be secured', 'later duties to be secured'),
    questions: (count) => many(count, 'one question to answer', 'questions to answer'),
    nothing: 'nothing that changes the result',
  },
  opinion: {
    result: { agreed: 'agreed', 'with-conditions': 'agreed with conditions', refused: 'refused' },
    onDay: (result, day) => `${result} (${day})`,
    missing: 'not given',
    notNeeded: 'not needed, settled otherwise',
    tolerated: 'not given, tolerated for a time',
    stale: (text) => `${text}, out of date: the answers have changed`,
    invalid: (text, why) => `${text}, does not count. ${messages.en.why[why]}`,
  },
  by: (office, text) => `${office}: ${text}`,
  review: {
    last: (day) => `last ${day}`,
    due: (day) => `due by ${day}`,
    overdue: (day) => `overdue since ${day}`,
    never: 'none yet',
    undated: 'no day set',
  },
  waiver: (title, day, counts) => (counts ? `${title} (until ${day})` : `${title} (until ${day}, does not count)`),
  event: (day, kind) => `${kind} on ${day}`,
  noEvents: 'none',
  due: (kind, what, count) =>
    ({
      review: 'review of the use',
      'waiver-ends': `waiver ends: ${what}`,
      'evidence-ends': `evidence expires: ${what}`,
      'opinion-ends': `opinion expires: ${what}`,
      'approval-ends': 'approval ends',
      planned: `promised: ${what}`,
      'law-begins': count === 1 ? `begins to apply: ${what}` : `${count} provisions begin to apply`,
    })[kind],
  plannedBy: (by, what) => `promised by ${by}: ${what}`,
  onDay: (day, what) => `${day} ${what}`,
  overdueSince: (day, what) => `overdue since ${day}: ${what}`,
  perhaps: (text) => `${text} (still open whether here)`,
  more: (count) => `+ ${count} more`,
  concerns: (what, uses, profile) => `${what} (${profile}, ${many(uses, 'one use case', 'use cases')})`,
  informed: {
    yes: 'The people concerned are told.',
    no: 'The people concerned are not told yet.',
    open: 'Nothing has been said about this.',
    later: 'The duty to tell them has yet to begin.',
    'not-in-use': 'The system is not in use yet.',
    'not-demanded': 'The law demands no notice here.',
  },
  approved: (day) => `yes, on ${day}`,
  notApproved: 'no',
  entered: (day, entry) => (entry === '' ? `since ${day}` : `since ${day} (${entry})`),
  notEntered: 'no entry',
  chart: {
    results: 'Results',
    tiers: 'Tiers by stage',
    aspects: 'Aspects: what is done and what is missing',
    due: 'What falls due in which month',
    alternative: (title) => `${title}. The table below says the same.`,
    tierUpTo: (tier) => `open (at most ${tier})`,
    stageUnknown: 'Stage not known',
    tally: { met: 'done', waived: 'tolerated', unmet: 'missing', open: 'open' },
    duties: (state) => `Duties: ${state}`,
    certain: 'certain',
    possible: 'if it applies here',
    overdue: 'overdue',
    later: 'later',
    month: (year, month) => `${monthsEn[month - 1] ?? ''} ${year}`,
    aspect: 'Aspect',
    when: 'Month',
    count: 'Number',
    aspectsNote:
      'Counted are the duties of all use cases, also those that are due only at a later stage. Open means: whether the duty applies, or whether it is met, has not been answered yet.',
    dueNote:
      'What stands in the profile of the organisation is counted once. Provisions that begin for a use on the same day are one date.',
  },
  publicFooter:
    'The units named gave the answers. The tier under the AI Act is the result of a pre-check and no legal advice.',
  beforePublishing:
    'Please read before you publish: title, purpose, unit, product, supplier and register entry stand in this register as they stand in the files.',
};

export const registerWords: Record<Language, RegisterWords> = { de, en };
