import type { Assessment, Finding, State, Verdict } from '../model/assessment.ts';
import type { FactId, RuleId } from '../model/ids.ts';
import type { Tier } from '../model/tier.ts';
import type { Truth } from '../model/truth.ts';

interface Change<T> {
  readonly from: T;
  readonly to: T;
}

/** A duty, prohibition or gap whose state is another one; where it is not there it does not apply. */
export interface FindingChange extends Change<State> {
  /** As it is in the second assessment; gone there: as it was in the first. */
  readonly finding: Finding;
  readonly key: string;
}

/** What is otherwise in the second of two assessments of one use case. */
export interface Difference {
  readonly tier: Change<readonly [lowest: Tier, highest: Tier]> | null;
  readonly verdict: Change<Verdict> | null;
  readonly lawVerdict: Change<Verdict> | null;
  /** Provisions that bear on scope or tier. */
  readonly provisions: readonly ({ readonly rule: RuleId } & Change<Truth>)[];
  readonly findings: readonly FindingChange[];
  /** Questions that come, and that go. */
  readonly asked: readonly FactId[];
  readonly settled: readonly FactId[];
}

export function difference(before: Assessment, after: Assessment): Difference {
  const earlier = new Map(before.classification.map(({ rule, truth }) => [rule, truth]));
  const later = new Set(after.classification.map(({ rule }) => rule));
  const [then, now] = [questions(before), questions(after)];
  return {
    tier: change([before.tier.lowest, before.tier.highest], [after.tier.lowest, after.tier.highest]),
    verdict: change(before.verdict, after.verdict),
    lawVerdict: change(before.lawVerdict, after.lawVerdict),
    provisions: [
      ...after.classification.map(({ rule, truth: to }) => ({ rule, from: earlier.get(rule) ?? 'false', to })),
      ...before.classification.flatMap(({ rule, truth: from }) =>
        later.has(rule) ? [] : [{ rule, from, to: 'false' as const }],
      ),
    ].filter(({ from, to }) => from !== to),
    findings: findingChanges(before, after),
    asked: now.filter((fact) => !then.includes(fact)),
    settled: then.filter((fact) => !now.includes(fact)),
  };
}

function findingChanges(before: Assessment, after: Assessment): readonly FindingChange[] {
  const states = new Map(before.findings.map((finding) => [findingKey(finding), finding.state]));
  const there = new Set(after.findings.map(findingKey));
  const none = 'not-applicable';
  return [
    ...after.findings.map((finding) => {
      const key = findingKey(finding);
      return { finding, key, from: states.get(key) ?? none, to: finding.state };
    }),
    ...before.findings.flatMap((finding): FindingChange[] => {
      const key = findingKey(finding);
      return there.has(key) ? [] : [{ finding, key, from: finding.state, to: none }];
    }),
  ].filter(({ from, to }) => from !== to);
}

const questions = (assessment: Assessment): readonly FactId[] => assessment.questions.map(({ fact }) => fact);

/** Several conditions of one opinion differ in their words, several chapters of a gap in their code. */
export const findingKey = ({ rule, code, condition }: Finding): string => `${rule} ${code} ${condition?.text ?? ''}`;

const change = <T>(from: T, to: T): Change<T> | null =>
  JSON.stringify(from) === JSON.stringify(to) ? null : { from, to };
