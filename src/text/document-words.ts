import type { State } from '../model/assessment.ts';
import type { Blank } from '../model/document.ts';
import type { Language } from '../model/language.ts';
import type { Truth } from '../model/truth.ts';
import { listed } from './list.ts';

/** What is still to be done before a draft is a paper. */
export type Task = 'answer' | 'write' | 'decide';

/** How drafts are put on paper. */
interface DocumentWords {
  readonly title: (document: string, useCase: string) => string;
  readonly cover: string;
  readonly field: Record<'useCase' | 'purpose' | 'unit' | 'start' | 'day' | 'code' | 'result' | 'tier', string>;
  readonly notAdvice: readonly string[];
  readonly needed: Record<Truth, (duty: string, state: string) => string>;
  readonly neededByNone: string;
  readonly state: Record<State, string>;
  readonly toDo: string;
  readonly toDoLead: (tasks: number) => string;
  readonly nothingToDo: string;
  readonly column: readonly [number: string, task: string, who: string, section: string];
  readonly task: Record<Task, string>;
  readonly blank: Record<Blank, string>;
  /** Marks an open point in the text: its number in the list, and what it is about. */
  readonly open: (number: number, task: Task, text: string) => string;
  /** It is open whether a question arises; `numbers`: the points that decide. */
  readonly askedOnlyIf: (numbers: readonly number[]) => string;
  readonly seeAbove: (number: number) => string;
  /** A sentence that belongs here only where the answers make it true; `numbers`: the points that decide. */
  readonly onlyIf: (numbers: readonly number[], sentence: string) => string;
  readonly sectionOnlyIf: (numbers: readonly number[]) => string;
  /** Behind a task that falls away where the answers say so. */
  readonly taskOnlyIf: (text: string, numbers: readonly number[]) => string;
  readonly checkSentence: (sentence: string) => string;
  readonly checkSection: (heading: string) => string;
  readonly enter: (key: string) => string;
  readonly help: string;
  readonly basis: string;
  readonly criterion: readonly [criterion: string, outcome: string];
  readonly outcome: (truth: Truth, numbers: readonly number[]) => string;
  readonly noneAsked: string;
  readonly noneOf: string;
  readonly unsure: string;
  readonly notYet: (reason: string) => string;
  readonly proof: (document: string, by: string, day: string) => string;
  readonly plannedBy: (day: string, by: string) => string;
  readonly note: (text: string) => string;
  readonly reason: (text: string) => string;
  readonly condition: (text: string, done: boolean | null) => string;
  readonly source: (place: string, given: { readonly by: string; readonly day: string } | null) => string;
  readonly duty: readonly [duty: string, state: string, toDo: string];
  readonly noDuties: string;
  /** The pack was not chosen, or the law not known on the day. */
  readonly notLooked: string;
  readonly noJudgements: string;
  readonly written: (document: string, tasks: number, file: string) => string;
}

const numbersDe = (numbers: readonly number[]): string =>
  listed(
    numbers.map((number) => `Nr. ${number}`),
    ' und ',
  );
const numbersEn = (numbers: readonly number[]): string =>
  listed(
    numbers.map((number) => `no. ${number}`),
    ' and ',
  );

