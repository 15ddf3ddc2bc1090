import { type CompiledBook, known } from '../assess/compile.ts';
import type { Condition } from '../model/condition.ts';
import type { Fact } from '../model/fact.ts';
import type { DateName, OptionId } from '../model/ids.ts';
import type { Language } from '../model/language.ts';
import type { Rule } from '../model/rule.ts';
import type { Citation, DateVersion } from '../model/source.ts';
import { citationText } from '../text/citation.ts';
import { dayText, messages } from '../text/messages.ts';
import { ruleWords } from '../text/rule-words.ts';
import { wrap } from './terminal/page.ts';

interface Reader {
  readonly compiled: CompiledBook;
  readonly language: Language;
  /** Columns. */
  readonly width: number;
}

/** One line or more for each rule: kind, id, title and where it stands in the act. */
export function listText(rules: readonly Rule[], reader: Reader): string {
  const say = ruleWords[reader.language];
  if (rules.length === 0) return `${say.none}\n`;
  const lines = rules.flatMap((rule) => [
    `${keyOf(rule)} · ${say.kind[rule.kind]}`,
    ...indented(`${rule.title[reader.language]} (${cited(rule.cite.slice(0, 1), reader)})`, 1, reader),
  ]);
  return `${[...lines, '', say.counted(rules.length), say.more].join('\n')}\n`;
}

const keyOf = (rule: Rule): string => (rule.kind === 'gap' ? `${rule.id} ${rule.code}` : rule.id);

/** A whole rule in words: what it is, where it stands, from when, under which conditions, and what to do. */
export function sheetText(rule: Rule, reader: Reader): string {
  const { language } = reader;
  const say = ruleWords[language];
  const { label } = say;
  const text = (key: string, value: string): readonly string[] => labelled(key, value, reader);
  return `${[
    `${keyOf(rule)} · ${say.kind[rule.kind]}${tierOf(rule, language)}`,
    ...wrap(rule.title[language], reader.width),
    ...rule.cite.flatMap((cite) => wrap(`${cited([cite], reader)}  ${cite.url}`, reader.width)),
    '',
    ...('appliesFrom' in rule ? dateLines(label.applies, rule.appliesFrom, reader) : []),
    ...('appliesUntil' in rule && rule.appliesUntil !== null ? dateLines(label.until, rule.appliesUntil, reader) : []),
    ...('why' in rule ? text(label.why, rule.why[language]) : []),
    ...('toDo' in rule ? text(label.toDo, rule.toDo[language]) : []),
    ...('evidence' in rule ? text(label.evidence, rule.evidence[language]) : []),
    ...(rule.kind === 'duty' ? text(label.due, messages[language].dueBy(rule.due)) : []),
    ...('addressee' in rule ? text(label.owedBy, roleTitle(rule.addressee, reader)) : []),
    ...(rule.kind === 'classification' && rule.liftedBy !== null
      ? text(label.lifted, say.liftedBy(ruleTitle(rule.liftedBy, reader)))
      : []),
    ...(rule.note === null ? [] : text(label.uncertain, rule.note[language])),
    '',
    say.heading.when,
    ...outline(rule.when, 0, reader),
    ...('except' in rule && rule.except !== null ? ['', say.heading.except, ...outline(rule.except, 0, reader)] : []),
    ...(rule.kind === 'duty' ? ['', say.heading.requires, ...outline(rule.requires, 0, reader)] : []),
  ].join('\n')}\n`;
}

function tierOf(rule: Rule, language: Language): string {
  if (!('tier' in rule) || rule.tier === null) return '';
  return ` · ${messages[language].tier[rule.tier]}`;
}

const labelWidth = 12;

const labelled = (label: string, text: string, { width }: Reader): readonly string[] =>
  wrap(text, width - labelWidth).map((line, index) => (index === 0 ? label : '').padEnd(labelWidth) + line);

/** A line with a mark, its rest below the text. */
const indented = (text: string, depth: number, { width }: Reader, mark = ' '): readonly string[] =>
  wrap(text, width - 2 * depth - 2).map((line, index) => `${'  '.repeat(depth)}${index === 0 ? mark : ' '} ${line}`);

