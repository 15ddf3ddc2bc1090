import { compile, type CompiledBook } from '../assess/compile.ts';
import { registerRow } from '../assess/register.ts';
import { findFiles, type Found } from '../files/find.ts';
import type { IsoDate } from '../model/date.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { Register, RegisterRow, Unread } from '../model/register.ts';
import { prepareCatalogue } from '../read/use-case.ts';
import { type RegisterFormat, registerReporters } from '../report/register/reporter.ts';
import type { RegisterRun } from '../report/register/run.ts';
import { registerWords } from '../text/register-words.ts';
import { openBook } from './book.ts';
import { colourWanted } from './check.ts';
import { dayOf, type LookOptions } from './day.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { inputsOf } from './inputs.ts';
import { examiner } from './examine.ts';
import { batching, openSink, overwrites } from './sink.ts';
import { refuse, type Setting, showProgress, tell } from './tell.ts';
import { write } from './world.ts';

/** As the command tree in program.ts has checked them. */
export interface RegisterOptions extends Omit<LookOptions, 'for'> {
  readonly format: RegisterFormat;
  readonly output?: string;
  readonly public?: boolean;
  readonly color?: boolean;
}

/** `kompass register`: all use cases that the paths name, in one overview. A register is no gate. */
export async function register(
  paths: readonly string[],
  options: RegisterOptions,
  setting: Setting,
): Promise<ExitCode> {
  const { world, language } = setting;
  const found = await findFiles(paths, world.cwd);
  if (found.files.length === 0) return refuse(found.problems, setting);
  const inputs = options.profile === undefined ? found.files : [...found.files, options.profile];
  const clash = overwrites(options.output, inputs, world.cwd);
  if (clash !== null) return refuse([clash], setting);
  const opened = await openRegister(found, options, setting);
  if (!opened.ok) return refuse(opened.problems, setting);
  const { compiled, whole, problems } = opened.value;
  const sink = await openSink(options.output, world);
  if (!sink.ok) return refuse(sink.problems, setting);
  // The standard is one for public registers.
  const isPublic = options.public === true || options.format === 'algorithm-register';
  const run: RegisterRun = {
    compiled,
    language,
    asOf: whole.asOf,
    isPublic,
    colour: options.output === undefined && colourWanted(options, world),
    width: options.output === undefined ? (world.stdout.columns ?? 80) : 80,
  };
  try {
    const output = batching(sink.value);
    const report = await registerReporters[options.format]();
    for (const chunk of report(whole, run)) await output.write(chunk);
    await output.flush();
    await sink.value.finish();
  } catch (error) {
    await sink.value.discard();
    throw error;
  }
  await tell(problems, setting);
  if (isPublic) await write(world.stderr, `${registerWords[language].beforePublishing}\n`);
  return problems.length > 0 ? exitCode.wrongInput : exitCode.passed;
}

/** A register, the rules that it was made by, and all that was wrong. */
interface OpenedRegister {
  readonly compiled: CompiledBook;
  readonly whole: Register;
  readonly problems: readonly Problem[];
}

/** The register of the files found; a file with a mistake has its place in it, too. */
export async function openRegister(
  found: Found,
  options: Pick<RegisterOptions, 'asOf' | 'profile' | 'rules'>,
  setting: Setting,
): Promise<Result<OpenedRegister>> {
  const day = dayOf(options, setting.world);
  if (!day.ok) return day;
  const opened = await openBook(options.rules, setting.world);
  if (!opened.ok) return opened;
  const compiled = compile(opened.value.book);
  const { rows, unread } = await readAll(found.files, compiled, day.value, options, setting);
  // A set: what is wrong with a profile is said once, not with every file that it belongs to.
  const problems = [...new Set([...found.problems, ...unread.flatMap((one) => one.problems)])];
  return {
    ok: true,
    value: { compiled, whole: { asOf: day.value, rows, unread, problems: found.problems }, problems },
  };
}

async function readAll(
  files: readonly string[],
  compiled: CompiledBook,
  asOf: IsoDate,
  options: Pick<RegisterOptions, 'profile'>,
  setting: Setting,
): Promise<Pick<Register, 'rows' | 'unread'>> {
  const { world } = setting;
  const rows: RegisterRow[] = [];
  const unread: Unread[] = [];
  const examine = examiner(compiled, asOf);
  const progress = world.stderr.isTTY === true;
  let done = 0;
  for await (const input of inputsOf(files, options, prepareCatalogue(compiled.book), world)) {
    if (progress) showProgress(done, files.length, setting);
    done += 1;
    const useCase = examine(input);
    if (!useCase.ok) unread.push({ file: input.at.file, problems: useCase.problems });
    // What is cut out of a text keeps the whole text in memory; a copy does not.
    else rows.push(structuredClone(registerRow(useCase.value, compiled, asOf)));
  }
  if (progress) showProgress(files.length, files.length, setting);
  return { rows, unread };
}
