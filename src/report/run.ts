import type { Assessment } from '../model/assessment.ts';
import type { CompiledBook } from '../assess/compile.ts';
import type { IsoDate } from '../model/date.ts';
import type { Language } from '../model/language.ts';
import type { Problem } from '../model/problem.ts';

export type Chunk = string | Uint8Array;

export interface Run {
  readonly compiled: CompiledBook;
  readonly language: Language;
  readonly asOf: IsoDate;
  /** How many files are checked in this run. */
  readonly files: number;
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** For so many days ahead it is told what begins or runs out; null: only of waivers. */
  readonly within?: number | null;
  readonly show: {
    readonly quiet: boolean;
    readonly verbose: boolean;
    readonly met: boolean;
    /** Waived duties as a whole, and in SARIF at all. */
    readonly waived: boolean;
    readonly open: boolean;
    /** Proofs in machine formats. */
    readonly explain: boolean;
  };
}

interface Summary {
  readonly problems: readonly Problem[];
  readonly assessed: number;
}

/** Makes text from assessments, a chunk at a time, so that memory stays flat; never prints. */
export interface Reporter {
  begin(): Chunk;
  each(assessment: Assessment): Chunk;
  /** Later only where the whole has to be put together at the end, as in Word. */
  end(summary: Summary): Chunk | Promise<Chunk>;
}
