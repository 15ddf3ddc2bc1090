import { type Language, languages } from '../model/language.ts';
import type { Position } from '../model/position.ts';
import type { Problem, Result } from '../model/problem.ts';
import { type FormField, formFields, questionnaireWords } from '../text/questionnaire-words.ts';
import type { Catalogue } from './catalogue.ts';
import { dayIn, labelOf, type FormBox, type FormSection, type Who, valueOf } from './form-answer.ts';
import { nearest } from './nearest.ts';
import type { Submission, Submitted } from './submission.ts';
import { clip } from './yaml.ts';

/** One line of a questionnaire that came back, whatever it was written in. */
export interface FormLine {
  readonly text: string;
  readonly at: Position;
}

/** A filled questionnaire. What is not ticked and not filled in is left open; what cannot be understood is a problem at its line. */
export function readQuestionnaire(lines: readonly FormLine[], catalogue: Catalogue, file: string): Result<Submission> {
  const [head, ...questions] = sections(lines, file);
  const start = { file, line: 1, column: 1 };
  if (head === undefined || questions.length === 0)
    return { ok: false, problems: [{ code: 'no-questions', at: start, params: {} }] };
  const problems: Problem[] = [];
  const who = whoOf(head, catalogue, problems);
  const read = questions.map((section) => answerOf(section, who, catalogue, problems));
  const answers = read.filter((answer) => answer !== null);
  if (answers.length > 0 && (who.by === null || who.on === null))
    problems.push({ code: 'empty-field', at: head.at, params: { fields: missingOf(head) } });
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: { head: {}, useCase: who.useCase, answers, open: read.length - answers.length, by: who.by, on: who.on },
  };
}

/** The lines of a questionnaire in Markdown, without its marks. */
export const markdownLines = (text: string, file: string): readonly FormLine[] =>
  text.split(/\r?\n/).map((line, index) => ({
    text: line
      .replace(/^\s*(?:#+ |> )/, '')
      .replaceAll('**', '')
      .replace(/\\([\\`*_[\]<>#|~!&+=().-])/g, '$1'),
    at: { file, line: index + 1, column: 1 },
  }));

/** What the program itself wrote on one line: what stands below belongs to something else. */
const printed: ReadonlySet<FormField> = new Set(['useCase', 'office', 'code', 'key']);

const labels = languages.flatMap((language) =>
  formFields.map((field) => ({ start: questionnaireWords[language].field[field], field, language })),
);

/** A box and what stands behind it, up to the id in brackets. */
const boxLine = /^\s*(?:[-*•]\s+)?(?:\[\s*(?<mark>[^\]\s]?)\s*\]|(?<sign>[☐☒☑✓✗✘?xX]))\s.*\((?<id>[a-z0-9-]+)\)\s*$/u;

function sections(lines: readonly FormLine[], file: string): readonly FormSection[] {
  const first = labels.find(({ start }) => lines.some(({ text }) => text.trim().startsWith(start)));
  const found: FormSection[] = [begin(null, { file, line: 1, column: 1 }, first?.language ?? 'en')];
  let open: FormField | null = null;
  for (const { text, at } of lines) {
    const section = found.at(-1);
    const line = text.trim();
    if (section === undefined || line === '') continue;
    const label = labels.find(({ start }) => line.startsWith(start));
    const box = boxLine.exec(line)?.groups;
    if (label !== undefined) {
      const { start, field, language } = label;
      const value = line.slice(start.length).trim();
      if (field === 'key') found.push(begin(value, at, language));
      else section.fields.set(field, { text: value, at });
      open = printed.has(field) ? null : field;
    } else if (box !== undefined) {
      const mark = markOf(box['mark'] ?? box['sign'] ?? '');
      if (mark !== null) section.boxes.push({ mark, id: box['id'] ?? '', at });
      open = null;
      // The next question begins with its number.
    } else if (/^\d+\.\s/.test(line)) open = null;
    else if (open !== null) {
      const field = section.fields.get(open);
      if (field !== undefined) field.text = `${field.text} ${line}`.trim();
    }
  }
  return found;
}

const begin = (key: string | null, at: Position, language: Language): FormSection => ({
  key,
  at,
  language,
  boxes: [],
  fields: new Map(),
});

const markOf = (mark: string): FormBox['mark'] | null =>
  mark === '' || mark === '☐' ? null : mark === '?' ? 'unsure' : 'ticked';

const idIn = (text: string): string | null => /\(([a-z0-9-]+)\)\s*$/.exec(text)?.[1] ?? null;

function whoOf(head: FormSection, catalogue: Catalogue, problems: Problem[]): Who {
  const text = (field: FormField): string => head.fields.get(field)?.text ?? '';
  const office = idIn(text('office'));
  return {
    useCase: idIn(text('useCase')),
    by: text('by') === '' ? null : text('by'),
    on: dayIn(head, 'on', problems),
    code: text('code'),
    office: office !== null && catalogue.offices.has(office) ? office : null,
  };
}

const missingOf = (head: FormSection): readonly string[] =>
  (['by', 'on'] as const)
    .filter((field) => (head.fields.get(field)?.text ?? '') === '')
    .map((field) => labelOf(field, head));

function answerOf(section: FormSection, who: Who, catalogue: Catalogue, problems: Problem[]): Submitted | null {
  const fact = section.key === null ? undefined : catalogue.facts.get(section.key);
  if (fact === undefined) {
    const id = section.key ?? '';
    problems.push({
      code: 'unknown-fact',
      at: section.at,
      params: { id: clip(id), near: nearest(clip(id), catalogue.facts.keys()) },
    });
    return null;
  }
  const value = valueOf({ section, fact, who, problems });
  return value === null ? null : { fact, value, at: section.at };
}
