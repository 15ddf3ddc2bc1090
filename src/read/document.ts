import type { IsoDate } from '../model/date.ts';
import type { Fact } from '../model/fact.ts';
import type { CatalogueVersion, ClauseId, FactId } from '../model/ids.ts';
import type { Position } from '../model/position.ts';
import type { Given, OperationEvent, Reading } from '../model/use-case.ts';
import { readAnswer } from './answer.ts';
import { partsOf, type Catalogue, type Section } from './catalogue.ts';
import type { NamedDocument } from '../model/tender.ts';
import { readNamedDocuments } from './named-documents.ts';
import { eventsOf, readingsOf } from './operation.ts';
import type { RecordDesk } from './records.ts';
import {
  complain,
  fieldsOf,
  itemsOf,
  nameOf,
  needed,
  neededDate,
  neededText,
  suggest,
  wrongType,
  type Desk,
  type Entries,
} from './shape.ts';
import { clip, type Tree } from './yaml.ts';

/** Use-case files and profiles hold the same sections of answers; each fact says in which of the two it may stand. */
export type DocumentKind = 'use-case' | 'profile';

export interface Sections {
  readonly answers: ReadonlyMap<FactId, Given>;
  readonly confirmed: ReadonlyMap<string, Confirmed>;
  /** The clauses of which somebody says that they stand in the tender documents. */
  readonly clauses: ReadonlyMap<ClauseId, Position>;
  readonly documents: readonly NamedDocument[];
  readonly events: readonly OperationEvent[] | null;
  readonly readings: readonly Reading[] | null;
}
export interface Confirmed {
  readonly by: string;
  readonly on: IsoDate;
  readonly at: Position;
}

/** The entries of the document, whose keys are those of the head and the sections of the catalogue. */
export function topLevel(desk: RecordDesk, tree: Tree, headKeys: readonly string[]): Entries | null {
  if (tree.kind !== 'map') return wrongType(desk, tree, '', 'map');
  const { sections } = desk.catalogue;
  for (const [key, { keyAt }] of tree.entries) {
    if (headKeys.includes(key) || sections.has(key)) continue;
    const known = [...headKeys, ...sections.keys()];
    const near = suggest(desk, key, known) ?? factNamed(desk, key);
    complain(desk, keyAt, { code: 'unknown-key', params: { key: clip(key), near, known } });
  }
  return tree.entries;
}

export function readFormat(desk: Desk, entries: Entries, at: Position): void {
  const tree = needed(desk, entries, 'kompass', at);
  if (tree === null || (tree.kind === 'scalar' && tree.text === '1')) return;
  const found = tree.kind === 'scalar' ? clip(tree.text) : '';
  complain(desk, tree.at, { code: 'bad-format-version', params: { found, known: '1' } });
}

/** The version whose questions were answered; none named: the first. */
export function readCatalogueVersion(desk: RecordDesk, entries: Entries): CatalogueVersion | null {
  const { versions } = desk.catalogue;
  const tree = entries.get('catalogue')?.value;
  if (tree === undefined) return versions[0] ?? null;
  const found = nameOf(desk, tree, 'catalogue');
  const version = versions.find((known) => known === found);
  if (found === null || version !== undefined) return version ?? null;
  return complain(desk, tree.at, { code: 'unknown-catalogue', params: { found: clip(found), known: versions } });
}

/** All answers of the document, section by section. */
export function readSections(desk: RecordDesk, entries: Entries, kind: DocumentKind): Sections {
  const draft: Draft = {
    kind,
    answers: new Map(),
    confirmed: new Map(),
    clauses: new Map(),
    documents: [],
    events: null,
    readings: null,
  };
  for (const [name, section] of desk.catalogue.sections) {
    const tree = entries.get(name)?.value;
    if (tree !== undefined) readSection(desk, name, section, tree, draft);
  }
  return draft;
}

interface Draft extends Sections {
  readonly kind: DocumentKind;
  readonly answers: Map<FactId, Given>;
  readonly confirmed: Map<string, Confirmed>;
  readonly clauses: Map<ClauseId, Position>;
  readonly documents: NamedDocument[];
  events: Sections['events'];
  readings: Sections['readings'];
}

