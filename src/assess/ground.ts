import type { Answer } from '../model/answer.ts';
import type { Days } from '../model/assessment.ts';
import type { Condition, FactLeaf } from '../model/condition.ts';
import { addMonths, type IsoDate } from '../model/date.ts';
import type { Fact } from '../model/fact.ts';
import type { ActRole, ClauseId, DateName, FactId, OptionId, RuleId } from '../model/ids.ts';
import type { Position } from '../model/position.ts';
import type { Rule } from '../model/rule.ts';
import type { Tier } from '../model/tier.ts';
import { atLeast, both, butNot, every, fromBoolean, not, some, type Truth } from '../model/truth.ts';
import type { UseCase } from '../model/use-case.ts';
import { answerTo } from './answers.ts';
import { calendarOf, type KnownDate } from './calendar.ts';
import { type CompiledBook, known } from './compile.ts';
import { type PossibleDays, spanOf } from './days.ts';

/**
 * Everything that is true, false or unknown of one use case on one day. Each question is answered when it is first asked and
 * remembered; the loader has refused circles, so the order facts → hits → scope → tier → roles → duties comes by itself.
 */
export interface Ground {
  readonly compiled: CompiledBook;
  readonly useCase: UseCase;
  readonly asOf: IsoDate;
  /** Facts that count as the tender demands them, whatever was answered; null: none. */
  readonly demanded: ReadonlyMap<FactId, boolean> | null;
  answer(fact: FactId): Answer;
  /** The same by the fact's place in the catalogue. */
  answerAt(place: number): Answer;
  /** The truth of the fact's gate; true where it has none. */
  gate(fact: FactId): Truth;
  truth(condition: Condition): Truth;
  /** A rule's conditions less its exceptions. */
  rule(id: RuleId): Truth;
  /** The same by the rule's place in the book. */
  ruleAt(place: number): Truth;
  ruleTruth(rule: Rule): Truth;
  /** Whether the use is in scope of the act. */
  scope(): Truth;
  tier(tier: Tier): Truth;
  role(role: ActRole): Truth;
  /** Whether a clause stands in the tender documents. */
  clause(clause: ClauseId): Truth;
  days(name: DateName): PossibleDays;
  /** Whether some act known on the day has set the date at all. */
  isSet(name: DateName): boolean;
  /** First and last of the possible days. */
  span(name: DateName): Days;
  /** What would settle something, found once; see asks.ts. */
  asked(what: string, find: () => readonly FactId[]): readonly FactId[];
  /** Where the first answer stands on which a rule rests, found once; see prove.ts. */
  position(rule: RuleId, find: () => Position | null): Position | null;
  /** The same for what closed the gate of a fact. */
  closedAt(fact: FactId, find: () => Position | null): Position | null;
}

export function createGround(
  compiled: CompiledBook,
  useCase: UseCase,
  asOf: IsoDate,
  demanded: Ground['demanded'] = null,
): Ground {
  const { book } = compiled;
  const calendar = calendarOf(compiled, asOf);
  const prepared = preparerOf(compiled);
  const answers: (Answer | undefined)[] = [];
  const rules: (Truth | undefined)[] = [];
  const days = new Map<DateName, PossibleDays>();
  const spans = new Map<DateName, Days>();
  const tiers = new Map<Tier, Truth>();
  const roles = new Map<ActRole, Truth>();
  const asked = new Map<string, readonly FactId[]>();
  const positions = new Map<RuleId, Position | null>();
  const closings = new Map<FactId, Position | null>();
  let inScope: Truth | null = null;

  const gateOf = ({ askedWhen }: Fact): Truth => (askedWhen === null ? 'true' : ground.truth(askedWhen));
  const ground: Ground = {
    compiled,
    useCase,
    asOf,
    demanded,
    answer: (id) => ground.answerAt(known(compiled.factOrder, id)),
    answerAt: (place) => (answers[place] ??= answerTo(at(book.facts, place), gateOf, useCase, asOf)),
    gate: (id) => gateOf(known(compiled.facts, id)),
    truth: (condition) => prepared(condition)(ground),
    rule: (id) => ground.ruleAt(known(compiled.ruleOrder, id)),
    ruleAt: (place) => (rules[place] ??= ground.ruleTruth(at(book.rules, place))),
    ruleTruth: (rule) => {
      const hit = ground.truth(rule.when);
      const except = 'except' in rule ? rule.except : null;
      return except === null ? hit : butNot(hit, () => ground.truth(except));
    },
    scope: () => (inScope ??= not(some(compiled.scopes, (rule) => ground.rule(rule.id)))),
    tier: (tier) => remember(tiers, tier, () => tierTruth(tier, ground)),
    role: (role) =>
      compiled.ours.has(role)
        ? 'true'
        : remember(roles, role, () => some(known(compiled.roles, role), (rule) => ground.rule(rule.id))),
    clause: (clause) => clauseTruth(clause, useCase),
    isSet: (name) => known(calendar, name).length > 0,
    days: (name) => remember(days, name, () => possibleDays(known(calendar, name), ground)),
    span: (name) => remember(spans, name, () => spanOf(ground.days(name))),
    asked: (what, find) => remember(asked, what, find),
    position: (rule, find) => remember(positions, rule, find),
    closedAt: (fact, find) => remember(closings, fact, find),
  };
  return ground;
}

