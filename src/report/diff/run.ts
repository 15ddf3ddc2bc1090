import type { Comparison, RuleChanges } from '../../assess/compare.ts';
import type { CompiledBook } from '../../assess/compile.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { IsoDate } from '../../model/date.ts';
import type { Language } from '../../model/language.ts';
import type { Problem } from '../../model/problem.ts';

/** What one side of a comparison looked at. */
export interface Looked {
  /** As the command line names it. */
  readonly name: string;
  readonly compiled: CompiledBook;
  readonly asOf: IsoDate;
}

export interface DiffRun {
  readonly before: Looked;
  readonly after: Looked;
  readonly rules: RuleChanges;
  readonly language: Language;
  readonly width: number;
  /** All items of each list. */
  readonly verbose: boolean;
}

/** One use case: on both sides, or on one of them alone. */
export type Compared =
  | { readonly change: 'both'; readonly comparison: Comparison }
  | { readonly change: 'added' | 'removed'; readonly useCase: Assessment };

/** Like the reporter of a check: pieces of text, so that memory stays flat. */
export interface DiffReporter {
  begin(): string;
  each(compared: Compared): string;
  end(problems: readonly Problem[]): string;
}

/** Nothing that is told is otherwise. */
export const isSame = ({ before, after, difference, edits }: Comparison): boolean =>
  edits.length === 0 &&
  before.approval.state === after.approval.state &&
  difference.tier === null &&
  difference.verdict === null &&
  difference.lawVerdict === null &&
  [difference.provisions, difference.findings, difference.asked, difference.settled].every(
    (changes) => changes.length === 0,
  );