const de: DocumentWords = {
  title: (document, useCase) => `${document} (Entwurf): ${useCase}`,
  cover: 'Deckblatt (gehört nicht zum fertigen Papier)',
  field: {
    useCase: 'Anwendungsfall:',
    purpose: 'Zweck:',
    unit: 'Zuständig:',
    start: 'Geplanter Start:',
    day: 'Stand:',
    code: 'Prüfzeichen der Angaben:',
    result: 'Ergebnis der Vorprüfung:',
    tier: 'Einstufung:',
  },
  notAdvice: [
    'Dieser Entwurf gibt wieder, was in der Datei steht. Die Angaben hat das Programm nicht geprüft; ändern sie sich, ist er neu zu erstellen.',
    'Er ist keine Rechtsberatung und ersetzt weder die Datenschutzbeauftragte noch Personalrat oder Rechtsamt.',
  ],
  needed: {
    true: (duty, state) => `Dieses Papier wird gebraucht: ${duty}. Stand: ${state}.`,
    false: (duty) => `Nach den Angaben nicht nötig für: ${duty}.`,
    unknown: (duty) => `Noch offen, ob dieses Papier gebraucht wird für: ${duty}.`,
  },
  neededByNone: 'Nach den Angaben verlangt keine der geprüften Regeln dieses Papier.',
  state: {
    met: 'erfüllt',
    unmet: 'fehlt',
    open: 'offen',
    upcoming: 'gilt erst später',
    waived: 'befristet geduldet',
    'not-applicable': 'trifft nicht zu',
  },
  toDo: 'Was noch zu schreiben und zu entscheiden ist',
  toDoLead: (tasks) =>
    tasks === 1
      ? 'Fertig ist das Papier erst, wenn dieser Punkt erledigt ist. Im Text steht an seiner Stelle »Offen« oder eine Klammer mit der Nummer.'
      : `Fertig ist das Papier erst, wenn diese ${tasks} Punkte erledigt sind. Im Text steht an ihrer Stelle »Offen« oder eine Klammer mit der Nummer.`,
  nothingToDo: 'Nichts ist mehr offen. Lesen Sie das Papier trotzdem ganz, bevor Sie es unterschreiben.',
  column: ['Nr.', 'Zu tun', 'Wer', 'Abschnitt'],
  task: { answer: 'Angabe fehlt', write: 'Schreiben', decide: 'Entscheiden' },
  blank: {
    title: 'Titel des Anwendungsfalls',
    purpose: 'Zweck (Eintragen: purpose)',
    unit: 'zuständige Organisationseinheit (Eintragen: owner.unit)',
    role: 'verantwortliche Funktion (Eintragen: owner.role)',
    product: 'Name des Produkts (Eintragen: product.name)',
    supplier: 'Lieferant (Eintragen: product.supplier)',
    organisation: 'Name der Stelle (steht im Profil)',
    start: 'Tag des Starts (Eintragen: lifecycle.start)',
    end: 'Ende des Einsatzes (Eintragen: lifecycle.end)',
    day: 'Tag',
  },
  open: (number, task, text) => `Offen ${number} · ${de.task[task]}: ${text}`,
  askedOnlyIf: (numbers) => `Noch offen, ob sich diese Frage stellt; es hängt an ${numbersDe(numbers)}.`,
  seeAbove: (number) => `noch offen, siehe Nr. ${number}`,
  onlyIf: (numbers, sentence) => `Noch offen, ob dieser Satz stimmt; es hängt an ${numbersDe(numbers)}: »${sentence}«`,
  sectionOnlyIf: (numbers) => `Noch offen, ob dieser Abschnitt hierher gehört; es hängt an ${numbersDe(numbers)}.`,
  taskOnlyIf: (text, numbers) => `${text} (Vielleicht nicht nötig; es hängt an ${numbersDe(numbers)}.)`,
  checkSentence: (sentence) => `Stimmt dieser Satz? Sonst streichen: »${sentence}«`,
  checkSection: (heading) => `Gehört der Abschnitt »${heading}« hierher? Sonst streichen.`,
  enter: (key) => `Eintragen unter ${key}`,
  help: 'Hilfe:',
  basis: 'Grundlage:',
  criterion: ['Kriterium', 'Nach den Angaben'],
  outcome: (truth, numbers) =>
    truth === 'true'
      ? 'trifft zu'
      : truth === 'false'
        ? 'trifft nicht zu'
        : numbers.length === 0
          ? 'noch offen'
          : `noch offen, es hängt an ${numbersDe(numbers)}`,
  noneAsked: 'Diese Fragen stellen sich nach den Angaben nicht.',
  noneOf: 'Nichts davon.',
  unsure: 'unsicher',
  notYet: (reason) => `Zählt noch nicht: ${reason}`,
  proof: (document, by, day) => `Nachweis: ${document} (${by}, ${day})`,
  plannedBy: (day, by) => `Geplant bis ${day}, ${by}.`,
  note: (text) => `Anmerkung in der Datei: ${text}`,
  reason: (text) => `Begründung: ${text}`,
  condition: (text, done) =>
    `Auflage: ${text} (${done === null ? 'noch offen' : done ? 'erledigt' : 'noch nicht erledigt'})`,
  source: (place, given) => (given === null ? place : `${place}; Auskunft: ${given.by}, ${given.day}`),
  duty: ['Pflicht', 'Stand', 'Zu tun'],
  noDuties: 'Nach den Angaben gilt keine der hier geprüften Pflichten.',
  notLooked:
    'Die Pflichten hierzu wurden nicht geprüft: Ihr Regelwerk ist nicht gewählt, oder das Recht dazu ist am Stichtag noch nicht verkündet.',
  noJudgements: 'Es wurde keine Einschätzung festgehalten, auf der das Ergebnis beruht.',
  written: (document, tasks, file) =>
    tasks === 0
      ? `${document}: Entwurf geschrieben nach ${file}. Nichts ist mehr offen; lesen Sie ihn trotzdem ganz.`
      : `${document}: Entwurf geschrieben nach ${file}. ${tasks === 1 ? 'Ein Punkt ist' : `${tasks} Punkte sind`} noch offen; die Liste steht am Anfang.`,
};

