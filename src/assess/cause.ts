import type { Assessment, Days } from '../model/assessment.ts';
import type { IsoDate } from '../model/date.ts';
import type { DateName, FactId } from '../model/ids.ts';
import type { Rule } from '../model/rule.ts';
import type { UseCase } from '../model/use-case.ts';
import type { CompiledBook } from './compile.ts';
import { findingKey } from './difference.ts';
import { type Edit, without } from './edits.ts';
import { createGround } from './ground.ts';

/** One of the two looks at a use case: its answers, the rules, the day. */
export interface Look {
  readonly useCase: UseCase;
  readonly compiled: CompiledBook;
  readonly asOf: IsoDate;
}

/** What brought a change about. More than one may hold: each has its part in it. */
export interface Cause {
  /** The rule came, went or says something else, or what it rests on does. */
  readonly rules: boolean;
  /** On the other day it is otherwise, by the law or by answers that have begun or ceased to count. */
  readonly day: boolean;
  /** The date of law that lies between the two days. */
  readonly date: { readonly name: DateName; readonly from: Days } | null;
  /** Answers that are the same and count on one of the days alone: too early, too old. */
  readonly aged: readonly FactId[];
  /** The keys of the edits without which it would not be so. */
  readonly edits: readonly string[];
}

/** Both ends of a comparison, and the engine that made them. */
export interface Ends {
  readonly before: Look;
  readonly after: Look;
  /** The earlier answers as the later rules read them; null: they cannot. */
  readonly bridge: UseCase | null;
  readonly first: Assessment;
  readonly last: Assessment;
  readonly edits: readonly Edit[];
  readonly at: (useCase: UseCase, asOf: IsoDate) => Assessment;
}

/** All that can be otherwise, each by its name. */
type Effects = ReadonlyMap<string, string>;
interface Tried {
  readonly key: string;
  readonly found: Effects;
}

/**
 * Why tier or verdict, a finding (by its key) or a provision is otherwise. First the rules are exchanged, then the day, then the answers; at each
 * step the engine says anew what is so. Made when the first reason is asked for: most use cases of a folder are the same on both sides.
 */
export function causes(ends: Ends): (what: string) => Cause {
  const steps = once(() => stepsOf(ends));
  return (what) => {
    const { zero, one, two, three, byDay, byEdit } = steps();
    const value = (found: Effects): string => found.get(what) ?? none;
    const isDay = value(one) !== value(two);
    return {
      rules: value(zero) !== value(one),
      day: isDay,
      ...(isDay ? byDay().reason(what, value) : { date: null, aged: [] }),
      edits: value(two) === value(three) ? [] : byEdit().reason(value),
    };
  };
}

const none = 'not-applicable';

function stepsOf(ends: Ends) {
  const { before, after, bridge, first, last, at } = ends;
  const start = bridge ?? after.useCase;
  const [zero, three] = [effects(first), effects(last)];
  const one = before.compiled === after.compiled ? zero : effects(at(start, before.asOf));
  const two = before.asOf === after.asOf ? one : effects(at(start, after.asOf));
  return {
    zero,
    one,
    two,
    three,
    byDay: once(() => dayReasons(start, ends, one, two)),
    byEdit: once(() => editReasons(start, ends, three)),
  };
}

/** The edits without which it would be otherwise; else those that bring it about alone; else all of them together. */
function editReasons(start: UseCase, { after, edits, at }: Ends, three: Effects) {
  const tried = (change: (edit: Edit) => UseCase): readonly Tried[] =>
    edits.map((edit) => ({ key: edit.key, found: effects(at(change(edit), after.asOf)) }));
  const undone = tried((edit) => edit.back(after.useCase));
  const alone = once(() => tried((edit) => edit.on(start)));
  return {
    reason: (value: (found: Effects) => string): readonly string[] => {
      const needed = keysOf(undone, (found) => value(found) !== value(three));
      if (needed.length > 0) return needed;
      const enough = keysOf(alone(), (found) => value(found) === value(three));
      return enough.length > 0 ? enough : edits.map(({ key }) => key);
    },
  };
}

const keysOf = (tried: readonly Tried[], passes: (found: Effects) => boolean): readonly string[] =>
  tried.filter(({ found }) => passes(found)).map(({ key }) => key);

/** Whether the law of the other day or answers that count on one of them alone make the difference. */
function dayReasons(start: UseCase, { before, after, at }: Ends, one: Effects, two: Effects) {
  const aged = agedBetween(start, before.asOf, after);
  const hidden = (facts: readonly FactId[], asOf: IsoDate): Effects => effects(at(without(start, facts), asOf));
  const tried = [
    ...aged.come.map((fact) => ({ fact, found: hidden([fact], after.asOf), end: two })),
    ...aged.gone.map((fact) => ({ fact, found: hidden([fact], before.asOf), end: one })),
  ];
  const [lawThen, lawNow] = [hidden(aged.gone, before.asOf), hidden(aged.come, after.asOf)];
  return {
    reason: (what: string, value: (found: Effects) => string): Pick<Cause, 'date' | 'aged'> => {
      const isLaw = value(lawThen) !== value(lawNow);
      const needed = tried.filter(({ found, end }) => value(found) !== value(end)).map(({ fact }) => fact);
      return {
        date: isLaw ? dateBetween(what, start, before.asOf, after) : null,
        aged: needed.length > 0 || isLaw ? needed : [...aged.come, ...aged.gone],
      };
    },
  };
}

function effects({ tier, verdict, lawVerdict, classification, findings }: Assessment): Effects {
  return new Map([
    ['tier', `${tier.lowest} ${tier.highest}`],
    ['verdict', verdict],
    ['lawVerdict', lawVerdict],
    ...classification.map(({ rule, truth }): [string, string] => [rule, truth === 'false' ? none : truth]),
    ...findings.map((finding): [string, string] => [findingKey(finding), finding.state]),
  ]);
}

/** The date of the rule itself that comes between the days; that of a rule that it rests on is not named. */
function dateBetween(what: string, useCase: UseCase, then: IsoDate, { compiled, asOf }: Look): Cause['date'] {
  const [id] = what.split(' ');
  const ground = createGround(compiled, useCase, asOf);
  const [low, high] = then < asOf ? [then, asOf] : [asOf, then];
  const isBetween = (day: IsoDate | null): boolean => day !== null && low < day && day <= high;
  const names = compiled.book.rules.filter((rule) => rule.id === id).flatMap(datesOf);
  const found = names.map((name) => ({ name, from: ground.span(name) }));
  return found.find(({ from }) => isBetween(from.earliest) || isBetween(from.latest)) ?? null;
}

const datesOf = (rule: Rule): readonly DateName[] =>
  'appliesFrom' in rule ? [rule.appliesFrom, ...(rule.appliesUntil === null ? [] : [rule.appliesUntil])] : [];

/** The answers that count on the later look's day alone, and on the earlier day alone. */
function agedBetween(
  useCase: UseCase,
  then: IsoDate,
  { compiled, asOf }: Look,
): { readonly come: readonly FactId[]; readonly gone: readonly FactId[] } {
  const [old, now] = [createGround(compiled, useCase, then), createGround(compiled, useCase, asOf)];
  const facts = [...useCase.answers.keys()].map((fact) => ({
    fact,
    wasOpen: old.answer(fact).state === 'unknown',
    isOpen: now.answer(fact).state === 'unknown',
  }));
  return {
    come: facts.filter(({ wasOpen, isOpen }) => wasOpen && !isOpen).map(({ fact }) => fact),
    gone: facts.filter(({ wasOpen, isOpen }) => !wasOpen && isOpen).map(({ fact }) => fact),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
