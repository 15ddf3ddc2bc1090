import type { Classified, Days } from '../model/assessment.ts';
import type { FactId, RuleId } from '../model/ids.ts';
import type { Certainty } from '../model/rule.ts';
import { compareTiers, higherTier, type Tier } from '../model/tier.ts';
import type { Truth } from '../model/truth.ts';
import { type PossibleDays, spanOf } from './days.ts';
import { type Ground, isKnownLaw, tierHit } from './ground.ts';
import { asksOfRule, asksOfScope, asksOfTier } from './asks.ts';

type Provision = Ground['compiled']['provisions'][number];

export interface TierResult {
  readonly lowest: Tier;
  readonly highest: Tier;
  readonly from: Days | null;
  readonly decisive: readonly (readonly FactId[])[];
}

/** The interval of tiers that the answers allow, and the sets of questions that decide within it. */
export function tierOf(ground: Ground): TierResult {
  const scope = ground.scope();
  if (scope === 'false') return { lowest: 'out-of-scope', highest: 'out-of-scope', from: null, decisive: [] };
  const hits = ground.compiled.provisions
    .filter((rule) => rule.tier !== null && isKnownLaw(rule, ground))
    .map((rule) => ({ rule, tier: rule.tier ?? 'minimal', hit: tierHit(rule, ground) }));
  const certain = highestOf(hits.filter(({ hit }) => hit === 'true'));
  const highest = highestOf(hits.filter(({ hit }) => hit !== 'false'));
  return {
    lowest: scope === 'true' ? certain : 'out-of-scope',
    highest,
    from: daysOf(hits, certain, ground),
    decisive: decisive(
      hits.filter(({ hit, tier }) => hit === 'unknown' && compareTiers(tier, certain) > 0),
      ground,
    ),
  };
}

interface Hit {
  readonly rule: Provision;
  readonly tier: Tier;
  readonly hit: Truth;
}

const highestOf = (hits: readonly Hit[]): Tier =>
  hits.reduce<Tier>((highest, { tier }) => higherTier(highest, tier), 'minimal');

/** The days from which the tier counts: of a settled one the first provision that gives it, else all that are possible. */
function daysOf(hits: readonly Hit[], certain: Tier, ground: Ground): Days | null {
  const possible = hits.filter(({ hit, tier }) => hit !== 'false' && compareTiers(tier, certain) >= 0);
  const above = possible.filter(({ tier }) => tier !== certain);
  const bearing = above.length > 0 ? above : possible.filter(({ hit }) => hit === 'true');
  if (bearing.length === 0) return null;
  const spans = bearing.map(({ rule }) => ground.days(rule.appliesFrom));
  return above.length > 0 ? spanOf(spans.flat()) : firstOf(spans);
}

/** When several provisions give the tier, it counts as soon as the first does. */
function firstOf(spans: readonly PossibleDays[]): Days {
  const days = spans.map(spanOf);
  const earliest = spanOf(days.map((span) => span.earliest)).earliest;
  const latest = spanOf(days.map((span) => span.latest)).earliest;
  return { earliest, latest };
}

/** One set of questions for each provision that could still raise the tier, worst first, and one for an unsettled scope. */
function decisive(open: readonly Hit[], ground: Ground): readonly (readonly FactId[])[] {
  const worstFirst = open.toSorted((a, b) => compareTiers(b.tier, a.tier));
  const sets = [...worstFirst.map(({ rule }) => asksOfTier(rule, ground)), asksOfScope(ground)];
  const distinct = new Map(sets.filter((set) => set.length > 0).map((set) => [set.join(' '), set]));
  return [...distinct.values()];
}

/** Every provision that bears on scope or tier, with its own truth: no scope, no role. */
export function classify(ground: Ground): readonly Classified[] {
  return [
    ...ground.compiled.scopes.map((rule) => classified(rule, 'out-of-scope', null, ground)),
    ...ground.compiled.provisions
      .filter((rule) => isKnownLaw(rule, ground))
      .map((rule) => classified(rule, rule.tier, ground.span(rule.appliesFrom), ground)),
  ];
}

function classified(
  rule: Provision | Ground['compiled']['scopes'][number],
  tier: Tier | null,
  from: Days | null,
  ground: Ground,
): Classified {
  const truth = ground.rule(rule.id);
  const lifting = rule.kind === 'classification' ? rule.liftedBy : null;
  return {
    rule: rule.id,
    truth,
    tier,
    cite: rule.cite,
    certainty: certaintyOf(rule.id, ground),
    from,
    unless: truth === 'unknown' && ground.truth(rule.when) === 'true',
    lifted: lifting === null || truth === 'false' ? 'false' : ground.rule(lifting),
    asks: truth === 'unknown' ? asksOfRule(rule, ground) : [],
  };
}

function certaintyOf(rule: RuleId, { compiled }: Ground): Certainty {
  const behind = compiled.uncertain.get(rule) ?? [];
  if (behind.some(({ certainty }) => certainty === 'disputed')) return 'disputed';
  return behind.length > 0 ? 'draft' : 'settled';
}

/** The notes about uncertain law that bear on the result: behind the hits, and behind the roles that are ours. */
export function uncertainOf(classification: readonly Classified[], ground: Ground): readonly RuleId[] {
  const { rules, uncertain } = ground.compiled;
  const hits = new Set(
    classification.filter(({ truth, unless }) => truth === 'true' || unless).map(({ rule }) => rule),
  );
  const isOurs = (id: RuleId): boolean => rules.get(id)?.kind === 'role' && ground.rule(id) === 'true';
  const behind = Array.from(uncertain, ([id, notes]) => (hits.has(id) || isOurs(id) ? notes : [])).flat();
  return [...new Set(behind.filter((rule) => ground.truth(rule.when) !== 'false').map(({ id }) => id))];
}
