import { type Command, Help } from 'commander';
import type { Language } from '../model/language.ts';
import { commandExamples, placeholders } from '../text/help-words.ts';
import { messages } from '../text/messages.ts';

/** Commander's help in our languages, with examples first: it has no texts of its own beyond its headings and marks. */
export function helpIn(language: Language): Partial<Help> {
  const { cli } = messages[language];
  const titles: Readonly<Record<string, string>> = {
    'Usage:': cli.usage,
    'Options:': cli.options,
    'Commands:': cli.commands,
    'Arguments:': cli.arguments,
  };
  const inWords = (term: string): string =>
    term.replaceAll(/(?<=[<[])[\w-]+(?=(?:\.\.\.)?[>\]])/g, (word) => placeholder(word, language));
  return {
    formatHelp: (command, helper) =>
      examples(command, language) + Help.prototype.formatHelp.call(helper, command, helper),
    // With long German words the left column is wide; commander would not wrap the right one any more.
    minWidthToWrap: 20,
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: inWords,
    styleOptionTerm: inWords,
    styleSubcommandTerm: inWords,
    styleArgumentTerm: (term) => placeholder(term, language),
    // The choices stand in the flag itself; defaults are said in the description.
    optionDescription: (option) =>
      option.argChoices === undefined ? option.description : `${option.description}: ${option.argChoices.join(', ')}`,
    argumentDescription: ({ description, argChoices = [] }) =>
      argChoices.every((choice) => description.includes(choice))
        ? description
        : `${description}: ${argChoices.join(', ')}`,
  };
}

/** The name of a value, as the help shows it. */
export const placeholder = (word: string, language: Language): string => placeholders[language][word] ?? word;

function examples(command: Command, language: Language): string {
  const known = commandExamples[pathOf(command)] ?? [];
  if (known.length === 0) return '';
  const lines = known.map(({ line, means }) => `  ${line}\n      ${means[language]}\n`);
  return `${messages[language].cli.examples}\n${lines.join('')}\n`;
}

const pathOf = (command: Command): string =>
  command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
