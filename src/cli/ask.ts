import { assess } from '../assess/assess.ts';
import { compile, type CompiledBook, known } from '../assess/compile.ts';
import { contradictions } from '../assess/contradictions.ts';
import { createGround } from '../assess/ground.ts';
import { nowhere } from '../files/find.ts';
import { openDraft } from '../files/write.ts';
import { type Interview, interview, type Standing } from '../interview/interview.ts';
import { Interrupted, type Prompter } from '../interview/prompter.ts';
import type { IsoDate } from '../model/date.ts';
import type { Fact } from '../model/fact.ts';
import type { FactId } from '../model/ids.ts';
import type { Result } from '../model/problem.ts';
import type { Given } from '../model/use-case.ts';
import { withAnswer } from '../read/edit.ts';
import { isLink, whyBadPath } from '../read/records.ts';
import { type Catalogue, prepareCatalogue } from '../read/use-case.ts';
import { forTerminal } from '../report/escape.ts';
import { reporters } from '../report/reporter.ts';
import { pageWidth, wrap } from '../report/terminal/page.ts';
import { interviewWords } from '../text/interview-words.ts';
import { problemText } from '../text/problems.ts';
import { openBook } from './book.ts';
import { colourWanted } from './check.ts';
import { dayOf, type LookOptions, today } from './day.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { type Setting, refuse } from './tell.ts';
import { templateOf } from './template.ts';
import { createTextReader, diskOf, readText } from './use-case-reader.ts';
import { type World, write } from './world.ts';

/** A use-case file that answers are written into. */
export interface Written {
  readonly file: string;
  readonly compiled: CompiledBook;
  readonly catalogue: Catalogue;
  readonly asOf: IsoDate;
  readonly setting: Setting;
  /** Reads and assesses a text that is to stand in the file. */
  readonly stand: Interview['stand'];
}

/** The same, and who is asked. */
interface Talk extends Written {
  readonly prompter: Prompter;
}

/** `kompass ask FILE`: what is open and can still change something, written into the file. */
export const ask = (file: string, options: LookOptions, setting: Setting): Promise<ExitCode> =>
  talk(file, options, setting, async (found) => {
    if (found.ok) await say([interviewWords[setting.language].welcome], setting);
    return found;
  });

export const say = (lines: readonly string[], { world }: Setting): Promise<void> =>
  write(
    world.stdout,
    `${lines.flatMap((line) => wrap(forTerminal(line), pageWidth(world.stdout.columns))).join('\n')}\n`,
  );

type Begin = (found: Result<string>, talk: Talk) => Promise<Result<string>>;

/** Somebody else wrote into the file while a question was open. */
export class Changed extends Error {}

/** The conversation about one file: `begin` gives the text that it starts from, then it is asked what is open. */
export async function talk(file: string, options: LookOptions, setting: Setting, begin: Begin): Promise<ExitCode> {
  const { world, language } = setting;
  const words = interviewWords[language];
  const prompter = await prompterOf(setting);
  if (prompter === null)
    return refuse([{ code: 'no-terminal', at: nowhere, params: { advice: words.needsTerminal(file) } }], setting);
  const opened = await openWritten(file, options, setting);
  if (!opened.ok) return refuse(opened.problems, setting);
  const about: Talk = { ...opened.value, prompter };
  const { stand } = about;
  const place = await openDraft(file, world.cwd);
  if (!place.ok) return refuse(place.problems, setting);
  await place.value.discard();
  try {
    const found = readText(file, world.cwd);
    const text = await begin(found, about);
    if (!text.ok) return refuse(text.problems, setting);
    const start = stand(text.value, new Set());
    if (!start.ok) return refuse(start.problems, setting);
    const template = templateOf(start.value.useCase, world);
    if (!template.ok) return refuse(template.problems, setting);
    if (!found.ok) await save(text.value, null, about);
    await interview(start.value, interviewOf(about, text.value, template.value));
    const end = stand(textIn(file, world) ?? text.value, new Set());
    if (end.ok) await report(end.value, about);
    await say(['', words.saved(file), words.resume(file)], setting);
    return exitCode.passed;
  } catch (error) {
    if (error instanceof Changed) {
      await say(['', words.changed(file)], setting);
      return exitCode.wrongInput;
    }
    if (!(error instanceof Interrupted)) throw error;
    const isThere = textIn(file, world) !== null;
    await say(['', ...(isThere ? [words.saved(file), words.resume(file)] : [words.nothingSaved])], setting);
    return exitCode.interrupted;
  }
}

