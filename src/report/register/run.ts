import type { CompiledBook } from '../../assess/compile.ts';
import type { IsoDate } from '../../model/date.ts';
import type { Language } from '../../model/language.ts';
import type { Register } from '../../model/register.ts';

/** What the reports of a register need besides the register itself. */
export interface RegisterRun {
  readonly compiled: CompiledBook;
  readonly language: Language;
  readonly asOf: IsoDate;
  /** For everybody: without names, work and security. */
  readonly isPublic: boolean;
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Makes text from a register, a piece at a time; never prints. */
export type RegisterReporter = (register: Register, run: RegisterRun) => Iterable<string>;
