import { basename } from 'node:path';
import { nowhere } from '../files/find.ts';
import type { RuleBook } from '../model/book.ts';
import type { Language } from '../model/language.ts';
import type { Result } from '../model/problem.ts';
import type { Template } from '../model/template.ts';
import type { Submission } from '../read/submission.ts';
import { forTerminal } from '../report/escape.ts';
import { idFromTitle } from '../text/id-from.ts';
import { interviewWords } from '../text/interview-words.ts';
import { scalar } from '../text/scalar.ts';
import { usualLines } from '../text/template-file.ts';

/** What a new file begins with. */
export interface Beginning {
  readonly template: Template | null;
  readonly title: string;
  readonly id: string;
}

/** What the head of a new file says; what is left out is not known. */
type Head = Submission['head'] & { readonly title: string; readonly template?: string };

/** A file that is there already is left alone. */
export function freePlace(found: Result<string>, file: string): Result<null> {
  if (found.ok) return { ok: false, problems: [{ code: 'exists', at: nowhere, params: { path: file } }] };
  const isFree = found.problems.every(({ code }) => code === 'not-found');
  return isFree ? { ok: true, value: null } : found;
}

/** The head of a new file, as somebody would write it by hand. */
export function headOf(
  { template, id, title, purpose, unit, role }: Head,
  file: string,
  { versions }: RuleBook,
  language: Language,
): string {
  const owner = [
    ...(unit === undefined ? [] : [`unit: ${scalar(unit)}`]),
    ...(role === undefined ? [] : [`role: ${scalar(role)}`]),
  ];
  return [
    '# yaml-language-server: $schema=use-case.schema.json',
    `# ${interviewWords[language].head(forTerminal(file))}`,
    'kompass: 1',
    `catalogue: ${versions.at(-1) ?? ''}`,
    ...(template === undefined ? [] : [`template: ${template}`]),
    // To YAML this one would be nothing.
    `id: ${(id ?? idFromTitle(title)).replace(/^null$/, '"null"')}`,
    `title: ${scalar(title)}`,
    ...(purpose === undefined ? [] : [`purpose: ${scalar(purpose)}`]),
    ...(owner.length === 0 ? [] : [`owner: { ${owner.join(', ')} }`]),
    '',
  ].join('\n');
}

/** What is usual stands in comments: the file says no more than its head. */
export function templateText(file: string, template: Template, book: RuleBook, language: Language): string {
  const words = interviewWords[language];
  const title = template.title[language];
  const id = idFromTitle(basename(file).replace(/\.ya?ml$/i, ''));
  const [schema, about, ...head] = headOf({ template: template.id, title, id }, file, book, language)
    .trimEnd()
    .split('\n');
  return [
    schema,
    about,
    ...words.fromTemplate(title).map((line) => `# ${line}`),
    ...head,
    `# ${words.fillInPurpose}`,
    `# ${words.fillInOwner}`,
    '',
    ...usualLines(template.usual, language),
    '',
  ].join('\n');
}
