import { styleText } from 'node:util';
import inquirer from 'inquirer';
import { type Choice, Interrupted, type Prompter } from '../interview/prompter.ts';
import type { Language } from '../model/language.ts';
import { forTerminal } from '../report/escape.ts';
import { wrap } from '../report/terminal/page.ts';
import { interviewWords } from '../text/interview-words.ts';

interface Screen {
  readonly columns: number;
  readonly rows: number;
}

/** As many lines of a list are shown even where a long question leaves no room for them. */
const leastShown = 5;
/** What else stands on the screen: how far we are above the question, and an empty line below the list. */
const around = 4;

/** Words stay whole, and lines stand below each other. */
const inLines = (text: string, width: number, indent: number): readonly string[] =>
  text
    .split('\n')
    .flatMap((line) => wrap(forTerminal(line), width))
    .map((line, index) => (index === 0 ? line : ' '.repeat(indent) + line));

/** The question in bold, what helps with it below; once answered the question alone, and the answer on a line of its own. */
function faceOf(text: string, keys: readonly string[], width: number) {
  const [question = '', ...help] = text.split('\n');
  const asked = inLines(question, width, 2).map((line) => styleText('bold', line));
  const below = help.flatMap((line) => inLines(line, width, 0)).map((line) => `  ${line}`);
  const style = {
    message: (_: string, status: string) => (status === 'done' ? asked : [...asked, ...below]).join('\n'),
    answer: (answer: string) => (answer === '' ? '' : `\n  ${styleText('cyan', inLines(answer, width, 2).join('\n'))}`),
    keysHelpTip: () => keys.join('\n'),
  };
  return { style, height: asked.length + below.length };
}

/** How many lines of the list fit below the question, and whether that is all of them. */
function roomFor(choices: readonly Choice[], height: number, rows: number): { pageSize: number; isCut: boolean } {
  const lines = choices.reduce((sum, { name }) => sum + name.split('\n').length, 0);
  const pageSize = Math.max(leastShown, rows - height - around);
  return { pageSize, isCut: lines > pageSize };
}

const widthOf = ({ columns }: Screen): number => Math.max(30, columns - 4);

/** The lines of one option stand below each other, right of its mark. */
const named =
  (indent: number, width: number) =>
  ({ value, name }: Choice) => ({ value, name: inLines(name, width - indent + 2, indent).join('\n'), short: name });

/** A person at the terminal. The package's own hints are English, so ours stand in their place. */
export function terminalPrompter(language: Language, screen: () => Screen): Prompter {
  const say = interviewWords[language];
  return {
    select: (message, choices, start) =>
      orInterrupted(async () => {
        const here = screen();
        const width = widthOf(here);
        const shown = choices.map(named(2, width));
        const { height } = faceOf(message, [], width);
        const { pageSize, isCut } = roomFor(shown, height + 1, here.rows);
        const theme = faceOf(message, [isCut ? say.keysLongList(choices.length) : say.keysList], width);
        const preset = start === undefined ? {} : { default: start };
        const type = 'select';
        const { answer } = await inquirer.prompt([
          { type, name: 'answer', message, choices: shown, ...preset, pageSize, loop: false, theme },
        ]);
        return String(answer);
      }),
    tick: (message, choices, ticked) =>
      orInterrupted(async () => {
        const here = screen();
        const width = widthOf(here);
        const face = faceOf(message, say.keysTicks, width);
        // What was chosen stands in the question that comes next.
        const renderSelectedChoices = (chosen: readonly unknown[]): string =>
          chosen.length === 0 ? '' : say.ticked(chosen.length);
        const theme = { style: { ...face.style, renderSelectedChoices } };
        const marked = choices.map((one) => ({ ...named(3, width)(one), checked: ticked.includes(one.value) }));
        const { pageSize } = roomFor(marked, face.height + say.keysTicks.length, here.rows);
        const type = 'checkbox';
        const { answer } = await inquirer.prompt([
          { type, name: 'answer', message, choices: marked, pageSize, loop: false, theme },
        ]);
        return [answer].flat().map(String);
      }),
    type: (message, check, wrong = 'stays') =>
      orInterrupted(async () => {
        const { style } = faceOf(message, [], widthOf(screen()));
        // What is typed begins a line of its own, so that most of it fits.
        const asking = (text: string, status: string): string =>
          style.message(text, status) + (status === 'done' ? '' : '\n ');
        const validationFailureMode = wrong === 'goes' ? ('clear' as const) : ('keep' as const);
        const theme = { validationFailureMode, style: { ...style, message: asking } };
        const { answer } = await inquirer.prompt([
          { type: 'input', name: 'answer', message, validate: (text: string) => check(text) ?? true, theme },
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