function at<T>(items: readonly T[], place: number): T {
  const item = items[place];
  if (item === undefined) throw new Error(`The rule book has nothing at ${place}.`);
  return item;
}

function remember<Key, Value>(memory: Map<Key, Value>, key: Key, find: () => Value): Value {
  const found = memory.get(key);
  if (found !== undefined) return found;
  const value = find();
  memory.set(key, value);
  return value;
}

/** A condition with its names resolved. */
type Prepared = (ground: Ground) => Truth;
type Preparer = (condition: Condition) => Prepared;

const preparers = new WeakMap<CompiledBook, Preparer>();

/** Conditions are prepared when they are first asked for, once for all use cases: looking up names took most of the time. */
function preparerOf(compiled: CompiledBook): Preparer {
  const found = preparers.get(compiled);
  if (found !== undefined) return found;
  const memory = new WeakMap<Condition, Prepared>();
  const prepared: Preparer = (condition) => {
    const ready = memory.get(condition);
    if (ready !== undefined) return ready;
    const made = prepare(condition, compiled, prepared);
    memory.set(condition, made);
    return made;
  };
  preparers.set(compiled, prepared);
  return prepared;
}

function prepare(condition: Condition, compiled: CompiledBook, prepared: Preparer): Prepared {
  switch (condition.kind) {
    case 'all': {
      const parts = condition.of.map(prepared);
      return (ground) => every(parts, (part) => part(ground));
    }
    case 'any': {
      const parts = condition.of.map(prepared);
      return (ground) => some(parts, (part) => part(ground));
    }
    case 'at-least': {
      const parts = condition.of.map(prepared);
      return (ground) => atLeast(condition.count, parts, (part) => part(ground));
    }
    case 'not': {
      const part = prepared(condition.of);
      return (ground) => not(part(ground));
    }
    case 'rule': {
      const place = known(compiled.ruleOrder, condition.rule);
      return (ground) => ground.ruleAt(place);
    }
    case 'tier':
      return (ground) => ground.tier(condition.tier);
    case 'role':
      return (ground) => ground.role(condition.role);
    case 'scope':
      return (ground) => ground.scope();
    case 'clause':
      return (ground) => ground.clause(condition.clause);
    default:
      return prepareLeaf(condition, known(compiled.factOrder, condition.fact));
  }
}

function prepareLeaf(leaf: FactLeaf, place: number): Prepared {
  return (ground) => {
    const demand = isPromisable(leaf) ? ground.demanded?.get(leaf.fact) : undefined;
    return demand === undefined ? leafTruth(leaf, ground.answerAt(place), ground) : fromBoolean(demand);
  };
}

function clauseTruth(clause: ClauseId, { tender, documents }: UseCase): Truth {
  if (tender.clauses.has(clause)) return 'true';
  const found = documents.reading?.clauses.get(clause)?.state;
  if (found === 'otherwise') return 'false';
  // What is referred to, or stands there in other words, may have been agreed all the same.
  if (found === 'changed' || found === 'mentioned') return 'unknown';
  return tender.state === 'read' ? 'false' : 'unknown';
}

type Provision = CompiledBook['provisions'][number];

/** A provision that the as-of day can know: some act published by then has set its date. */
export const isKnownLaw = (rule: { readonly appliesFrom: DateName }, ground: Ground): boolean =>
  ground.isSet(rule.appliesFrom);

function tierTruth(tier: Tier, ground: Ground): Truth {
  const hits = ground.compiled.provisions.filter((rule) => rule.tier === tier && isKnownLaw(rule, ground));
  const hit = some(hits, (rule) => tierHit(rule, ground));
  return hit === 'false' ? hit : both(ground.scope(), hit);
}

