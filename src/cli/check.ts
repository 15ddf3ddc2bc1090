import { relative, resolve, sep } from 'node:path';
import * as z from 'zod';
import { assess } from '../assess/assess.ts';
import { compile } from '../assess/compile.ts';
import { contradictions } from '../assess/contradictions.ts';
import { readBuiltBook } from '../files/book.ts';
import { findFiles, nowhere, standardInput } from '../files/find.ts';
import { evidenceLookup, findProfile, readBytes, readStandardInput } from '../files/read.ts';
import { type Draft, openDraft } from '../files/write.ts';
import { type IsoDate, parseIsoDate } from '../model/date.ts';
import type { Language } from '../model/language.ts';
import type { Problem, Result } from '../model/problem.ts';
import { checkStages } from '../model/stage.ts';
import type { UseCase } from '../model/use-case.ts';
import { type Profile, readProfile } from '../read/profile.ts';
import { type Catalogue, prepareCatalogue, readUseCase } from '../read/use-case.ts';
import { decodeUtf8 } from '../read/yaml.ts';
import { forTerminal } from '../report/escape.ts';
import { type Chunk, formats, reporters, type Run } from '../report/reporter.ts';
import { messages } from '../text/messages.ts';
import { problemText } from '../text/problems.ts';
import { exitCode, type ExitCode, worstExit } from './exit-code.ts';
import { failLevels, fails } from './gate.ts';
import { languageOf } from './language.ts';
import { type Sink, type World, write } from './world.ts';

const Options = z.object({
  format: z.enum(formats),
  output: z.string().optional(),
  asOf: z.string().optional(),
  for: z.enum(checkStages).optional(),
  failOn: z.enum(failLevels),
  profile: z.string().optional(),
  showMet: z.boolean().default(false),
  showOpen: z.boolean().default(false),
  explain: z.boolean().default(false),
  quiet: z.boolean().default(false),
  verbose: z.boolean().default(false),
  color: z.boolean().optional(),
});
type Options = z.infer<typeof Options>;

interface Setting {
  readonly world: World;
  readonly language: Language;
}

/** `kompass check`: every use case that the paths name, assessed and reported; the gate decides the exit code. */
export async function check(paths: readonly string[], unchecked: unknown, setting: Setting): Promise<ExitCode> {
  const options = Options.parse(unchecked);
  const asOf = dayOf(options, setting.world);
  if (asOf === null) return refuse([{ code: 'bad-date', at: nowhere, params: { found: options.asOf ?? '' } }], setting);
  const { world } = setting;
  const found = await findFiles(paths, world.cwd);
  if (found.files.length === 0) return refuse(found.problems, setting);
  const overwritten = overwrites(options, found.files, world.cwd);
  if (overwritten !== null)
    return refuse([{ code: 'would-overwrite', at: nowhere, params: { path: overwritten } }], setting);
  const sink = await openSink(options, world);
  if (!sink.ok) return refuse(sink.problems, setting);
  try {
    const code = await checkAll(found.files, [...found.problems], asOf, options, sink.value, setting);
    await sink.value.finish();
    return code;
  } catch (error) {
    await sink.value.discard();
    throw error;
  }
}

/** The day looked at: `--as-of`, else today where the user is. Null: not a day. */
function dayOf(options: Options, world: World): IsoDate | null {
  if (options.asOf !== undefined) return parseIsoDate(options.asOf);
  const now = world.now();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return parseIsoDate(local.toISOString().slice(0, 10));
}

async function refuse(problems: readonly Problem[], setting: Setting): Promise<ExitCode> {
  await tell(problems, setting);
  return exitCode.wrongInput;
}

/** Problems go to standard error, each with its place. */
async function tell(problems: readonly Problem[], { world, language }: Setting): Promise<void> {
  if (problems.length === 0) return;
  const lines = problems.map((problem) => {
    const { file, line, column } = problem.at;
    const place = file === '' ? '' : `${forTerminal(file)}:${line}:${column} `;
    return `${place}${problemText(problem, language)} [${problem.code}]\n`;
  });
  await write(world.stderr, `${messages[language].problems(problems.length)}\n${lines.join('')}`);
}

function overwrites(options: Options, files: readonly string[], cwd: string): string | null {
  const { output } = options;
  if (output === undefined) return null;
  return files.some((file) => resolve(cwd, file) === resolve(cwd, output)) ? output : null;
}

