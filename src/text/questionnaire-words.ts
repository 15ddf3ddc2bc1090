import type { Language } from '../model/language.ts';

/** The lines that somebody fills in. The label begins the line; what is entered stands behind it or on the lines below. */
export const formFields = [
  'useCase',
  'office',
  'code',
  'by',
  'on',
  'key',
  'answer',
  'day',
  'reason',
  'recordedOn',
  'conditions',
  'plannedOn',
  'plannedBy',
  'proof',
  'proofOn',
  'proofBy',
  'note',
] as const;
export type FormField = (typeof formFields)[number];

interface QuestionnaireWords {
  readonly title: (office: string) => string;
  readonly introduction: readonly string[];
  /** Whom the questions call "we": who fills in the form may be somebody else. */
  readonly we: (body: string) => string;
  readonly nothingOpen: (office: string) => string;
  readonly field: Readonly<Record<FormField, string>>;
  readonly inside: (example: string) => string;
  readonly outside: (example: string) => string;
  readonly bearsOn: (tier: boolean, findings: number) => string;
  readonly alsoKnownBy: (offices: string) => string;
  /** What a closed list stands for in each box. */
  readonly none: string;
  readonly several: string;
  /** What makes an opinion count, and for how long. */
  readonly opinion: string;
  readonly written: (answers: number, file: string) => string;
  readonly alreadyThere: (answers: number) => string;
  readonly leftOpen: (answers: number) => string;
  readonly madeFor: (questions: number, useCase: string, form: string) => string;
}

const de: QuestionnaireWords = {
  title: (office) => `Fragen an: ${office}`,
  introduction: [
    'Bitte kreuzen Sie an, indem Sie ☐ durch ☒ ersetzen ([ ] durch [x]), und schreiben Sie hinter die fett gedruckten Wörter. »Weiß ich nicht« ist immer eine gute Antwort; was Sie nicht ankreuzen, bleibt offen.',
    'Stimmt in einer Liste etwas vielleicht, setzen Sie ein Fragezeichen statt des Kreuzes ([?]). Die Zeilen mit »Schlüssel« und die Wörter in Klammern lassen Sie bitte stehen: Daran erkennt das Programm die Antworten.',
    'Aus den Antworten können sich weitere Fragen ergeben.',
  ],
  we: (body) => `»Wir«, »uns« und »unser« meint in den Fragen: ${body}.`,
  nothingOpen: (office) => `Für »${office}« ist keine Frage offen.`,
  field: {
    useCase: 'Vorhaben:',
    office: 'Für:',
    code: 'Prüfzeichen der Angaben:',
    by: 'Beantwortet von (Funktion oder Firma, keine Namen):',
    on: 'Beantwortet am (JJJJ-MM-TT):',
    key: 'Schlüssel:',
    answer: 'Antwort:',
    day: 'Tag (JJJJ-MM-TT), auch nur Monat oder Jahr, wo mehr nicht bekannt ist:',
    reason: 'Gründe:',
    recordedOn: 'Festgehalten oder abgegeben am (JJJJ-MM-TT):',
    conditions: 'Auflagen (mit Semikolon getrennt):',
    plannedOn: 'Geplant bis (JJJJ-MM-TT):',
    plannedBy: 'Durch wen (Stelle):',
    proof: 'Nachweis (Datei oder Link):',
    proofOn: 'Datum des Nachweises (JJJJ-MM-TT):',
    proofBy: 'Der Nachweis ist von (Stelle):',
    note: 'Anmerkung:',
  },
  inside: (example) => `Gehört dazu: ${example}`,
  outside: (example) => `Gehört nicht dazu: ${example}`,
  bearsOn: (tier, findings) =>
    [
      ...(tier ? ['Davon hängt die Einstufung ab.'] : []),
      ...(findings > 0 ? [`Davon ${findings === 1 ? 'hängt eine Pflicht' : `hängen ${findings} Pflichten`} ab.`] : []),
    ].join(' '),
  alsoKnownBy: (offices) => `Weiß vielleicht auch: ${offices}`,
  none: 'Nichts davon; alle Möglichkeiten sind gelesen',
  several: 'Mehrere Kreuze sind möglich.',
  opinion:
    'Eine Zustimmung, auch mit Auflagen, zählt nur mit Nachweis: Nennen Sie die Datei oder den Link, unter dem Ihre datierte Stellungnahme liegt. Sie gilt für die Angaben mit dem Prüfzeichen oben und Ihre Antworten auf diesem Bogen. Ändern sich die Angaben danach, ist sie neu einzuholen.',
  written: (answers, file) =>
    answers === 1 ? `Eine Antwort steht jetzt in ${file}.` : `${answers} Antworten stehen jetzt in ${file}.`,
  alreadyThere: (answers) =>
    answers === 1 ? 'Eine Antwort stand schon so da.' : `${answers} Antworten standen schon so da.`,
  leftOpen: (answers) => (answers === 1 ? 'Eine Frage blieb ohne Antwort.' : `${answers} Fragen blieben ohne Antwort.`),
  madeFor: (questions, useCase, form) =>
    `${questions === 1 ? 'Eine Frage steht' : `${questions} Fragen stehen`} in ${form}. Die Antworten übernimmt: kompass ask ${useCase} --answers ${form}`,
};

