import type { Command, CommanderError } from 'commander';
import type { Language } from '../model/language.ts';
import { messages } from '../text/messages.ts';
import { forTerminal } from '../report/escape.ts';
import { placeholder } from './help.ts';

/** What is wrong with the command line, in the user's language; commander's own sentence is English and left out. */
export function usageText(error: CommanderError, program: Command, language: Language): string {
  const { cli } = messages[language];
  if (error.code === 'commander.help') return named(program).helpInformation();
  return `${sentence(error, language)}\n${cli.seeHelp}\n`;
}

/** The command that was called without saying which of its own commands is meant. */
const named = (program: Command): Command =>
  program.commands.find((command) => command.name() === program.args[0]) ?? program;

function sentence(error: CommanderError, language: Language): string {
  const { cli } = messages[language];
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map((match) => forTerminal(match[1] ?? ''));
  const [first = '', second = ''] = quoted;
  const near = /Did you mean (?:one of )?([^?]+)\?/.exec(error.message)?.[1];
  const hint = near === undefined ? '' : ` ${cli.didYouMean(near)}`;
  switch (error.code) {
    case 'commander.unknownOption':
      return cli.unknownOption(first) + hint;
    case 'commander.unknownCommand':
      return cli.unknownCommand(first) + hint;
    case 'commander.missingArgument':
      return cli.missingArgument(placeholder(first, language));
    case 'commander.missingMandatoryOptionValue':
      return cli.missingArgument(nameOf(first));
    case 'commander.optionMissingArgument':
      return cli.missingValue(nameOf(first));
    case 'commander.conflictingOption':
      return cli.notTogether(nameOf(first), nameOf(second));
    case 'commander.excessArguments':
      return cli.tooMany;
    case 'commander.invalidArgument':
      return notAllowed(error.message, first, second, language);
    default:
      return forTerminal(error.message);
  }
}

/** Of an option commander names first the option, then the value; of an argument first the value. */
function notAllowed(message: string, first: string, second: string, language: Language): string {
  const choices = /Allowed choices are (.+)\.$/.exec(message)?.[1] ?? '';
  const [name, value] = first.startsWith('-') ? [first, second] : [second, first];
  return messages[language].cli.notAllowed(placeholder(nameOf(name), language), value, choices);
}

/** `--as-of` of `--as-of <day>`, `--format` of `-f, --format <name>`. */
const nameOf = (flags: string): string => /--[\w-]+/.exec(flags)?.[0] ?? flags;
