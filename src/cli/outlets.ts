import { nowhere } from '../files/find.ts';
import { type Draft, isSameFile } from '../files/write.ts';
import type { Problem, Result } from '../model/problem.ts';
import { openSink, overwrites } from './sink.ts';
import type { Target } from './targets.ts';
import type { World } from './world.ts';

interface Wanted {
  readonly format?: readonly Target[];
  readonly output?: string;
}

const screen: Target = { format: 'terminal', file: null };

/**
 * Where each format goes. Where all that are named go into files, the screen keeps the report for people. `inputs`: what is read, and may
 * not be written over.
 */
export function placed(
  { format, output }: Wanted,
  inputs: readonly string[],
  { cwd, stdout }: Pick<World, 'cwd' | 'stdout'>,
): Result<readonly Target[]> {
  const named = format ?? [screen];
  if (output !== undefined) return placedAlone(named, output, inputs, cwd);
  const unreadable = stdout.isTTY === true ? named.filter((target) => target.file === null && isBinary(target)) : [];
  const problems: readonly Problem[] = [
    ...problemsOf(named, inputs, cwd),
    ...unreadable.map((target): Problem => ({ code: 'needs-file', at: nowhere, params: { format: target.format } })),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: named.some(({ file }) => file === null) ? named : [screen, ...named] };
}

/** Nobody reads it on a screen; another program may. */
const isBinary = ({ format }: Target): boolean => format === 'docx' || format === 'pdf';

/** `--output` is the place of a single format that has none. */
function placedAlone(
  named: readonly Target[],
  output: string,
  inputs: readonly string[],
  cwd: string,
): Result<readonly Target[]> {
  const targets = named.map(({ format }) => ({ format, file: output }));
  const problems: readonly Problem[] =
    named.length > 1 || named.some(({ file }) => file !== null)
      ? [{ code: 'output-and-formats', at: nowhere, params: { path: output } }]
      : problemsOf(targets, inputs, cwd);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: targets };
}

const problemsOf = (targets: readonly Target[], inputs: readonly string[], cwd: string): readonly Problem[] =>
  targets.flatMap(
    (target, index) =>
      samePlace(target, targets.slice(0, index), cwd) ?? overwrites(target.file ?? undefined, inputs, cwd) ?? [],
  );

function samePlace({ format, file }: Target, others: readonly Target[], cwd: string): Problem | null {
  const other = others.find((one) =>
    one.file === null || file === null ? one.file === file : isSameFile(one.file, file, cwd),
  );
  if (other === undefined) return null;
  return { code: 'same-place', at: nowhere, params: { formats: [other.format, format], path: file } };
}

/** A target that is written to: the named file, whole or not at all, or standard output. */
export interface Outlet extends Target {
  readonly draft: Draft;
  /** What remains to be done with what was written, before it is finished; only of a PDF. */
  readonly print?: () => Promise<readonly Problem[]>;
}

/** All targets opened; where one cannot be, none is left open. */
export async function openOutlets(targets: readonly Target[], world: World): Promise<Result<readonly Outlet[]>> {
  const outlets: Outlet[] = [];
  for (const target of targets) {
    const draft = await openSink(target.file ?? undefined, world);
    if (!draft.ok) {
      await discardAll(outlets);
      return draft;
    }
    const made = await outletOf(target, draft.value, world);
    if (!made.ok) {
      await discardAll([...outlets, { ...target, draft: draft.value }]);
      return made;
    }
    outlets.push(made.value);
  }
  return { ok: true, value: outlets };
}

/** A PDF is the HTML page as a browser prints it. */
async function outletOf(target: Target, draft: Draft, world: World): Promise<Result<Outlet>> {
  if (target.format !== 'pdf') return { ok: true, value: { ...target, draft } };
  const { printed } = await import('./print.ts');
  const page = printed(draft, world);
  return page.ok ? { ok: true, value: { ...target, ...page.value } } : page;
}

/** All files are written, or none: what cannot be printed is told before any is finished. */
export async function finishAll(outlets: readonly Outlet[]): Promise<readonly Problem[]> {
  for (const { print } of outlets) {
    const problems = (await print?.()) ?? [];
    if (problems.length > 0) {
      await discardAll(outlets);
      return problems;
    }
  }
  for (const { draft } of outlets) await draft.finish();
  return [];
}

export async function discardAll(outlets: readonly Outlet[]): Promise<void> {
  for (const { draft } of outlets) await draft.discard();
}
