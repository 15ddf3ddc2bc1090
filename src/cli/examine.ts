import type { CompiledBook } from '../assess/compile.ts';
import { contradictions } from '../assess/contradictions.ts';
import type { IsoDate } from '../model/date.ts';
import type { Position } from '../model/position.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { UseCase } from '../model/use-case.ts';
import type { Input } from './inputs.ts';

/**
 * Tells of each input whether it is a use case that can be assessed on this day, or all that is wrong with it: unreadable, contradictory, or
 * of an id that was there before.
 */
export function examiner(compiled: CompiledBook, asOf: IsoDate): (input: Input) => Result<UseCase> {
  const sameId = idTest();
  return ({ at, read }) => {
    if (!read.ok) return read;
    const problems = [...contradictions(read.value, compiled, asOf), ...sameId(read.value, at)];
    return problems.length > 0 ? { ok: false, problems } : read;
  };
}

function idTest(): (useCase: UseCase, at: Position) => readonly Problem[] {
  const places = new Map<string, string>();
  return ({ id }, at) => {
    const first = places.get(id);
    if (first !== undefined) return [{ code: 'duplicate-use-case', at, params: { id, first } }];
    places.set(copyOf(id), at.line === 1 ? at.file : `${at.file}:${at.line}`);
    return [];
  };
}

/** What is cut out of a text keeps the whole text in memory: of thousands of use cases everything that was read. */
const copyOf = (text: string): string => Buffer.from(text).toString();
