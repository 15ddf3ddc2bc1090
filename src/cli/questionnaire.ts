import { nowhere } from '../files/find.ts';
import type { Office } from '../model/ids.ts';
import type { Result } from '../model/problem.ts';
import { checkStages } from '../model/stage.ts';
import { nearest } from '../read/nearest.ts';
import { clip } from '../read/yaml.ts';
import { questionnaire, questionsFor } from '../report/questionnaire.ts';
import { questionnaireWords } from '../text/questionnaire-words.ts';
import { openWritten, say } from './ask.ts';
import type { LookOptions } from './day.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { paperTarget, writePaper } from './paper.ts';
import { refuse, type Setting } from './tell.ts';
import { readText } from './use-case-reader.ts';

export interface QuestionnaireOptions extends Omit<LookOptions, 'for'> {
  /** An office, by its id, the beginning of it, or its initials. */
  readonly for: string;
  readonly output?: string;
}

/** `kompass ask FILE --for OFFICE [-o FILE]`: the open questions of one office as a form, in Word where the name ends in .docx. */
export async function writeQuestionnaire(
  file: string,
  { for: wanted, output, ...options }: QuestionnaireOptions,
  setting: Setting,
): Promise<ExitCode> {
  const { world, language } = setting;
  const opened = await openWritten(file, options, setting);
  if (!opened.ok) return refuse(opened.problems, setting);
  const { compiled, stand } = opened.value;
  const office = officeNamed(wanted, compiled.book.offices);
  if (!office.ok) return refuse(office.problems, setting);
  const target = paperTarget(output === undefined ? {} : { output }, [file], world);
  if (!target.ok) return refuse(target.problems, setting);
  const text = readText(file, world.cwd);
  if (!text.ok) return refuse(text.problems, setting);
  const here = stand(text.value, new Set());
  if (!here.ok) return refuse(here.problems, setting);
  const { assessment, useCase } = here.value;
  const form = {
    assessment,
    office: office.value.id,
    compiled,
    language,
    digest: useCase.digest,
    body: useCase.organisation,
  };
  const words = questionnaireWords[language];
  const { length } = questionsFor(form);
  if (length === 0) {
    await say([words.nothingOpen(office.value.title[language])], setting);
    return exitCode.passed;
  }
  const problems = await writePaper(questionnaire(form), target.value, world);
  if (problems.length > 0) return refuse(problems, setting);
  if (output !== undefined) await say([words.madeFor(length, file, output)], setting);
  return exitCode.passed;
}

interface Titled {
  readonly id: Office;
  readonly title: Readonly<Record<'de' | 'en', string>>;
}

const initials = (id: string): string => id.replace(/(\w)\w*-?/g, '$1');

/** `data-protection-officer`, `data`, or `dpo`. */
function officeNamed(wanted: string, offices: readonly Titled[]): Result<Titled> {
  const exact = offices.find(({ id }) => id === wanted);
  if (exact !== undefined) return { ok: true, value: exact };
  const [first, second] = offices.filter(({ id }) => id.startsWith(`${wanted}-`) || initials(id) === wanted);
  if (first !== undefined && second === undefined) return { ok: true, value: first };
  const known = offices.map(({ id }) => String(id));
  const params = { found: clip(wanted), near: nearest(clip(wanted), [...known, ...checkStages]), known };
  return { ok: false, problems: [{ code: 'unknown-role', at: nowhere, params }] };
}
