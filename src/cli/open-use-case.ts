import { compile, type CompiledBook } from '../assess/compile.ts';
import { contradictions } from '../assess/contradictions.ts';
import type { IsoDate } from '../model/date.ts';
import type { Result } from '../model/problem.ts';
import type { UseCase } from '../model/use-case.ts';
import { prepareCatalogue } from '../read/use-case.ts';
import { openBook } from './book.ts';
import { dayOf, type LookOptions } from './day.ts';
import { createReader } from './use-case-reader.ts';
import type { World } from './world.ts';

/** One use case, the rules and the day that it is looked at. */
export interface OpenedUseCase {
  readonly useCase: UseCase;
  readonly compiled: CompiledBook;
  readonly asOf: IsoDate;
}

/** For commands about one file: the file as it counts on the day, or all that is wrong with it. */
export async function openUseCase(file: string, options: LookOptions, world: World): Promise<Result<OpenedUseCase>> {
  const day = dayOf(options, world);
  if (!day.ok) return day;
  const opened = await openBook(options.rules, world);
  if (!opened.ok) return opened;
  const compiled = compile(opened.value.book);
  const read = await createReader(prepareCatalogue(compiled.book), options.profile, world)(file);
  if (!read.ok) return read;
  const problems = contradictions(read.value, compiled, day.value);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { useCase: read.value, compiled, asOf: day.value } };
}
