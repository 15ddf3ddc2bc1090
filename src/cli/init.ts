import { readBuiltTemplates } from '../files/book.ts';
import { nowhere } from '../files/find.ts';
import { openDraft } from '../files/write.ts';
import { Interrupted, type Prompter } from '../interview/prompter.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { Template } from '../model/template.ts';
import { interviewWords } from '../text/interview-words.ts';
import { messages } from '../text/messages.ts';
import { openWritten, prompterOf, say, talk } from './ask.ts';
import { fileTyped, kindOf, nameOf, ownerOf } from './beginning.ts';
import type { LookOptions } from './day.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { type Beginning, freePlace, headOf, templateText } from './new-file.ts';
import { findTemplate } from './template.ts';
import { refuse, type Setting } from './tell.ts';
import { readText } from './use-case-reader.ts';
import { write } from './world.ts';

export interface InitOptions extends LookOptions {
  readonly from?: string;
}

/** `kompass init [FILE]`: the head of a new file, then what `ask` asks; without a terminal, the file of a template. */
export async function init(file: string | undefined, options: InitOptions, setting: Setting): Promise<ExitCode> {
  const named: Result<Template | null> =
    options.from === undefined ? { ok: true, value: null } : findTemplate(options.from, nowhere, setting.world);
  if (!named.ok) return refuseTemplate(named.problems, setting);
  const prompter = await prompterOf(setting);
  if (prompter !== null) return converse(file, named.value, prompter, options, setting);
  if (file !== undefined && named.value !== null) return writeTemplate(file, named.value, options, setting);
  const advice = interviewWords[setting.language].needsTemplate(file ?? 'chatbot.yaml');
  return refuse([{ code: 'no-terminal', at: nowhere, params: { advice } }], setting);
}

/** Whoever mistypes a name sees what each template is for. */
async function refuseTemplate(problems: readonly Problem[], setting: Setting): Promise<ExitCode> {
  const { world, language } = setting;
  const code = await refuse(problems, setting);
  const list = readBuiltTemplates(world.rules).map(({ id, about }) => `  ${id}: ${about[language]}\n`);
  await write(world.stderr, `\n${messages[language].cli.templates}\n${list.join('')}`);
  return code;
}

async function converse(
  file: string | undefined,
  template: Template | null,
  prompter: Prompter,
  options: InitOptions,
  setting: Setting,
): Promise<ExitCode> {
  const begin = async (): Promise<Beginning> => {
    await say([interviewWords[setting.language].welcomeNew, ''], setting);
    const chosen = options.from === undefined ? await kindOf(prompter, setting) : template;
    return { template: chosen, ...(await nameOf(chosen, prompter, setting)) };
  };
  try {
    const begun = file === undefined ? await begin() : null;
    const path = file ?? (await fileTyped(begun?.id ?? '', prompter, setting));
    return await talk(path, options, setting, async (found, { compiled }) => {
      const free = freePlace(found, path);
      if (!free.ok) return free;
      const { template: chosen, ...name } = begun ?? (await begin());
      const head = {
        ...name,
        ...(chosen === null ? {} : { template: chosen.id }),
        ...(await ownerOf(prompter, setting)),
      };
      return { ok: true, value: headOf(head, path, compiled.book, setting.language) };
    });
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    await say(['', interviewWords[setting.language].nothingSaved], setting);
    return exitCode.interrupted;
  }
}

/** The file of a template, for whoever answers by hand or later. */
async function writeTemplate(
  file: string,
  template: Template,
  options: InitOptions,
  setting: Setting,
): Promise<ExitCode> {
  const { world, language } = setting;
  const free = freePlace(readText(file, world.cwd), file);
  if (!free.ok) return refuse(free.problems, setting);
  const opened = await openWritten(file, options, setting);
  if (!opened.ok) return refuse(opened.problems, setting);
  const text = templateText(file, template, opened.value.compiled.book, language);
  const start = opened.value.stand(text, new Set());
  if (!start.ok) return refuse(start.problems, setting);
  const draft = await openDraft(file, world.cwd);
  if (!draft.ok) return refuse(draft.problems, setting);
  await draft.value.write(text);
  await draft.value.finish();
  const words = interviewWords[language];
  await say([words.saved(file), words.nextSteps(file, template.usual.length)], setting);
  return exitCode.passed;
}
