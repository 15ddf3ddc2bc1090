import type { Days, Doubt, Finding, OwedBy, State } from '../model/assessment.ts';
import type { Condition } from '../model/condition.ts';
import type { IsoDate } from '../model/date.ts';
import type { FactId } from '../model/ids.ts';
import { lifecycle } from '../model/lifecycle.ts';
import type { Position } from '../model/position.ts';
import type { Clause, Duty, GapRule, Prohibition, Rule } from '../model/rule.ts';
import { atLeast, both, butNot, every, some, type Truth } from '../model/truth.ts';
import type { OpinionCondition, Waiver } from '../model/use-case.ts';
import { isValid } from './answers.ts';
import { known } from './compile.ts';
import { type PossibleDays, type Timing, timingOf } from './days.ts';
import { type Ground, isKnownLaw } from './ground.ts';
import { asks, asksOfRule, asksOfScope, asksOfWays, isWorthAsking } from './asks.ts';
import { firstPosition } from './prove.ts';

/** The days that a use case is looked at: what comes later is upcoming, or doubtful while the start is open. */
export interface When {
  readonly effective: IsoDate;
  readonly openStart: boolean;
}

type Obligation = Prohibition | Duty | Clause | GapRule;
type Judged = { readonly state: State; readonly doubt: Doubt | null };

/** How applicability and satisfaction become a state. */
const table: Record<Truth, Record<Truth, Judged>> = {
  true: {
    true: { state: 'met', doubt: null },
    false: { state: 'unmet', doubt: null },
    unknown: { state: 'open', doubt: 'satisfied' },
  },
  unknown: {
    true: { state: 'met', doubt: null },
    false: { state: 'open', doubt: 'applies' },
    unknown: { state: 'open', doubt: 'both' },
  },
  false: {
    true: { state: 'not-applicable', doubt: null },
    false: { state: 'not-applicable', doubt: null },
    unknown: { state: 'not-applicable', doubt: null },
  },
};

/** One finding for each duty, clause, prohibition and missing chapter that the as-of day can know; what each weighs, a stage decides. */
export function findingsOf(ground: Ground, when: When): readonly Finding[] {
  const own = ground.compiled.obligations
    .filter((rule) => isChosen(rule, ground) && (rule.kind === 'gap' || isKnownLaw(rule, ground)))
    .map((rule) => findingOf(rule, ground, when));
  const demanded = [...ground.compiled.opinionDuties].flatMap(([fact, duty]) => conditionsOf(fact, duty, ground, when));
  return demanded.length === 0 ? own : [...own, ...demanded];
}

/** What opinions demand becomes a duty each, as grave as the duty that demands the opinion; demanded by none: advice. */
function conditionsOf(fact: FactId, duty: Duty, ground: Ground, when: When): readonly Finding[] {
  const given = ground.useCase.answers.get(fact);
  if (given?.type !== 'opinion' || given.conditions.length === 0 || !isChosen(duty, ground)) return [];
  const base = findingOf(duty, ground, when);
  return given.conditions.map((condition): Finding => {
    const state = conditionState(condition, ground.asOf);
    return {
      ...base,
      code: 'condition',
      state,
      doubt: state === 'open' ? 'satisfied' : null,
      applies: 'true',
      severity: base.applies === 'false' ? 'advice' : duty.severity,
      condition: { fact, text: condition.text },
      position: () => condition.at,
      asks: state === 'open' ? [fact] : [],
      waiver: null,
    };
  });
}

/** A condition is met only with valid evidence, like a measure. */
export function conditionState({ done, evidence }: OpinionCondition, asOf: IsoDate): 'met' | 'unmet' | 'open' {
  if (done === false) return 'unmet';
  return done === true && evidence.some((one) => isValid(one, asOf)) ? 'met' : 'open';
}

/** House rules count only where the organisation chose them. */
const isChosen = ({ pack }: Obligation, { compiled, useCase }: Ground): boolean =>
  !compiled.optional.has(pack) || useCase.packs.has(pack);

