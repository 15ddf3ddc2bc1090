import { posix } from 'node:path';
import { compare } from '../assess/compare.ts';
import type { CompiledBook } from '../assess/compile.ts';
import { worseIn } from '../assess/since.ts';
import { changeTest } from '../files/changed.ts';
import { configName } from '../files/config.ts';
import { findFiles } from '../files/find.ts';
import { openRevision, type Revision } from '../files/revision.ts';
import type { IsoDate } from '../model/date.ts';
import type { Result } from '../model/problem.ts';
import type { Since } from '../model/since.ts';
import type { CheckStage } from '../model/stage.ts';
import type { Evidence, Given, UseCase } from '../model/use-case.ts';
import { prepareCatalogue } from '../read/use-case.ts';
import { createTextReader, textIn } from './use-case-reader.ts';
import type { World } from './world.ts';

export interface BesideOptions {
  /** The revision since which something may have become worse. */
  readonly against?: string;
  /** Only what changed since then is reported in detail. */
  readonly changedSince?: string;
  readonly profile?: string;
  readonly rules?: string;
  readonly for?: CheckStage;
}

/** What stands in a report beside an assessment, and never changes the gate. */
export interface Beside {
  readonly since?: Since;
  readonly touched?: boolean;
}

/** For each use case of a check: what became worse since one revision, and whether anything of it changed since another. */
export async function besideOf(
  options: BesideOptions,
  compiled: CompiledBook,
  asOf: IsoDate,
  world: World,
): Promise<Result<(useCase: UseCase) => Beside>> {
  const { against, changedSince } = options;
  const old = against === undefined ? null : openRevision(against, world);
  if (old?.ok === false) return old;
  const base = changedSince === undefined ? null : changedSince === against ? old : openRevision(changedSince, world);
  if (base?.ok === false) return base;
  const since = old === null ? null : sinceTest(old.value, options, compiled, asOf, world.config);
  const touched = base === null ? null : await touchTest(base.value, options, world);
  return {
    ok: true,
    value: (useCase) => ({
      ...(since === null ? {} : { since: since(useCase) }),
      ...(touched === null ? {} : { touched: touched(useCase) }),
    }),
  };
}

/** The path of a use case in the revision: where it lies now, else wherever its id stands; null: it was not there. */
function earlierPath(revision: Revision): (useCase: Pick<UseCase, 'id' | 'file'>) => string | null {
  let all: ReadonlyMap<string, string> | null = null;
  const names = (path: string, id: string): boolean => idIn(revision, path) === id;
  return ({ id, file }) => {
    const path = revision.pathOf(file);
    if (path !== null && revision.entries.has(path) && names(path, id)) return path;
    all ??= pathsById(revision);
    // Where it was faulty its id may not be found; the path says that it was there.
    return all.get(id) ?? (path !== null && revision.entries.has(path) && idIn(revision, path) === null ? path : null);
  };
}

/** The id as it stands in the text: whether the rest can be read is seen later. */
function idIn(revision: Revision, path: string): string | null {
  const text = textIn(revision, `${revision.name}:${path}`);
  return (text.ok ? /^id: *["']?([a-z0-9-]+)/m.exec(text.value)?.[1] : undefined) ?? null;
}

function pathsById(revision: Revision): ReadonlyMap<string, string> {
  const paths = revision.find('').files.map((file) => file.slice(revision.name.length + 1));
  return new Map(
    paths.toReversed().flatMap((path): [string, string][] => {
      const id = idIn(revision, path);
      return id === null ? [] : [[id, path]];
    }),
  );
}

function sinceTest(
  revision: Revision,
  { profile, for: stage }: BesideOptions,
  compiled: CompiledBook,
  asOf: IsoDate,
  config: World['config'],
): (useCase: UseCase) => Since {
  const { name } = revision;
  const earlier = earlierPath(revision);
  const read = createTextReader(prepareCatalogue(compiled.book), profile, revision, config);
  return (useCase) => {
    const path = earlier(useCase);
    if (path === null) return { revision: name, state: 'new' };
    const file = `${name}:${path}`;
    const text = textIn(revision, file);
    const old = text.ok ? read(file, text.value) : text;
    if (!old.ok) return { revision: name, state: 'unreadable' };
    const [before, after] = [
      { useCase: old.value, compiled, asOf },
      // What stands in the tender documents of a revision is not read, so it is left out on both sides.
      { useCase: { ...useCase, documents: { ...useCase.documents, reading: null } }, compiled, asOf },
    ];
    return { revision: name, state: 'compared', worse: worseIn(compare(before, after, old.value, stage ?? null)) };
  };
}

/** Whether the file, its profile or a document that it names is another one; if the rules or settings are, all use cases are touched. */
async function touchTest(
  revision: Revision,
  { rules }: BesideOptions,
  { cwd, config }: World,
): Promise<(useCase: UseCase) => boolean> {
  const isChanged = changeTest(revision, cwd);
  const earlier = earlierPath(revision);
  const isAll =
    isChanged(config?.file ?? configName) || (rules !== undefined && (await isFolderChanged(rules, revision, cwd)));
  return (useCase) => {
    if (isAll) return true;
    const path = earlier(useCase);
    if (path === null || isChanged(useCase.file, path)) return true;
    const { profile } = useCase;
    if (profile !== null && isChanged(profile)) return true;
    // A profile that was there and is not any more.
    if (profile === null && revision.findProfile(`${revision.name}:${path}`) !== null) return true;
    if (
      useCase.documents.named.some(({ file }) =>
        isChanged(posix.join(posix.dirname(useCase.file), file), posix.join(posix.dirname(path), file)),
      )
    )
      return true;
    return [...useCase.answers.values()].flatMap(documentsOf).some(({ source, at }) => {
      if (source.kind !== 'file') return false;
      const beside = (file: string): string => posix.join(posix.dirname(file), source.path);
      // With the use case its documents may have moved.
      return isChanged(beside(at.file), at.file === useCase.file ? beside(path) : null);
    });
  };
}

function documentsOf(given: Given): readonly Evidence[] {
  if (!('evidence' in given)) return [];
  return given.type === 'opinion'
    ? [...given.evidence, ...given.conditions.flatMap(({ evidence }) => evidence)]
    : given.evidence;
}

async function isFolderChanged(folder: string, revision: Revision, cwd: string): Promise<boolean> {
  const isChanged = changeTest(revision, cwd);
  const now = (await findFiles([folder], cwd)).files;
  const path = revision.pathOf(folder);
  const then = path === null ? [] : [...revision.entries.keys()].filter((entry) => entry.startsWith(`${path}/`));
  const paths = new Set(now.map((file) => revision.pathOf(file)));
  return now.some((file) => isChanged(file)) || then.some((entry) => /\.ya?ml$/.test(entry) && !paths.has(entry));
}
