import type { Language } from '../model/language.ts';
import type { Basis, Place } from '../model/rule.ts';
import { listed } from './list.ts';

/** How the requirements for tender and contract are put on paper. */
interface ClauseWords {
  readonly title: (useCase: string) => string;
  readonly field: Record<'useCase' | 'purpose' | 'day' | 'stage' | 'end' | 'tier' | 'packs' | 'code', string>;
  readonly stage: Record<'tender' | 'award', string>;
  readonly noEnd: string;
  readonly noAdvice: string;
  readonly consult: string;
  readonly heading: Record<'use' | 'bidders' | 'internal' | 'deciding' | 'supplier' | 'toDo', string>;
  readonly use: readonly string[];
  readonly useConditional: string;
  readonly useInternal: string;
  /** How bidders mark what they want otherwise: the words around the mark itself. */
  readonly deviation: readonly [before: string, mark: string, after: string];
  readonly place: Record<Place, string>;
  readonly none: string;
  readonly label: Record<'evidence' | 'owed' | 'cite' | 'uncertain', string>;
  readonly basis: Record<Basis, string>;
  readonly owedSince: (day: string) => string;
  readonly owedFrom: (earliest: string, latest: string | null) => string;
  readonly neededIf: (conditions: readonly string[]) => string;
  readonly neededIfInTime: string;
  /** Which of the numbered questions decide: their numbers and ranges, and how many they are. */
  readonly decidedBy: (numbers: readonly string[], count: number) => string;
  readonly range: (first: number, last: number) => string;
  readonly deciding: string;
  readonly knownBy: (offices: string) => string;
  readonly supplier: Record<'tender' | 'award', string>;
  readonly asForm: string;
  readonly command: (file: string) => string;
  readonly demanded: (answer: 'yes' | 'no', clause: string) => string;
  readonly written: (certain: number, conditional: number, file: string) => string;
}

/** With a full stop, unless a quoted sentence ends it. */
const ended = (text: string): string => (/[.?!][«”]$/.test(text) ? text : `${text}.`);

const de: ClauseWords = {
  title: (useCase) => `Anforderungen für Vergabe und Vertrag: ${useCase}`,
  field: {
    useCase: 'Vorhaben:',
    purpose: 'Zweck:',
    day: 'Stand:',
    stage: 'Für:',
    end: 'Geplantes Ende:',
    tier: 'Einstufung:',
    packs: 'Regelwerke:',
    code: 'Prüfzeichen der Angaben:',
  },
  stage: { tender: 'Vergabe', award: 'Zuschlag' },
  noEnd: 'nicht angegeben; auch was erst später gilt, zählt mit',
  noAdvice: 'Dies ist eine Vorprüfung und keine Rechtsberatung. Jeder Wortlaut ist ein Vorschlag.',
  consult:
    'Stimmen Sie die Klauseln vor der Veröffentlichung mit der Vergabestelle und dem Rechtsamt ab, die Anlage Datenschutz auch mit der Datenschutzbeauftragten.',
  heading: {
    use: 'So verwenden Sie dieses Papier',
    bidders: 'Hinweis für die Bieter',
    internal: 'Nicht zur Veröffentlichung: für die Vergabestelle',
    deciding: 'Offene Fragen, an denen Klauseln hängen',
    supplier: 'Offene Fragen an den Bieter',
    toDo: 'Zu tun vor der Veröffentlichung',
  },
  use: [
    'Übernehmen Sie jede Klausel mit ihrer Kennung (K-…). An ihr wird die Klausel in den Unterlagen wiedergefunden.',
    'Was in eckigen Klammern steht […], füllen Sie vor der Veröffentlichung aus.',
  ],
  useConditional:
    'Klauseln mit dem Vermerk »Nötig, wenn« hängen an einer offenen Angabe. Solange sie offen ist, gehören sie in die Unterlagen.',
  useInternal: 'Der letzte Teil ist nicht zur Veröffentlichung.',
  deviation: [
    'Bieter kennzeichnen eine Abweichung in einer eigenen Zeile mit der Kennung und dem Wort »abweichend«, ',
    'K-…: abweichend',
    ', und schreiben ihren Wortlaut dahinter.',
  ],
  place: {
    specification: 'Leistungsbeschreibung',
    'data-protection-annex': 'Anlage Datenschutz',
    contract: 'Vertrag',
    suitability: 'Eignung',
    'award-criterion': 'Zuschlagskriterien',
  },
  none: 'Nach den Angaben wird keine Klausel gebraucht, und keine hängt an einer offenen Angabe.',
  label: {
    evidence: 'Legt der Bieter vor:',
    owed: 'Geschuldet:',
    cite: 'Grundlage:',
    uncertain: 'Unsicher:',
  },
  basis: {
    law: 'Das Gesetz verlangt diese Vereinbarung.',
    policy: 'Gute Praxis; das Gesetz verlangt diese Vereinbarung nicht ausdrücklich.',
  },
  owedSince: (day) => `seit ${day}`,
  owedFrom: (earliest, latest) =>
    latest === null
      ? `frühestens ab ${earliest}`
      : earliest === latest
        ? `ab ${earliest}`
        : `frühestens ab ${earliest}, spätestens ab ${latest}`,
  neededIf: (conditions) => ended(`Nötig, wenn: ${conditions.join('; und: ')}`),
  neededIfInTime: 'Nötig, wenn sie vor dem geplanten Ende geschuldet ist.',
  decidedBy: (numbers, count) =>
    count === 0
      ? 'Mit der Einstufung entscheidet sich auch das.'
      : `Darüber ${count === 1 ? 'entscheidet Frage' : 'entscheiden die Fragen'} ${listed(numbers, ' und ')} am Ende dieses Papiers.`,
  range: (first, last) => `${first} bis ${last}`,
  deciding:
    'Die Antworten tragen Sie in die Datei des Vorhabens ein. Danach fällt weg, was nicht gebraucht wird, und der Vermerk »Nötig, wenn« verschwindet.',
  knownBy: (offices) => `weiß meist: ${offices}`,
  supplier: {
    tender:
      'Diese Angaben kann meist nur der Bieter machen. Steht eine Kennung dabei, verlangen die Unterlagen die Antwort als verbindliche Erklärung, sobald sie die Klausel enthalten.',
    award:
      'Diese Angaben kann meist nur der Bieter machen. Vor dem Zuschlag müssen sie vorliegen; eine verbindliche Erklärung allein genügt dann nicht mehr.',
  },
  asForm: 'Als Fragebogen: ',
  command: (file) => `kompass ask ${file} --for supplier -o fragebogen.docx`,
  demanded: (answer, clause) => `verbindlich zu erklären: ${answer === 'yes' ? 'ja' : 'nein'} (${clause})`,
  written: (certain, conditional, file) =>
    [
      `${certain === 1 ? 'Eine nötige Klausel steht' : `${certain} nötige Klauseln stehen`} in ${file}.`,
      ...(conditional === 0
        ? []
        : [
            conditional === 1
              ? 'Eine weitere hängt an offenen Angaben.'
              : `${conditional} weitere hängen an offenen Angaben.`,
          ]),
    ].join(' '),
};