const en: QuestionnaireWords = {
  title: (office) => `Questions for: ${office}`,
  introduction: [
    'Please tick by putting ☒ in the place of ☐ ([x] in the place of [ ]), and write behind the words in bold. “I do not know” is always a good answer; what you do not tick stays open.',
    'Where something in a list may be true, put a question mark in the place of the cross ([?]). Please leave the lines with “Key” and the words in brackets as they are: by them the program knows the answers.',
    'The answers may lead to further questions.',
  ],
  we: (body) => `“We”, “us” and “our” in the questions mean: ${body}.`,
  nothingOpen: (office) => `No question is open for “${office}”.`,
  field: {
    useCase: 'Project:',
    office: 'For:',
    code: 'Check code of the answers:',
    by: 'Answered by (role or company, no names):',
    on: 'Answered on (YYYY-MM-DD):',
    key: 'Key:',
    answer: 'Answer:',
    day: 'Day (YYYY-MM-DD), a month or a year where no more is known:',
    reason: 'Reasons:',
    recordedOn: 'On record or given on (YYYY-MM-DD):',
    conditions: 'Conditions (separated by semicolons):',
    plannedOn: 'Planned by (YYYY-MM-DD):',
    plannedBy: 'Who does it (unit):',
    proof: 'Evidence (file or link):',
    proofOn: 'Date of the evidence (YYYY-MM-DD):',
    proofBy: 'The evidence is from (unit):',
    note: 'Note:',
  },
  inside: (example) => `Belongs to it: ${example}`,
  outside: (example) => `Does not belong to it: ${example}`,
  bearsOn: (tier, findings) =>
    [
      ...(tier ? ['The tier depends on it.'] : []),
      ...(findings > 0 ? [findings === 1 ? 'One duty depends on it.' : `${findings} duties depend on it.`] : []),
    ].join(' '),
  alsoKnownBy: (offices) => `May be known by: ${offices}`,
  none: 'None of these; all options have been read',
  several: 'Several crosses are possible.',
  opinion:
    'Agreement, also with conditions, counts only with evidence: name the file or link at which your dated opinion is kept. It is about the answers with the check code above and your answers on this form. When the answers change afterwards, it has to be given anew.',
  written: (answers, file) =>
    answers === 1 ? `One answer stands in ${file} now.` : `${answers} answers stand in ${file} now.`,
  alreadyThere: (answers) =>
    answers === 1 ? 'One answer was there already.' : `${answers} answers were there already.`,
  leftOpen: (answers) => (answers === 1 ? 'One question was left open.' : `${answers} questions were left open.`),
  madeFor: (questions, useCase, form) =>
    `${questions === 1 ? 'One question stands' : `${questions} questions stand`} in ${form}. To take over the answers: kompass ask ${useCase} --answers ${form}`,
};

export const questionnaireWords: Record<Language, QuestionnaireWords> = { de, en };
