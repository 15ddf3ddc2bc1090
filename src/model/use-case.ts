import type { IsoDate } from './date.ts';
import type { CatalogueVersion, ClauseId, FactId, Office, OptionId, PackId, RuleId, UseCaseId } from './ids.ts';
import type { Position } from './position.ts';
import type { TenderDocuments } from './tender.ts';
import type { Aspect } from './rule.ts';
import type { Tier } from './tier.ts';

/** A document that proves something. Only a file can be looked for; links are taken as written. */
export interface Evidence {
  readonly source:
    | { readonly kind: 'file'; readonly path: string; readonly exists: boolean }
    | { readonly kind: 'link'; readonly url: string };
  readonly on: IsoDate;
  /** The author, as a role. */
  readonly by: string;
  readonly covers: string | null;
  readonly at: Position;
}

/** One answer as it stands in a file; `null` values are the written word `unknown` or a missing part. */
export type Given = {
  readonly at: Position;
  readonly note: string | null;
  /** Who gave the answer, and when; null: whoever keeps the file. Records of measures, judgements and opinions say it themselves. */
  readonly source: { readonly by: string; readonly on: IsoDate } | null;
} & (
  | { readonly type: 'yes-no'; readonly value: boolean | null; readonly confirmedOn: IsoDate | null }
  | { readonly type: 'choice'; readonly value: OptionId | null }
  | { readonly type: 'set'; readonly value: readonly { readonly option: OptionId; readonly sure: boolean }[] | null }
  /** The first and the last day that it can have been; the same where the day is known. */
  | { readonly type: 'date'; readonly value: IsoDate | null; readonly until: IsoDate | null }
  | { readonly type: 'text'; readonly value: string | null }
  | {
      readonly type: 'measure';
      readonly done: boolean | null;
      readonly planned: { readonly by: string; readonly on: IsoDate } | null;
      readonly evidence: readonly Evidence[];
    }
  | {
      readonly type: 'judgement';
      readonly claimed: boolean | null;
      readonly reason: string | null;
      readonly role: Office | null;
      readonly on: IsoDate | null;
      readonly evidence: readonly Evidence[];
    }
  | {
      readonly type: 'opinion';
      /** Null: not given yet. */
      readonly result: OpinionResult | null;
      readonly by: Office | null;
      readonly on: IsoDate | null;
      readonly digest: string | null;
      readonly conditions: readonly OpinionCondition[];
      readonly evidence: readonly Evidence[];
    }
);

export const opinionResults = ['agreed', 'with-conditions', 'refused'] as const;
export type OpinionResult = (typeof opinionResults)[number];

/** What an opinion demands for its agreement; done like a measure. */
export interface OpinionCondition {
  readonly text: string;
  readonly done: boolean | null;
  readonly planned: { readonly by: string; readonly on: IsoDate } | null;
  readonly evidence: readonly Evidence[];
  readonly at: Position;
}

/** A decision of the organisation about the whole use case, and the answers that it rests on. */
interface Approval {
  readonly by: Office;
  readonly on: IsoDate;
  /** The last day on which it counts; null: none named. */
  readonly until: IsoDate | null;
  readonly digest: string | null;
  readonly at: Position;
}

export interface Waiver {
  readonly finding: RuleId;
  readonly reason: string;
  readonly measures: string;
  readonly approvedBy: { readonly name: string; readonly role: Office };
  readonly approvedOn: IsoDate;
  readonly expires: IsoDate;
  readonly at: Position;
}

/**
 * What is known about the contract clauses of the tender. That one is missing can only be said once all documents were read; of a
 * document that could not be read, or while none is named, what was not found may still be there.
 */
export interface Tender {
  readonly state: 'read' | 'unreadable' | 'not-named';
  /** The clauses that stand in the documents, each with the place where it was found first; where none is named, those the file names itself. */
  readonly clauses: ReadonlyMap<ClauseId, Position>;
}

/** When the use was looked at again, and when it is to be; `every`: in months. */
export interface Review {
  readonly last: IsoDate | null;
  readonly next: IsoDate | null;
  readonly every: number | null;
  readonly at: Position;
}

export const eventKinds = ['incident', 'complaint', 'model-change', 'purpose-change', 'function-change'] as const;

/** Something in operation that makes a review due. */
export interface OperationEvent {
  readonly on: IsoDate;
  readonly kind: (typeof eventKinds)[number];
  readonly text: string | null;
  readonly at: Position;
}

/** A figure that was read in operation, in the words of the file. */
export interface Reading {
  readonly on: IsoDate;
  readonly what: string;
  readonly value: string;
  readonly by: string | null;
  /** What the figure is about, as the file says it; null: it does not say. */
  readonly aspect: Aspect | null;
  readonly at: Position;
}

/** What the use rests on, in the words of the file. */
export interface Product {
  readonly name: string;
  readonly supplier: string | null;
  readonly version: string | null;
}

/** Two uses are of one product if its name is the same, whatever the letters' case and the spaces around it. */
export const productKey = ({ name }: Product): string => name.trim().replaceAll(/\s+/gu, ' ').toLowerCase();

export interface UseCase {
  readonly id: UseCaseId;
  readonly title: string;
  readonly purpose: string | null;
  readonly owner: { readonly unit: string | null; readonly role: string | null };
  /** The product that is used; null: none named. */
  readonly product: Product | null;
  readonly file: string;
  /** The typical case whose usual answers are proposed in the interview; nothing else comes from it. */
  readonly template: { readonly name: string; readonly at: Position } | null;
  /** The catalogue version that was answered. */
  readonly catalogue: CatalogueVersion;
  readonly answers: ReadonlyMap<FactId, Given>;
  /** Sections (`screening`) whose empty sets somebody confirmed, and when. */
  readonly confirmed: ReadonlyMap<string, { readonly by: string; readonly on: IsoDate; readonly at: Position }>;
  readonly tender: Tender;
  readonly documents: TenderDocuments;
  readonly waivers: readonly Waiver[];
  readonly review: Review | null;
  /** After how many months the organisation wants a use reviewed again, by tier. */
  readonly reviewMonths: ReadonlyMap<Tier, number>;
  /** Null: not given, so that nobody knows whether anything happened. */
  readonly events: readonly OperationEvent[] | null;
  readonly readings: readonly Reading[] | null;
  /** Short hash of the answers that opinions and approvals rest on, as they stand in the file. */
  readonly digest: string;
  readonly approval: Approval | null;
  /** The entry in the register: its day and its name there. */
  readonly register: { readonly on: IsoDate; readonly entry: string | null; readonly at: Position } | null;
  /** The optional packs that the organisation chose. */
  readonly packs: ReadonlySet<PackId>;
  /** The organisation profile that was used, by file name. */
  readonly profile: string | null;
  /** The name of the organisation, as its profile has it. */
  readonly organisation: string | null;
}
