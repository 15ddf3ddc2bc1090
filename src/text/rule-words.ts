import type { FactType } from '../model/fact.ts';
import type { Language } from '../model/language.ts';
import type { Place, Rule } from '../model/rule.ts';

/** How rules are told to people who read the law, not YAML. */
interface RuleWords {
  readonly kind: Record<Rule['kind'], string>;
  readonly place: Record<Place, string>;
  readonly houseRule: string;
  /** Of a clause that the law does not demand. */
  readonly goodPractice: string;
  readonly label: Record<
    | 'applies'
    | 'until'
    | 'clause'
    | 'wording'
    | 'why'
    | 'toDo'
    | 'evidence'
    | 'due'
    | 'owedBy'
    | 'uncertain'
    | 'lifted'
    | 'raised',
    string
  >;
  readonly heading: Record<'when' | 'except' | 'requires', string>;
  readonly all: string;
  readonly any: string;
  readonly atLeast: (count: number) => string;
  readonly not: string;
  readonly yes: (question: string) => string;
  readonly option: (question: string, option: string) => string;
  readonly some: (question: string) => string;
  readonly before: (question: string, date: string) => string;
  readonly confirmed: (question: string, date: string, months: number) => string;
  readonly measure: (question: string) => string;
  readonly judged: (question: string, offices: string) => string;
  readonly opinion: (question: string, offices: string) => string;
  readonly rule: (title: string) => string;
  readonly tier: (tier: string) => string;
  readonly role: (role: string) => string;
  readonly scope: string;
  readonly clause: (id: string) => string;
  readonly from: (day: string, act: string) => string;
  readonly never: (act: string) => string;
  readonly earlier: (versions: string) => string;
  readonly ifSo: string;
  readonly otherwise: string;
  readonly liftedBy: (title: string) => string;
  /** By the organisation. */
  readonly raised: (from: string, to: string, why: string) => string;
  readonly none: string;
  readonly counted: (count: number) => string;
  readonly more: string;
  /** Headings of the handbook. */
  readonly kinds: Record<Rule['kind'], string>;
  readonly leftOut: string;
  readonly questions: string;
  readonly types: Record<FactType, string>;
  readonly inside: string;
  readonly outside: string;
  readonly answeredBy: string;
  readonly askedWhen: string;
}

const de: RuleWords = {
  kind: {
    concept: 'Begriff',
    classification: 'Einstufung',
    prohibition: 'Verbot',
    scope: 'Anwendungsbereich',
    role: 'Rolle',
    duty: 'Pflicht',
    clause: 'Vertragsklausel',
    gap: 'nicht abgebildet',
  },
  place: {
    specification: 'Leistungsbeschreibung',
    'data-protection-annex': 'Anlage Datenschutz',
    contract: 'Vertrag',
    suitability: 'Eignungsnachweis',
    'award-criterion': 'Zuschlagskriterium',
  },
  houseRule: 'Hausregel, kein Gesetz',
  goodPractice: 'gute Praxis, vom Gesetz nicht verlangt',
  label: {
    applies: 'Gilt ab',
    until: 'Gilt bis',
    clause: 'Klausel',
    wording: 'Wortlaut',
    why: 'Warum',
    toDo: 'Zu tun',
    evidence: 'Nachweis',
    due: 'Fällig',
    owedBy: 'Schuldner',
    uncertain: 'Unsicher',
    lifted: 'Ausweg',
    raised: 'Erhöht',
  },
  heading: { when: 'TRIFFT ZU, WENN', except: 'AUSSER WENN', requires: 'ERFÜLLT, WENN' },
  all: 'alles davon:',
  any: 'mindestens eines davon:',
  atLeast: (count) => `mindestens ${count} davon:`,
  not: 'nicht:',
  yes: (question) => `${question} Ja.`,
  option: (question, option) => `${question} »${option}«`,
  some: (question) => `${question} Mindestens eine der Möglichkeiten.`,
  before: (question, date) => `${question} Vor dem Tag »${date}«.`,
  confirmed: (question, date, months) =>
    `${question} Ja, bestätigt seit dem Tag »${date}« und nicht länger als ${months} Monate her.`,
  measure: (question) => `${question} Ja, mit Nachweis.`,
  judged: (question, offices) => `${question} Ja, festgehalten mit Gründen und Nachweis von: ${offices}.`,
  opinion: (question, offices) =>
    `${question} Zugestimmt, mit Nachweis und zu den Angaben, wie sie dastehen, von: ${offices}.`,
  rule: (title) => `Es trifft zu: »${title}«`,
  tier: (tier) => `Die Einstufung umfasst »${tier}«.`,
  role: (role) => `Wir sind ${role}.`,
  scope: 'Der Einsatz liegt im Anwendungsbereich.',
  clause: (id) => `Die Klausel ${id} steht in den Vergabeunterlagen.`,
  from: (day, act) => `${day} (${act})`,
  never: (act) => `nie (${act})`,
  earlier: (versions) => `, zuvor ${versions}`,
  ifSo: 'wenn:',
  otherwise: 'sonst:',
  liftedBy: (title) => `durch »${title}«`,
  raised: (from, to, why) => `Die Organisation nimmt sie ernster: »${to}« statt »${from}«. ${why}`,
  none: 'Keine Regel passt dazu.',
  counted: (count) => (count === 1 ? 'Eine Regel.' : `${count} Regeln.`),
  more: 'Eine Regel im Ganzen: kompass rules show KENNUNG',
  kinds: {
    concept: 'Begriffe',
    scope: 'Anwendungsbereich',
    role: 'Rollen',
    classification: 'Einstufung',
    prohibition: 'Verbote',
    duty: 'Pflichten',
    clause: 'Vertragsklauseln',
    gap: 'Noch nicht abgebildet',
  },
  leftOut: 'Bewusst ausgelassen',
  questions: 'Fragen',
  types: {
    'yes-no': 'Ja oder nein',
    choice: 'Eine Möglichkeit',
    set: 'Alles Zutreffende',
    date: 'Tag',
    text: 'Text',
    measure: 'Maßnahme mit Nachweis',
    judgement: 'Festgehaltene Einschätzung',
    opinion: 'Stellungnahme',
  },
  inside: 'gehört dazu',
  outside: 'gehört nicht dazu',
  answeredBy: 'Weiß meist',
  askedWhen: 'NUR GEFRAGT, WENN',
};