const en: ClauseWords = {
  title: (useCase) => `Requirements for tender and contract: ${useCase}`,
  field: {
    useCase: 'Project:',
    purpose: 'Purpose:',
    day: 'As of:',
    stage: 'For:',
    end: 'Planned end:',
    tier: 'Tier:',
    packs: 'Rules:',
    code: 'Check code of the answers:',
  },
  stage: { tender: 'tender', award: 'award' },
  noEnd: 'not stated; what applies only later counts as well',
  noAdvice: 'This is a pre-check and no legal advice. Every wording is a proposal.',
  consult:
    'Agree the clauses with the procurement office and the legal office before you publish them, and the data protection annex with the data protection officer as well.',
  heading: {
    use: 'How to use this paper',
    bidders: 'Note for bidders',
    internal: 'Not to be published: for the procurement office',
    deciding: 'Open questions on which clauses depend',
    supplier: 'Open questions for the bidder',
    toDo: 'To do before publication',
  },
  use: [
    'Take over each clause with its id (K-…). By its id the clause is found again in the documents.',
    'What stands in square brackets […] is to be filled in before publication.',
  ],
  useConditional:
    'Clauses marked “Needed if” depend on an open answer. As long as it is open, they belong in the documents.',
  useInternal: 'The last part is not to be published.',
  deviation: [
    'Bidders mark a deviation on a line of its own with the id and the word “deviating”, ',
    'K-…: deviating',
    ', and write their wording after it.',
  ],
  place: {
    specification: 'Specification',
    'data-protection-annex': 'Data protection annex',
    contract: 'Contract',
    suitability: 'Suitability',
    'award-criterion': 'Award criteria',
  },
  none: 'By the answers no clause is needed, and none depends on an open answer.',
  label: {
    evidence: 'The bidder hands in:',
    owed: 'Owed:',
    cite: 'Basis:',
    uncertain: 'Uncertain:',
  },
  basis: {
    law: 'The law demands this agreement.',
    policy: 'Good practice; the law does not expressly demand this agreement.',
  },
  owedSince: (day) => `since ${day}`,
  owedFrom: (earliest, latest) =>
    latest === null
      ? `from ${earliest} at the earliest`
      : earliest === latest
        ? `from ${earliest}`
        : `from ${earliest} at the earliest, ${latest} at the latest`,
  neededIf: (conditions) => ended(`Needed if: ${conditions.join('; and: ')}`),
  neededIfInTime: 'Needed if it is owed before the planned end.',
  decidedBy: (numbers, count) =>
    count === 0
      ? 'The tier decides this as well.'
      : `${count === 1 ? 'Question' : 'Questions'} ${listed(numbers, ' and ')} at the end of this paper ${count === 1 ? 'decides' : 'decide'}.`,
  range: (first, last) => `${first} to ${last}`,
  deciding:
    'Enter the answers into the file of the project. After that what is not needed is gone, and so is the mark “Needed if”.',
  knownBy: (offices) => `usually known by: ${offices}`,
  supplier: {
    tender:
      'Usually only the bidder can tell this. Where an id is named, the documents demand the answer as a binding statement as soon as they hold the clause.',
    award:
      'Usually only the bidder can tell this. Before the award it has to be there; a binding statement alone is not enough then.',
  },
  asForm: 'As a form: ',
  command: (file) => `kompass ask ${file} --for supplier -o form.docx`,
  demanded: (answer, clause) => `binding statement: ${answer} (${clause})`,
  written: (certain, conditional, file) =>
    [
      `${certain === 1 ? 'One clause that is needed stands' : `${certain} clauses that are needed stand`} in ${file}.`,
      ...(conditional === 0
        ? []
        : [conditional === 1 ? 'One more depends on open answers.' : `${conditional} more depend on open answers.`]),
    ].join(' '),
};

export const clauseWords: Record<Language, ClauseWords> = { de, en };
