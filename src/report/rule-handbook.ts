import { known } from '../assess/compile.ts';
import type { Fact, FactType } from '../model/fact.ts';
import type { Pack } from '../model/book.ts';
import { languages } from '../model/language.ts';
import { type Rule, ruleKinds } from '../model/rule.ts';
import { ruleWords } from '../text/rule-words.ts';
import { forMarkdown } from './escape.ts';
import {
  cited,
  type DateEntry,
  dateEntries,
  keyOf,
  kindText,
  type Point,
  pointOf,
  type Reader,
  remarks,
} from './rule-points.ts';

export interface Page {
  readonly name: string;
  readonly text: string;
}

/** All rules and questions as Markdown pages: one for each pack and one for the questions, in both languages, and a list of them. */
export function handbook(compiled: Reader['compiled']): readonly Page[] {
  const pages = languages.flatMap((language) => {
    const reader = { compiled, language };
    return [...compiled.book.packs.map((pack) => packPage(pack, reader)), factsPage(reader)];
  });
  const links = pages.map(({ name, text }) => `- [${text.slice(2, text.indexOf('\n'))}](${name})`);
  return [{ name: 'README.md', text: `# KI-Kompass\n\n${links.join('\n')}\n` }, ...pages];
}

function packPage(pack: Pack, reader: Reader): Page {
  const { language, compiled } = reader;
  const say = ruleWords[language];
  const rules = compiled.book.rules.filter((rule) => rule.pack === pack.id);
  const chapters = ruleKinds.flatMap((kind) => {
    const mine = rules.filter((rule) => rule.kind === kind);
    return mine.length === 0 ? [] : [`## ${say.kinds[kind]}`, ...mine.map((rule) => ruleText(rule, reader))];
  });
  const leftOut = pack.leftOut.map(
    ({ cite, what, why }) =>
      `- **${forMarkdown(what[language])}** (${linked(cite, reader)}): ${forMarkdown(why[language])}`,
  );
  return {
    name: `${pack.id}.${language}.md`,
    text: paragraphs([
      `# ${forMarkdown(pack.title[language])} ${pack.version}`,
      ...chapters,
      ...(leftOut.length === 0 ? [] : [`## ${say.leftOut}`, leftOut.join('\n')]),
    ]),
  };
}

function ruleText(rule: Rule, reader: Reader): string {
  const { language } = reader;
  const { label, heading } = ruleWords[language];
  const until = 'appliesUntil' in rule ? rule.appliesUntil : null;
  const conditions: readonly (readonly [string, Point])[] = [
    [heading.when, pointOf(rule.when, reader)],
    ...('except' in rule && rule.except !== null ? [[heading.except, pointOf(rule.except, reader)] as const] : []),
    ...('requires' in rule ? [[heading.requires, pointOf(rule.requires, reader)] as const] : []),
  ];
  return [
    `### ${keyOf(rule)}`,
    `**${forMarkdown(rule.title[language])}** · ${kindText(rule, reader)} · ${linked(rule.cite, reader)}`,
    ...('appliesFrom' in rule ? [datesText(label.applies, dateEntries(rule.appliesFrom, reader), reader)] : []),
    ...(until === null ? [] : [datesText(label.until, dateEntries(until, reader), reader)]),
    ...remarks(rule, reader).map(([name, text]) => `**${name}:** ${forMarkdown(text)}`),
    ...conditions.flatMap(([name, point]) => [`**${name}**`, bullets(point, reader).join('\n')]),
  ].join('\n\n');
}

function factsPage(reader: Reader): Page {
  const { language, compiled } = reader;
  return {
    name: `questions.${language}.md`,
    text: paragraphs([
      `# ${ruleWords[language].questions}`,
      ...compiled.book.facts.map((fact) => factText(fact, reader)),
    ]),
  };
}

function factText(fact: Fact, reader: Reader): string {
  const { language, compiled } = reader;
  const say = ruleWords[language];
  const types: Readonly<Record<FactType, string>> = say.types;
  const offices = fact.answeredBy.map(
    (office) => compiled.book.offices.find(({ id }) => id === office)?.title[language] ?? office,
  );
  const lines = [
    ...(fact.inside === null ? [] : [`- ${say.inside}: ${forMarkdown(fact.inside[language])}`]),
    ...(fact.outside === null ? [] : [`- ${say.outside}: ${forMarkdown(fact.outside[language])}`]),
    ...('options' in fact ? fact.options.map(({ id, text }) => `- \`${id}\`: ${forMarkdown(text[language])}`) : []),
  ];
  return [
    `## ${fact.id}`,
    `**${forMarkdown(fact.question[language])}**`,
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
    [types[fact.type], `${say.answeredBy}: ${offices.join(', ')}`, linked(fact.cite, reader)]
      .filter((part) => part !== '')
      .join(' · '),
    ...(fact.askedWhen === null
      ? []
      : [`**${say.askedWhen}**`, bullets(pointOf(fact.askedWhen, reader), reader).join('\n')]),
  ].join('\n\n');
}

const paragraphs = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;

const bullets = ({ text, of, below }: Point, reader: Reader, depth = 0): readonly string[] => [
  `${'  '.repeat(depth)}- ${forMarkdown(text)}${of === null ? '' : ` (${linkTo(of, reader)})`}`,
  ...below.flatMap((point) => bullets(point, reader, depth + 1)),
];

/** To the heading of a rule or question; the forges make a heading's anchor by leaving out its dots. */
function linkTo(of: NonNullable<Point['of']>, { compiled, language }: Reader): string {
  const page = of.kind === 'fact' ? 'questions' : known(compiled.rules, of.id).pack;
  return `[${of.id}](${page}.${language}.md#${of.id.replaceAll('.', '')})`;
}

function datesText(label: string, entries: readonly DateEntry[], reader: Reader): string {
  const say = ruleWords[reader.language];
  const lines = entries.flatMap(({ text, when }, index) => [
    `- ${index > 0 ? `${say.otherwise} ` : ''}${forMarkdown(text)}${when === null ? '' : ` ${say.ifSo}`}`,
    ...(when === null ? [] : bullets(when, reader, 1)),
  ]);
  return `**${label}:**\n\n${lines.join('\n')}`;
}

const linked = (cite: Rule['cite'], reader: Reader): string =>
  cite.map((one) => `[${forMarkdown(cited([one], reader))}](<${one.url}>)`).join(', ');
