import { factsNamed } from '../model/condition.ts';
import type { IsoDate } from '../model/date.ts';
import { lifecycle } from '../model/lifecycle.ts';
import type { Problem } from '../model/problem.ts';
import type { Given, UseCase } from '../model/use-case.ts';
import type { CompiledBook } from './compile.ts';
import { createGround } from './ground.ts';

/** Answers of one file that cannot both be right. */
export function contradictions(useCase: UseCase, compiled: CompiledBook, asOf: IsoDate): readonly Problem[] {
  return [...deniedDetails(useCase, compiled, asOf), ...endBeforeStart(useCase)];
}

function endBeforeStart({ answers }: UseCase): readonly Problem[] {
  const [start, end] = [answers.get(lifecycle.start), answers.get(lifecycle.end)];
  if (start?.type !== 'date' || end?.type !== 'date' || start.value === null || end.value === null) return [];
  if (end.value >= start.value) return [];
  return [{ code: 'end-before-start', at: end.at, params: { end: end.value, start: start.value } }];
}

/** Answers to a detail question that a closed set in the same file has denied. */
function deniedDetails(useCase: UseCase, compiled: CompiledBook, asOf: IsoDate): readonly Problem[] {
  const ground = createGround(compiled, useCase, asOf);
  return [...useCase.answers].flatMap(([id, given]) => {
    if (!affirms(given) || ground.gate(id) !== 'false') return [];
    const gate = compiled.facts.get(id)?.askedWhen ?? null;
    const closedBy = gate === null ? [] : factsNamed(gate);
    return [{ code: 'contradicts-set' as const, at: given.at, params: { fact: id, closedBy } }];
  });
}

/** Anything but a no. An `unknown` doubts what the set denies; a measure beyond what is asked contradicts nothing. */
function affirms(given: Given): boolean {
  switch (given.type) {
    case 'yes-no':
      return given.value !== false;
    case 'choice':
      return true;
    case 'set':
      return given.value === null || given.value.length > 0;
    case 'judgement':
      return given.claimed !== false;
    case 'date':
    case 'text':
    case 'measure':
    case 'opinion':
      return false;
  }
}
