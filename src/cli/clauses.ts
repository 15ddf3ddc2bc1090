import { assess } from '../assess/assess.ts';
import { requiredClauses } from '../assess/clauses.ts';
import { compile } from '../assess/compile.ts';
import { contradictions } from '../assess/contradictions.ts';
import { nowhere } from '../files/find.ts';
import { prepareCatalogue } from '../read/use-case.ts';
import { type Requirements, requirements } from '../report/clauses.ts';
import { forTerminal } from '../report/escape.ts';
import { clauseWords } from '../text/clause-words.ts';
import { openBook } from './book.ts';
import { dayOf, type LookOptions } from './day.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { isWordName, writePaper } from './paper.ts';
import { overwrites } from './sink.ts';
import { refuse, type Setting } from './tell.ts';
import { createReader } from './use-case-reader.ts';
import { write } from './world.ts';

export interface ClausesOptions extends Omit<LookOptions, 'for'> {
  /** None: the stage that the use case comes to next. */
  readonly for?: 'tender' | 'award';
  /** None: by the name of the output. */
  readonly format?: 'markdown' | 'docx';
  readonly output?: string;
}

/** `kompass clauses FILE`: the requirements for tender and contract, also where the organisation did not choose the pack. */
export async function clauses(file: string, options: ClausesOptions, setting: Setting): Promise<ExitCode> {
  const { world, language } = setting;
  const { output } = options;
  const day = dayOf(options, world);
  if (!day.ok) return refuse(day.problems, setting);
  const asOf = day.value;
  const isWord = options.format === 'docx' || (options.format === undefined && isWordName(output));
  // Bytes would only confuse a terminal.
  if (isWord && output === undefined && world.stdout.isTTY === true)
    return refuse([{ code: 'missing-key', at: nowhere, params: { key: '--output' } }], setting);
  const overwritten = overwrites(output, [file], world.cwd);
  if (overwritten !== null) return refuse([overwritten], setting);
  const opened = await openBook(options.rules, world);
  if (!opened.ok) return refuse(opened.problems, setting);
  const compiled = compile(opened.value.book);
  const read = await createReader(prepareCatalogue(compiled.book), options.profile, world)(file);
  if (!read.ok) return refuse(read.problems, setting);
  const wrong = contradictions(read.value, compiled, asOf);
  if (wrong.length > 0) return refuse(wrong, setting);
  const assessment = assess(read.value, compiled, asOf, options.for ?? null);
  const found: Requirements = {
    assessment,
    compiled,
    language,
    clauses: requiredClauses(read.value, compiled, asOf),
    stage: options.for ?? (assessment.stage === null || assessment.stage === 'idea' ? 'tender' : 'award'),
  };
  const problems = await writePaper(requirements(found), { output, isWord }, world);
  if (problems.length > 0) return refuse(problems, setting);
  if (output !== undefined) await write(world.stdout, `${forTerminal(told(found, output))}\n`);
  return exitCode.passed;
}

function told({ clauses: all, language }: Requirements, output: string): string {
  const certain = all.filter(({ need }) => need === 'certain').length;
  return clauseWords[language].written(certain, all.length - certain, output);
}
