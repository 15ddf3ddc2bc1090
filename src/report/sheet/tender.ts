import { tenderWords } from '../../text/tender-words.ts';
import { isWhole, type NeededClause, remarksOn } from '../tender.ts';
import type { View } from '../view.ts';
import { citeLink, type Entry, plainEntry } from './entry.ts';

/** How a clause that is needed stands in the tender documents. */
export function clauseEntry(clause: NeededClause, view: View): Entry {
  const words = tenderWords[view.language];
  const { rule, state, reading } = clause;
  const places = reading.places.map(({ file, unit, number }) => `${file}, ${words.place[unit](number)}`);
  return {
    ...plainEntry,
    title: `${rule.clause} ${rule.title[view.language]}`,
    weight: words.state[state],
    texts: [...(places.length === 0 ? [] : [places.join('; ')]), ...remarksOn(clause, view.language, (text) => text)],
    cite: rule.cite.map((cite) => citeLink(view, cite)),
    rule: rule.id,
  };
}

export function documentEntries({ assessment, language }: View): readonly Entry[] {
  const { kind, whole, partly, unread, obstacle } = tenderWords[language];
  return (assessment.tender?.documents ?? []).map((document) => ({
    ...plainEntry,
    title: `${document.file} (${kind[document.kind]})`,
    weight: isWhole(document) ? whole : document.hasText ? partly : unread,
    texts: document.obstacles.map((one) => obstacle(one)),
  }));
}
