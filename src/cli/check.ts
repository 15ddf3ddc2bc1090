import { assess } from '../assess/assess.ts';
import { compile } from '../assess/compile.ts';
import { contradictions } from '../assess/contradictions.ts';
import { findFiles, type Found, nowhere } from '../files/find.ts';
import type { Draft } from '../files/write.ts';
import type { RuleBook } from '../model/book.ts';
import type { IsoDate } from '../model/date.ts';
import type { Problem } from '../model/problem.ts';
import type { UseCase } from '../model/use-case.ts';
import { prepareCatalogue } from '../read/use-case.ts';
import { type Format, reporters } from '../report/reporter.ts';
import type { Run } from '../report/run.ts';
import { openBook } from './book.ts';
import { dayOf, type LookOptions } from './day.ts';
import { exitCode, type ExitCode, worstExit } from './exit-code.ts';
import { type FailLevel, fails } from './gate.ts';
import { batching, openSink, overwrites } from './sink.ts';
import { type Setting, showProgress, tell, refuse } from './tell.ts';
import { createReader } from './use-case-reader.ts';
import type { World } from './world.ts';

/** As the command tree in program.ts has checked them. */
export interface CheckOptions extends LookOptions {
  readonly format: Format;
  readonly output?: string;
  readonly failOn: FailLevel;
  readonly requireApproval?: boolean;
  readonly showMet?: boolean;
  readonly showOpen?: boolean;
  readonly explain?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
}

/** `kompass check`: every use case that the paths name, assessed and reported; the gate decides the exit code. */
export async function check(paths: readonly string[], options: CheckOptions, setting: Setting): Promise<ExitCode> {
  const asOf = dayOf(options, setting.world);
  if (asOf === null) return refuse([{ code: 'bad-date', at: nowhere, params: { found: options.asOf ?? '' } }], setting);
  const { world } = setting;
  const found = await findFiles(paths, world.cwd);
  if (found.files.length === 0) return refuse(found.problems, setting);
  const inputs = options.profile === undefined ? found.files : [...found.files, options.profile];
  const overwritten = overwrites(options.output, inputs, world.cwd);
  if (overwritten !== null)
    return refuse([{ code: 'would-overwrite', at: nowhere, params: { path: overwritten } }], setting);
  const opened = await openBook(options.rules, world);
  if (!opened.ok) return refuse(opened.problems, setting);
  const sink = await openSink(options.output, world);
  if (!sink.ok) return refuse(sink.problems, setting);
  try {
    const code = await checkAll(opened.value.book, found, asOf, options, sink.value, setting);
    await sink.value.finish();
    return code;
  } catch (error) {
    await sink.value.discard();
    throw error;
  }
}

async function checkAll(
  book: RuleBook,
  found: Found,
  asOf: IsoDate,
  options: CheckOptions,
  sink: Draft,
  setting: Setting,
): Promise<ExitCode> {
  const { world, language } = setting;
  const { files } = found;
  const problems = new Set(found.problems);
  const compiled = compile(book);
  const reader = createReader(prepareCatalogue(book), options.profile, world);
  const reporter = (await reporters[options.format]())(runOf(options, compiled, asOf, files.length, setting));
  const ids = new Map<string, string>();
  const output = batching(sink);
  // Not between the lines of a report on the same screen.
  const progress = world.stderr.isTTY === true && (options.output !== undefined || world.stdout.isTTY !== true);
  let code: ExitCode = exitCode.passed;
  await output.write(reporter.begin());
  for (const [index, file] of files.entries()) {
    if (progress) showProgress(index, files.length, setting);
    const read = await reader(file);
    const faults = read.ok
      ? [...contradictions(read.value, compiled, asOf), ...sameId(read.value, file, ids)]
      : read.problems;
    // A set: what is wrong with a profile is said once, not with every file that it belongs to.
    for (const fault of faults) problems.add(fault);
    if (!read.ok || faults.length > 0) continue;
    const assessment = assess(read.value, compiled, asOf, options.for ?? null);
    if (fails(assessment, options.failOn, options.requireApproval ?? false)) code = worstExit(code, exitCode.failed);
    await output.write(reporter.each(assessment));
  }
  if (progress) showProgress(files.length, files.length, setting);
  await output.write(reporter.end({ problems: [...problems], assessed: files.length }));
  await output.flush();
  await tell([...problems], { world, language });
  return problems.size > 0 ? exitCode.wrongInput : code;
}

function runOf(
  options: CheckOptions,
  compiled: Run['compiled'],
  asOf: IsoDate,
  files: number,
  { world, language }: Setting,
): Run {
  const { quiet = false, verbose = false, explain = false, showMet = false, showOpen = false } = options;
  return {
    compiled,
    language,
    asOf,
    files,
    colour: colourWanted(options, world),
    width: options.output === undefined ? (world.stdout.columns ?? 80) : 80,
    show: { quiet, verbose, explain, met: showMet, open: showOpen },
  };
}

/** Our flags beat the environment; NO_COLOR beats FORCE_COLOR; else a terminal that can. */
export function colourWanted(options: Pick<CheckOptions, 'output' | 'color'>, { env, stdout }: World): boolean {
  if (options.output !== undefined) return false;
  if (options.color !== undefined) return options.color;
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0';
  return stdout.isTTY === true && env['TERM'] !== 'dumb';
}

function sameId(useCase: UseCase, file: string, ids: Map<string, string>): readonly Problem[] {
  const first = ids.get(useCase.id);
  if (first === undefined) {
    ids.set(useCase.id, file);
    return [];
  }
  const at = { file, line: 1, column: 1 };
  return [{ code: 'duplicate-use-case', at, params: { id: useCase.id, first } }];
}
