import { readBuiltBook, readSourcesFile } from '../files/book.ts';
import type { RuleBook } from '../model/book.ts';
import type { Result } from '../model/problem.ts';
import type { TextFile } from '../read/book.ts';
import { byPlace } from '../read/by-place.ts';
import { prepareCatalogue } from '../read/use-case.ts';
import { type Place, placeOf } from './place.ts';
import { textIn } from './use-case-reader.ts';
import type { World } from './world.ts';

export interface Opened {
  readonly book: RuleBook;
  /** The files that the organisation adds, cases and reviews among them. */
  readonly files: readonly TextFile[];
}

/** The rules of this run: those that are built in, and what the folder of an organisation (`--rules`) adds to them. */
export async function openBook(
  folder: string | undefined,
  world: World,
  book: RuleBook = readBuiltBook(world.rules),
): Promise<Result<Opened>> {
  return unlessMistaken(await open(folder, world, book), world);
}

/** A configuration with a mistake stops every command that works with the rules: half of it would be another one. */
export function unlessMistaken(opened: Result<Opened>, { config }: World): Result<Opened> {
  if (config === undefined) return opened;
  const additions = opened.ok ? config.additions(prepareCatalogue(opened.value.book)) : opened;
  const problems = [...config.problems, ...(additions.ok ? [] : additions.problems)];
  return problems.length === 0 ? opened : { ok: false, problems: problems.toSorted(byPlace) };
}

async function open(folder: string | undefined, world: World, book: RuleBook): Promise<Result<Opened>> {
  if (folder === undefined) return { ok: true, value: { book, files: [] } };
  const files = await textsIn(await placeOf(folder, world));
  if (!files.ok) return files;
  const { addOrganisation } = await import('../read/book.ts');
  const whole = addOrganisation(files.value, { book, sources: builtInSources(world) });
  return whole.ok ? { ok: true, value: { book: whole.value, files: files.value } } : whole;
}

/** The built-in rules of another version of the program, as their folder in its package holds them. */
export async function openBuiltIn(folder: string, world: World): Promise<Result<RuleBook>> {
  const files = await textsIn(await placeOf(folder, world));
  if (!files.ok) return files;
  const { readBook } = await import('../read/book.ts');
  return readBook(files.value);
}

async function textsIn(place: Result<Place>): Promise<Result<readonly TextFile[]>> {
  if (!place.ok) return place;
  const { source, found } = place.value;
  if (found.problems.length > 0) return { ok: false, problems: found.problems };
  const files: TextFile[] = [];
  for (const name of found.files) {
    const text = textIn(source, name);
    if (!text.ok) return text;
    files.push({ name, text: text.value });
  }
  return { ok: true, value: files };
}

/** The index of what can be cited: only whoever writes rules needs it, so the built rules go without. */
export const builtInSources = ({ ruleFiles }: World): TextFile => ({
  name: 'rules/sources.yaml',
  text: readSourcesFile(ruleFiles),
});
