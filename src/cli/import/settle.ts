import { assess } from '../../assess/assess.ts';
import type { CompiledBook } from '../../assess/compile.ts';
import { contradictions } from '../../assess/contradictions.ts';
import { createGround } from '../../assess/ground.ts';
import type { IsoDate } from '../../model/date.ts';
import type { FactId } from '../../model/ids.ts';
import type { Problem, Result } from '../../model/problem.ts';
import type { UseCase } from '../../model/use-case.ts';
import type { ImportEntry } from '../../read/import/import.ts';
import { type About, fileText } from './file-text.ts';

/** So many open questions stand in a new file; all others come when these are answered. */
const mostOpen = 10;

interface Desk {
  readonly compiled: CompiledBook;
  readonly asOf: IsoDate;
  readonly about: About;
  /** As `check` reads a file. */
  readonly read: (file: string, text: string) => Result<UseCase>;
}

/** The text of the file of a use case, which `check` can read, or what is wrong in the list. */
export function createSettler(desk: Desk): (entry: ImportEntry, file: string) => Result<string> {
  // In a long list most records give the same answers, whatever they are called.
  const known = new Map<string, Result<readonly FactId[]>>();
  return (entry, file) => {
    const key = entry.answers.map(({ yaml, said }) => `${said === null} ${yaml}`).join('\n');
    const open = known.get(key) ?? openIn(entry, file, desk);
    if (!open.ok) return placed(open.problems, entry, file);
    known.set(key, open);
    const text = fileText(entry, file, open.value, desk.about);
    const useCase = desk.read(file, text);
    return useCase.ok ? { ok: true, value: text } : placed(useCase.problems, entry, file);
  };
}

/** What decides next, and what the list was to tell and does not. */
function openIn(entry: ImportEntry, file: string, { compiled, asOf, about, read }: Desk): Result<readonly FactId[]> {
  const useCase = read(file, fileText(entry, file, [], about));
  if (!useCase.ok) return useCase;
  const problems = contradictions(useCase.value, compiled, asOf);
  if (problems.length > 0) return { ok: false, problems };
  const ground = createGround(compiled, useCase.value, asOf);
  const mayStand = (id: FactId): boolean => ground.gate(id) !== 'false' && !useCase.value.answers.has(id);
  // What holds for all uses of a body is rather answered in its profile.
  const isOwn = (id: FactId): boolean => compiled.facts.get(id)?.scope === 'use-case';
  const { questions } = assess(useCase.value, compiled, asOf, null);
  const first = questions.map(({ fact }) => fact).filter((id) => isOwn(id) && mayStand(id));
  const silent = entry.answers.map(({ fact }) => fact.id).filter(mayStand);
  return { ok: true, value: [...new Set([...first.slice(0, mostOpen), ...silent])] };
}

/** What is wrong with a file that does not exist yet is wrong in the list. */
function placed(problems: readonly Problem[], entry: ImportEntry, file: string): Result<never> {
  return {
    ok: false,
    problems: problems.map((problem) => {
      if (problem.at.file !== file) return problem;
      const { params } = problem;
      const taken = entry.answers.find(({ fact }) => 'fact' in params && params.fact === fact.id);
      return { ...problem, at: taken?.at ?? entry.at };
    }),
  };
}
