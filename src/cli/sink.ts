import { basename } from 'node:path';
import { configName } from '../files/config.ts';
import { nowhere, profileName } from '../files/find.ts';
import { type Draft, isSameFile, openDraft } from '../files/write.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { Chunk } from '../report/run.ts';
import { type Sink, type World, write } from './world.ts';

/** An output that is one of the files that are read, a profile or a configuration; null: it may be written. */
export function overwrites(output: string | undefined, files: readonly string[], cwd: string): Problem | null {
  if (output === undefined) return null;
  const isInput =
    [profileName, configName].includes(basename(output)) || files.some((file) => isSameFile(file, output, cwd));
  return isInput ? { code: 'would-overwrite', at: nowhere, params: { path: output } } : null;
}

/** Where the report goes: the named file, written whole or not at all, or standard output. */
export async function openSink(output: string | undefined, world: World): Promise<Result<Draft>> {
  if (output === undefined) return { ok: true, value: throughTo(world.stdout) };
  return openDraft(output, world.cwd);
}

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