async function openSink(options: Options, world: World): Promise<Result<Draft>> {
  if (options.output === undefined) return { ok: true, value: throughTo(world.stdout) };
  try {
    return { ok: true, value: await openDraft(options.output, world.cwd) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const params = { path: options.output, detail };
    return { ok: false, problems: [{ code: 'cannot-write', at: nowhere, params }] };
  }
}

const throughTo = (sink: Sink): Draft => ({
  write: (chunk) => write(sink, chunk),
  finish: async () => {},
  discard: async () => {},
});

async function checkAll(
  files: readonly string[],
  problems: Problem[],
  asOf: IsoDate,
  options: Options,
  sink: Draft,
  setting: Setting,
): Promise<ExitCode> {
  const { world, language } = setting;
  const book = readBuiltBook(world.rules);
  const compiled = compile(book);
  const reader = createReader(prepareCatalogue(book), options, world);
  const reporter = (await reporters[options.format]())(runOf(options, compiled, asOf, setting));
  const ids = new Map<string, string>();
  const output = batching(sink);
  let code: ExitCode = exitCode.passed;
  await output.write(reporter.begin());
  for (const [index, file] of files.entries()) {
    showProgress(index, files.length, setting);
    const read = await reader(file);
    const faults = read.ok
      ? [...contradictions(read.value, compiled, asOf), ...sameId(read.value, file, ids)]
      : read.problems;
    problems.push(...faults);
    if (!read.ok || faults.length > 0) continue;
    const assessment = assess(read.value, compiled, asOf, options.for ?? null);
    if (fails(assessment, options.failOn)) code = worstExit(code, exitCode.failed);
    await output.write(reporter.each(assessment));
  }
  showProgress(files.length, files.length, setting);
  await output.write(reporter.end({ problems, assessed: files.length }));
  await output.flush();
  await tell(problems, { world, language });
  return problems.length > 0 ? exitCode.wrongInput : code;
}

/** Gathers small chunks: a system call for each of thousands of reports costs more than the reports. */
function batching(sink: Pick<Draft, 'write'>) {
  const most = 64 * 1024;
  let waiting = '';
  const flush = async (): Promise<void> => {
    const chunk = waiting;
    waiting = '';
    if (chunk !== '') await sink.write(chunk);
  };
  return {
    flush,
    write: async (chunk: Chunk): Promise<void> => {
      if (typeof chunk === 'string') {
        waiting += chunk;
        if (waiting.length >= most) await flush();
        return;
      }
      await flush();
      await sink.write(chunk);
    },
  };
}

function runOf(options: Options, compiled: Run['compiled'], asOf: IsoDate, { world, language }: Setting): Run {
  const { quiet, verbose, explain } = options;
  return {
    compiled,
    language,
    asOf,
    colour: colourWanted(options, world),
    width: options.output === undefined ? (world.stdout.columns ?? 80) : 80,
    show: { quiet, verbose, explain, met: options.showMet, open: options.showOpen },
  };
}

/** Our flags beat the environment; NO_COLOR beats FORCE_COLOR; else a terminal that can. */
function colourWanted(options: Options, { env, stdout }: World): boolean {
  if (options.output !== undefined) return false;
  if (options.color !== undefined) return options.color;
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0';
  return stdout.isTTY === true && env['TERM'] !== 'dumb';
}

/** Reads one use case with its profile. Each profile is read once. */
function createReader(
  catalogue: Catalogue,
  options: Options,
  world: World,
): (file: string) => Promise<Result<UseCase>> {
  const nearest = new Map<string, string | null>();
  const profiles = new Map<string, Promise<Result<Profile>>>();
  const profileFor = async (file: string): Promise<Result<Profile | null>> => {
    const path =
      options.profile === undefined ? await findProfile(file, world.cwd, nearest) : resolve(world.cwd, options.profile);
    if (path === null) return { ok: true, value: null };
    const known = profiles.get(path) ?? openProfile(path, catalogue, world.cwd);
    profiles.set(path, known);
    return known;
  };
  return async (file) => {
    const text = await textOf(file, world);
    if (!text.ok) return text;
    const profile = await profileFor(file);
    if (!profile.ok) return profile;
    return readUseCase({ file, text: text.value }, catalogue, {
      profile: profile.value,
      fileExists: evidenceLookup(file, world.cwd),
    });
  };
}

async function textOf(file: string, world: World): Promise<Result<string>> {
  if (file === standardInput && world.stdin.isTTY === true)
    await write(world.stderr, `${messages[languageOf(world)].cli.awaitingInput}\n`);
  const bytes = file === standardInput ? await readStandardInput(world.stdin) : await readBytes(file, world.cwd);
  return bytes.ok ? decodeUtf8(bytes.value, file) : bytes;
}

async function openProfile(path: string, catalogue: Catalogue, cwd: string): Promise<Result<Profile>> {
  const file = relative(cwd, path).split(sep).join('/');
  const bytes = await readBytes(path, cwd);
  const text = bytes.ok ? decodeUtf8(bytes.value, file) : bytes;
  return text.ok ? readProfile({ file, text: text.value }, catalogue, { fileExists: evidenceLookup(path, cwd) }) : text;
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

/** On a terminal, while many files are read, a line that is written over. */
function showProgress(done: number, all: number, { world, language }: Setting): void {
  if (all < 50 || world.stderr.isTTY !== true || world.stdout.isTTY === true) return;
  if (done % 25 !== 0 && done !== all) return;
  const end = done === all ? '\r\u001B[K' : '';
  world.stderr.write(`\r${messages[language].cli.progress(done, all)}${end}`);
}
