import type { ClausePlace, DocumentReading, StrangeId } from '../../model/tender.ts';
import { tenderWords } from '../../text/tender-words.ts';
import { forTerminal } from '../escape.ts';
import { isWhole, type NeededClause, neededClauses } from '../tender.ts';
import { below, block, item, type Page, wrap } from './page.ts';

/** What was read of the tender documents, and how the needed clauses stand in them. */
export function tenderBlocks(page: Page): readonly (readonly string[])[] {
  const { assessment, compiled, language } = page.view;
  const { tender } = assessment;
  if (tender === null) return [];
  const words = tenderWords[language];
  const needed = neededClauses(assessment, compiled);
  const clauses = block(page, words.clauses, needed, (clause) => clauseLines(page, clause));
  return [
    [
      ...block(page, words.heading, tender.documents, (document) => documentLines(page, document)),
      ...tender.strange.slice(0, mostStrange).flatMap((strange) => strangeLines(page, strange)),
    ],
    [...clauses, ...last(page, needed)],
  ];
}

/** What the block does not say, and where the wording can be had of what was not found. */
function last({ view, width }: Page, needed: readonly NeededClause[]): readonly string[] {
  const words = tenderWords[view.language];
  if (needed.length === 0) return wrap(words.noneNeeded, width);
  const isWanting = needed.some(({ state }) => state !== 'found');
  return [
    ...(isWanting ? wrap(view.say.clausesNext(forTerminal(view.assessment.useCase.file)), width) : []),
    ...wrap(words.limits, width),
  ];
}

const mostStrange = 5;

function documentLines(page: Page, document: DocumentReading): readonly string[] {
  const { kind, whole, partly, unread, obstacle } = tenderWords[page.view.language];
  const state = isWhole(document) ? whole : document.hasText ? partly : unread;
  return [
    ...item(page, '·', `${forTerminal(document.file)} (${kind[document.kind]})`, state),
    ...document.obstacles.flatMap((one) => below(page, obstacle(one))),
  ];
}

function clauseLines(page: Page, clause: NeededClause): readonly string[] {
  const { language } = page.view;
  const { rule, state, reading } = clause;
  const words = tenderWords[language];
  const places = reading.places.slice(0, mostPlaces).map((place) => placeText(page, place));
  const rest = reading.places.length - places.length;
  const where = [...places, ...(rest > 0 ? [page.view.say.more(rest)] : [])].join('; ');
  return [
    ...item(page, '·', `${rule.clause} ${rule.title[language]}`, words.state[state]),
    ...[where, ...remarks(page, clause)].filter((text) => text !== '').flatMap((text) => below(page, text)),
  ];
}

const mostPlaces = 3;

function remarks(page: Page, { reading, state }: NeededClause): readonly string[] {
  const words = tenderWords[page.view.language];
  switch (reading.state) {
    case 'found':
      return reading.blanks > 0 ? [words.blanks(reading.blanks)] : [];
    case 'changed': {
      const difference = words.changed(forTerminal(reading.wanted), forTerminal(reading.found));
      return [difference, reading.listed ? words.willDo : words.mayDo];
    }
    case 'otherwise':
      return [words.otherwise];
    case 'mentioned':
      return [words.mentioned];
    case 'missing':
      return [reading.listed ? words.listedOnly : '', state === 'unseen' ? words.unseen : ''];
  }
}

function strangeLines(page: Page, { found, near, place }: StrangeId): readonly string[] {
  const { strange } = tenderWords[page.view.language];
  return item(page, '·', strange(forTerminal(found), placeText(page, place), near));
}

const placeText = ({ view }: Page, { file, unit, number }: ClausePlace): string =>
  `${forTerminal(file)}, ${tenderWords[view.language].place[unit](number)}`;
