import { type Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { readBuiltDocuments, readBuiltTemplates, readVersion } from '../files/book.ts';
import { type Language, languages, type Text } from '../model/language.ts';
import { ruleKinds } from '../model/rule.ts';
import { checkStages } from '../model/stage.ts';
import { tiers } from '../model/tier.ts';
import { diffFormats } from '../report/diff/reporter.ts';
import { registerFormats } from '../report/register/reporter.ts';
import { formats } from '../report/reporter.ts';
import { messages } from '../text/messages.ts';
import type { CheckOptions } from './check.ts';
import type { ClausesOptions } from './clauses.ts';
import type { LookOptions } from './day.ts';
import type { DocumentOptions } from './document.ts';
import type { Shell } from './completion.ts';
import type { DoctorOptions } from './doctor/finding.ts';
import { applyConfig, configured } from './config.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import type { DiffOptions } from './diff.ts';
import type { ExplainOptions } from './explain.ts';
import { failLevels } from './gate.ts';
import { helpIn } from './help.ts';
import type { ImportOptions } from './import.ts';
import type { InitOptions } from './init.ts';
import { languageOf } from './language.ts';
import { type Shard, shardIn } from './shard.ts';
import type { RegisterOptions } from './register.ts';
import type { ReportOptions } from './register-report.ts';
import type { RuleFilter, RuleOptions } from './rules.ts';
import type { SchemaName } from './schema.ts';
import { addTarget } from './targets.ts';
import { usageText } from './usage.ts';
import { type World, write } from './world.ts';

/** Finds the command and runs it; a command's module is loaded when it is called. */
export async function runProgram(outside: World): Promise<ExitCode> {
  const world = await configured(outside);
  const language = languageOf(world);
  const output: string[] = [];
  let code: ExitCode = exitCode.passed;
  const program = createProgram(world, language, output, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...world.argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) {
      await write(world.stderr, usageText(error, program, language));
      return exitCode.wrongInput;
    }
  }
  await write(world.stdout, output.join(''));
  return code;
}

/** The command tree. What it prints is gathered in `output`. */
export function createProgram(
  world: World,
  language: Language,
  output: string[],
  finish: (code: ExitCode) => void,
): Command {
  const say = messages[language].cli;
  const program = new Command('kompass')
    .description(say.summary)
    .helpOption('-h, --help', say.help)
    .helpCommand('help [command]', say.help)
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.push(text), writeErr: () => {} })
    .configureHelp(helpIn(language));
  if (world.argv.some((arg) => arg === '--version' || arg === '-V'))
    program.version(readVersion(world.version), '-V, --version', say.versionOption);
  else program.option('-V, --version', say.versionOption);
  addCheck(program, world, language, finish);
  addExplain(program, world, language, finish);
  addDiff(program, world, language, finish);
  addInit(program, world, language, finish);
  addAsk(program, world, language, finish);
  addImport(program, world, language, finish);
  addClauses(program, world, language, finish);
  addDocument(program, world, language, finish);
  addRegister(program, world, language, finish);
  addSchema(program, world, language, finish);
  addRules(program, world, language, finish);
  addDoctor(program, world, language, finish);
  addCompletion(program, world, language, finish);
  const { config } = world;
  for (const command of leavesOf(program))
    command.option('-c, --config <file>', say.option.config).option('--no-config', say.option.noConfig);
  if (config !== undefined) program.hook('preAction', (_, command) => applyConfig(command, config));
  return program;
}

const leavesOf = (command: Command): readonly Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leavesOf);

function shardArgument(text: string): Shard {
  const shard = shardIn(text);
  if (shard === null) throw new InvalidArgumentError('Allowed choices are 1/4, 2/4.');
  return shard;
}

function addCheck(program: Command, world: World, language: Language, finish: (code: ExitCode) => void): void {
  const { cli } = messages[language];
  const { option } = cli;
  program
    .command('check')
    .description(cli.check)
    .argument('<path...>', cli.checkPaths)
    .addOption(new Option('-f, --format <name>', option.format).choices(formats).argParser(addTarget))
    .option('-o, --output <file>', option.output)
    .option('--as-of <day>', option.asOf)
    .addOption(new Option('--for <stage>', option.for).choices(checkStages))
    .addOption(new Option('--fail-on <level>', option.failOn).choices(failLevels).default('clarify'))
    .addOption(new Option('--lang <language>', option.lang).choices(languages))
    .option('--require-approval', option.requireApproval)
    .option('--no-require-approval', option.noRequireApproval)
    .option('--profile <file>', option.profile)
    .option('--rules <folder>', option.rules)
    .option('--ndjson', option.ndjson)
    .option('--shard <part>', option.shard, shardArgument)
    .option('--against <revision>', option.against)
    .option('--changed-since <revision>', option.changedSince)
    .option('--show-met', option.showMet)
    .option('--show-waived', option.showWaived)
    .option('--show-open', option.showOpen)
    .option('--within <days>', option.within)
    .option('--explain', option.explain)
    .option('-q, --quiet', option.quiet)
    .option('-v, --verbose', option.verbose)
    .option('--color', option.colour)
    .option('--no-color', option.noColour)
    .action(async (paths: readonly string[], options: CheckOptions) => {
      const { check } = await import('./check.ts');
      finish(await check(paths, options, { world, language }));
    });
}