function findingOf(rule: Obligation, ground: Ground, when: When): Finding {
  const applies = appliesTo(rule, ground);
  // Nobody asks whether a duty is met that does not apply.
  const satisfied = applies === 'false' ? 'unknown' : satisfactionOf(rule, ground);
  const timing = rule.kind === 'gap' ? 'in-force' : timingFor(rule, ground, when);
  const waiver = waiverFor(rule, ground, when);
  const { state, doubt } = judge(applies, satisfied, timing, waiver);
  return {
    rule: rule.id,
    code: codeOf(rule, ground),
    state,
    doubt,
    applies,
    severity: rule.kind === 'gap' ? 'blocker' : rule.severity,
    addressee: 'addressee' in rule ? rule.addressee : null,
    owedBy: owedBy(rule, ground),
    due: 'due' in rule ? rule.due : 'tender',
    aspect: rule.kind === 'gap' ? null : rule.aspect,
    step: 'step' in rule ? rule.step : rule.kind === 'gap' ? 'class' : 'forbidden',
    condition: null,
    basis: rule.kind === 'gap' ? 'law' : rule.basis,
    certainty: rule.certainty,
    from: fromOf(rule, ground),
    until: untilOf(rule, ground),
    ahead: timing === 'upcoming' || timing === 'doubtful',
    cite: rule.cite,
    position: () => positionOf(rule, { state, doubt }, ground),
    asks: asksOf(rule, { state, doubt }, ground, when),
    waiver: waiver ?? recordedWaiver(rule, ground),
    weight: null,
    prohibition: rule.kind === 'prohibition',
  };
}

/** A prohibition that bears on the tier holds only in scope; its own truth is told without scope. */
const appliesTo = (rule: Obligation, ground: Ground): Truth =>
  rule.kind === 'prohibition' && rule.tier !== null
    ? both(ground.scope(), ground.rule(rule.id))
    : ground.ruleTruth(rule);

/** A prohibition cannot be satisfied, and nobody can say whether a chapter that is not modelled is. */
function satisfactionOf(rule: Obligation, ground: Ground): Truth {
  if ('requires' in rule) return ground.truth(rule.requires);
  return rule.kind === 'prohibition' ? 'false' : 'unknown';
}

function timingFor(rule: Prohibition | Duty | Clause, ground: Ground, when: When): Timing {
  const from = timingOf(ground.days(rule.appliesFrom), when.effective, when.openStart);
  const ends = endsOf(rule, ground);
  const over = ends.filter((end) => end !== null && end < when.effective);
  if (from === 'never' || ends.every((end) => end === null)) return from;
  if (over.length === ends.length) return 'never';
  return from === 'in-force' && (when.openStart || over.length > 0) ? 'doubtful' : from;
}

/** The last days of a rule that are possible, as far as an act known on the as-of day sets one. */
const endsOf = (rule: Prohibition | Duty | Clause, ground: Ground): PossibleDays =>
  rule.appliesUntil === null ? [] : ground.days(rule.appliesUntil);

/** Precedence: not applicable, met, upcoming, waived, unmet or open. */
function judge(applies: Truth, satisfied: Truth, timing: Timing, waiver: Waiver | null): Judged {
  const plain = timing === 'never' ? table.false[satisfied] : table[applies][satisfied];
  if (plain.state === 'not-applicable' || plain.state === 'met') return plain;
  if (timing === 'upcoming') return { state: 'upcoming', doubt: plain.doubt };
  if (timing === 'doubtful' && applies === 'true') return { state: 'open', doubt: 'date' };
  if (plain.state === 'unmet' && waiver !== null) return { state: 'waived', doubt: null };
  return plain;
}

/** A waiver that is recorded but has expired or not been approved yet is told as well: absent, and yet seen. */
const recordedWaiver = (rule: Obligation, ground: Ground): Waiver | null =>
  ground.useCase.waivers.find((waiver) => waiver.finding === rule.id) ?? null;

/** A waiver that holds on the effective day. While the start is unknown, nobody can say that it does. */
function waiverFor(rule: Obligation, ground: Ground, when: When): Waiver | null {
  if (rule.kind !== 'duty' || when.openStart) return null;
  const holds = ground.useCase.waivers.find(
    (waiver) =>
      waiver.finding === rule.id &&
      rule.waivable.includes(waiver.approvedBy.role) &&
      waiver.approvedOn <= ground.asOf &&
      waiver.expires >= when.effective,
  );
  return holds ?? null;
}

function codeOf(rule: Obligation, ground: Ground): string {
  if (rule.kind === 'gap') return rule.code;
  if (rule.kind !== 'prohibition') return rule.kind;
  const unless = ground.truth(rule.when) === 'true' && ground.rule(rule.id) === 'unknown';
  return unless ? 'prohibited-unless' : 'prohibited';
}

