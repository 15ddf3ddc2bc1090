import { assess } from '../assess/assess.ts';
import { compare } from '../assess/compare.ts';
import type { CompiledBook } from '../assess/compile.ts';
import { contradictions } from '../assess/contradictions.ts';
import { type EarlierRegister, type EarlierRow, type Why, whyOf } from '../assess/register-changes.ts';
import { type Found, isThere } from '../files/find.ts';
import { maxRegisterBytes, readBytes } from '../files/read.ts';
import { openRevision, type Revision } from '../files/revision.ts';
import { type IsoDate, parseIsoDate } from '../model/date.ts';
import type { UseCaseId } from '../model/ids.ts';
import type { Result } from '../model/problem.ts';
import type { RegisterRow } from '../model/register.ts';
import type { UseCase } from '../model/use-case.ts';
import { readRegisterFile } from '../read/register-file.ts';
import { prepareCatalogue } from '../read/use-case.ts';
import { decodeUtf8 } from '../read/yaml.ts';
import { createTextReader, diskOf, textIn } from './use-case-reader.ts';
import type { World } from './world.ts';

/** An earlier state, and why something is otherwise now. */
export interface Earlier {
  readonly register: EarlierRegister;
  readonly why: (row: RegisterRow, before: EarlierRow) => Why;
}

/** What is looked at now. */
export interface Now {
  readonly paths: readonly string[];
  readonly found: Found;
  readonly compiled: CompiledBook;
  readonly asOf: IsoDate;
  readonly profile: string | undefined;
}

/** A register that was written on an earlier day, or the same paths in a revision of Git. */
export function earlierRegister(since: string, now: Now, world: World): Result<Earlier> {
  return /\.json$/i.test(since) || isThere(since, world.cwd) ? fromFile(since, world) : fromRevision(since, now, world);
}

function fromFile(file: string, { cwd }: World): Result<Earlier> {
  const bytes = readBytes(file, cwd, maxRegisterBytes);
  if (!bytes.ok) return bytes;
  const text = decodeUtf8(bytes.value, file);
  if (!text.ok) return text;
  const register = readRegisterFile({ file, text: text.value });
  if (!register.ok) return register;
  return { ok: true, value: { register: register.value, why: byCheckCode } };
}

const byCheckCode: Earlier['why'] = (row, before) => ({ kind: 'rows', sameAnswers: row.digest === before.digest });

/** As things stood on the day of the commit. */
function fromRevision(name: string, now: Now, world: World): Result<Earlier> {
  const opened = openRevision(name, world);
  if (!opened.ok) return opened;
  const revision = opened.value;
  const committed = revision.day();
  if (!committed.ok) return committed;
  const day = parseIsoDate(committed.value);
  const asOf = day === null || day > now.asOf ? now.asOf : day;
  const { files, isWhole } = filesIn(revision, now, world);
  const { known, unread } = readAll(files, revision, asOf, now, world);
  const rows = Array.from(known.values(), (useCase) => rowOf(useCase, now.compiled, asOf));
  return {
    ok: true,
    value: { register: { name, asOf, rows, unread, isWhole }, why: reasons(known, asOf, now, world) },
  };
}

/** Below folders everything that was there; else only what is named now, so that nobody knows what has gone. */
function filesIn(
  revision: Revision,
  { paths, found }: Now,
  { cwd }: World,
): { readonly files: readonly string[]; readonly isWhole: boolean } {
  const named = new Set(found.files.map((file) => revision.pathOf(file)));
  const folders = paths.filter((path) => isThere(path, cwd) && !named.has(revision.pathOf(path)));
  const isWhole = folders.length === paths.length;
  const files = [...folders, ...(isWhole ? [] : found.files)].flatMap((path) => {
    const there = revision.pathOf(path);
    return there === null ? [] : revision.find(there).files;
  });
  return { files: [...new Set(files)], isWhole };
}

function readAll(files: readonly string[], revision: Revision, asOf: IsoDate, now: Now, { config }: World) {
  const read = createTextReader(prepareCatalogue(now.compiled.book), now.profile, revision, config);
  const known = new Map<UseCaseId, UseCase>();
  let unread = 0;
  for (const file of files) {
    const text = textIn(revision, file);
    const useCase = text.ok ? read(file, text.value) : text;
    if (!useCase.ok || contradictions(useCase.value, now.compiled, asOf).length > 0) unread += 1;
    else if (!known.has(useCase.value.id)) known.set(useCase.value.id, useCase.value);
  }
  return { known, unread };
}

function rowOf(useCase: UseCase, compiled: CompiledBook, asOf: IsoDate): EarlierRow {
  const { tier, verdict, digest } = assess(useCase, compiled, asOf);
  const { id, title, owner } = useCase;
  return { id, title, unit: owner.unit, tier, verdict, digest };
}

const other: Why = { kind: 'found', rules: false, day: false, date: null, aged: false, answers: [], records: false };

/** What stands in the tender documents of a revision is not read, so it is left out on both sides. */
function reasons(known: ReadonlyMap<UseCaseId, UseCase>, asOf: IsoDate, now: Now, world: World): Earlier['why'] {
  const { compiled, profile } = now;
  const disk = diskOf(world);
  const read = createTextReader(prepareCatalogue(compiled.book), profile, disk, world.config);
  return ({ id, file, tier }, before) => {
    const earlier = known.get(id);
    const text = textIn(disk, file);
    const useCase = text.ok ? read(file, text.value) : text;
    if (earlier === undefined || !useCase.ok) return other;
    const look = { compiled, asOf };
    const comparison = compare(
      { ...look, useCase: earlier },
      { compiled, asOf: now.asOf, useCase: useCase.value },
      earlier,
      null,
    );
    const isTier = tier.lowest !== before.tier.lowest || tier.highest !== before.tier.highest;
    return whyOf(comparison, isTier, compiled);
  };
}