/** The options by which one use case is looked at. */
function looking(command: Command, language: Language): Command {
  const { option } = messages[language].cli;
  return command
    .option('--as-of <day>', option.asOf)
    .addOption(new Option('--for <stage>', option.for).choices(checkStages))
    .addOption(new Option('--lang <language>', option.lang).choices(languages))
    .option('--profile <file>', option.profile)
    .option('--rules <folder>', option.rules);
}

function addExplain(program: Command, world: World, language: Language, finish: (code: ExitCode) => void): void {
  const { cli } = messages[language];
  const { option } = cli;
  const command = program
    .command('explain')
    .description(cli.explain)
    .argument('<file>', cli.explainFile)
    .argument('[what]', cli.explainWhat)
    .option('--what-if <answer...>', option.whatIf)
    .option('--what-would-change', option.whatWouldChange);
  looking(command, language)
    .option('-v, --verbose', option.explainAll)
    .action(async (file: string, what: string | undefined, options: ExplainOptions) => {
      const { explain } = await import('./explain.ts');
      finish(await explain(file, what, options, { world, language }));
    });
}

function addDiff(program: Command, world: World, language: Language, finish: (code: ExitCode) => void): void {
  const { cli } = messages[language];
  const { option } = cli;
  const command = program
    .command('diff')
    .description(cli.diff)
    .argument('<old>', cli.diffOld)
    .argument('[new]', cli.diffNew)
    .addOption(new Option('-f, --format <name>', option.format).choices(diffFormats).default('terminal'))
    .option('-o, --output <file>', option.output);
  looking(command, language)
    .option('--as-of-new <day>', option.asOfNew)
    .option('--rules-new <folder>', option.rulesNew)
    .option('--packs-old <folder>', option.packsOld)
    .option('-v, --verbose', option.verbose)
    .action(async (old: string, next: string | undefined, options: DiffOptions) => {
      const { diff } = await import('./diff.ts');
      finish(await diff(old, next, options, { world, language }));
    });
}

function addRegister(program: Command, world: World, language: Language, finish: (code: ExitCode) => void): void {
  const { cli } = messages[language];
  const { option } = cli;
  program
    .command('register')
    .description(cli.register)
    .argument('<path...>', cli.checkPaths)
    .addOption(new Option('-f, --format <name>', option.format).choices(registerFormats).default('terminal'))
    .option('-o, --output <file>', option.output)
    .option('--public', option.public)
    .addOption(new Option('--report <year>', option.report).conflicts(['format', 'public']))
    .option('--since <state>', option.since)
    .option('--as-of <day>', option.asOf)
    .addOption(new Option('--lang <language>', option.lang).choices(languages))
    .option('--profile <file>', option.profile)
    .option('--rules <folder>', option.rules)
    .option('--color', option.colour)
    .option('--no-color', option.noColour)
    .action(async (paths: readonly string[], options: RegisterOptions & Partial<ReportOptions>) => {
      const { report, since, ...own } = options;
      if (report !== undefined || since !== undefined) {
        const { reportYear } = await import('./register-report.ts');
        return finish(await reportYear(paths, options, { world, language }));
      }
      const { register } = await import('./register.ts');
      finish(await register(paths, own, { world, language }));
    });
}

function addInit(program: Command, world: World, language: Language, finish: (code: ExitCode) => void): void {
  const { cli } = messages[language];
  const command = program
    .command('init')
    .description(cli.init)
    .argument('[file]', cli.initFile)
    .addOption(namesToChoose(new Option('--from <template>', cli.initFrom), readBuiltTemplates, world))
    .addOption(new Option('--answers <file>', cli.option.initAnswers).conflicts(['from']))
    .addHelpText('after', () => `\n${cli.templates}\n${templateList(readBuiltTemplates(world.rules), language)}`);
  looking(command, language).action(
    async (path: string | undefined, options: InitOptions & { readonly answers?: string }) => {
      const { answers, ...look } = options;
      if (answers === undefined) {
        const { init } = await import('./init.ts');
        return finish(await init(path, look, { world, language }));
      }
      if (path === undefined) return command.error(`missing 'file'`, { code: 'commander.missingArgument' });
      const { initFromAnswers } = await import('./answers.ts');
      finish(await initFromAnswers(path, { ...look, answers }, { world, language }));
    },
  );
}