/** A condition as nested points, in the words of the questions. */
function outline(condition: Condition, depth: number, reader: Reader): readonly string[] {
  const say = ruleWords[reader.language];
  const point = (text: string): readonly string[] => indented(text, depth, reader, '-');
  const below = (parts: readonly Condition[]): readonly string[] =>
    parts.flatMap((part) => outline(part, depth + 1, reader));
  switch (condition.kind) {
    case 'all':
      return [...point(say.all), ...below(condition.of)];
    case 'any':
      return [...point(say.any), ...below(condition.of)];
    case 'at-least':
      return [...point(say.atLeast(condition.count)), ...below(condition.of)];
    case 'not':
      return [...point(say.not), ...below([condition.of])];
    default:
      return point(leafText(condition, reader));
  }
}

function leafText(leaf: Exclude<Condition, { of: unknown }>, reader: Reader): string {
  const { compiled, language } = reader;
  const say = ruleWords[language];
  switch (leaf.kind) {
    case 'rule':
      return `${say.rule(ruleTitle(leaf.rule, reader))} (${leaf.rule})`;
    case 'tier':
      return say.tier(messages[language].tier[leaf.tier]);
    case 'role':
      return say.role(roleTitle(leaf.role, reader));
    case 'scope':
      return say.scope;
    default:
  }
  const fact = known(compiled.facts, leaf.fact);
  const question = fact.question[language];
  const told = ((): string => {
    switch (leaf.kind) {
      case 'yes':
        return say.yes(question);
      case 'is':
      case 'includes':
        return say.option(question, optionText(fact, leaf.option, language));
      case 'some':
        return say.some(question);
      case 'before':
        return say.before(question, dateTitle(leaf.date, reader));
      case 'confirmed':
        return say.confirmed(question, dateTitle(leaf.from, reader), leaf.months);
      case 'measure':
        return say.measure(question);
      case 'judged':
        return say.judged(question, judgesOf(fact, reader));
    }
  })();
  return `${told} (${leaf.fact})`;
}

function optionText(fact: Fact, option: OptionId, language: Language): string {
  const options = 'options' in fact ? fact.options : [];
  return options.find(({ id }) => id === option)?.text[language] ?? option;
}

function judgesOf(fact: Fact, { compiled, language }: Reader): string {
  const offices = fact.type === 'judgement' ? fact.judgedBy : [];
  return offices
    .map((office) => compiled.book.offices.find(({ id }) => id === office)?.title[language] ?? office)
    .join(', ');
}

const ruleTitle = (id: Rule['id'], { compiled, language }: Reader): string => known(compiled.rules, id).title[language];

const roleTitle = (role: string, { compiled, language }: Reader): string =>
  compiled.book.actRoles.find(({ id }) => id === role)?.title[language] ?? role;

const dateTitle = (name: DateName, { compiled, language }: Reader): string =>
  known(compiled.dates, name).title[language];

/** The entries of a date, each with the days that the acts have set, the newest first. */
function dateLines(label: string, name: DateName, reader: Reader): readonly string[] {
  const say = ruleWords[reader.language];
  const { entries } = known(reader.compiled.dates, name);
  return entries.flatMap(({ when, versions }, index) => [
    ...labelled(
      index === 0 ? label : '',
      `${versionsText(versions, reader)}${when === null ? '' : ` ${say.ifSo}`}`,
      reader,
    ),
    ...(when === null ? [] : outline(when, labelWidth / 2, reader)),
    ...(when !== null && index < entries.length - 1 ? labelled('', say.otherwise, reader) : []),
  ]);
}

function versionsText(versions: readonly DateVersion[], { compiled, language }: Reader): string {
  const say = ruleWords[language];
  const [newest = '', ...older] = versions
    .map(({ setBy, from }) => {
      const act = known(compiled.sources, setBy).short[language];
      return from === null ? say.never(act) : say.from(dayText(from, language), act);
    })
    .toReversed();
  return newest + (older.length > 0 ? say.earlier(older.join(', ')) : '');
}

const cited = (cite: readonly Citation[], { compiled, language }: Reader): string =>
  cite.map((one) => citationText(one, known(compiled.sources, one.act), language)).join(', ');
