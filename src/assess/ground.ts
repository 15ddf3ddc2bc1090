import type { Answer } from '../model/answer.ts';
import type { Condition, FactLeaf } from '../model/condition.ts';
import { addMonths, type IsoDate } from '../model/date.ts';
import type { ActRole, DateName, FactId, OptionId, RuleId } from '../model/ids.ts';
import type { Rule } from '../model/rule.ts';
import type { DateVersion } from '../model/source.ts';
import type { Tier } from '../model/tier.ts';
import { atLeast, both, butNot, every, fromBoolean, not, some, type Truth } from '../model/truth.ts';
import type { UseCase } from '../model/use-case.ts';
import { answerTo } from './answers.ts';
import { type CompiledBook, known } from './compile.ts';
import type { PossibleDays } from './days.ts';

/**
 * Everything that is true, false or unknown of one use case on one day. Each question is answered when it is first asked and
 * remembered; the loader has refused circles, so the order facts → hits → scope → tier → roles → duties comes by itself.
 */
export interface Ground {
  readonly compiled: CompiledBook;
  readonly useCase: UseCase;
  readonly asOf: IsoDate;
  answer(fact: FactId): Answer;
  /** The truth of the fact's gate; true where it has none. */
  gate(fact: FactId): Truth;
  truth(condition: Condition): Truth;
  /** A rule's conditions less its exceptions. */
  rule(id: RuleId): Truth;
  ruleTruth(rule: Rule): Truth;
  /** Whether the use is in scope of the act. */
  scope(): Truth;
  tier(tier: Tier): Truth;
  role(role: ActRole): Truth;
  days(name: DateName): PossibleDays;
  /** Whether some act known on the day has set the date at all. */
  isSet(name: DateName): boolean;
  /** What would settle something, found once; see asks.ts. */
  asked(what: string, find: () => readonly FactId[]): readonly FactId[];
}

/** `demanded`: facts that count as the tender demands them, whatever was answered. */
export function createGround(
  compiled: CompiledBook,
  useCase: UseCase,
  asOf: IsoDate,
  demanded: ReadonlyMap<FactId, boolean> = new Map(),
): Ground {
  const answers = new Map<FactId, Answer>();
  const rules = new Map<RuleId, Truth>();
  const days = new Map<DateName, PossibleDays>();
  const tiers = new Map<Tier, Truth>();
  const roles = new Map<ActRole, Truth>();
  const set = new Map<DateName, boolean>();
  const asked = new Map<string, readonly FactId[]>();
  let inScope: Truth | null = null;

  const ground: Ground = {
    compiled,
    useCase,
    asOf,
    answer: (id) =>
      remember(answers, id, () => {
        return answerTo(known(compiled.facts, id), ground.gate(id), useCase, asOf);
      }),
    gate: (id) => {
      const { askedWhen } = known(compiled.facts, id);
      return askedWhen === null ? 'true' : ground.truth(askedWhen);
    },
    truth: (condition) => {
      switch (condition.kind) {
        case 'all':
          return every(condition.of, ground.truth);
        case 'any':
          return some(condition.of, ground.truth);
        case 'at-least':
          return atLeast(condition.count, condition.of, ground.truth);
        case 'not':
          return not(ground.truth(condition.of));
        case 'rule':
          return ground.rule(condition.rule);
        case 'tier':
          return ground.tier(condition.tier);
        case 'role':
          return ground.role(condition.role);
        case 'scope':
          return ground.scope();
        default: {
          const demand = demanded.get(condition.fact);
          return demand === undefined || !isPromisable(condition) ? leafTruth(condition, ground) : fromBoolean(demand);
        }
      }
    },
    rule: (id) => remember(rules, id, () => ground.ruleTruth(known(compiled.rules, id))),
    ruleTruth: (rule) => {
      const hit = ground.truth(rule.when);
      const except = 'except' in rule ? rule.except : null;
      return except === null ? hit : butNot(hit, () => ground.truth(except));
    },
    scope: () => (inScope ??= not(some(compiled.scopes, (rule) => ground.rule(rule.id)))),
    tier: (tier) => remember(tiers, tier, () => tierTruth(tier, ground)),
    role: (role) => remember(roles, role, () => some(known(compiled.roles, role), (rule) => ground.rule(rule.id))),
    isSet: (name) => remember(set, name, () => isDateSet(name, ground)),
    days: (name) => remember(days, name, () => possibleDays(name, ground)),
    asked: (what, find) => remember(asked, what, find),
  };
  return ground;
}

function remember<Key, Value>(memory: Map<Key, Value>, key: Key, find: () => Value): Value {
  const found = memory.get(key);
  if (found !== undefined) return found;
  const value = find();
  memory.set(key, value);
  return value;
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
function possibleDays(name: DateName, ground: Ground): PossibleDays {
  const possible: (IsoDate | null)[] = [];
  for (const entry of known(ground.compiled.dates, name).entries) {
    const version = lastKnown(entry.versions, ground);
    if (version === undefined) continue;
    const holds = entry.when === null ? 'true' : ground.truth(entry.when);
    if (holds === 'false') continue;
    possible.push(version.from);
    if (holds === 'true') break;
  }
  return possible;
}

const isDateSet = (name: DateName, ground: Ground): boolean =>
  known(ground.compiled.dates, name).entries.some((entry) => lastKnown(entry.versions, ground) !== undefined);

const lastKnown = (versions: readonly DateVersion[], ground: Ground): DateVersion | undefined =>
  versions.findLast((version) => known(ground.compiled.sources, version.setBy).published <= ground.asOf);

/** What a binding statement of the supplier can answer. */
const isPromisable = (leaf: FactLeaf): boolean => leaf.kind === 'yes' || leaf.kind === 'measure';

function leafTruth(leaf: FactLeaf, ground: Ground): Truth {
  const answer = ground.answer(leaf.fact);
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
      return leaf.kind === 'before' && given.value !== null
        ? beforeTruth(given.value, ground.days(leaf.date))
        : 'unknown';
    case 'measure':
      return fromBoolean(given.done === true);
    case 'judgement':
      return fromBoolean(given.claimed === true);
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
  const fact = known(ground.compiled.facts, id);
  if (fact.type !== 'set') return [];
  const { versions } = ground.compiled.book;
  const answered = versions.indexOf(ground.useCase.catalogue);
  return fact.options
    .filter((option) => option.since !== null && versions.indexOf(option.since) > answered)
    .map((option) => option.id);
}

function beforeTruth(day: IsoDate, limits: PossibleDays): Truth {
  const comparisons = limits.map((limit) => limit === null || day < limit);
  if (comparisons.length === 0 || (comparisons.includes(true) && comparisons.includes(false))) return 'unknown';
  return fromBoolean(comparisons.includes(true));
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
