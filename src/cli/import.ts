import { basename, join } from 'node:path';
import { compile } from '../assess/compile.ts';
import { readBuiltMappings } from '../files/book.ts';
import { nowhere } from '../files/find.ts';
import { maxListBytes, readBytes } from '../files/read.ts';
import { createFiles, existing, makeFolder, type NewFile, noFolder } from '../files/write.ts';
import type { Problem, Result } from '../model/problem.ts';
import { type ImportEntry, importList, readMapping } from '../read/import/import.ts';
import { nearest } from '../read/nearest.ts';
import { prepareCatalogue } from '../read/use-case.ts';
import { clip } from '../read/yaml.ts';
import { openBook } from './book.ts';
import { dayOf, type LookOptions } from './day.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { createSettler } from './import/settle.ts';
import { summary } from './import/summary.ts';
import { refuse, type Setting } from './tell.ts';
import { createTextReader, diskOf, readText } from './use-case-reader.ts';
import { type World, write } from './world.ts';

export interface ImportOptions extends Omit<LookOptions, 'for'> {
  /** A file, or the name of a built-in mapping. */
  readonly map: string;
  /** The folder; else one named like the list. */
  readonly output?: string;
  readonly dryRun?: boolean;
}

/** `kompass import LIST --map MAPPING`: a file for each record, all or none. What the list does not say stays unknown. */
export async function importUses(list: string, options: ImportOptions, setting: Setting): Promise<ExitCode> {
  const { world, language } = setting;
  const day = dayOf(options, world);
  if (!day.ok) return refuse(day.problems, setting);
  const opened = await openBook(options.rules, world);
  if (!opened.ok) return refuse(opened.problems, setting);
  const compiled = compile(opened.value.book);
  const catalogue = prepareCatalogue(compiled.book);
  const text = mappingText(options.map, world);
  const mapping = text.ok ? readMapping(text.value, options.map, catalogue) : text;
  if (!mapping.ok) return refuse(mapping.problems, setting);
  const bytes = readBytes(list, world.cwd, maxListBytes);
  const imported = bytes.ok ? importList(bytes.value, list, mapping.value) : bytes;
  if (!imported.ok) return refuse(imported.problems, setting);
  const folder = options.output ?? basename(list).replace(/\.[^.]+$/, '');
  const blocked = noFolder(folder, world.cwd);
  if (blocked !== null) return refuse([blocked], setting);
  const settle = createSettler({
    compiled,
    asOf: day.value,
    about: { book: compiled.book, language, source: mapping.value.source },
    read: createTextReader(catalogue, options.profile, diskOf(world), world.config),
  });
  const files = filesOf(imported.value.entries, folder, settle);
  if (!files.ok) return refuse(files.problems, setting);
  const isTrial = options.dryRun === true;
  const problems = isTrial ? existing(files.value, world.cwd) : await writeAll(files.value, folder, world);
  if (problems.length > 0) return refuse(problems, setting);
  await write(
    world.stdout,
    summary(imported.value, { list, folder, isTrial, language, columns: world.stdout.columns }),
  );
  return exitCode.passed;
}

/** A file counts first; a name with neither dot nor slash may be that of a built-in mapping. */
function mappingText(map: string, world: World): Result<string> {
  const found = readText(map, world.cwd);
  if (found.ok || found.problems.some(({ code }) => code !== 'not-found')) return found;
  const built = readBuiltMappings(world.rules);
  const mapping = built.find(({ name }) => name === map);
  if (mapping !== undefined) return { ok: true, value: mapping.text };
  const known = built.map(({ name }) => name);
  const params = { found: clip(map), near: nearest(clip(map), known), known };
  return { ok: false, problems: [{ code: 'unknown-mapping', at: nowhere, params }] };
}

const mostProblems = 20;

function filesOf(
  entries: readonly ImportEntry[],
  folder: string,
  settle: (entry: ImportEntry, file: string) => Result<string>,
): Result<readonly NewFile[]> {
  const problems: Problem[] = [];
  const files: NewFile[] = [];
  for (const entry of entries) {
    const path = join(folder, `${entry.id}.yaml`);
    const text = settle(entry, path);
    if (text.ok) files.push({ path, text: text.value });
    else problems.push(...text.problems);
    if (problems.length >= mostProblems) break;
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: files };
}

async function writeAll(files: readonly NewFile[], folder: string, { cwd }: World): Promise<readonly Problem[]> {
  const there = existing(files, cwd);
  if (there.length > 0) return there;
  const problem = makeFolder(folder, cwd);
  return problem === null ? createFiles(files, cwd) : [problem];
}
