import type { Language } from '../model/language.ts';
import type { Problem } from '../model/problem.ts';
import { forTerminal } from '../report/escape.ts';
import { messages } from '../text/messages.ts';
import { problemText } from '../text/problems.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { type World, write } from './world.ts';

export interface Setting {
  readonly world: World;
  readonly language: Language;
}

/** Problems go to standard error, each with its place. */
export async function tell(problems: readonly Problem[], { world, language }: Setting): Promise<void> {
  if (problems.length === 0) return;
  const lines = problems.map((problem) => {
    const { file, line, column } = problem.at;
    const place = file === '' ? '' : `${forTerminal(file)}:${line}:${column} `;
    return `${place}${forTerminal(problemText(problem, language))} [${problem.code}]\n`;
  });
  await write(world.stderr, `${messages[language].problems(problems.length)}\n${lines.join('')}`);
}

/** Wrong input: its problems are told, and nothing else is done. */
export async function refuse(problems: readonly Problem[], setting: Setting): Promise<ExitCode> {
  await tell(problems, setting);
  return exitCode.wrongInput;
}

/** On a terminal, while many files are read, a line that is written over. */
export function showProgress(done: number, all: number, { world, language }: Setting): void {
  if (all < 50) return;
  if (done % 25 !== 0 && done !== all) return;
  const end = done === all ? '\r\u001B[K' : '';
  world.stderr.write(`\r${messages[language].cli.progress(done, all)}${end}`);
}