function owedBy(rule: Obligation, ground: Ground): OwedBy {
  // Whoever buys answers for the words of the contract.
  if (rule.kind === 'prohibition' || rule.kind === 'clause') return 'us';
  const role = ground.role(rule.addressee);
  return role === 'true' ? 'us' : role === 'false' ? 'other' : 'unclear';
}

const fromOf = (rule: Obligation, ground: Ground): Days | null =>
  rule.kind === 'gap' ? null : ground.span(rule.appliesFrom);

const untilOf = (rule: Obligation, ground: Ground): IsoDate | null =>
  rule.kind === 'gap' || rule.appliesUntil === null ? null : ground.span(rule.appliesUntil).latest;

/** Where the answer stands that matters most: on whether it applies while that is in doubt or denied, else on whether it is satisfied. */
function positionOf(rule: Obligation, { state, doubt }: Judged, ground: Ground): Position | null {
  const conditions = [...('requires' in rule ? [rule.requires] : []), rule.when];
  const onApplying = state === 'not-applicable' || doubt === 'applies' || doubt === 'both';
  const [first = rule.when, second = first] = onApplying ? conditions.toReversed() : conditions;
  return firstPosition(first, ground) ?? firstPosition(second, ground);
}

/** What would settle the finding: first whether it applies, then when, then whether it is satisfied. */
function asksOf(rule: Obligation, judged: Judged, ground: Ground, when: When): readonly FactId[] {
  switch (judged.doubt) {
    case null:
      return [];
    case 'applies':
      return asksOfApplicability(rule, ground);
    case 'both': {
      // Who does not know whether a duty applies may still know that it is met.
      const first = asksOfApplicability(rule, ground);
      const isStuck = 'requires' in rule && !isWorthAsking(first, ground);
      return isStuck ? [...new Set([...first, ...asksOfWays(rule.requires, ground)])] : first;
    }
    case 'date':
      return rule.kind === 'gap' ? [] : asksOfDays(rule, ground, when.openStart);
    case 'satisfied':
      return 'requires' in rule ? asksOfWays(rule.requires, ground) : [];
  }
}

function asksOfApplicability(rule: Obligation, ground: Ground): readonly FactId[] {
  const own = asksOfRule(rule, ground);
  return own.length > 0 ? own : asksOfScope(ground);
}

/** What would settle from when to when a rule applies. */
export function asksOfDays(rule: Prohibition | Duty | Clause, ground: Ground, openStart: boolean): readonly FactId[] {
  const names = [rule.appliesFrom, ...(rule.appliesUntil === null ? [] : [rule.appliesUntil])];
  const conditions = names
    .flatMap((name) => known(ground.compiled.dates, name).entries)
    .flatMap((entry) => (entry.when === null ? [] : [entry.when]));
  const doubts = conditions.flatMap((condition) => asks(condition, ground));
  return [...new Set(openStart ? [lifecycle.start, ...doubts] : doubts)];
}

/** Whether a duty would be satisfied in time if every measure planned for a day between today and `before` were done. */
export function isPlanned(condition: Condition, before: IsoDate, ground: Ground): Truth {
  switch (condition.kind) {
    case 'all':
      return every(condition.of, (part) => isPlanned(part, before, ground));
    case 'any':
      return some(condition.of, (part) => isPlanned(part, before, ground));
    case 'at-least':
      return atLeast(condition.count, condition.of, (part) => isPlanned(part, before, ground));
    case 'rule':
      return isRulePlanned(known(ground.compiled.rules, condition.rule), before, ground);
    case 'measure': {
      const given = ground.useCase.answers.get(condition.fact);
      const inTime =
        given?.type === 'measure' &&
        given.planned !== null &&
        given.planned.on >= ground.asOf &&
        given.planned.on < before;
      return inTime ? 'true' : ground.truth(condition);
    }
    default:
      return ground.truth(condition);
  }
}

function isRulePlanned(rule: Rule, before: IsoDate, ground: Ground): Truth {
  const hit = isPlanned(rule.when, before, ground);
  const except = 'except' in rule ? rule.except : null;
  return except === null ? hit : butNot(hit, () => isPlanned(except, before, ground));
}
