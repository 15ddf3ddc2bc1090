import type { Assessment, Finding, State, Verdict } from '../model/assessment.ts';
import type { FactId, RuleId } from '../model/ids.ts';
import type { Tier } from '../model/tier.ts';
import type { Truth } from '../model/truth.ts';

interface Change<T> {
  readonly from: T;
  readonly to: T;
}

/** What is otherwise in the second of two assessments of one use case. */
export interface Difference {
  readonly tier: Change<readonly [lowest: Tier, highest: Tier]> | null;
  readonly verdict: Change<Verdict> | null;
  readonly lawVerdict: Change<Verdict> | null;
  /** Provisions that bear on scope or tier. */
  readonly provisions: readonly ({ readonly rule: RuleId } & Change<Truth>)[];
  /** Duties, prohibitions and gaps; what is not there does not apply. */
  readonly findings: readonly ({ readonly finding: Finding } & Change<State>)[];
  /** Questions that come, and that go. */
  readonly asked: readonly FactId[];
  readonly settled: readonly FactId[];
}

export function difference(before: Assessment, after: Assessment): Difference {
  const earlier = new Map(before.classification.map(({ rule, truth }) => [rule, truth]));
  const states = new Map(before.findings.map((finding) => [keyOf(finding), finding.state]));
  const [then, now] = [questions(before), questions(after)];
  return {
    tier: change([before.tier.lowest, before.tier.highest], [after.tier.lowest, after.tier.highest]),
    verdict: change(before.verdict, after.verdict),
    lawVerdict: change(before.lawVerdict, after.lawVerdict),
    provisions: after.classification.flatMap(({ rule, truth: to }) => {
      const from = earlier.get(rule) ?? 'false';
      return from === to ? [] : [{ rule, from, to }];
    }),
    findings: after.findings.flatMap((finding) => {
      const from = states.get(keyOf(finding)) ?? 'not-applicable';
      return from === finding.state ? [] : [{ finding, from, to: finding.state }];
    }),
    asked: now.filter((fact) => !then.includes(fact)),
    settled: then.filter((fact) => !now.includes(fact)),
  };
}

const questions = (assessment: Assessment): readonly FactId[] => assessment.questions.map(({ fact }) => fact);

/** Several conditions of one opinion differ in their words, several chapters of a gap in their code. */
const keyOf = ({ rule, code, condition }: Finding): string => `${rule} ${code} ${condition?.text ?? ''}`;

const change = <T>(from: T, to: T): Change<T> | null =>
  JSON.stringify(from) === JSON.stringify(to) ? null : { from, to };
