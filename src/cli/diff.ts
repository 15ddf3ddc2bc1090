import { basename } from 'node:path';
import { compare, ruleChanges } from '../assess/compare.ts';
import { assess } from '../assess/assess.ts';
import { compile, type CompiledBook } from '../assess/compile.ts';
import { contradictions } from '../assess/contradictions.ts';
import { nowhere } from '../files/find.ts';
import type { IsoDate } from '../model/date.ts';
import type { UseCaseId } from '../model/ids.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { UseCase } from '../model/use-case.ts';
import { prepareCatalogue } from '../read/use-case.ts';
import { type DiffFormat, diffReporters } from '../report/diff/reporter.ts';
import type { DiffReporter } from '../report/diff/run.ts';
import { openBook, openBuiltIn } from './book.ts';
import { dayOf, type LookOptions } from './day.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { type Place, placeOf, revisionIn } from './place.ts';
import { batching, openSink, overwrites } from './sink.ts';
import { type Setting, refuse, tell } from './tell.ts';
import { createTextReader, textIn } from './use-case-reader.ts';
import type { World } from './world.ts';

/** As the command tree in program.ts has checked them. What has no `New` counts for both sides. */
export interface DiffOptions extends LookOptions {
  readonly format: DiffFormat;
  readonly output?: string;
  readonly asOfNew?: string;
  readonly rulesNew?: string;
  readonly packsOld?: string;
  readonly verbose?: boolean;
}

/** One side of the comparison. */
interface Side extends Place {
  readonly config: World['config'];
  readonly name: string;
  readonly compiled: CompiledBook;
  readonly asOf: IsoDate;
  readonly read: (file: string) => Result<UseCase>;
}

/** `kompass diff OLD [NEW]`: what is otherwise in NEW, and why. There is no gate. */
export async function diff(
  old: string,
  next: string | undefined,
  options: DiffOptions,
  setting: Setting,
): Promise<ExitCode> {
  const { world } = setting;
  const sides = await sidesOf(old, next, options, world);
  if (!sides.ok) return refuse(sides.problems, setting);
  const [before, after] = sides.value;
  const { output: file } = options;
  const clash = overwrites(file, [...before.found.files, ...after.found.files], world.cwd);
  if (clash !== null) return refuse([clash], setting);
  const sink = await openSink(file, world);
  if (!sink.ok) return refuse(sink.problems, setting);
  const output = batching(sink.value);
  const reporter = (await diffReporters[options.format]())({
    before: lookOf(before),
    after: lookOf(after),
    rules: ruleChanges(before.compiled, after.compiled),
    language: setting.language,
    width: file === undefined ? (world.stdout.columns ?? 80) : 80,
    verbose: options.verbose ?? false,
  });
  try {
    const problems = await report(before, after, options, reporter, output.write);
    await output.flush();
    await sink.value.finish();
    await tell(problems, setting);
    return problems.length > 0 ? exitCode.wrongInput : exitCode.passed;
  } catch (error) {
    await sink.value.discard();
    throw error;
  }
}

const lookOf = ({ name, compiled, asOf }: Side) => ({ name, compiled, asOf });

async function sidesOf(
  old: string,
  next: string | undefined,
  options: DiffOptions,
  world: World,
): Promise<Result<readonly [Side, Side]>> {
  const { asOfNew, rules, rulesNew, packsOld } = options;
  const first = dayOf(options, world);
  if (!first.ok) return first;
  const second = asOfNew === undefined ? first : dayOf({ asOf: asOfNew }, world);
  if (!second.ok) return second;
  const [oldDay, newDay] = [first.value, second.value];
  // Of a revision alone the other side is the working folder; of a path alone something else has to differ.
  const other = next ?? (await sameOnDisk(old, world));
  if (other === old && oldDay === newDay && rulesNew === undefined && packsOld === undefined)
    return wrong({ code: 'same-sides', at: nowhere, params: {} });
  const now = await openBook(rulesNew ?? rules, world);
  if (!now.ok) return now;
  const after = compile(now.value.book);
  const then = await earlierBook(options, after, world);
  if (!then.ok) return then;
  const before = await sideOf(old, then.value, oldDay, options.profile, world);
  if (!before.ok) return before;
  const later = await sideOf(other, after, newDay, options.profile, world);
  return later.ok ? { ok: true, value: [before.value, later.value] } : later;
}

const wrong = (problem: Problem): Result<never> => ({ ok: false, problems: [problem] });

/** Where what a revision names lies in the working folder. */
async function sameOnDisk(text: string, world: World): Promise<string> {
  if (revisionIn(text, world.cwd) === null) return text;
  const place = await placeOf(text, world);
  return place.ok ? place.value.onDisk : text;
}

