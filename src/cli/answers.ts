import { nowhere } from '../files/find.ts';
import { readBytes } from '../files/read.ts';
import type { Standing } from '../interview/interview.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { Given } from '../model/use-case.ts';
import { readAnswersFile } from '../read/answers-file.ts';
import { withAnswer } from '../read/edit.ts';
import { markdownLines, readQuestionnaire } from '../read/questionnaire.ts';
import type { Submission, Submitted } from '../read/submission.ts';
import type { Catalogue } from '../read/use-case.ts';
import { clip, decodeUtf8 } from '../read/yaml.ts';
import { questionnaireWords } from '../text/questionnaire-words.ts';
import { scalar } from '../text/scalar.ts';
import { Changed, openWritten, report, save, say, textIn, type Written } from './ask.ts';
import type { LookOptions } from './day.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { headOf } from './new-file.ts';
import { refuse, type Setting } from './tell.ts';
import { readText } from './use-case-reader.ts';

interface AnswerOptions extends LookOptions {
  readonly answers: string;
}

/** `kompass ask FILE --answers ANSWERS`: all answers go into the file, or none. */
export const takeAnswers = (file: string, options: AnswerOptions, setting: Setting): Promise<ExitCode> =>
  take(file, options, setting, () => readText(file, setting.world.cwd));

/** `kompass init FILE --answers ANSWERS`: the same into a new file, whose head stands there too. */
export const initFromAnswers = (file: string, options: AnswerOptions, setting: Setting): Promise<ExitCode> =>
  take(file, options, setting, ({ head }, { compiled }) => {
    const found = readText(file, setting.world.cwd);
    if (found.ok) return wrong({ code: 'exists', at: nowhere, params: { path: file } });
    if (found.problems.some(({ code }) => code !== 'not-found')) return found;
    const { title } = head;
    if (title === undefined)
      return wrong({
        code: 'missing-key',
        at: { file: options.answers, line: 1, column: 1 },
        params: { key: 'title' },
      });
    return { ok: true, value: headOf({ ...head, title }, file, compiled.book, setting.language) };
  });

const wrong = (problem: Problem): Result<never> => ({ ok: false, problems: [problem] });

type Begin = (submission: Submission, about: Written) => Result<string>;

async function take(file: string, options: AnswerOptions, setting: Setting, begin: Begin): Promise<ExitCode> {
  const { world, language } = setting;
  const opened = await openWritten(file, options, setting);
  if (!opened.ok) return refuse(opened.problems, setting);
  const about = opened.value;
  const submission = await readSubmission(options.answers, about.catalogue, setting);
  if (!submission.ok) return refuse(submission.problems, setting);
  const before = textIn(file, world);
  const text = begin(submission.value, about);
  if (!text.ok) return refuse(text.problems, setting);
  const start = about.stand(text.value, new Set());
  if (!start.ok) return refuse(start.problems, setting);
  const end = written(submission.value, start.value, about.stand, options.answers);
  if (!end.ok) return refuse(end.problems, setting);
  try {
    if (end.value.text !== before) await save(end.value.text, before, about);
  } catch (error) {
    if (!(error instanceof Changed)) throw error;
    return refuse([{ code: 'cannot-write', at: nowhere, params: { path: file, detail: 'changed' } }], setting);
  }
  await report(end.value.standing, about);
  const words = questionnaireWords[language];
  const { fresh, open } = end.value;
  const known = submission.value.answers.length - fresh;
  await say(
    [
      '',
      words.written(fresh, file),
      ...(known > 0 ? [words.alreadyThere(known)] : []),
      ...(open > 0 ? [words.leftOpen(open)] : []),
    ],
    setting,
  );
  return exitCode.passed;
}

/** A questionnaire in Markdown or Word, or answers in YAML, by the end of the name. */
async function readSubmission(path: string, catalogue: Catalogue, { world }: Setting): Promise<Result<Submission>> {
  const bytes = readBytes(path, world.cwd);
  if (!bytes.ok) return bytes;
  if (/\.(?:docx|odt)$/i.test(path)) return fromOffice(bytes.value, path, catalogue);
  const text = decodeUtf8(bytes.value, path);
  if (!text.ok) return text;
  return /\.ya?ml$/i.test(path)
    ? readAnswersFile(text.value, path, catalogue)
    : readQuestionnaire(markdownLines(text.value, path), catalogue, path);
}

/** A form that somebody filled in in Word or LibreOffice. */
async function fromOffice(bytes: Uint8Array, file: string, catalogue: Catalogue): Promise<Result<Submission>> {
  const { documentText } = await import('../read/tender/document-text.ts');
  const { passages, obstacles } = await documentText(file, bytes);
  const [obstacle] = obstacles;
  const at = { file, line: 1, column: 1 };
  if (obstacle !== undefined) return wrong({ code: 'not-readable', at, params: { path: file, detail: obstacle.code } });
  const lines = passages.map(({ text, number }) => ({ text, at: { file, line: number, column: 1 } }));
  return readQuestionnaire(lines, catalogue, file);
}

interface End {
  readonly text: string;
  readonly standing: Standing;
  /** How many answers were not there before. */
  readonly fresh: number;
  readonly open: number;
}

