import { type State, verdicts } from '../model/assessment.ts';
import { severities } from '../model/rule.ts';
import type { Worse } from '../model/since.ts';
import { compareTiers } from '../model/tier.ts';
import type { Given } from '../model/use-case.ts';
import type { Comparison } from './compare.ts';

/** Of a comparison what is worse, and nothing else. */
export function worseIn({ before, after, difference, edits }: Comparison): Worse {
  const isWorse = verdicts.indexOf(after.verdict) > verdicts.indexOf(before.verdict);
  const [from, to] = [before.tier.highest, after.tier.highest];
  return {
    verdict: isWorse ? { from: before.verdict, to: after.verdict } : null,
    tier: compareTiers(to, from) > 0 ? { from, to } : null,
    findings: difference.findings
      .filter((change) => needs[change.to] > 0 && needs[change.to] > needs[change.from])
      .toSorted(({ finding: a }, { finding: b }) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
      .map(({ finding, from: was, to: is }) => ({
        rule: finding.rule,
        code: finding.code,
        condition: finding.condition?.text ?? null,
        from: was,
        to: is,
      })),
    lost: edits.flatMap(({ fact, before: old, after: now }) =>
      fact !== null && isKnown(old) && !isKnown(now) ? [fact] : [],
    ),
  };
}

/** How much is to be done now. */
const needs: Readonly<Record<State, number>> = {
  met: 0,
  'not-applicable': 0,
  upcoming: 0,
  waived: 0,
  open: 1,
  unmet: 2,
};

/** Whether something is told, be it no. */
function isKnown(given: Given | null): boolean {
  if (given === null) return false;
  switch (given.type) {
    case 'measure':
      return given.done !== null;
    case 'judgement':
      return given.claimed !== null;
    case 'opinion':
      return given.result !== null;
    default:
      return given.value !== null;
  }
}

export const isNothing = ({ verdict, tier, findings, lost }: Worse): boolean =>
  verdict === null && tier === null && findings.length === 0 && lost.length === 0;
