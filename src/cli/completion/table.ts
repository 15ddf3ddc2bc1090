import type { Command, Option } from 'commander';

/** What can stand at a place of the command line. */
export type Offer =
  | { readonly kind: 'words'; readonly words: readonly Word[] }
  | { readonly kind: 'file' }
  | { readonly kind: 'folder' };
export interface Word {
  readonly word: string;
  /** In the user's language; empty where the word says enough. */
  readonly about: string;
}

/**
 * The command tree as the scripts look things up in it. A key is the path of a command and what is wanted of it:
 * `kompass check -` its options, `kompass check --format` the values of one, `kompass check :0` what stands first behind it.
 */
export interface Table {
  readonly paths: readonly string[];
  /** Options that are followed by one value, or by all up to the next option. */
  readonly takes: { readonly one: readonly string[]; readonly many: readonly string[] };
  readonly offers: readonly { readonly key: string; readonly offer: Offer }[];
  /** The same for commands that take any number of arguments: what stands behind the others. */
  readonly rest: readonly { readonly path: string; readonly offer: Offer }[];
}

/** Everything comes from commander's tree, so that no command or option is written down twice. */
export function tableOf(command: Command, above: readonly string[] = []): Table {
  const path = [...above, command.name()].join(' ');
  const help = command.createHelp();
  const options = help.visibleOptions(command);
  const below = help.visibleCommands(command).map((child) => ({ child, real: command.commands.includes(child) }));
  const parts = below.map(({ child, real }) =>
    real ? tableOf(child, [...above, command.name()]) : helpTable(`${path} ${child.name()}`, command),
  );
  const places = placesOf(command);
  return joined([
    {
      paths: [path],
      takes: { one: keysOf(path, options, takesOne), many: keysOf(path, options, ({ variadic }) => variadic) },
      offers: [
        { key: `${path} -`, offer: words(options.flatMap(optionWords)) },
        ...options.flatMap((option) => offered(valuesOf(option), flagsOf(option), path)),
        ...(below.length === 0 ? [] : [{ key: `${path} :0`, offer: words(below.map(({ child }) => named(child))) }]),
        ...places.flatMap(({ offer }, index) => offered(offer, [`:${index}`], path)),
      ],
      rest: places.flatMap(({ many, offer }) => (many && offer !== null ? [{ path, offer }] : [])),
    },
    ...parts,
  ]);
}

/** The help command takes the names beside it, which commander does not know as choices. */
const helpTable = (path: string, parent: Command): Table => ({
  paths: [path],
  takes: { one: [], many: [] },
  offers: [{ key: `${path} :0`, offer: words(parent.commands.map(named)) }],
  rest: [],
});

const joined = (tables: readonly Table[]): Table => ({
  paths: tables.flatMap(({ paths }) => paths),
  takes: {
    one: tables.flatMap(({ takes }) => takes.one),
    many: tables.flatMap(({ takes }) => takes.many),
  },
  offers: tables.flatMap(({ offers }) => offers),
  rest: tables.flatMap(({ rest }) => rest),
});

const words = (list: readonly Word[]): Offer => ({ kind: 'words', words: list });
const choices = (list: readonly string[]): Offer => words(list.map((word) => ({ word, about: '' })));
const named = (command: Command): Word => ({ word: command.name(), about: command.description() });

const flagsOf = ({ short, long }: Option): string[] => [short, long].filter((flag) => flag !== undefined);
const optionWords = (option: Option): Word[] => flagsOf(option).map((word) => ({ word, about: option.description }));
const takesOne = ({ required, optional, variadic }: Option): boolean => (required || optional) && !variadic;
const keysOf = (path: string, options: readonly Option[], which: (option: Option) => boolean): string[] =>
  options.filter(which).flatMap((option) => flagsOf(option).map((flag) => `${path} ${flag}`));

const valuesOf = (option: Option): Offer | null =>
  option.argChoices === undefined ? pathNamed(/[<[]([\w-]+)/.exec(option.flags)?.[1]) : choices(option.argChoices);

const placesOf = (command: Command) =>
  command.registeredArguments.map((argument) => ({
    many: argument.variadic,
    offer: argument.argChoices === undefined ? pathNamed(argument.name()) : choices(argument.argChoices),
  }));

/** A value is a path where its name in the help says so. */
function pathNamed(name: string | undefined): Offer | null {
  if (name === 'file' || name === 'path') return { kind: 'file' };
  return name === 'folder' ? { kind: 'folder' } : null;
}

const offered = (offer: Offer | null, ends: readonly string[], path: string): { key: string; offer: Offer }[] =>
  offer === null ? [] : ends.map((end) => ({ key: `${path} ${end}`, offer }));
