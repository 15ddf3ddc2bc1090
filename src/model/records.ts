import type { UnknownReason } from './answer.ts';
import type { IsoDate } from './date.ts';
import type { FactId, Office, RuleId } from './ids.ts';
import type { Position } from './position.ts';
import type { Evidence, OpinionCondition, opinionResults } from './use-case.ts';

/** Something that a document is to prove. */
export interface ProvenFact {
  readonly fact: FactId;
  /** What an opinion demands, in the words of the file; null: the document proves the fact itself. */
  readonly condition: string | null;
  readonly state: 'counts' | 'too-early' | 'expired' | 'no-file';
  /** The last day on which it counts; null: it does not age. */
  readonly until: IsoDate | null;
}

export interface DocumentRecord {
  readonly evidence: Evidence;
  readonly proves: readonly ProvenFact[];
}

export interface OpinionRecord {
  readonly fact: FactId;
  /** Null: not given yet. */
  readonly result: (typeof opinionResults)[number] | null;
  readonly by: Office | null;
  readonly on: IsoDate | null;
  readonly note: string | null;
  /** Why it does not count; null: it does. */
  readonly why: UnknownReason | null;
  /** The duty that asks for it, the most pressing where there are several; null: none. `met`: with it or in another way. */
  readonly demand: { readonly rule: RuleId; readonly certain: boolean; readonly met: boolean } | null;
  readonly conditions: readonly {
    readonly text: string;
    readonly state: 'met' | 'unmet' | 'open';
    readonly planned: OpinionCondition['planned'];
  }[];
  readonly at: Position | null;
}

/** A measure, or a condition of an opinion, that is to be done by a day. */
export interface Plan {
  readonly fact: FactId;
  readonly condition: string | null;
  readonly by: string;
  readonly on: IsoDate;
  /** The day has passed. */
  readonly late: boolean;
  readonly at: Position;
}

/** What is recorded besides the answers. */
export interface Records {
  readonly documents: readonly DocumentRecord[];
  readonly opinions: readonly OpinionRecord[];
  readonly plans: readonly Plan[];
}
