import { standardInput } from '../files/find.ts';
import { linesOf } from '../files/lines.ts';
import type { Position } from '../model/position.ts';
import type { Result } from '../model/problem.ts';
import type { UseCase } from '../model/use-case.ts';
import type { Catalogue } from '../read/use-case.ts';
import { decodeUtf8 } from '../read/yaml.ts';
import { createReader, createTextReader, diskOf } from './use-case-reader.ts';
import type { World } from './world.ts';

/** A use case, or what kept us from reading it, and where it begins. */
export interface Input {
  readonly at: Position;
  readonly read: Result<UseCase>;
}

/** One after the other, so that none is kept: all files, and of standard input with `--ndjson` each line. */
export async function* inputsOf(
  files: readonly string[],
  { profile, ndjson = false }: { readonly profile?: string; readonly ndjson?: boolean },
  catalogue: Catalogue,
  world: World,
): AsyncGenerator<Input> {
  const read = createReader(catalogue, profile, world);
  for (const file of files) {
    if (ndjson && file === standardInput) yield* fromLines(profile, catalogue, world);
    else yield { at: { file, line: 1, column: 1 }, read: await read(file) };
  }
}

/** JSON is YAML, so each line is read as the text of a use case. */
async function* fromLines(profile: string | undefined, catalogue: Catalogue, world: World): AsyncGenerator<Input> {
  const read = createTextReader(catalogue, profile, diskOf(world), world.config);
  for await (const { line, bytes } of linesOf(world.stdin)) {
    const at = { file: standardInput, line, column: 1 };
    const text = bytes.ok ? decodeUtf8(bytes.value, standardInput) : bytes;
    const useCase = text.ok ? read(standardInput, text.value, line) : text;
    // What is wrong with a line as a whole is told of its beginning.
    yield { at, read: text.ok || useCase.ok ? useCase : placed(useCase, at) };
  }
}

const placed = (failed: Extract<Result<never>, { ok: false }>, at: Position): Result<never> => ({
  ok: false,
  problems: failed.problems.map((problem) => ({ ...problem, at })),
});