/** The file with all answers in it; where one differs from what is there, or contradicts it, nothing is written at all. */
function written(submission: Submission, start: Standing, stand: Written['stand'], from: string): Result<End> {
  const { answers, useCase, open } = submission;
  const at = { file: from, line: 1, column: 1 };
  const { id } = start.useCase;
  if (useCase !== null && useCase !== id)
    return wrong({ code: 'other-use-case', at, params: { found: clip(useCase), id } });
  if (answers.length === 0) return wrong({ code: 'nothing-answered', at, params: {} });
  const problems: Problem[] = [];
  let here = start;
  let fresh = 0;
  for (const answer of opinionsLast(answers)) {
    const value = onAnswersOfItsForm(answer, start, here);
    const text = withConfirmation(withAnswer(here.text, answer.fact.id, value), answer, submission, here);
    if (text === null) {
      const params = { key: answer.fact.id, expected: 'map', found: 'other' };
      problems.push({ code: 'wrong-type', at: answer.at, params });
      continue;
    }
    const next = stand(text, new Set());
    if (!next.ok) {
      problems.push(...next.problems.map((problem) => ({ ...problem, at: answer.at })));
      continue;
    }
    const [old, given] = [here, next.value].map((one) => one.useCase.answers.get(answer.fact.id));
    if (old === undefined || given === undefined || !isSettled(old, start) || completes(old, given)) {
      if (old !== undefined && given !== undefined && meaning(old) === meaning(given)) continue;
      here = next.value;
      fresh += 1;
    } else if (meaning(old) !== meaning(given) && !isTakenAgain(old, given))
      problems.push({ code: 'answer-differs', at: answer.at, params: { fact: answer.fact.id, there: shown(old) } });
  }
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: { text: here.text, standing: here, fresh, open } };
}

/** An opinion is about the other answers of its form as well. */
const opinionsLast = (answers: readonly Submitted[]): readonly Submitted[] =>
  answers.toSorted((a, b) => Number(a.fact.type === 'opinion') - Number(b.fact.type === 'opinion'));

/** Whoever answers on the form on which the opinion stands knows these answers: they do not make it stale. */
function onAnswersOfItsForm({ fact, value }: Submitted, start: Standing, here: Standing): string {
  if (fact.type !== 'opinion') return value;
  return value.replace(`digest: "${start.useCase.digest}"`, `digest: "${here.useCase.digest}"`);
}

/** The same opinion, on a form that was taken over before: by then its check code was that of the form. */
const isTakenAgain = (old: Given, given: Given): boolean =>
  old.type === 'opinion' &&
  given.type === 'opinion' &&
  old.result === given.result &&
  old.by === given.by &&
  old.on === given.on;

/** Whoever answers that nothing of a list is true has read it, and stands in the file for that. */
function withConfirmation(
  text: string | null,
  { fact, value }: Submitted,
  { by, on }: Submission,
  { useCase }: Standing,
): string | null {
  const isNone = fact.type === 'set' && fact.confirm !== null && /^(?:\[\]|\{ value: \[\](?:,| \}))/.test(value);
  if (text === null || !isNone || by === null || on === null) return text;
  const section = fact.id.slice(0, fact.id.indexOf('.'));
  const before = useCase.confirmed.get(section);
  const readers =
    before === undefined || before.by.split('; ').includes(by) ? (before?.by ?? by) : `${before.by}; ${by}`;
  const last = before !== undefined && before.on > on ? before.on : on;
  return withAnswer(text, `${section}.confirmed`, `{ by: ${scalar(readers)}, on: ${last} }`);
}

/** Whether an answer stands there that another must not silently take the place of. */
function isSettled(given: Given, { assessment, useCase }: Standing): boolean {
  const isAsked = assessment.questions.some(({ fact }) => useCase.answers.get(fact) === given);
  return !isAsked && meaning(given) !== null;
}

/** Whether the new answer only settles what the old one left open: an unsure member, or the day in a month. */
function completes(old: Given, given: Given): boolean {
  if (old.type === 'date' && given.type === 'date') {
    if (old.value === null || old.until === null || given.value === null || given.until === null) return false;
    return old.value <= given.value && given.until <= old.until;
  }
  if (old.type !== 'set' || given.type !== 'set') return false;
  const [before, now] = [old.value ?? [], given.value ?? []];
  const isKept = before.every(
    ({ option, sure }) => !sure || now.some((member) => member.sure && member.option === option),
  );
  return isKept && now.every(({ option }) => before.some((member) => member.option === option));
}

/** What an answer says, without who, why and where; null: that it is not known. */
function meaning(given: Given): string | null {
  switch (given.type) {
    case 'measure':
      return given.done === null ? null : JSON.stringify([given.done, given.evidence.map(({ source }) => source)]);
    case 'judgement':
      return given.claimed === null ? null : JSON.stringify([given.claimed, given.reason, given.role, given.on]);
    case 'opinion':
      return given.result === null ? null : JSON.stringify([given.result, given.by, given.on, given.digest]);
    default:
      return given.value === null ? null : JSON.stringify(given.value);
  }
}

/** The answer that is there, as it stands in the file. */
function shown(given: Given): string {
  switch (given.type) {
    case 'measure':
      return given.done === true ? 'done: yes' : 'done: no';
    case 'judgement':
      return given.claimed === true ? 'claimed: yes' : 'claimed: no';
    case 'opinion':
      return given.result ?? 'unknown';
    case 'yes-no':
      return given.value === true ? 'yes' : 'no';
    case 'set':
      return `[${(given.value ?? []).map(({ option, sure }) => (sure ? option : `${option}?`)).join(', ')}]`;
    default:
      return clip(String(given.value));
  }
}
