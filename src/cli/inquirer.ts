import inquirer from 'inquirer';
import { type Choice, Interrupted, type Prompter } from '../interview/prompter.ts';
import type { Language } from '../model/language.ts';
import { forTerminal } from '../report/escape.ts';
import { wrap } from '../report/terminal/page.ts';
import { interviewWords } from '../text/interview-words.ts';

const pageSize = 9;
/** Short names are shown all at once, so that nobody misses the last: so many still fit below a question. */
const mostShort = 14;
const themeOf = (keys: string) => ({ style: { keysHelpTip: () => keys } });

/** Words stay whole, and the lines of one option below each other. */
const inLines = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap((line) => wrap(forTerminal(line), width))
    .join('\n    ');

const sizeFor = (choices: readonly Choice[]): number =>
  choices.length <= mostShort && choices.every(({ name }) => !name.includes('\n')) ? mostShort : pageSize;

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
            pageSize: sizeFor(choices.map(named)),
            loop: false,
            theme,
          },
        ]);
        return String(answer);
      }),
    tick: (message, choices, ticked) =>
      orInterrupted(async () => {
        // What was chosen stands in the question that comes next.
        const renderSelectedChoices = (chosen: readonly unknown[]): string =>
          chosen.length === 0 ? '' : say.ticked(chosen.length);
        const theme = { style: { ...themeOf(say.keysTicks).style, renderSelectedChoices } };
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
