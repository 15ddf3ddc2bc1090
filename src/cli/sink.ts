import { basename } from 'node:path';
import { nowhere, profileName } from '../files/find.ts';
import { type Draft, isSameFile, openDraft } from '../files/write.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { Chunk } from '../report/run.ts';
import type { Target } from './targets.ts';
import { type Sink, type World, write } from './world.ts';

interface Wanted {
  readonly format?: readonly Target[];
  readonly output?: string;
}

/**
 * Where each format goes. Where all that are named go into files, the screen keeps the report for people. `inputs`: what is read, and may
 * not be written over.
 */
export function placed({ format, output }: Wanted, inputs: readonly string[], cwd: string): Result<readonly Target[]> {
  const named = format ?? [{ format: 'terminal', file: null }];
  const [only] = named;
  if (output !== undefined && (named.length > 1 || only === undefined || only.file !== null))
    return refused({ code: 'output-and-formats', at: nowhere, params: { path: output } });
  const targets = output === undefined || only === undefined ? named : [{ ...only, file: output }];
  const problems = targets.flatMap(
    (target, index) => samePlace(target, targets.slice(0, index), cwd) ?? overwritten(target, inputs, cwd) ?? [],
  );
  if (problems.length > 0) return { ok: false, problems };
  const screen: Target = { format: 'terminal', file: null };
  return {
    ok: true,
    value: output === undefined && targets.every(({ file }) => file !== null) ? [screen, ...targets] : targets,
  };
}

const refused = (problem: Problem): Result<never> => ({ ok: false, problems: [problem] });

function samePlace({ format, file }: Target, others: readonly Target[], cwd: string): Problem | null {
  const other = others.find((one) =>
    one.file === null || file === null ? one.file === file : isSameFile(one.file, file, cwd),
  );
  if (other === undefined) return null;
  return { code: 'same-place', at: nowhere, params: { formats: [other.format, format], path: file } };
}

/** A file that is read, or any profile, is never written over. */
function overwritten({ file }: Target, inputs: readonly string[], cwd: string): Problem | null {
  if (file === null) return null;
  const isInput = basename(file) === profileName || inputs.some((input) => isSameFile(input, file, cwd));
  return isInput ? { code: 'would-overwrite', at: nowhere, params: { path: file } } : null;
}

/** A target that is written to: the named file, whole or not at all, or standard output. */
export interface Outlet extends Target {
  readonly draft: Draft;
}

/** All targets opened; where one cannot be, none is left open. */
export async function openOutlets(targets: readonly Target[], world: World): Promise<Result<readonly Outlet[]>> {
  const outlets: Outlet[] = [];
  for (const target of targets) {
    const draft = await openSink(target.file, world);
    if (!draft.ok) {
      await discardAll(outlets);
      return draft;
    }
    outlets.push({ ...target, draft: draft.value });
  }
  return { ok: true, value: outlets };
}

export async function discardAll(outlets: readonly Outlet[]): Promise<void> {
  for (const { draft } of outlets) await draft.discard();
}

const openSink = async (file: string | null, world: World): Promise<Result<Draft>> =>
  file === null ? { ok: true, value: throughTo(world.stdout) } : openDraft(file, world.cwd);

const throughTo = (sink: Sink): Draft => ({
  write: (chunk) => write(sink, chunk),
  finish: async () => {},
  discard: async () => {},
});

/** Gathers small chunks: a system call for each of thousands of reports costs more than the reports. */
export function batching(sink: Pick<Draft, 'write'>) {
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
