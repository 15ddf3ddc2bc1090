import type { ClauseId } from '../../model/ids.ts';
import type { ClausePlace, ClauseReading, DocumentKind, DocumentText, StrangeId, Wording } from '../../model/tender.ts';
import { idFinder } from './clause-ids.ts';
import { flowOf, type Flow } from './flow.ts';
import { type Spot, spotAt } from './spot.ts';
import { type Drafts, prepareWordings } from './wording.ts';

/** What one document says about clauses. */
export interface DocumentFindings {
  readonly spots: readonly { readonly clause: ClauseId; readonly place: ClausePlace; readonly spot: Spot }[];
  readonly strange: readonly StrangeId[];
}

/** No tender document names its clauses more often; what does would take long to compare. */
const mostIds = 5_000;

/** Looks for clauses in one document after the other; null: it names more ids than any tender document. */
export function clauseFinder(
  wordings: readonly Wording[],
): (file: string, kind: DocumentKind, document: DocumentText) => DocumentFindings | null {
  const drafts = prepareWordings(wordings);
  const idsIn = idFinder(wordings.map(({ clause }) => clause));
  return (file, kind, { passages }) => {
    const flow = flowOf(passages);
    const ids = idsIn(flow.text);
    if (ids.length > mostIds) return null;
    const found = findingsAt(flow, ids, drafts, file);
    return kind === 'offer' ? { ...found, spots: found.spots.filter(({ spot }) => spot.state !== 'found') } : found;
  };
}

function findingsAt(
  flow: Flow,
  ids: ReturnType<ReturnType<typeof idFinder>>,
  drafts: ReadonlyMap<ClauseId, Drafts>,
  file: string,
): DocumentFindings {
  const known = ids.filter(({ clause }) => clause !== null);
  const strange = ids.flatMap(({ clause, found, near, start }) =>
    clause === null ? [{ found, near, place: flow.placeAt(start, file) }] : [],
  );
  const spots = known.flatMap(({ clause, start, end }, index) => {
    const draft = clause === null ? undefined : drafts.get(clause);
    if (clause === null || draft === undefined) return [];
    const next = known[index + 1]?.start ?? flow.text.length;
    return [{ clause, place: flow.placeAt(start, file), spot: spotAt(flow, end, next, draft) }];
  });
  return { spots, strange };
}

/**
 * One answer for each clause from all documents. Whoever answers a clause otherwise anywhere has not agreed to it, and a second, changed
 * wording leaves open which of the two counts. `isListed`: whether the use case names the clause itself.
 */
export function readingsOf(
  wordings: readonly Wording[],
  findings: readonly DocumentFindings[],
  isListed: (clause: ClauseId) => boolean,
): ReadonlyMap<ClauseId, ClauseReading> {
  const spots = new Map<ClauseId, DocumentFindings['spots'][number][]>(wordings.map(({ clause }) => [clause, []]));
  for (const finding of findings) for (const spot of finding.spots) spots.get(spot.clause)?.push(spot);
  return new Map(wordings.map(({ clause }) => [clause, readingOf(clause, spots.get(clause) ?? [], isListed(clause))]));
}

function readingOf(clause: ClauseId, spots: DocumentFindings['spots'], listed: boolean): ClauseReading {
  const placesOf = (state: Spot['state']) => spots.flatMap(({ place, spot }) => (spot.state === state ? [place] : []));
  const otherwise = placesOf('otherwise');
  if (otherwise.length > 0) return { clause, listed, state: 'otherwise', places: otherwise };
  for (const { spot } of spots)
    if (spot.state === 'changed') return { clause, listed, places: placesOf('changed'), ...spot };
  const blanks = spots.flatMap(({ spot }) => (spot.state === 'found' ? [spot.blanks] : []));
  if (blanks.length > 0)
    return { clause, listed, state: 'found', places: placesOf('found'), blanks: Math.max(...blanks) };
  const mentioned = placesOf('mentioned');
  return { clause, listed, state: mentioned.length > 0 ? 'mentioned' : 'missing', places: mentioned };
}
