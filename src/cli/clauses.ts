import { assess } from '../assess/assess.ts';
import { requiredClauses } from '../assess/clauses.ts';
import { type Requirements, requirements } from '../report/clauses.ts';
import { forTerminal } from '../report/escape.ts';
import { clauseWords } from '../text/clause-words.ts';
import type { LookOptions } from './day.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { openUseCase } from './open-use-case.ts';
import { type PaperOptions, paperTarget, writePaper } from './paper.ts';
import { refuse, type Setting } from './tell.ts';
import { write } from './world.ts';

export interface ClausesOptions extends Omit<LookOptions, 'for'>, PaperOptions {
  /** None: the stage that the use case comes to next. */
  readonly for?: 'tender' | 'award';
}

/** `kompass clauses FILE`: the requirements for tender and contract, also where the organisation did not choose the pack. */
export async function clauses(file: string, options: ClausesOptions, setting: Setting): Promise<ExitCode> {
  const { world, language } = setting;
  const { output } = options;
  const target = paperTarget(options, [file], world);
  if (!target.ok) return refuse(target.problems, setting);
  const opened = await openUseCase(file, options, world);
  if (!opened.ok) return refuse(opened.problems, setting);
  const { useCase, compiled, asOf } = opened.value;
  const assessment = assess(useCase, compiled, asOf, options.for ?? null);
  const found: Requirements = {
    assessment,
    compiled,
    language,
    clauses: requiredClauses(useCase, compiled, asOf),
    stage: options.for ?? (assessment.stage === null || assessment.stage === 'idea' ? 'tender' : 'award'),
  };
  const problems = await writePaper(requirements(found), target.value, world);
  if (problems.length > 0) return refuse(problems, setting);
  if (output !== undefined) await write(world.stdout, `${forTerminal(told(found, output))}\n`);
  return exitCode.passed;
}

function told({ clauses: all, language }: Requirements, output: string): string {
  const certain = all.filter(({ need }) => need === 'certain').length;
  return clauseWords[language].written(certain, all.length - certain, output);
}
