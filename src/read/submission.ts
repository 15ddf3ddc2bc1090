import type { IsoDate } from '../model/date.ts';
import type { Fact } from '../model/fact.ts';
import type { Position } from '../model/position.ts';

/** Answers that somebody else has given, to be written into a use-case file. */
export interface Submission {
  /** The id of the use case that they are about; null: not said. */
  readonly useCase: string | null;
  readonly answers: readonly Submitted[];
  /** How many questions stood there without an answer. */
  readonly open: number;
  /** Who answered, and when; it also stands for having read the lists that are empty. */
  readonly by: string | null;
  readonly on: IsoDate | null;
  /** What a new file needs besides. */
  readonly head: Readonly<Partial<Record<'id' | 'title' | 'purpose' | 'unit' | 'role', string>>>;
}

export interface Submitted {
  readonly fact: Fact;
  /** YAML on one line. */
  readonly value: string;
  readonly at: Position;
}
