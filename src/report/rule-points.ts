import { type CompiledBook, known } from '../assess/compile.ts';
import type { Condition, FactLeaf } from '../model/condition.ts';
import type { Fact } from '../model/fact.ts';
import type { DateName, FactId, OptionId, RuleId } from '../model/ids.ts';
import type { Language } from '../model/language.ts';
import type { Rule } from '../model/rule.ts';
import type { Citation, DateVersion } from '../model/source.ts';
import { citationText } from '../text/citation.ts';
import { dayText, messages } from '../text/messages.ts';
import { ruleWords } from '../text/rule-words.ts';

/** For whom rules are put into words. */
export interface Reader {
  readonly compiled: CompiledBook;
  readonly language: Language;
}

/** A condition in words: a sentence, or a heading with points below it. */
export interface Point {
  readonly text: string;
  /** What is asked or named in it. */
  readonly of: { readonly kind: 'rule'; readonly id: RuleId } | { readonly kind: 'fact'; readonly id: FactId } | null;
  readonly below: readonly Point[];
}

/** A condition as nested points, in the words of the questions. */
export function pointOf(condition: Condition, reader: Reader): Point {
  const say = ruleWords[reader.language];
  const heading = (text: string, parts: readonly Condition[]): Point => ({
    text,
    of: null,
    below: parts.map((part) => pointOf(part, reader)),
  });
  switch (condition.kind) {
    case 'all':
      return heading(say.all, condition.of);
    case 'any':
      return heading(say.any, condition.of);
    case 'at-least':
      return heading(say.atLeast(condition.count), condition.of);
    case 'not':
      return heading(say.not, [condition.of]);
    default:
      return { text: leafText(condition, reader), of: namedIn(condition), below: [] };
  }
}

function namedIn(leaf: Exclude<Condition, { of: unknown }>): Point['of'] {
  if (leaf.kind === 'rule') return { kind: 'rule', id: leaf.rule };
  return 'fact' in leaf ? { kind: 'fact', id: leaf.fact } : null;
}

export function leafText(leaf: Exclude<Condition, { of: unknown }>, reader: Reader): string {
  const { compiled, language } = reader;
  const say = ruleWords[language];
  switch (leaf.kind) {
    case 'rule':
      return say.rule(ruleTitle(leaf.rule, reader));
    case 'tier':
      return say.tier(messages[language].tier[leaf.tier]);
    case 'role':
      return say.role(roleTitle(leaf.role, reader));
    case 'scope':
      return say.scope;
    case 'clause':
      return say.clause(leaf.clause);
    default:
      return answerText(leaf, known(compiled.facts, leaf.fact), reader);
  }
}

function answerText(leaf: FactLeaf, fact: Fact, reader: Reader): string {
  const say = ruleWords[reader.language];
  const question = fact.question[reader.language];
  switch (leaf.kind) {
    case 'yes':
      return say.yes(question);
    case 'is':
    case 'includes':
      return say.option(question, optionText(fact, leaf.option, reader.language));
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
    case 'opinion':
      return say.opinion(question, judgesOf(fact, reader));
  }
}

export function optionText(fact: Fact, option: OptionId, language: Language): string {
  const options = 'options' in fact ? fact.options : [];
  return options.find(({ id }) => id === option)?.text[language] ?? option;
}

function judgesOf(fact: Fact, { compiled, language }: Reader): string {
  const offices = fact.type === 'judgement' ? fact.judgedBy : fact.type === 'opinion' ? fact.givenBy : [];
  return offices
    .map((office) => compiled.book.offices.find(({ id }) => id === office)?.title[language] ?? office)
    .join(', ');
}

const ruleTitle = (id: Rule['id'], { compiled, language }: Reader): string => known(compiled.rules, id).title[language];

const roleTitle = (role: string, { compiled, language }: Reader): string =>
  compiled.book.actRoles.find(({ id }) => id === role)?.title[language] ?? role;

const dateTitle = (name: DateName, { compiled, language }: Reader): string =>
  known(compiled.dates, name).title[language];

/** One entry of a date: from when, by which acts, and on which condition. */
export interface DateEntry {
  readonly text: string;
  readonly when: Point | null;
}

export const dateEntries = (name: DateName, reader: Reader): readonly DateEntry[] =>
  known(reader.compiled.dates, name).entries.map(({ when, versions }) => ({
    text: versionsText(versions, reader),
    when: when === null ? null : pointOf(when, reader),
  }));

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

export const cited = (cite: readonly Citation[], { compiled, language }: Reader): string =>
  cite.map((one) => citationText(one, known(compiled.sources, one.act), language)).join(', ');

/** Rules of one gap share their id. */
export const keyOf = (rule: Rule): string => (rule.kind === 'gap' ? `${rule.id} ${rule.code}` : rule.id);

/** What kind of rule it is, and the tier to which it leads. */
export function kindText(rule: Rule, { language }: Reader): string {
  const kind = ruleWords[language].kind[rule.kind];
  return 'tier' in rule && rule.tier !== null ? `${kind} · ${messages[language].tier[rule.tier]}` : kind;
}

/** What is said of a rule beside its conditions: label and text, in the order of reading. */
export function remarks(rule: Rule, reader: Reader): readonly (readonly [label: string, text: string])[] {
  const { language } = reader;
  const { label, liftedBy, place } = ruleWords[language];
  const raised = raisedText(rule, reader);
  return [
    ...(rule.kind === 'clause'
      ? ([
          [label.clause, `${rule.clause} · ${place[rule.place]}`],
          [label.wording, rule.text[language]],
        ] as const)
      : []),
    ...('why' in rule ? [[label.why, rule.why[language]] as const] : []),
    ...('toDo' in rule ? [[label.toDo, rule.toDo[language]] as const] : []),
    ...('evidence' in rule ? [[label.evidence, rule.evidence[language]] as const] : []),
    ...(rule.kind === 'duty' ? [[label.due, messages[language].dueBy(rule.due)] as const] : []),
    ...('addressee' in rule ? [[label.owedBy, roleTitle(rule.addressee, reader)] as const] : []),
    ...(rule.kind === 'classification' && rule.liftedBy !== null
      ? [[label.lifted, liftedBy(ruleTitle(rule.liftedBy, reader))] as const]
      : []),
    ...(raised === null ? [] : [[label.raised, raised] as const]),
    ...(rule.note === null ? [] : [[label.uncertain, rule.note[language]] as const]),
  ];
}

function raisedText(rule: Rule, { compiled, language }: Reader): string | null {
  const found = compiled.book.raised.find((one) => one.rule === rule.id);
  if (found === undefined || !('severity' in rule)) return null;
  const { severity } = messages[language];
  return ruleWords[language].raised(severity[found.from], severity[rule.severity], found.why[language]);
}
