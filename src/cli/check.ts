import { assess } from '../assess/assess.ts';
import { compile, type CompiledBook } from '../assess/compile.ts';
import { findFiles, type Found, nowhere } from '../files/find.ts';
import type { IsoDate } from '../model/date.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { UseCase } from '../model/use-case.ts';
import { prepareCatalogue } from '../read/use-case.ts';
import { reporters } from '../report/reporter.ts';
import type { Chunk, Reporter, Run } from '../report/run.ts';
import type { Beside, BesideOptions } from './beside.ts';
import { openBook } from './book.ts';
import { dayOf, type LookOptions } from './day.ts';
import { exitCode, type ExitCode, worstExit } from './exit-code.ts';
import { type FailLevel, fails } from './gate.ts';
import { examiner } from './examine.ts';
import { discardAll, finishAll, openOutlets, type Outlet, placed } from './outlets.ts';
import { partOf, type Shard } from './shard.ts';
import { batching } from './sink.ts';
import type { Target } from './targets.ts';
import { type Setting, showProgress, tell, refuse } from './tell.ts';
import { inputsOf } from './inputs.ts';
import type { World } from './world.ts';

/** As the command tree in program.ts has checked them. */
export interface CheckOptions extends LookOptions, Pick<BesideOptions, 'against' | 'changedSince'> {
  /** Where it is not given: the report for people. */
  readonly format?: readonly Target[];
  readonly output?: string;
  readonly failOn: FailLevel;
  /** `K/N`: only the Kth of N parts of the files. */
  readonly shard?: Shard;
  /** Standard input holds a use case on each line. */
  readonly ndjson?: boolean;
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
  const day = dayOf(options, setting.world);
  if (!day.ok) return refuse(day.problems, setting);
  const asOf = day.value;
  const within = daysIn(options.within);
  if (within === undefined) return refuse([badWithin(options.within)], setting);
  const { world } = setting;
  const all = await findFiles(paths, world.cwd);
  if (all.files.length === 0) return refuse(all.problems, setting);
  const found = options.shard === undefined ? all : { ...all, files: partOf(all.files, options.shard) };
  const inputs = options.profile === undefined ? found.files : [...found.files, options.profile];
  const targets = placed(options, inputs, world);
  if (!targets.ok) return refuse(targets.problems, setting);
  const opened = await openBook(options.rules, world);
  if (!opened.ok) return refuse(opened.problems, setting);
  const compiled = compile(opened.value.book);
  const beside = await besideEach(options, compiled, asOf, world);
  if (!beside.ok) return refuse(beside.problems, setting);
  const outlets = await openOutlets(targets.value, world);
  if (!outlets.ok) return refuse(outlets.problems, setting);
  try {
    const task = { compiled, asOf, within, options, setting };
    const code = await checkAll(task, found, beside.value, outlets.value);
    const faults = await finishAll(outlets.value);
    return faults.length > 0 ? await refuse(faults, setting) : code;
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

/** Git and what it takes to compare are loaded only where a revision is named. */
async function besideEach(
  options: CheckOptions,
  compiled: CompiledBook,
  asOf: IsoDate,
  world: World,
): Promise<Result<(useCase: UseCase) => Beside>> {
  if (options.against === undefined && options.changedSince === undefined) return { ok: true, value: () => ({}) };
  const { besideOf } = await import('./beside.ts');
  return besideOf(options, compiled, asOf, world);
}

/** What all use cases of a run are checked by. */
interface Task {
  readonly compiled: CompiledBook;
  readonly asOf: IsoDate;
  /** Days that are looked ahead; null: not asked for. */
  readonly within: number | null;
  readonly options: CheckOptions;
  readonly setting: Setting;
}

async function checkAll(
  task: Task,
  found: Found,
  beside: (useCase: UseCase) => Beside,
  outlets: readonly Outlet[],
): Promise<ExitCode> {
  const { compiled, asOf, within, options, setting } = task;
  const { world } = setting;
  const { files } = found;
  const problems = new Set(found.problems);
  const inputs = inputsOf(files, options, prepareCatalogue(compiled.book), world);
  // Of lines nobody knows how many there are.
  const count = options.ndjson === true ? 2 : files.length;
  const reports = await reportsOf(outlets, (outlet) => runOf(task, outlet, count));
  const examine = examiner(compiled, asOf);
  // Not between the lines of a report on the same screen.
  const onScreen = world.stdout.isTTY === true && outlets.some(({ file }) => file === null);
  const progress = world.stderr.isTTY === true && !onScreen;
  let code: ExitCode = exitCode.passed;
  await reports.write((reporter) => reporter.begin());
  let done = 0;
  for await (const input of inputs) {
    if (progress) showProgress(done, files.length, setting);
    done += 1;
    const useCase = examine(input);
    if (!useCase.ok) {
      // A set: what is wrong with a profile is said once, not with every file that it belongs to.
      for (const fault of useCase.problems) problems.add(fault);
      continue;
    }
    const assessment = {
      ...assess(useCase.value, compiled, asOf, options.for ?? null, within),
      ...beside(useCase.value),
    };
    if (fails(assessment, options.failOn, options.requireApproval ?? false)) code = worstExit(code, exitCode.failed);
    await reports.write((reporter) => reporter.each(assessment));
  }
  if (progress) showProgress(files.length, files.length, setting);
  await reports.write((reporter) => reporter.end({ problems: [...problems], assessed: done }));
  await reports.flush();
  await tell([...problems], setting);
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

function runOf({ compiled, asOf, within, options, setting }: Task, { file }: Target, files: number): Run {
  const { world, language } = setting;
  const { quiet = false, verbose = false, explain = false } = options;
  const { showMet: met = false, showOpen: open = false, showWaived: waived = false } = options;
  return {
    compiled,
    language,
    asOf,
    files,
    colour: file === null && colourWanted(options, world),
    width: file === null ? (world.stdout.columns ?? 80) : 80,
    within,
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
