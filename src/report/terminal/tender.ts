import type { ClausePlace, DocumentReading, StrangeId } from '../../model/tender.ts';
import { tenderWords } from '../../text/tender-words.ts';
import { forTerminal } from '../escape.ts';
import { isAsWanted, isWhole, type NeededClause, neededClauses, remarksOn } from '../tender.ts';
import { below, block, item, type Page, wrap } from './page.ts';

/** What was read of the tender documents, and how the needed clauses stand in them. */
export function tenderBlocks(page: Page): readonly (readonly string[])[] {
  const { assessment, compiled, language } = page.view;
  const { tender } = assessment;
  if (tender === null) return [];
  const words = tenderWords[language];
  const needed = neededClauses(assessment, compiled);
  const listed = page.run.show.verbose ? needed : needed.filter((clause) => !isAsWanted(clause));
  const clauses = block(page, words.clauses, listed, (clause) => clauseLines(page, clause));
  return [
    [
      ...block(page, words.heading, tender.documents, (document) => documentLines(page, document)),
      ...tender.strange.slice(0, mostStrange).flatMap((strange) => strangeLines(page, strange)),
    ],
    [...clauses, ...foundLine(page, needed.length - listed.length), ...last(page, needed)],
  ];
}

/** Where nothing is wrong the places are told only to whoever asks. */
const foundLine = ({ view, width }: Page, count: number): readonly string[] =>
  count === 0 ? [] : wrap(tenderWords[view.language].asWanted(count), width);

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
    ...[where, ...remarksOn(clause, language, forTerminal)]
      .filter((text) => text !== '')
      .flatMap((text) => below(page, text)),
  ];
}

const mostPlaces = 3;

function strangeLines(page: Page, { found, near, place }: StrangeId): readonly string[] {
  const { strange } = tenderWords[page.view.language];
  return item(page, '·', strange(forTerminal(found), placeText(page, place), near));
}

const placeText = ({ view }: Page, { file, unit, number }: ClausePlace): string =>
  `${forTerminal(file)}, ${tenderWords[view.language].place[unit](number)}`;
