import type { Condition } from './condition.ts';
import type { FactId, Office, RuleId } from './ids.ts';
import type { Text } from './language.ts';
import type { Citation } from './source.ts';

/** What a sentence may name in braces; where it is not known, a gap is left and listed. */
export const blanks = [
  'title',
  'purpose',
  'unit',
  'role',
  'product',
  'supplier',
  'organisation',
  'start',
  'end',
  'day',
] as const;
export type Blank = (typeof blanks)[number];

/** What the program has found itself and a paper can repeat. */
export const shown = ['tier', 'roles', 'judgements', 'approval', 'register'] as const;
export type Shown = (typeof shown)[number];

/** A paper that is drafted from the answers about one use case, and that a person finishes. */
export interface DocumentTemplate {
  /** The name on the command line. */
  readonly id: string;
  readonly title: Text;
  /** One sentence: what it is for. */
  readonly about: Text;
  readonly cite: readonly Citation[];
  /** The duties that ask for this paper; none: no rule does. */
  readonly neededBy: readonly RuleId[];
  readonly sections: readonly DocumentSection[];
}

export interface DocumentSection {
  readonly heading: Text;
  readonly cite: readonly Citation[];
  /** What helps whoever finishes the paper; it stays in the draft. */
  readonly help: Text | null;
  /** It begins on a page of its own, as what is not handed out with the rest does. */
  readonly newPage: boolean;
  /** Null: it belongs into every paper of this kind. */
  readonly when: Condition | null;
  readonly parts: readonly DocumentPart[];
}

/** A sentence, and what has to be true for it. */
export interface Conditional {
  readonly text: Text;
  readonly when: Condition | null;
  /** Said where the condition is certainly false; null: nothing is. */
  readonly otherwise: Text | null;
}

interface PersonsTask {
  readonly text: Text;
  readonly when: Condition | null;
  /** Who writes or decides it; null: whoever finishes the paper. */
  readonly who: Office | null;
}

export type DocumentPart =
  | ({ readonly kind: 'say' } & Conditional)
  /** Sentences below each other with a mark before each. */
  | { readonly kind: 'points'; readonly of: readonly Conditional[] }
  /** Questions with their answers. */
  | { readonly kind: 'answers'; readonly facts: readonly FactId[] }
  /** Whether a criterion holds, one by one. */
  | { readonly kind: 'criteria'; readonly of: readonly { readonly text: Text; readonly when: Condition }[] }
  /** What duties demand and how they stand. */
  | { readonly kind: 'duties'; readonly rules: readonly RuleId[] }
  /** What only a person can write, and what only a person can decide. */
  | ({ readonly kind: 'write' } & PersonsTask)
  | ({ readonly kind: 'decide'; readonly options: readonly Text[] } & PersonsTask)
  | { readonly kind: 'show'; readonly what: Shown };
