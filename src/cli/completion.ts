import type { Command } from 'commander';
import { bashScript } from './completion/bash.ts';
import { fishScript } from './completion/fish.ts';
import { tableOf } from './completion/table.ts';
import { zshScript } from './completion/zsh.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { type World, write } from './world.ts';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;
export type Shell = keyof typeof scripts;

/** `kompass completion`: the script by which a shell completes our command line, made from the command tree. */
export async function completion(shell: Shell, program: Command, world: World): Promise<ExitCode> {
  await write(world.stdout, scripts[shell](tableOf(program)));
  return exitCode.passed;
}
