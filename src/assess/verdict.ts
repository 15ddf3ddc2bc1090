import { type Finding, type Verdict, verdicts } from '../model/assessment.ts';
import type { IsoDate } from '../model/date.ts';
import type { Duty, Severity } from '../model/rule.ts';
import { type CheckStage, isDueBy } from '../model/stage.ts';
import { compareTiers } from '../model/tier.ts';
import type { CompiledBook } from './compile.ts';
import { isPlanned } from './finding.ts';
import type { Ground } from './ground.ts';
import type { TierResult } from './tier.ts';

type Weight = Finding['weight'];

export const worse = (a: Verdict, b: Verdict): Verdict => (verdicts.indexOf(a) < verdicts.indexOf(b) ? b : a);

/** `end`: planned end of use; null: no end. */
export function weightOf(finding: Finding, stage: CheckStage, end: IsoDate | null, ground: Ground): Weight {
  const weight = finding.prohibition
    ? prohibitionWeight(finding, end)
    : counts(finding)
      ? dutyWeight(finding, stage, end, ground)
      : null;
  return weight !== null && !isLaw(finding, ground.compiled) ? 'clarify' : weight;
}

/**
 * Whether the law itself gives it weight. What an organisation raised over that weighs like its own rules, and so does a clause: even where the
 * law demands the agreement, its words are a proposal, and a contract may say the same in others.
 */
export const isLaw = ({ basis, code, rule, prohibition }: Finding, { raised }: CompiledBook): boolean =>
  basis === 'law' && code !== 'clause' && (prohibition || isGrave(raised.get(rule) ?? 'blocker'));

const counts = (finding: Finding): boolean => finding.owedBy !== 'other' && isGrave(finding.severity);

const isGrave = (severity: Severity): boolean => severity === 'blocker' || severity === 'major';

/** A prohibition counts at every stage, as soon as it is published and begins before the planned end. */
function prohibitionWeight(finding: Finding, end: IsoDate | null): Weight {
  switch (finding.state) {
    case 'unmet':
      return 'stop';
    case 'open':
      return 'clarify';
    case 'upcoming':
      if (!beginsBefore(finding, end)) return null;
      return finding.applies === 'true' && certainlyBeginsBefore(finding, end) ? 'stop' : 'clarify';
    case 'met':
    case 'waived':
    case 'not-applicable':
      return null;
  }
}

function dutyWeight(finding: Finding, stage: CheckStage, end: IsoDate | null, ground: Ground): Weight {
  switch (finding.state) {
    case 'unmet':
      return isDueBy(finding.due, stage) ? 'not-ready' : null;
    case 'open':
      if (isDueBy(finding.due, stage)) return 'clarify';
      // Whatever else is in doubt, it must weigh no less than the same duty does while it is known to lie ahead.
      return finding.ahead ? aheadWeight(finding, stage, end, ground) : null;
    case 'upcoming':
      return aheadWeight(finding, stage, end, ground);
    case 'met':
    case 'waived':
    case 'not-applicable':
      return null;
  }
}

const aheadWeight = (finding: Finding, stage: CheckStage, end: IsoDate | null, ground: Ground): Weight =>
  beginsBefore(finding, end) && !isSecured(finding, stage, ground) ? 'clarify' : null;

const beginsBefore = (finding: Finding, end: IsoDate | null): boolean => {
  const earliest = finding.from?.earliest ?? null;
  return earliest !== null && (end === null || earliest <= end);
};

const certainlyBeginsBefore = (finding: Finding, end: IsoDate | null): boolean => {
  const latest = finding.from?.latest ?? null;
  return latest !== null && (end === null || latest <= end);
};

/** A plan dated before the earliest day possible and, at tender and award, the clause that the rule names. */
function isSecured(finding: Finding, stage: CheckStage, ground: Ground): boolean {
  const rule = ground.compiled.rules.get(finding.rule);
  const earliest = finding.from?.earliest ?? null;
  if (rule?.kind !== 'duty' || earliest === null) return false;
  return isPlanned(rule.requires, earliest, ground) === 'true' && hasClause(rule, stage, ground);
}

const hasClause = (rule: Duty, stage: CheckStage, ground: Ground): boolean =>
  rule.clause === null || (stage !== 'tender' && stage !== 'award') || ground.clause(rule.clause) === 'true';

/** An unsettled tier keeps a use from being ready once it could be above transparency. */
export const isTierUnsettled = (tier: TierResult): boolean =>
  tier.lowest !== tier.highest && compareTiers(tier.highest, 'transparency') > 0;
