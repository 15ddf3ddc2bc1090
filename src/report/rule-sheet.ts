import type { Rule } from '../model/rule.ts';
import { ruleWords } from '../text/rule-words.ts';
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
import { wrap } from './terminal/page.ts';

interface Terminal extends Reader {
  /** Columns. */
  readonly width: number;
}

/** Key, kind, title and first citation of each rule. */
export function listText(rules: readonly Rule[], reader: Terminal): string {
  const say = ruleWords[reader.language];
  if (rules.length === 0) return `${say.none}\n`;
  const lines = rules.flatMap((rule) => [
    `${keyOf(rule)} · ${say.kind[rule.kind]}`,
    ...indented(`${rule.title[reader.language]} (${cited(rule.cite.slice(0, 1), reader)})`, 1, reader),
  ]);
  return `${[...lines, '', say.counted(rules.length), say.more].join('\n')}\n`;
}

/** A whole rule in words: what it is, where it stands, from when, under which conditions, and what to do. */
export function sheetText(rule: Rule, reader: Terminal): string {
  const { language, width } = reader;
  const say = ruleWords[language];
  const { label, heading } = say;
  const until = 'appliesUntil' in rule ? rule.appliesUntil : null;
  return `${[
    ...wrap(
      [
        keyOf(rule),
        kindText(rule, reader),
        ...('basis' in rule && rule.basis === 'policy'
          ? [rule.kind === 'clause' ? say.goodPractice : say.houseRule]
          : []),
      ].join(' · '),
      width,
    ),
    ...wrap(rule.title[language], width),
    ...rule.cite.flatMap((cite) => wrap(`${cited([cite], reader)}  ${cite.url}`, width)),
    '',
    ...('appliesFrom' in rule ? dateLines(label.applies, dateEntries(rule.appliesFrom, reader), reader) : []),
    ...(until === null ? [] : dateLines(label.until, dateEntries(until, reader), reader)),
    ...remarks(rule, reader).flatMap(([name, text]) => labelled(name, text, reader)),
    '',
    heading.when,
    ...outline(pointOf(rule.when, reader), 0, reader),
    ...('except' in rule && rule.except !== null
      ? ['', heading.except, ...outline(pointOf(rule.except, reader), 0, reader)]
      : []),
    ...('requires' in rule ? ['', heading.requires, ...outline(pointOf(rule.requires, reader), 0, reader)] : []),
  ].join('\n')}\n`;
}

const labelWidth = 12;

/** A label at the left margin, and its text beside it. */
export const labelledLines = (label: string, text: string, width: number): readonly string[] =>
  wrap(text, width - labelWidth).map((line, index) => (index === 0 ? label : '').padEnd(labelWidth) + line);

const labelled = (label: string, text: string, { width }: Terminal): readonly string[] =>
  labelledLines(label, text, width);

/** A line with a mark, its rest below the text. */
const indented = (text: string, depth: number, { width }: Terminal, mark = ' '): readonly string[] =>
  wrap(text, width - 2 * depth - 2).map((line, index) => `${'  '.repeat(depth)}${index === 0 ? mark : ' '} ${line}`);

const outline = ({ text, of, below }: Point, depth: number, reader: Terminal): readonly string[] => [
  ...indented(of === null ? text : `${text} (${of.id})`, depth, reader, '-'),
  ...below.flatMap((point) => outline(point, depth + 1, reader)),
];

/** The first entry whose condition holds counts. */
function dateLines(label: string, entries: readonly DateEntry[], reader: Terminal): readonly string[] {
  const say = ruleWords[reader.language];
  return entries.flatMap(({ text, when }, index) => [
    ...labelled(index === 0 ? label : '', when === null ? text : `${text} ${say.ifSo}`, reader),
    ...(when === null ? [] : outline(when, labelWidth / 2, reader)),
    ...(when !== null && index < entries.length - 1 ? labelled('', say.otherwise, reader) : []),
  ]);
}
