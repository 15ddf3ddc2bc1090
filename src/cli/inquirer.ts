import inquirer from 'inquirer';
import { type Choice, Interrupted, type Prompter } from '../interview/prompter.ts';
import type { Language } from '../model/language.ts';
import { forTerminal } from '../report/escape.ts';
import { wrap } from '../report/terminal/page.ts';
import { interviewWords } from '../text/interview-words.ts';

const pageSize = 9;
const themeOf = (keys: string) => ({ style: { keysHelpTip: () => keys } });

/** Words stay whole, and the lines of one option below each other. */
const inLines = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap((line) => wrap(forTerminal(line), width))
    .join('\n    ');

/** A person at the terminal. The package's own hints are English, so ours stand in their place. */
export function terminalPrompter(language: Language, columns: number): Prompter {
  const say = interviewWords[language];
  const width = Math.max(30, columns - 6);
  const named = ({ value, name }: Choice): Choice => ({ value, name: inLines(name, width) });
  return {
    select: (message, choices, start) =>
      orInterrupted(async () => {
        const theme = themeOf(say.keysList);
        const type = 'select';
        const { answer } = await inquirer.prompt([
          {
            type,
            name: 'answer',
            message: inLines(message, width),
            choices: choices.map(named),
            ...(start === undefined ? {} : { default: start }),
            pageSize,
            loop: false,
            theme,
          },
        ]);
        return String(answer);
      }),
    tick: (message, choices, ticked) =>
      orInterrupted(async () => {
        const theme = themeOf(say.keysTicks);
        const marked = choices.map((choice) => ({ ...named(choice), checked: ticked.includes(choice.value) }));
        const type = 'checkbox';
        const { answer } = await inquirer.prompt([
          { type, name: 'answer', message: inLines(message, width), choices: marked, pageSize, loop: false, theme },
        ]);
        return [answer].flat().map(String);
      }),
    type: (message, check) =>
      orInterrupted(async () => {
        const { answer } = await inquirer.prompt([
          {
            type: 'input',
            name: 'answer',
            message: inLines(message, width),
            validate: (text: string) => check(text) ?? true,
          },
        ]);
        return String(answer);
      }),
  };
}

/** Ctrl-C: the package throws an error of its own. */
async function orInterrupted<T>(prompt: () => Promise<T>): Promise<T> {
  try {
    return await prompt();
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
    throw error;
  }
}