/** The same value where the rules are the same: then nothing has to be compared. */
async function earlierBook(
  { rules, rulesNew, packsOld }: DiffOptions,
  after: CompiledBook,
  world: World,
): Promise<Result<CompiledBook>> {
  if (packsOld === undefined && (rulesNew === undefined || rulesNew === rules)) return { ok: true, value: after };
  const builtIn = packsOld === undefined ? null : await openBuiltIn(packsOld, world);
  if (builtIn?.ok === false) return builtIn;
  const opened = await openBook(rules, world, builtIn?.value);
  return opened.ok ? { ok: true, value: compile(opened.value.book) } : opened;
}

async function sideOf(
  name: string,
  compiled: CompiledBook,
  asOf: IsoDate,
  profile: string | undefined,
  world: World,
): Promise<Result<Side>> {
  const place = await placeOf(name, world);
  if (!place.ok) return place;
  const { source, found } = place.value;
  if (found.files.length === 0) return { ok: false, problems: found.problems };
  const read = createTextReader(prepareCatalogue(compiled.book), profile, source, world.config);
  return {
    ok: true,
    value: {
      ...place.value,
      config: world.config,
      name,
      compiled,
      asOf,
      read: (file) => {
        const text = textIn(source, file);
        return text.ok ? read(file, text.value) : text;
      },
    },
  };
}

interface Known {
  readonly file: string;
  readonly useCase: UseCase;
}

/** Use cases are the same by their id, whatever their file is called; two single files by being named. */
async function report(
  before: Side,
  after: Side,
  options: DiffOptions,
  reporter: DiffReporter,
  write: (chunk: string) => Promise<void>,
): Promise<readonly Problem[]> {
  const { for: stage, profile } = options;
  const problems = new Set<Problem>([...before.found.problems, ...after.found.problems]);
  const [old, now] = [readAll(before, problems), readAll(after, problems)];
  const isPair = before.found.files.length === 1 && after.found.files.length === 1;
  const bridge = bridgeFor(before, after, profile);
  const partners = new Map<Known, Known>();
  for (const later of now.known.values()) {
    const earlier = isPair ? [...old.known.values()][0] : old.known.get(later.useCase.id);
    if (earlier !== undefined) partners.set(later, earlier);
  }
  await write(reporter.begin());
  for (const later of now.known.values()) {
    const { compiled, asOf } = after;
    const earlier = partners.get(later);
    if (earlier !== undefined) {
      const [then, next] = [
        { ...before, ...earlier },
        { ...after, ...later },
      ];
      await write(reporter.each({ change: 'both', comparison: compare(then, next, bridge(earlier), stage ?? null) }));
    } else if (!old.broken.has(basename(later.file))) {
      const useCase = assess(later.useCase, compiled, asOf, stage ?? null);
      await write(reporter.each({ change: 'added', useCase }));
    }
  }
  const kept = new Set(partners.values());
  for (const earlier of old.known.values()) {
    if (kept.has(earlier) || now.broken.has(basename(earlier.file))) continue;
    const useCase = assess(earlier.useCase, before.compiled, before.asOf, stage ?? null);
    await write(reporter.each({ change: 'removed', useCase }));
  }
  await write(reporter.end([...problems]));
  return [...problems];
}

interface Readings {
  readonly known: ReadonlyMap<UseCaseId, Known>;
  /** The names of files that could not be read: what stands in them is neither new nor gone. */
  readonly broken: ReadonlySet<string>;
}

function readAll(side: Side, problems: Set<Problem>): Readings {
  const known = new Map<UseCaseId, Known>();
  const broken = new Set<string>();
  for (const file of side.found.files) {
    const read = side.read(file);
    const faults = read.ok
      ? [...contradictions(read.value, side.compiled, side.asOf), ...sameId(read.value, file, known)]
      : read.problems;
    for (const fault of faults) problems.add(fault);
    if (read.ok && faults.length === 0) known.set(read.value.id, { file, useCase: read.value });
    else broken.add(basename(file));
  }
  return { known, broken };
}

function sameId({ id }: UseCase, file: string, known: ReadonlyMap<UseCaseId, Known>): readonly Problem[] {
  const first = known.get(id)?.file;
  const at = { file, line: 1, column: 1 };
  return first === undefined ? [] : [{ code: 'duplicate-use-case', at, params: { id, first } }];
}

/** The earlier answers as the later rules read them. */
function bridgeFor(before: Side, after: Side, profile: string | undefined): (known: Known) => UseCase | null {
  if (before.compiled === after.compiled) return ({ useCase }) => useCase;
  const read = createTextReader(prepareCatalogue(after.compiled.book), profile, before.source, before.config);
  return ({ file }) => {
    const text = textIn(before.source, file);
    const useCase = text.ok ? read(file, text.value) : text;
    return useCase.ok ? useCase.value : null;
  };
}