const en: RuleWords = {
  kind: {
    concept: 'term',
    classification: 'classification',
    prohibition: 'prohibition',
    scope: 'scope',
    role: 'role',
    duty: 'duty',
    clause: 'contract clause',
    gap: 'not modelled',
  },
  place: {
    specification: 'specification',
    'data-protection-annex': 'data protection annex',
    contract: 'contract',
    suitability: 'proof of suitability',
    'award-criterion': 'award criterion',
  },
  houseRule: 'house rule, no law',
  goodPractice: 'good practice, not demanded by law',
  label: {
    applies: 'Applies',
    until: 'Until',
    clause: 'Clause',
    wording: 'Wording',
    why: 'Why',
    toDo: 'To do',
    evidence: 'Evidence',
    due: 'Due',
    owedBy: 'Owed by',
    uncertain: 'Uncertain',
    lifted: 'Way out',
    raised: 'Raised',
  },
  heading: { when: 'APPLIES WHEN', except: 'EXCEPT WHEN', requires: 'MET WHEN' },
  all: 'all of this:',
  any: 'at least one of this:',
  atLeast: (count) => `at least ${count} of this:`,
  not: 'not:',
  yes: (question) => `${question} Yes.`,
  option: (question, option) => `${question} “${option}”`,
  some: (question) => `${question} At least one of the options.`,
  before: (question, date) => `${question} Before the day “${date}”.`,
  confirmed: (question, date, months) =>
    `${question} Yes, confirmed since the day “${date}” and no longer than ${months} months ago.`,
  measure: (question) => `${question} Yes, with evidence.`,
  judged: (question, offices) => `${question} Yes, recorded with reasons and evidence by: ${offices}.`,
  opinion: (question, offices) =>
    `${question} Agreed, with evidence and about the answers as they stand, by: ${offices}.`,
  rule: (title) => `It is so: “${title}”`,
  tier: (tier) => `The tier includes “${tier}”.`,
  role: (role) => `We are ${role}.`,
  scope: 'The use is in scope.',
  clause: (id) => `The clause ${id} stands in the tender documents.`,
  from: (day, act) => `${day} (${act})`,
  never: (act) => `never (${act})`,
  earlier: (versions) => `, before that ${versions}`,
  ifSo: 'if:',
  otherwise: 'otherwise:',
  liftedBy: (title) => `by “${title}”`,
  raised: (from, to, why) => `The organisation takes it more seriously: “${to}” instead of “${from}”. ${why}`,
  none: 'No rule fits.',
  counted: (count) => (count === 1 ? 'One rule.' : `${count} rules.`),
  more: 'One rule as a whole: kompass rules show ID',
  kinds: {
    concept: 'Terms',
    scope: 'Scope',
    role: 'Roles',
    classification: 'Classification',
    prohibition: 'Prohibitions',
    duty: 'Duties',
    clause: 'Contract clauses',
    gap: 'Not modelled yet',
  },
  leftOut: 'Knowingly left out',
  questions: 'Questions',
  types: {
    'yes-no': 'Yes or no',
    choice: 'One option',
    set: 'All that applies',
    date: 'Day',
    text: 'Text',
    measure: 'Measure with evidence',
    judgement: 'Recorded judgement',
    opinion: 'Opinion',
  },
  inside: 'belongs to it',
  outside: 'does not belong to it',
  answeredBy: 'Usually known by',
  askedWhen: 'ONLY ASKED WHEN',
};

export const ruleWords: Record<Language, RuleWords> = { de, en };