/** Whether a provision gives its tier: it is hit and nothing else takes the tier away. */
export function tierHit(rule: Provision, ground: Ground): Truth {
  const hit = ground.rule(rule.id);
  const lifting = rule.kind === 'classification' ? rule.liftedBy : null;
  return lifting === null ? hit : butNot(hit, () => ground.rule(lifting));
}

/** The first entry whose condition holds; while one is unknown, it and those after it are possible. */
function possibleDays(entries: readonly KnownDate[], ground: Ground): PossibleDays {
  const possible: (IsoDate | null)[] = [];
  for (const { when, from } of entries) {
    const holds = when === null ? 'true' : ground.truth(when);
    if (holds === 'false') continue;
    possible.push(from);
    if (holds === 'true') break;
  }
  return possible;
}

/** What a binding statement of the supplier can answer. */
const isPromisable = (leaf: FactLeaf): boolean => leaf.kind === 'yes' || leaf.kind === 'measure';

function leafTruth(leaf: FactLeaf, answer: Answer, ground: Ground): Truth {
  if (answer.state === 'closed') return 'false';
  if (answer.state === 'unknown') return 'unknown';
  const { given } = answer;
  switch (given.type) {
    case 'yes-no':
      return leaf.kind === 'confirmed'
        ? confirmedTruth(leaf, given.value, given.confirmedOn, ground)
        : fromBoolean(given.value === true);
    case 'choice':
      return fromBoolean(leaf.kind === 'is' && given.value === leaf.option);
    case 'set':
      return leaf.kind === 'includes'
        ? memberTruth(leaf.fact, leaf.option, given.value ?? [], ground)
        : anyMemberTruth(leaf.fact, given.value ?? [], ground);
    case 'date':
      return leaf.kind === 'before' && given.value !== null && given.until !== null
        ? beforeTruth(given.value, given.until, ground.days(leaf.date))
        : 'unknown';
    case 'measure':
      return fromBoolean(given.done === true);
    case 'judgement':
      return fromBoolean(given.claimed === true);
    case 'opinion':
      return fromBoolean(given.result !== 'refused');
    case 'text':
      return 'unknown';
  }
}

type Members = readonly { readonly option: OptionId; readonly sure: boolean }[];

/** A given set answers for all its members that its catalogue version knew. */
function memberTruth(fact: FactId, option: OptionId, members: Members, ground: Ground): Truth {
  const member = members.find((candidate) => candidate.option === option);
  if (member !== undefined) return member.sure ? 'true' : 'unknown';
  return newerMembers(fact, ground).includes(option) ? 'unknown' : 'false';
}

function anyMemberTruth(fact: FactId, members: Members, ground: Ground): Truth {
  if (members.some((member) => member.sure)) return 'true';
  return members.length > 0 || newerMembers(fact, ground).length > 0 ? 'unknown' : 'false';
}

/** The members that were added to the catalogue after the version that the file answered. */
export function newerMembers(id: FactId, ground: Ground): readonly OptionId[] {
  const { versions } = ground.compiled.book;
  if (ground.useCase.catalogue === versions.at(-1)) return [];
  const fact = known(ground.compiled.facts, id);
  if (fact.type !== 'set') return [];
  const answered = versions.indexOf(ground.useCase.catalogue);
  return fact.options
    .filter((option) => option.since !== null && versions.indexOf(option.since) > answered)
    .map((option) => option.id);
}

/** Whether a day between `first` and `last` lies before a limit, which may itself be one of several. */
function beforeTruth(first: IsoDate, last: IsoDate, limits: PossibleDays): Truth {
  if (limits.length === 0) return 'unknown';
  if (limits.every((limit) => limit === null || last < limit)) return 'true';
  return limits.every((limit) => limit !== null && first >= limit) ? 'false' : 'unknown';
}

/**
 * An answer about a period counts only if it was confirmed within the period, and only for so many months after that. What has not
 * begun by the as-of day is unknown.
 */
function confirmedTruth(
  leaf: Extract<FactLeaf, { kind: 'confirmed' }>,
  value: boolean | null,
  confirmedOn: IsoDate | null,
  ground: Ground,
): Truth {
  if (value === null || confirmedOn === null || confirmedOn > ground.asOf) return 'unknown';
  const begins = ground.days(leaf.from);
  if (begins.length === 0 || begins.some((day) => day === null || day > confirmedOn)) return 'unknown';
  return addMonths(confirmedOn, leaf.months) < ground.asOf ? 'unknown' : fromBoolean(value);
}
