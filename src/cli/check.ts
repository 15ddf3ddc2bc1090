import { assess } from '../assess/assess.ts';
import { compile } from '../assess/compile.ts';
import { contradictions } from '../assess/contradictions.ts';
import { findFiles, type Found, nowhere } from '../files/find.ts';
import type { RuleBook } from '../model/book.ts';
import type { IsoDate } from '../model/date.ts';
import type { Problem } from '../model/problem.ts';
import type { UseCase } from '../model/use-case.ts';
import { prepareCatalogue } from '../read/use-case.ts';
import { reporters } from '../report/reporter.ts';
import type { Chunk, Reporter, Run } from '../report/run.ts';
import { openBook } from './book.ts';
import { dayOf, type LookOptions } from './day.ts';
import { exitCode, type ExitCode, worstExit } from './exit-code.ts';
import { type FailLevel, fails } from './gate.ts';
import { discardAll, openOutlets, type Outlet, placed } from './outlets.ts';
import { batching } from './sink.ts';
import type { Target } from './targets.ts';
import { type Setting, showProgress, tell, refuse } from './tell.ts';
import { createReader } from './use-case-reader.ts';
import type { World } from './world.ts';

/** As the command tree in program.ts has checked them. */
export interface CheckOptions extends LookOptions {
  /** Where it is not given: the report for people. */
  readonly format?: readonly Target[];
  readonly output?: string;
  readonly failOn: FailLevel;
  readonly requireApproval?: boolean;
  readonly showMet?: boolean;
  readonly showWaived?: boolean;
  readonly showOpen?: boolean;
  /** `90d`. */
  readonly within?: string;
  readonly explain?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
}

/** `kompass check`: every use case that the paths name, assessed and reported; the gate decides the exit code. */
export async function check(paths: readonly string[], options: CheckOptions, setting: Setting): Promise<ExitCode> {
  const asOf = dayOf(options, setting.world);
  if (asOf === null) return refuse([{ code: 'bad-date', at: nowhere, params: { found: options.asOf ?? '' } }], setting);
  const within = daysIn(options.within);
  if (within === undefined) return refuse([badWithin(options.within)], setting);
  const { world } = setting;
  const found = await findFiles(paths, world.cwd);
  if (found.files.length === 0) return refuse(found.problems, setting);
  const inputs = options.profile === undefined ? found.files : [...found.files, options.profile];
  const targets = placed(options, inputs, world.cwd);
  if (!targets.ok) return refuse(targets.problems, setting);
  const opened = await openBook(options.rules, world);
  if (!opened.ok) return refuse(opened.problems, setting);
  const outlets = await openOutlets(targets.value, world);
  if (!outlets.ok) return refuse(outlets.problems, setting);
  try {
    const code = await checkAll(opened.value.book, found, asOf, options, outlets.value, setting);
    for (const { draft } of outlets.value) await draft.finish();
    return code;
  } catch (error) {
    await discardAll(outlets.value);
    throw error;
  }
}

/** `90d` → 90; not given: null; anything else: undefined. */
function daysIn(within: string | undefined): number | null | undefined {
  if (within === undefined) return null;
  const days = /^(\d{1,4})d$/.exec(within)?.[1];
  return days === undefined ? undefined : Number(days);
}

const badWithin = (found = ''): Problem => ({
  code: 'bad-option',
  at: nowhere,
  params: { option: '--within', found, known: ['30d', '90d'] },
});

async function checkAll(
  book: RuleBook,
  found: Found,
  asOf: IsoDate,
  options: CheckOptions,
  outlets: readonly Outlet[],
  setting: Setting,
): Promise<ExitCode> {
  const { world, language } = setting;
  const { files } = found;
  const problems = new Set(found.problems);
  const compiled = compile(book);
  const reader = createReader(prepareCatalogue(book), options.profile, world);
  const reports = await reportsOf(outlets, (outlet) => runOf(options, outlet, compiled, asOf, files.length, setting));
  const ids = new Map<string, string>();
  // Not between the lines of a report on the same screen.
  const onScreen = world.stdout.isTTY === true && outlets.some(({ file }) => file === null);
  const progress = world.stderr.isTTY === true && !onScreen;
  let code: ExitCode = exitCode.passed;
  await reports.write((reporter) => reporter.begin());
  for (const [index, file] of files.entries()) {
    if (progress) showProgress(index, files.length, setting);
    const read = await reader(file);
    const faults = read.ok
      ? [...contradictions(read.value, compiled, asOf), ...sameId(read.value, file, ids)]
      : read.problems;
    // A set: what is wrong with a profile is said once, not with every file that it belongs to.
    for (const fault of faults) problems.add(fault);
    if (!read.ok || faults.length > 0) continue;
    const assessment = assess(read.value, compiled, asOf, options.for ?? null, daysIn(options.within) ?? null);
    if (fails(assessment, options.failOn, options.requireApproval ?? false)) code = worstExit(code, exitCode.failed);
    await reports.write((reporter) => reporter.each(assessment));
  }
  if (progress) showProgress(files.length, files.length, setting);
  await reports.write((reporter) => reporter.end({ problems: [...problems], assessed: files.length }));
  await reports.flush();
  await tell([...problems], { world, language });
  return problems.size > 0 ? exitCode.wrongInput : code;
}

/** All formats of a run: each is told of each use case in its turn, so that none is kept. */
async function reportsOf(outlets: readonly Outlet[], runOn: (outlet: Outlet) => Run) {
  const reports: { readonly reporter: Reporter; readonly output: ReturnType<typeof batching> }[] = [];
  for (const outlet of outlets) {
    const reporter = (await reporters[outlet.format]())(runOn(outlet));
    reports.push({ reporter, output: batching(outlet.draft) });
  }
  return {
    write: async (chunk: (reporter: Reporter) => Chunk | Promise<Chunk>): Promise<void> => {
      for (const { reporter, output } of reports) await output.write(await chunk(reporter));
    },
    flush: async (): Promise<void> => {
      for (const { output } of reports) await output.flush();
    },
  };
}

function runOf(
  options: CheckOptions,
  { file }: Target,
  compiled: Run['compiled'],
  asOf: IsoDate,
  files: number,
  { world, language }: Setting,
): Run {
  const { quiet = false, verbose = false, explain = false } = options;
  const { showMet: met = false, showOpen: open = false, showWaived: waived = false } = options;
  return {
    compiled,
    language,
    asOf,
    files,
    colour: file === null && colourWanted(options, world),
    width: file === null ? (world.stdout.columns ?? 80) : 80,
    within: daysIn(options.within) ?? null,
    show: { quiet, verbose, explain, met, open, waived },
  };
}

/** Our flags beat the environment; NO_COLOR beats FORCE_COLOR; else a terminal that can. */
export function colourWanted(options: Pick<CheckOptions, 'color'>, { env, stdout }: World): boolean {
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
