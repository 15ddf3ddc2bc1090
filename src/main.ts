import { exitCode, type ExitCode } from './cli/exit-code.ts';
import { languageOf } from './cli/language.ts';
import { runProgram } from './cli/program.ts';
import type { World } from './cli/world.ts';
import { readVersion } from './files/book.ts';
import { messages } from './text/messages.ts';

/** The whole program: arguments and streams in, exit code out. Nothing else touches the process. */
export async function main(world: World): Promise<ExitCode> {
  try {
    return await runProgram(world);
  } catch (error) {
    const say = messages[languageOf(world)].cli;
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    world.stderr.write(`${say.broken(readVersion(world.version))}\n${detail}\n`);
    return exitCode.broken;
  }
}
