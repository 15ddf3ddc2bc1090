import type { Finding, OpenQuestion } from '../model/assessment.ts';
import type { UnknownReason } from '../model/answer.ts';
import type { IsoDate } from '../model/date.ts';
import type { FactId, RuleId } from '../model/ids.ts';
import { lifecycle } from '../model/lifecycle.ts';
import { known } from './compile.ts';
import { type Ground, newerMembers } from './ground.ts';
import type { TierResult } from './tier.ts';

interface Bearing {
  readonly rules: Set<RuleId>;
  tier: boolean;
  verdict: boolean;
}

/** The facts to be answered next: what settles the tier first, worst first; then what settles findings. */
export function questionsOf(tier: TierResult, findings: readonly Finding[], ground: Ground): readonly OpenQuestion[] {
  const bearings = new Map<FactId, Bearing>();
  const bearing = (fact: FactId): Bearing => {
    const found = bearings.get(fact) ?? { rules: new Set(), tier: false, verdict: false };
    bearings.set(fact, found);
    return found;
  };
  for (const fact of tier.decisive.flat()) bearing(fact).tier = true;
  for (const finding of findings)
    for (const fact of finding.asks) {
      const { rules } = bearing(fact);
      rules.add(finding.rule);
      if (finding.weight !== null) bearing(fact).verdict = true;
    }
  for (const fact of [lifecycle.start, lifecycle.stage])
    if (ground.compiled.facts.has(fact) && ground.answer(fact).state === 'unknown') bearing(fact).verdict = true;
  const rank = new Map(
    tier.decisive
      .flat()
      .toReversed()
      .map((fact, index) => [fact, index]),
  );
  return [...bearings]
    .map(([fact, found]) => question(fact, found, ground))
    .toSorted((a, b) => (rank.get(b.fact) ?? -1) - (rank.get(a.fact) ?? -1) || byWeight(ground)(a, b));
}

function question(fact: FactId, bearing: Bearing, ground: Ground): OpenQuestion {
  const { answeredBy } = known(ground.compiled.facts, fact);
  return {
    fact,
    why: whyAsked(fact, ground),
    position: ground.useCase.answers.get(fact)?.at ?? null,
    askOf: answeredBy,
    settles: { tier: bearing.tier, verdict: bearing.verdict || bearing.tier, findings: bearing.rules.size },
    bearsOn: [...bearing.rules],
  };
}

const byWeight = (ground: Ground) => (a: OpenQuestion, b: OpenQuestion) =>
  Number(b.settles.tier) - Number(a.settles.tier) ||
  Number(b.settles.verdict) - Number(a.settles.verdict) ||
  known(ground.compiled.factOrder, a.fact) - known(ground.compiled.factOrder, b.fact);

/** A set can be answered and yet leave a member open. */
function whyAsked(fact: FactId, ground: Ground): UnknownReason {
  const answer = ground.answer(fact);
  if (answer.state === 'unknown') return answer.why;
  if (answer.state === 'given' && answer.given.type === 'yes-no')
    return whyUnconfirmed(answer.given.confirmedOn, ground);
  if (answer.state === 'given' && answer.given.type === 'date') return 'rough';
  return newerMembers(fact, ground).length > 0 ? 'newer-member' : 'member-unsure';
}

/** An answer about a period needs the day on which it was confirmed. */
function whyUnconfirmed(confirmedOn: IsoDate | null, ground: Ground): UnknownReason {
  if (confirmedOn === null) return 'undated';
  return confirmedOn > ground.asOf ? 'too-early' : 'expired';
}
