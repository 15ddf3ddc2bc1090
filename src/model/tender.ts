import type { ClauseId } from './ids.ts';
import type { Text } from './language.ts';
import type { Position } from './position.ts';

/** What a tender document is; an offer only answers the tender, so no clause is found in it. */
export const documentKinds = ['specification', 'contract', 'data-protection-annex', 'offer', 'other'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A document that the use case names, below its folder. */
export interface NamedDocument {
  readonly file: string;
  readonly kind: DocumentKind;
  readonly at: Position;
}

/** Why a document could not be read, or not all of it. Whatever is missing in such a document may still stand there. */
export type Obstacle =
  | {
      readonly code:
        | 'not-there'
        | 'not-readable'
        | 'unknown-format'
        | 'wrong-format'
        | 'old-word'
        | 'encrypted'
        | 'broken'
        | 'not-utf8'
        | 'no-text'
        | 'embedded'
        | 'form';
    }
  | { readonly code: 'too-large' | 'unpacks-too-large' | 'too-many-pages'; readonly limit: number }
  | { readonly code: 'pages-without-text'; readonly pages: readonly number[] };

/** A piece of a document that reads as one: where it stands, and what it says. */
export interface Passage {
  readonly unit: 'page' | 'paragraph' | 'line' | 'margin' | 'note';
  readonly number: number;
  readonly text: string;
}
export interface DocumentText {
  readonly passages: readonly Passage[];
  readonly obstacles: readonly Obstacle[];
}

export interface DocumentReading {
  readonly file: string;
  readonly kind: DocumentKind;
  readonly obstacles: readonly Obstacle[];
  /** Some text was found in it. */
  readonly hasText: boolean;
}

export interface ClausePlace {
  readonly file: string;
  readonly unit: Passage['unit'];
  readonly number: number;
}

/** A clause with its own id, as it is to stand in the documents. */
export interface Wording {
  readonly clause: ClauseId;
  readonly title: Text;
  readonly text: Text;
}

/** Ascending from good to bad. */
export const clauseStates = ['found', 'mentioned', 'changed', 'missing', 'otherwise'] as const;

/** That an id with its wording was found says nothing about the rest of the contract. */
export type ClauseReading = {
  readonly clause: ClauseId;
  readonly places: readonly ClausePlace[];
  /** The use case names the clause itself; of a changed wording this says that it will do. */
  readonly listed: boolean;
} & (
  | { readonly state: 'found'; readonly blanks: number }
  | { readonly state: 'changed'; readonly wanted: string; readonly found: string }
  | { readonly state: 'otherwise' | 'mentioned' | 'missing' }
);

/** Something that looks like an id of a clause and is none. */
export interface StrangeId {
  readonly found: string;
  readonly near: string | null;
  readonly place: ClausePlace;
}

export interface TenderReading {
  readonly documents: readonly DocumentReading[];
  readonly clauses: ReadonlyMap<ClauseId, ClauseReading>;
  /** Where each clause stands first, however it stands there; the number of a page or paragraph as the line. */
  readonly positions: ReadonlyMap<ClauseId, Position>;
  readonly strange: readonly StrangeId[];
}

/** The tender documents of a use case: those it names, and what stands in them. */
export interface TenderDocuments {
  readonly named: readonly NamedDocument[];
  /** The clauses that the use case lists itself, and where. */
  readonly listed: ReadonlyMap<ClauseId, Position>;
  /** Null: none is named, or nobody has looked yet. */
  readonly reading: TenderReading | null;
}