const en: DocumentWords = {
  title: (document, useCase) => `${document} (draft): ${useCase}`,
  cover: 'Cover sheet (not part of the finished paper)',
  field: {
    useCase: 'Use case:',
    purpose: 'Purpose:',
    unit: 'Responsible:',
    start: 'Planned start:',
    day: 'As of:',
    code: 'Check code of the answers:',
    result: 'Result of the pre-check:',
    tier: 'Tier:',
  },
  notAdvice: [
    'This draft repeats what stands in the file. The program has not verified the answers; when they change, it has to be made anew.',
    'It is no legal advice and replaces neither data protection officer nor staff council or legal office.',
  ],
  needed: {
    true: (duty, state) => `This paper is needed: ${duty}. State: ${state}.`,
    false: (duty) => `Not needed, going by the answers, for: ${duty}.`,
    unknown: (duty) => `Still open whether this paper is needed for: ${duty}.`,
  },
  neededByNone: 'Going by the answers, none of the rules looked at asks for this paper.',
  state: {
    met: 'met',
    unmet: 'missing',
    open: 'open',
    upcoming: 'applies only later',
    waived: 'waived for a time',
    'not-applicable': 'does not apply',
  },
  toDo: 'What is still to be written and decided',
  toDoLead: (tasks) =>
    tasks === 1
      ? 'The paper is finished only when this point is settled. In the text “Open” or brackets with its number stand in its place.'
      : `The paper is finished only when these ${tasks} points are settled. In the text “Open” or brackets with the number stand in their place.`,
  nothingToDo: 'Nothing is open any more. Read the whole paper all the same before you sign it.',
  column: ['No.', 'To do', 'Who', 'Section'],
  task: { answer: 'Answer missing', write: 'Write', decide: 'Decide' },
  blank: {
    title: 'title of the use case',
    purpose: 'purpose (enter under purpose)',
    unit: 'responsible unit (enter under owner.unit)',
    role: 'responsible function (enter under owner.role)',
    product: 'name of the product (enter under product.name)',
    supplier: 'supplier (enter under product.supplier)',
    organisation: 'name of the body (stands in the profile)',
    start: 'day of the start (enter under lifecycle.start)',
    end: 'end of the use (enter under lifecycle.end)',
    day: 'day',
  },
  open: (number, task, text) => `Open ${number} · ${en.task[task]}: ${text}`,
  askedOnlyIf: (numbers) => `Still open whether this question arises; it depends on ${numbersEn(numbers)}.`,
  seeAbove: (number) => `still open, see no. ${number}`,
  onlyIf: (numbers, sentence) =>
    `Still open whether this sentence is true; it depends on ${numbersEn(numbers)}: “${sentence}”`,
  sectionOnlyIf: (numbers) => `Still open whether this section belongs here; it depends on ${numbersEn(numbers)}.`,
  taskOnlyIf: (text, numbers) => `${text} (Perhaps not needed; it depends on ${numbersEn(numbers)}.)`,
  checkSentence: (sentence) => `Is this sentence true? Else strike it out: “${sentence}”`,
  checkSection: (heading) => `Does the section “${heading}” belong here? Else strike it out.`,
  enter: (key) => `Enter it under ${key}`,
  help: 'Help:',
  basis: 'Basis:',
  criterion: ['Criterion', 'Going by the answers'],
  outcome: (truth, numbers) =>
    truth === 'true'
      ? 'applies'
      : truth === 'false'
        ? 'does not apply'
        : numbers.length === 0
          ? 'still open'
          : `still open, it depends on ${numbersEn(numbers)}`,
  noneAsked: 'Going by the answers, these questions do not arise.',
  noneOf: 'None of these.',
  unsure: 'not sure',
  notYet: (reason) => `Does not count yet: ${reason}`,
  proof: (document, by, day) => `Evidence: ${document} (${by}, ${day})`,
  plannedBy: (day, by) => `Planned by ${day}, ${by}.`,
  note: (text) => `Note in the file: ${text}`,
  reason: (text) => `Reason: ${text}`,
  condition: (text, done) => `Condition: ${text} (${done === null ? 'still open' : done ? 'done' : 'not done yet'})`,
  source: (place, given) => (given === null ? place : `${place}; told by ${given.by}, ${given.day}`),
  duty: ['Duty', 'State', 'To do'],
  noDuties: 'Going by the answers, none of the duties looked at here applies.',
  notLooked:
    'The duties on this were not looked at: their pack is not chosen, or the law on them is not published yet on the day looked at.',
  noJudgements: 'No judgement is on record on which the result rests.',
  written: (document, tasks, file) =>
    tasks === 0
      ? `${document}: draft written to ${file}. Nothing is open any more; read the whole of it all the same.`
      : `${document}: draft written to ${file}. ${tasks === 1 ? 'One point is' : `${tasks} points are`} still open; the list stands at the beginning.`,
};

export const documentWords: Readonly<Record<Language, DocumentWords>> = { de, en };
