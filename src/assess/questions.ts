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
  /** Of the findings that bear on the verdict: how many, and whether a prohibition is among them. */
  heavy: number;
  prohibition: boolean;
}

/** The facts to be answered next: what settles the tier first, worst first; then what settles findings. */
export function questionsOf(tier: TierResult, findings: readonly Finding[], ground: Ground): readonly OpenQuestion[] {
  const bearings = new Map<FactId, Bearing>();
  const bearing = (fact: FactId): Bearing => {
    const found = bearings.get(fact) ?? { rules: new Set(), tier: false, verdict: false, heavy: 0, prohibition: false };
    bearings.set(fact, found);
    return found;
  };
  for (const fact of tier.decisive.flat()) bearing(fact).tier = true;
  for (const finding of findings)
    for (const fact of finding.asks) {
      const found = bearing(fact);
      found.rules.add(finding.rule);
      if (finding.weight === null) continue;
      found.verdict = true;
      found.heavy += 1;
      if (finding.prohibition) found.prohibition = true;
    }
  for (const fact of frame)
    if (ground.compiled.facts.has(fact) && ground.answer(fact).state === 'unknown') bearing(fact).verdict = true;
  const rank = new Map(
    tier.decisive
      .flat()
      .toReversed()
      .map((fact, index) => [fact, index]),
  );
  const byWeight = (a: FactId, b: FactId): number =>
    heavier(bearing(a), bearing(b), isFrame(a), isFrame(b)) ||
    known(ground.compiled.factOrder, a) - known(ground.compiled.factOrder, b);
  return [...bearings.keys()]
    .toSorted((a, b) => (rank.get(b) ?? -1) - (rank.get(a) ?? -1) || byWeight(a, b))
    .map((fact) => question(fact, bearing(fact), ground));
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

/** What is due, and when, hangs on these: once the tier is settled they come first. */
const frame: readonly FactId[] = [lifecycle.stage, lifecycle.start];
const isFrame = (fact: FactId): boolean => frame.includes(fact);

/** Of what bears on the verdict, what may be prohibited comes first, then what settles most. */
const heavier = (a: Bearing, b: Bearing, isFrameA: boolean, isFrameB: boolean): number =>
  Number(b.tier) - Number(a.tier) ||
  Number(isFrameB) - Number(isFrameA) ||
  Number(b.verdict) - Number(a.verdict) ||
  Number(b.prohibition) - Number(a.prohibition) ||
  b.heavy - a.heavy;

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