/** The rules and the day for one file. What is wrong with day, profile or rules is said before anybody has answered anything. */
export async function openWritten(file: string, options: LookOptions, setting: Setting): Promise<Result<Written>> {
  const { world } = setting;
  const day = dayOf(options, world);
  if (!day.ok) return day;
  const opened = await openBook(options.rules, world);
  if (!opened.ok) return opened;
  const asOf = day.value;
  const compiled = compile(opened.value.book);
  const catalogue = prepareCatalogue(compiled.book);
  const stand = standing({ file, compiled, catalogue, asOf, setting }, options);
  const early = stand('kompass: 1\nid: a\ntitle: A\n', new Set());
  return early.ok ? { ok: true, value: { file, compiled, catalogue, asOf, setting, stand } } : early;
}

export function textIn(file: string, { cwd }: World): string | null {
  const text = readText(file, cwd);
  return text.ok ? text.value : null;
}

/** Null: there is no terminal. */
export async function prompterOf({ world, language }: Setting): Promise<Prompter | null> {
  if (world.prompter !== undefined) return world.prompter;
  if (world.stdin.isTTY !== true || world.stdout.isTTY !== true) return null;
  const { terminalPrompter } = await import('./inquirer.ts');
  const { stdout } = world;
  return terminalPrompter(language, () => ({ columns: stdout.columns ?? 80, rows: stdout.rows ?? 24 }));
}

function standing(
  { file, compiled, catalogue, asOf, setting }: Omit<Written, 'stand'>,
  options: LookOptions,
): Interview['stand'] {
  const read = createTextReader(catalogue, options.profile, diskOf(setting.world), setting.world.config);
  return (text, passed) => {
    const useCase = read(file, text);
    if (!useCase.ok) return useCase;
    const problems = contradictions(useCase.value, compiled, asOf);
    if (problems.length > 0) return { ok: false, problems };
    const answers = new Map(useCase.value.answers);
    for (const fact of passed) if (!answers.has(fact)) answers.set(fact, notKnown(known(compiled.facts, fact)));
    const assessment = assess({ ...useCase.value, answers }, compiled, asOf, options.for ?? null);
    const isOpenFor = (fact: FactId): boolean => createGround(compiled, useCase.value, asOf).gate(fact) === 'true';
    return { ok: true, value: { text, useCase: useCase.value, assessment, isOpenFor } };
  };
}

/** What somebody says who does not know: it is not written everywhere, and yet asked only once. */
function notKnown({ type }: Fact): Given {
  const base = { at: nowhere, note: null, source: null };
  switch (type) {
    case 'yes-no':
      return { ...base, type, value: null, confirmedOn: null };
    case 'date':
      return { ...base, type, value: null, until: null };
    case 'measure':
      return { ...base, type, done: null, planned: null, evidence: [] };
    case 'judgement':
      return { ...base, type, claimed: null, reason: null, role: null, on: null, evidence: [] };
    case 'opinion':
      return { ...base, type, result: null, by: null, on: null, digest: null, conditions: [], evidence: [] };
    default:
      return { ...base, type, value: null };
  }
}

function interviewOf(about: Talk, begun: string, template: Interview['template']): Interview {
  const { file, prompter, compiled, asOf, setting, stand } = about;
  const { language, world } = setting;
  let last = begun;
  return {
    prompter,
    language,
    compiled,
    template,
    // Somebody confirms today, whatever day is looked at.
    today: today(world) ?? asOf,
    officeTitle: (id) => compiled.book.offices.find((office) => office.id === id)?.title[language] ?? id,
    // Looked for anew each time: it may have been put there meanwhile.
    isProof: (proof) => isLink(proof) || (whyBadPath(proof) === null && diskOf(world).evidenceLookup(file)(proof)),
    withAnswer,
    stand,
    save: async (next) => {
      await save(next, last, about);
      last = next;
    },
    show: (lines) => say(lines, setting),
    problem: (problem) => problemText(problem, language),
  };
}

/** `before`: what the file has to hold still; null: there is none yet. */
export async function save(text: string, before: string | null, { file, setting }: Written): Promise<void> {
  const { world, language } = setting;
  if (textIn(file, world) !== before) throw new Changed();
  const draft = await openDraft(file, world.cwd);
  if (!draft.ok) throw new Error(draft.problems.map((problem) => problemText(problem, language)).join('\n'));
  await draft.value.write(text);
  await draft.value.finish();
}

/** The same report as that of `check`. */
export async function report({ assessment }: Standing, { compiled, asOf, setting }: Written): Promise<void> {
  const { world, language } = setting;
  const make = await reporters.terminal();
  const reporter = make({
    compiled,
    language,
    asOf,
    files: 1,
    colour: colourWanted({}, world),
    width: world.stdout.columns ?? 80,
    show: { quiet: false, verbose: false, explain: false, met: false, open: false, waived: false },
  });
  await write(world.stdout, `\n${String(reporter.each(assessment))}`);
}