/** A section whose entries are all commented out says nothing, and that may be so. */
function readSection(desk: RecordDesk, name: string, section: Section, tree: Tree, draft: Draft): void {
  if (tree.kind === 'scalar' && tree.value === null) return;
  if (tree.kind !== 'map') {
    wrongType(desk, tree, name, 'map');
    return;
  }
  for (const [key, { keyAt, value }] of tree.entries) {
    const fact = section.facts.get(key);
    if (isConfirmation(key, section, draft.kind)) readConfirmed(desk, name, value, draft);
    else if (isTender('clauses', name, key, draft.kind)) readClauses(desk, value, draft);
    else if (isTender('documents', name, key, draft.kind)) draft.documents.push(...readNamedDocuments(desk, value));
    else if (isOperation(name, key, 'events', draft.kind)) draft.events = eventsOf(desk, value);
    else if (isOperation(name, key, 'readings', draft.kind)) draft.readings = readingsOf(desk, value);
    else if (fact === undefined) unknownFact(desk, keyAt, name, key);
    else if (isElsewhere(fact, draft.kind)) elsewhere(desk, keyAt, fact);
    else keepAnswer(desk, fact, value, draft);
  }
}

const isConfirmation = (key: string, section: Section, kind: DocumentKind): boolean =>
  key === 'confirmed' && (kind === 'profile' ? section.confirmable.profile : section.confirmable.useCase);

const isTender = (wanted: 'clauses' | 'documents', section: string, key: string, kind: DocumentKind): boolean =>
  section === 'procurement' && key === wanted && kind === 'use-case';

const isOperation = (section: string, key: string, name: string, kind: DocumentKind): boolean =>
  section === 'operation' && key === name && kind === 'use-case';

const isElsewhere = (fact: Fact, kind: DocumentKind): boolean => fact.scope !== 'both' && fact.scope !== kind;

function elsewhere(desk: Desk, at: Position, fact: Fact): null {
  return complain(desk, at, {
    code: fact.scope === 'profile' ? 'profile-only' : 'use-case-only',
    params: { fact: fact.id },
  });
}

function keepAnswer(desk: RecordDesk, fact: Fact, tree: Tree, draft: Draft): void {
  const given = readAnswer(desk, fact, tree);
  if (given !== null) draft.answers.set(fact.id, given);
}

function readConfirmed(desk: RecordDesk, section: string, tree: Tree, draft: Draft): void {
  const fields = fieldsOf(desk, tree, `${section}.confirmed`, ['by', 'on']);
  if (fields === null) return;
  const by = neededText(desk, fields, 'by', tree.at);
  const on = neededDate(desk, fields, 'on', tree.at);
  if (by !== null && on !== null) draft.confirmed.set(section, { by, on, at: tree.at });
}

function readClauses(desk: RecordDesk, tree: Tree, draft: Draft): void {
  const known = desk.catalogue.clauses;
  for (const item of itemsOf(desk, tree, 'procurement.clauses')) {
    const found = nameOf(desk, item, 'procurement.clauses');
    if (found === null) continue;
    const clause = known.get(found);
    if (clause !== undefined) draft.clauses.set(clause, draft.clauses.get(clause) ?? item.at);
    else
      complain(desk, item.at, {
        code: 'unknown-clause',
        params: { found: clip(found), near: suggest(desk, found, known.keys()) },
      });
  }
}

/** A slip in the name is likelier than one in the section; a fact of that very name elsewhere likelier than both. */
function unknownFact(desk: RecordDesk, at: Position, section: string, name: string): null {
  const id = `${section}.${name}`;
  const names = desk.catalogue.sections.get(section)?.facts.keys() ?? [];
  const here = suggest(desk, name, names);
  const near =
    factNamed(desk, name) ?? (here === null ? suggest(desk, id, desk.catalogue.facts.keys()) : `${section}.${here}`);
  return complain(desk, at, { code: 'unknown-fact', params: { id: clip(id), near } });
}

/** The only fact of this name, whatever its section. */
function factNamed(desk: { readonly catalogue: Catalogue }, name: string): string | null {
  const found = [...desk.catalogue.facts.keys()].filter((id) => partsOf(id)[1] === name);
  return found.length === 1 ? (found[0] ?? null) : null;
}
