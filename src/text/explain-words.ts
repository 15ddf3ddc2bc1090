import type { Language } from '../model/language.ts';
import type { Truth } from '../model/truth.ts';
import type { Tender } from '../model/use-case.ts';
import { listed } from './list.ts';

/** How a conclusion is explained. */
interface ExplainWords {
  readonly truth: Record<Truth, string>;
  readonly label: Record<'result' | 'applies' | 'answer' | 'due' | 'verdict' | 'lawVerdict' | 'tier', string>;
  readonly heading: Record<
    'because' | 'except' | 'requires' | 'gate' | 'bearsOn' | 'hits' | 'open' | 'scope' | 'asks' | 'difference',
    string
  >;
  readonly quote: (text: string) => string;
  /** From the lowest to the highest that is possible. */
  readonly interval: (lowest: string, highest: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
  readonly unanswered: string;
  /** A closed set has answered for it. */
  readonly closed: (facts: readonly string[]) => string;
  readonly missing: (facts: readonly string[]) => string;
  readonly done: string;
  readonly notDone: string;
  readonly planned: (day: string) => string;
  readonly by: (office: string, day: string) => string;
  readonly result: Record<'agreed' | 'with-conditions' | 'refused', string>;
  readonly answered: (answer: string) => string;
  /** How far the tender documents were read. */
  readonly documents: Record<Tender['state'], string>;
  readonly above: string;
  readonly lifted: string;
  readonly notChosen: string;
  readonly indirect: (count: number) => string;
  readonly takenBack: (facts: readonly string[]) => string;
  readonly noneAlone: string;
  readonly noneBehind: string;
  readonly falseOnes: (count: number) => string;
  readonly legend: string;
  readonly more: (file: string) => string;
  readonly supposed: (answers: readonly string[]) => string;
  readonly same: string;
  readonly change: (from: string, to: string) => string;
  readonly direction: Record<'tier-lower' | 'tier-higher' | 'verdict-better' | 'verdict-worse', string>;
  /** Above the answers: only what is true counts. */
  readonly onlyIfTrue: string;
  readonly anyOne: string;
  readonly allOf: (count: number) => string;
  readonly nothingFound: string;
  readonly openNow: string;
  readonly otherNow: string;
  readonly newQuestions: (count: number) => string;
  readonly goneQuestions: (count: number) => string;
}

const de: ExplainWords = {
  truth: { true: 'trifft zu', false: 'trifft nicht zu', unknown: 'noch offen' },
  label: {
    result: 'Ergebnis',
    applies: 'Gilt ab',
    answer: 'Angabe',
    due: 'Fällig',
    verdict: 'Ergebnis',
    lawVerdict: 'Nur Gesetz',
    tier: 'Einstufung',
  },
  heading: {
    because: 'DAS KOMMT SO',
    except: 'AUSNAHME',
    requires: 'ERFÜLLT, WENN',
    gate: 'GEFRAGT, WEIL',
    bearsOn: 'WIRKT AUF',
    hits: 'TRIFFT ZU',
    open: 'NOCH OFFEN',
    scope: 'ANWENDUNGSBEREICH',
    asks: 'DIESE ANTWORTEN FEHLEN',
    difference: 'DAS WÄRE ANDERS',
  },
  quote: (text) => `»${text}«`,
  interval: (lowest, highest) => `»${lowest}« bis »${highest}«`,
  yes: 'ja',
  no: 'nein',
  none: 'nichts davon',
  unanswered: 'noch nicht beantwortet',
  closed: (facts) =>
    facts.length === 0 ? 'durch andere Antworten ausgeschlossen' : `ausgeschlossen durch ${listed(facts, ' und ')}`,
  missing: (facts) => `Es fehlt: ${facts.join(', ')}`,
  done: 'getan',
  notDone: 'nicht getan',
  planned: (day) => `geplant für ${day}`,
  by: (office, day) => `${office}, ${day}`,
  result: { agreed: 'zugestimmt', 'with-conditions': 'zugestimmt mit Auflagen', refused: 'abgelehnt' },
  answered: (answer) => `Angabe: ${answer}`,
  lifted: 'Die Einstufung hebt eine Ausnahme wieder auf.',
  notChosen: 'gehört zu einem Regelwerk, das die Organisation nicht gewählt hat',
  indirect: (count) =>
    count === 1
      ? 'Über andere Fragen und Begriffe auch auf eine weitere Regel.'
      : `Über andere Fragen und Begriffe auch auf ${count} weitere Regeln.`,
  takenBack: (facts) => `Dann entfallen diese Angaben, weil die Annahme sie ausschließt: ${facts.join(', ')}.`,
  noneAlone: 'Eine einzelne Antwort bewirkt das nicht; mehrere zusammen wurden nicht gesucht.',
  documents: {
    read: 'Die Vergabeunterlagen wurden gelesen.',
    unreadable: 'Nicht alle Vergabeunterlagen ließen sich lesen.',
    'not-named': 'Es sind keine Vergabeunterlagen benannt; was unter »procurement.clauses« steht, zählt.',
  },
  above: 'Warum, steht schon weiter oben.',
  noneBehind: 'Keine Regel, die dazu führt, trifft zu.',
  falseOnes: (count) =>
    count === 1
      ? 'Eine weitere Bestimmung trifft nicht zu. Liste: --verbose'
      : `${count} weitere Bestimmungen treffen nicht zu. Liste: --verbose`,
  legend: '✓ trifft zu   ✗ trifft nicht zu   ? offen',
  more: (file) => `Eine Regel oder Frage: kompass explain ${file} KENNUNG`,
  supposed: (answers) => `Angenommen: ${listed(answers, ' und ')}. Die Datei bleibt, wie sie ist.`,
  same: 'Nichts wäre anders.',
  change: (from, to) => `${from} → ${to}`,
  direction: {
    'tier-lower': 'EINSTUFUNG NIEDRIGER',
    'tier-higher': 'EINSTUFUNG HÖHER',
    'verdict-better': 'ERGEBNIS BESSER',
    'verdict-worse': 'ERGEBNIS SCHLECHTER',
  },
  onlyIfTrue: 'Jede Antwort zählt nur, wenn es so ist oder so gemacht wird. Die Datei bleibt, wie sie ist.',
  anyOne: 'Eine davon genügt:',
  allOf: (count) => `Alle ${count} zusammen:`,
  nothingFound: 'Wenige Antworten allein bewirken das nicht.',
  openNow: 'noch offen',
  otherNow: 'wäre anders als jetzt',
  newQuestions: (count) => (count === 1 ? 'Dann wird gefragt:' : `Dann wird ${count}-mal neu gefragt:`),
  goneQuestions: (count) => (count === 1 ? 'Dann entfällt die Frage:' : `Dann entfallen ${count} Fragen:`),
};

const en: ExplainWords = {
  truth: { true: 'applies', false: 'does not apply', unknown: 'still open' },
  label: {
    result: 'Result',
    applies: 'Applies',
    answer: 'Answer',
    due: 'Due',
    verdict: 'Result',
    lawVerdict: 'Law alone',
    tier: 'Tier',
  },
  heading: {
    because: 'THIS IS WHY',
    except: 'EXCEPTION',
    requires: 'MET WHEN',
    gate: 'ASKED BECAUSE',
    bearsOn: 'BEARS ON',
    hits: 'APPLIES',
    open: 'STILL OPEN',
    scope: 'SCOPE',
    asks: 'THESE ANSWERS ARE MISSING',
    difference: 'THIS WOULD BE DIFFERENT',
  },
  quote: (text) => `“${text}”`,
  interval: (lowest, highest) => `“${lowest}” to “${highest}”`,
  yes: 'yes',
  no: 'no',
  none: 'none of these',
  unanswered: 'not answered yet',
  closed: (facts) => (facts.length === 0 ? 'ruled out by other answers' : `ruled out by ${listed(facts, ' and ')}`),
  missing: (facts) => `Missing: ${facts.join(', ')}`,
  done: 'done',
  notDone: 'not done',
  planned: (day) => `planned for ${day}`,
  by: (office, day) => `${office}, ${day}`,
  result: { agreed: 'agreed', 'with-conditions': 'agreed with conditions', refused: 'refused' },
  answered: (answer) => `Answer: ${answer}`,
  lifted: 'An exception takes the tier away again.',
  notChosen: 'belongs to a pack that the organisation has not chosen',
  indirect: (count) =>
    count === 1
      ? 'By other questions and terms also on one more rule.'
      : `By other questions and terms also on ${count} more rules.`,
  takenBack: (facts) => `These answers then fall away, since what is supposed rules them out: ${facts.join(', ')}.`,
  noneAlone: 'No single answer brings this about; several together were not looked for.',
  documents: {
    read: 'The tender documents were read.',
    unreadable: 'Not all tender documents could be read.',
    'not-named': 'No tender documents are named; what stands under “procurement.clauses” counts.',
  },
  above: 'Why, stands further up already.',
  noneBehind: 'No rule that leads to it applies.',
  falseOnes: (count) =>
    count === 1
      ? 'One more provision does not apply. List: --verbose'
      : `${count} more provisions do not apply. List: --verbose`,
  legend: '✓ applies   ✗ does not apply   ? open',
  more: (file) => `One rule or question: kompass explain ${file} ID`,
  supposed: (answers) => `Supposed: ${listed(answers, ' and ')}. The file stays as it is.`,
  same: 'Nothing would be different.',
  change: (from, to) => `${from} → ${to}`,
  direction: {
    'tier-lower': 'LOWER TIER',
    'tier-higher': 'HIGHER TIER',
    'verdict-better': 'BETTER RESULT',
    'verdict-worse': 'WORSE RESULT',
  },
  onlyIfTrue: 'Each answer counts only if it is so or is made so. The file stays as it is.',
  anyOne: 'One of these is enough:',
  allOf: (count) => `All ${count} together:`,
  nothingFound: 'A few answers alone do not bring this about.',
  openNow: 'still open',
  otherNow: 'would be otherwise than now',
  newQuestions: (count) => (count === 1 ? 'Then this is asked:' : `Then ${count} more questions are asked:`),
  goneQuestions: (count) => (count === 1 ? 'Then this is no longer asked:' : `Then ${count} questions are gone:`),
};

export const explainWords: Record<Language, ExplainWords> = { de, en };