/** The names are data, so they are read only where a shell is to complete them; the command itself refuses what it does not know. */
function namesToChoose<Part extends Argument | Option>(
  part: Part,
  read: (rules: URL) => readonly { readonly id: string }[],
  { argv, rules }: World,
): Part {
  if (argv.includes('completion')) part.choices(read(rules).map(({ id }) => id));
  return part;
}

function templateList(templates: readonly { readonly id: string; readonly title: Text }[], language: Language): string {
  const width = Math.max(...templates.map(({ id }) => id.length));
  return templates.map(({ id, title }) => `  ${id.padEnd(width)}  ${title[language]}\n`).join('');
}

interface AskOptions extends Omit<LookOptions, 'for'> {
  /** A stage, or an office whose questions are wanted. */
  readonly for?: string;
  readonly answers?: string;
  readonly output?: string;
}

function addAsk(program: Command, world: World, language: Language, finish: (code: ExitCode) => void): void {
  const { option, ask, askFile } = messages[language].cli;
  program
    .command('ask')
    .description(ask)
    .argument('<file>', askFile)
    .option('--for <who>', option.askFor)
    .option('-o, --output <file>', option.questionnaire)
    .addOption(new Option('--answers <file>', option.answers).conflicts(['output']))
    .option('--as-of <day>', option.asOf)
    .addOption(new Option('--lang <language>', option.lang).choices(languages))
    .option('--profile <file>', option.profile)
    .option('--rules <folder>', option.rules)
    .action(async (file: string, { for: who, answers, output, ...look }: AskOptions) => {
      const setting = { world, language };
      const stage = checkStages.find((one) => one === who);
      if (who !== undefined && stage === undefined) {
        const { writeQuestionnaire } = await import('./questionnaire.ts');
        const options = { ...look, for: who, ...(output === undefined ? {} : { output }) };
        return finish(await writeQuestionnaire(file, options, setting));
      }
      const options = { ...look, ...(stage === undefined ? {} : { for: stage }) };
      if (answers === undefined) {
        const commands = await import('./ask.ts');
        return finish(await commands.ask(file, options, setting));
      }
      const { takeAnswers } = await import('./answers.ts');
      finish(await takeAnswers(file, { ...options, answers }, setting));
    });
}

function addImport(program: Command, world: World, language: Language, finish: (code: ExitCode) => void): void {
  const { cli } = messages[language];
  const { option } = cli;
  program
    .command('import')
    .description(cli.import)
    .argument('<list>', cli.importList)
    .requiredOption('--map <file>', option.map)
    .option('-o, --output <folder>', option.importFolder)
    .option('--dry-run', option.dryRun)
    .option('--as-of <day>', option.asOf)
    .addOption(new Option('--lang <language>', option.lang).choices(languages))
    .option('--profile <file>', option.profile)
    .option('--rules <folder>', option.rules)
    .action(async (list: string, options: ImportOptions) => {
      const { importUses } = await import('./import.ts');
      finish(await importUses(list, options, { world, language }));
    });
}

function addClauses(program: Command, world: World, language: Language, finish: (code: ExitCode) => void): void {
  const { cli } = messages[language];
  const { option } = cli;
  program
    .command('clauses')
    .description(cli.clauses)
    .argument('<file>', cli.explainFile)
    .addOption(new Option('-f, --format <name>', option.paper).choices(['markdown', 'docx']))
    .option('-o, --output <file>', option.output)
    .option('--as-of <day>', option.asOf)
    .addOption(new Option('--for <stage>', option.for).choices(['tender', 'award']))
    .addOption(new Option('--lang <language>', option.lang).choices(languages))
    .option('--profile <file>', option.profile)
    .option('--rules <folder>', option.rules)
    .action(async (file: string, options: ClausesOptions) => {
      const { clauses } = await import('./clauses.ts');
      finish(await clauses(file, options, { world, language }));
    });
}

