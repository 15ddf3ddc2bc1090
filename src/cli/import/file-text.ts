import { basename } from 'node:path';
import type { RuleBook } from '../../model/book.ts';
import type { FactId } from '../../model/ids.ts';
import type { Language } from '../../model/language.ts';
import type { ImportEntry, Mapping, Taken } from '../../read/import/import.ts';
import { visible } from '../../report/escape.ts';
import { importWords } from '../../text/import-words.ts';
import { scalar } from '../../text/scalar.ts';
import { openLine } from '../../text/template-file.ts';
import { headOf } from '../new-file.ts';

export interface About {
  readonly book: RuleBook;
  readonly language: Language;
  readonly source: Mapping['source'];
}

/** The file of one use case: what the list says, with its words and their place, and in comments what is to be answered first. */
export function fileText(entry: ImportEntry, file: string, open: readonly FactId[], about: About): string {
  const { book, language } = about;
  const { purpose, unit, role } = entry.head;
  const head = {
    id: entry.id,
    title: entry.title,
    ...(purpose === null ? {} : { purpose }),
    ...(unit === null ? {} : { unit }),
    ...(role === null ? {} : { role }),
  };
  return [
    headOf(head, file, book, language).trimEnd(),
    ...productLine(entry),
    ...keptLines(entry, language),
    '',
    ...sectionLines(entry, open, about),
    '',
  ].join('\n');
}

function productLine({ head: { name, supplier, version } }: ImportEntry): readonly string[] {
  if (name === null) return [];
  const parts = [
    `name: ${scalar(name)}`,
    ...(supplier === null ? [] : [`supplier: ${scalar(supplier)}`]),
    ...(version === null ? [] : [`version: ${scalar(version)}`]),
  ];
  return [`product: { ${parts.join(', ')} }`];
}

const placeOf = ({ at }: Pick<ImportEntry, 'at'>, language: Language): string =>
  importWords[language].place(basename(at.file), at.line);

/** Comments: they say nothing to the program. No line of a cell can leave them. */
function keptLines(entry: ImportEntry, language: Language): readonly string[] {
  if (entry.kept.length === 0) return [];
  const words = importWords[language];
  return [
    `# ${words.from(visible(placeOf(entry, language)))}`,
    ...entry.kept.flatMap(({ column, text }) =>
      `${column}: ${text}`.split(/\r\n|[\r\n\u0085\u2028\u2029]/).map((line) => `#   ${visible(line)}`),
    ),
  ];
}

/** In the order of the questions, a section after the other. */
function sectionLines({ answers }: ImportEntry, open: readonly FactId[], about: About): readonly string[] {
  const taken = new Map(answers.map((answer) => [answer.fact.id, answer]));
  const sections = new Map<string, string[]>();
  for (const { id } of about.book.facts) {
    const answer = taken.get(id);
    if ((answer === undefined || answer.said === null) && !open.includes(id)) continue;
    const dot = id.indexOf('.');
    const lines = sections.get(id.slice(0, dot)) ?? [];
    lines.push(answerLine(id.slice(dot + 1), answer, about));
    sections.set(id.slice(0, dot), lines);
  }
  return [...sections].flatMap(([section, lines]) => [`${section}:`, ...lines]);
}

/** Nobody has said that what the list does not tell is unknown, so that stands in a comment, with the words that could not be read. */
function answerLine(name: string, answer: Taken | undefined, { language, source }: About): string {
  if (answer === undefined || answer.said === null) return openLine(name, null, language);
  const place = placeOf(answer, language);
  const words = importWords[language].said(answer.column, answer.said, place);
  if (answer.yaml === null) return openLine(name, visible(words.replaceAll(/\s+/gu, ' ')), language);
  const note = answer.fact.type === 'text' ? place : words;
  const by = source === null ? '' : `, by: ${scalar(source.by)}, on: ${source.on}`;
  return `  ${name}: { value: ${answer.yaml}, note: ${JSON.stringify(note)}${by} }`;
}
