import { assess } from '../assess/assess.ts';
import { fill } from '../assess/fill.ts';
import { readBuiltDocuments } from '../files/book.ts';
import { nowhere } from '../files/find.ts';
import { nearest } from '../read/nearest.ts';
import { documentDraft } from '../report/document.ts';
import { forTerminal } from '../report/escape.ts';
import { viewOf } from '../report/view.ts';
import { documentWords } from '../text/document-words.ts';
import { placeholders } from '../text/help-words.ts';
import type { LookOptions } from './day.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { openUseCase } from './open-use-case.ts';
import { type PaperOptions, paperTarget, writePaper } from './paper.ts';
import { refuse, type Setting } from './tell.ts';
import { write } from './world.ts';

export interface DocumentOptions extends Omit<LookOptions, 'for'>, PaperOptions {}

/** `kompass document KIND FILE`: the draft of a paper, filled from the answers, with what is open marked and listed. */
export async function document(
  kind: string,
  file: string,
  options: DocumentOptions,
  setting: Setting,
): Promise<ExitCode> {
  const { world, language } = setting;
  const templates = readBuiltDocuments(world.rules);
  const template = templates.find(({ id }) => id === kind);
  if (template === undefined) {
    const known = templates.map(({ id }) => id);
    const params = { key: placeholders[language].kind ?? 'kind', found: kind, near: nearest(kind, known), known };
    return refuse([{ code: 'unknown-value', at: nowhere, params }], setting);
  }
  const target = paperTarget(options, [file], world);
  if (!target.ok) return refuse(target.problems, setting);
  const opened = await openUseCase(file, options, world);
  if (!opened.ok) return refuse(opened.problems, setting);
  const { useCase, compiled, asOf } = opened.value;
  const assessment = assess(useCase, compiled, asOf, null);
  const filled = fill(template, useCase, assessment, compiled, asOf);
  const { paper, tasks } = documentDraft(filled, viewOf(assessment, compiled, language));
  const problems = await writePaper(paper, target.value, world);
  if (problems.length > 0) return refuse(problems, setting);
  const { output } = options;
  if (output !== undefined) {
    const told = documentWords[language].written(template.title[language], tasks, output);
    await write(world.stdout, `${forTerminal(told)}\n`);
  }
  return exitCode.passed;
}
