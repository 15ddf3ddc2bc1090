import type { Condition } from './condition.ts';
import type { CatalogueVersion, ClauseId, FactId, Office, OptionId } from './ids.ts';
import type { Text } from './language.ts';
import type { Position } from './position.ts';
import type { Citation } from './source.ts';

export interface Option {
  readonly id: OptionId;
  readonly text: Text;
  /** The catalogue version that added it, null for the first. */
  readonly since: CatalogueVersion | null;
}

interface FactBase {
  /** `section.name`, the key in the use-case file. */
  readonly id: FactId;
  readonly at: Position;
  /** The gate: false means that a closed set has answered for this fact; null: always asked. */
  readonly askedWhen: Condition | null;
  readonly question: Text;
  readonly inside: Text | null;
  readonly outside: Text | null;
  readonly answeredBy: readonly Office[];
  readonly cite: readonly Citation[];
  readonly since: CatalogueVersion | null;
  readonly scope: 'use-case' | 'profile' | 'both';
  /** What the tender can demand of the supplier as a binding statement, and by which clause. */
  readonly tender: { readonly clause: ClauseId; readonly demands: 'yes' | 'no' } | null;
}

export type Fact = FactBase &
  (
    | { readonly type: 'yes-no' | 'text' }
    /** `review`: after so many months evidence no longer counts; null: it does not age. */
    | { readonly type: 'measure'; readonly review: number | null }
    /** What somebody who has to be heard says about the use: `givenBy` the offices that can say it. */
    | { readonly type: 'opinion'; readonly givenBy: readonly Office[]; readonly review: number | null }
    /** `rough`: a month or a year will do, where people seldom know the day. */
    | { readonly type: 'date'; readonly rough: boolean }
    | { readonly type: 'choice'; readonly options: readonly Option[] }
    | {
        readonly type: 'set';
        readonly options: readonly Option[];
        /** Not null: empty, it counts only when the section is confirmed; how the report says what was denied. */
        readonly confirm: { readonly none: Text; readonly rest: Text } | null;
        /** The sets of profile and file are united. */
        readonly unite: boolean;
      }
    | {
        readonly type: 'judgement';
        readonly judgedBy: readonly Office[];
        readonly evidence: 'required' | 'optional';
      }
  );

export type FactType = Fact['type'];
