import type { Position } from '../model/position.ts';
import type { Problem } from '../model/problem.ts';
import type { UseCase } from '../model/use-case.ts';

/** Tells of each use case whether its id was there before, and where. */
export function idTest(): (useCase: UseCase, at: Position) => readonly Problem[] {
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