function addDocument(program: Command, world: World, language: Language, finish: (code: ExitCode) => void): void {
  const { cli } = messages[language];
  const { option } = cli;
  program
    .command('document')
    .description(cli.document)
    .addArgument(namesToChoose(program.createArgument('<kind>', cli.documentKind), readBuiltDocuments, world))
    .argument('<file>', cli.explainFile)
    .addOption(new Option('-f, --format <name>', option.paper).choices(['markdown', 'docx']))
    .option('-o, --output <file>', option.output)
    .option('--as-of <day>', option.asOf)
    .addOption(new Option('--lang <language>', option.lang).choices(languages))
    .option('--profile <file>', option.profile)
    .option('--rules <folder>', option.rules)
    .addHelpText('after', () => `\n${cli.documents}\n${templateList(readBuiltDocuments(world.rules), language)}`)
    .action(async (kind: string, file: string, options: DocumentOptions) => {
      const { document } = await import('./document.ts');
      finish(await document(kind, file, options, { world, language }));
    });
}

function addSchema(program: Command, world: World, language: Language, finish: (code: ExitCode) => void): void {
  const { cli } = messages[language];
  program
    .command('schema')
    .description(cli.schema)
    .addArgument(
      program
        .createArgument('<what>', cli.schemaWhat)
        .choices(['use-case', 'profile', 'config', 'assessment', 'diff', 'register', 'rule']),
    )
    .option('--rules <folder>', cli.option.rules)
    .addOption(new Option('--lang <language>', cli.option.lang).choices(languages))
    .action(async (what: SchemaName, options: RuleOptions) => {
      const { schema } = await import('./schema.ts');
      finish(await schema(what, options, { world, language }));
    });
}

function addDoctor(program: Command, world: World, language: Language, finish: (code: ExitCode) => void): void {
  const { cli } = messages[language];
  program
    .command('doctor')
    .description(cli.doctor)
    .option('--profile <file>', cli.option.profile)
    .option('--rules <folder>', cli.option.rules)
    .addOption(new Option('--lang <language>', cli.option.lang).choices(languages))
    .action(async (options: DoctorOptions) => {
      const { doctor } = await import('./doctor.ts');
      finish(await doctor(options, { world, language }));
    });
}

function addCompletion(program: Command, world: World, language: Language, finish: (code: ExitCode) => void): void {
  const { cli } = messages[language];
  program
    .command('completion')
    .description(cli.completion)
    .addArgument(program.createArgument('<shell>', cli.completionShell).choices(['bash', 'zsh', 'fish']))
    .addOption(new Option('--lang <language>', cli.option.lang).choices(languages))
    .action(async (shell: Shell) => {
      const { completion } = await import('./completion.ts');
      finish(await completion(shell, program, world));
    });
}

function addRules(program: Command, world: World, language: Language, finish: (code: ExitCode) => void): void {
  const { cli } = messages[language];
  const lang = (): Option => new Option('--lang <language>', cli.option.lang).choices(languages);
  const folder = (): Option => new Option('--rules <folder>', cli.option.rules);
  const rules = program.command('rules').description(cli.rules);
  rules
    .command('list')
    .description(cli.rulesList)
    .option('--pack <id>', cli.option.pack)
    .option('--cite <text>', cli.option.cite)
    .addOption(new Option('--tier <tier>', cli.option.tier).choices(tiers))
    .option('--role <id>', cli.option.role)
    .addOption(new Option('--kind <kind>', cli.option.kind).choices(ruleKinds))
    .option('--begins <day>', cli.option.begins)
    .addOption(folder())
    .addOption(lang())
    .action(async (filter: RuleFilter) => {
      const { listRules } = await import('./rules.ts');
      finish(await listRules(filter, { world, language }));
    });
  rules
    .command('show')
    .description(cli.rulesShow)
    .argument('<id...>', cli.rulesIds)
    .addOption(folder())
    .addOption(lang())
    .action(async (ids: readonly string[], options: RuleOptions) => {
      const { showRules } = await import('./rules.ts');
      finish(await showRules(ids, options, { world, language }));
    });
  for (const [name, text, run] of [
    ['test', cli.rulesTest, 'testRules'],
    ['review', cli.rulesReview, 'reviewRules'],
  ] as const)
    rules
      .command(name)
      .description(text)
      .argument('[pack...]', cli.rulesPacks)
      .addOption(folder())
      .addOption(lang())
      .action(async (packs: readonly string[], options: RuleOptions) => {
        const tools = await import('./rule-tools.ts');
        finish(await tools[run](packs, options, { world, language }));
      });
  rules
    .command('docs')
    .description(cli.rulesDocs)
    .requiredOption('-o, --output <folder>', cli.option.folder)
    .addOption(folder())
    .addOption(lang())
    .action(async ({ output, ...options }: RuleOptions & { readonly output: string }) => {
      const { writeHandbook } = await import('./rules.ts');
      finish(await writeHandbook(output, options, { world, language }));
    });
}
