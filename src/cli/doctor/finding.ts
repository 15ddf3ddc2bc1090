import type { RuleBook } from '../../model/book.ts';
import type { Language } from '../../model/language.ts';
import type { Problem, Result } from '../../model/problem.ts';
import { problemText } from '../../text/problems.ts';
import type { Opened } from '../book.ts';
import type { Setting } from '../tell.ts';

export interface DoctorOptions {
  readonly profile?: string;
  readonly rules?: string;
}

/** What is looked at. */
export interface Surroundings extends Setting {
  readonly options: DoctorOptions;
  /** Null: the installation is damaged. */
  readonly built: RuleBook | null;
  /** With the rules of the organisation; null: none are named. */
  readonly own: Result<Opened> | null;
}

/** One thing that was looked at. `wrong`: the user can mend it, and `more` says how. */
export interface Finding {
  readonly state: 'good' | 'note' | 'wrong';
  readonly label: string;
  readonly value: string;
  readonly more: readonly string[];
}

/** Problems as lines of a finding, each with its place. */
export const problemLines = (problems: readonly Problem[], language: Language): readonly string[] =>
  problems.map((problem) => {
    const { file, line, column } = problem.at;
    return `${file === '' ? '' : `${file}:${line}:${column} `}${problemText(problem, language)}`;
  });
