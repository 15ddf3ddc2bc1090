import type { ApprovalState, Assessment, Denial, Finding, JudgementUse, Verdict } from '../model/assessment.ts';
import type { IsoDate } from '../model/date.ts';
import type { FactId } from '../model/ids.ts';
import { lifecycle } from '../model/lifecycle.ts';
import { checkStages, type CheckStage, isDueBy, type Stage, stageAfter, stages } from '../model/stage.ts';
import type { UseCase } from '../model/use-case.ts';
import type { CompiledBook } from './compile.ts';
import { findingsOf, type When } from './finding.ts';
import { createGround, type Ground, newerMembers } from './ground.ts';
import { lifetimeOf } from './lifetime.ts';
import { noticesOf, reviewDays } from './notices.ts';
import { proveRule } from './prove.ts';
import { questionsOf } from './questions.ts';
import { recordsOf } from './records.ts';
import { classify, tierOf, type TierResult, uncertainOf } from './tier.ts';
import { isLaw, isTierUnsettled, weightOf, worse } from './verdict.ts';

/**
 * The assessment of one use case on one day. Pure: the same arguments give the same value.
 * `stage`: the stage to check for; null: the one after the use case's own, or the worst of all where that is unknown.
 * `within`: for so many days ahead it is told what begins or runs out; null: only of waivers.
 */
export function assess(
  useCase: UseCase,
  compiled: CompiledBook,
  asOf: IsoDate,
  stage: CheckStage | null = null,
  within: number | null = null,
): Assessment {
  const ground = createGround(compiled, useCase, asOf);
  const { start, end, when } = lifetimeOf(ground);
  const own = stageAnswer(ground);
  const checked = stage ?? (own === null ? null : stageAfter(own));
  const tier = tierOf(ground);
  const views = viewsOf(ground, when, tier, checked, end);
  const findings = worstFindings(views);
  const classification = classify(ground);
  const approval = approvalOf(useCase, compiled, asOf, when);
  const standing = { findings, tier, stage: own, start, approval };
  return {
    useCase: {
      id: useCase.id,
      title: useCase.title,
      purpose: useCase.purpose,
      owner: useCase.owner,
      product: useCase.product,
      file: useCase.file,
    },
    asOf,
    packs: compiled.book.packs
      .filter(({ id }) => !compiled.optional.has(id) || useCase.packs.has(id))
      .map(({ id, version }) => ({ id, version })),
    profile: useCase.profile,
    effectiveDay: start === null ? null : when.effective,
    start,
    end,
    stage: own,
    for: checked,
    verdict: verdictOf(views, when, () => true),
    lawVerdict: verdictOf(views, when, (finding) => isLaw(finding, compiled)),
    tierUnsettled: views.some((view) => view.tierUnsettled),
    waived: findings.filter((finding) => finding.state === 'waived').length,
    tier,
    roles: [...compiled.roles.keys()]
      .filter((role) => !compiled.ours.has(role))
      .map((role) => ({ role, truth: ground.role(role) })),
    classification,
    uncertain: uncertainOf(classification, ground),
    judgements: judgementsOf(ground),
    denials: denialsOf(ground),
    findings,
    questions: questionsOf(tier, findings, ground),
    digest: useCase.digest,
    notices: noticesOf(ground, standing, within),
    review: reviewDays(ground, standing),
    readings: useCase.readings,
    approval,
    register: registerOf(useCase, asOf),
    tender: useCase.documents.reading,
    records: () => recordsOf(ground, findings),
    prove: () => compiled.book.rules.map((rule) => proveRule(rule, ground)),
    possibleProhibition: findings.some(
      (finding) => finding.prohibition && isLaw(finding, compiled) && finding.weight === 'clarify',
    ),
    possibleNotReady: findings.some(
      (finding) =>
        !finding.prohibition &&
        isLaw(finding, compiled) &&
        finding.weight === 'clarify' &&
        finding.state === 'open' &&
        isDueBy(finding.due, checked ?? 'operation'),
    ),
  };
}

/** An approval counts from its day to its end, by an office that may approve, and as long as its answers are those in the file. */
function approvalOf(
  { approval, digest }: UseCase,
  { approvers }: CompiledBook,
  asOf: IsoDate,
  when: When,
): Assessment['approval'] {
  if (approval === null) return { state: 'missing', by: null, on: null };
  const { by, on, until } = approval;
  const stateOf = (): ApprovalState => {
    if (!approvers.has(by)) return 'not-entitled';
    if (on > asOf) return 'too-early';
    if (until !== null && until < when.effective) return 'expired';
    return approval.digest === digest ? 'valid' : 'stale';
  };
  return { state: stateOf(), by, on };
}

function registerOf({ register }: UseCase, asOf: IsoDate): Assessment['register'] {
  return register === null || register.on > asOf ? null : { on: register.on, entry: register.entry };
}

/** The findings as they weigh at one stage. */
interface View {
  readonly findings: readonly Finding[];
  readonly tierUnsettled: boolean;
}

function viewsOf(
  ground: Ground,
  when: When,
  tier: TierResult,
  checked: CheckStage | null,
  end: IsoDate | null,
): readonly View[] {
  const findings = findingsOf(ground, when);
  return (checked === null ? checkStages : [checked]).map((stage) =>
    stage === 'tender'
      ? tenderView(findings, ground, when, tier, end)
      : {
          findings: findings.map((finding) => weighed(finding, weightOf(finding, stage, end, ground))),
          tierUnsettled: isTierUnsettled(tier),
        },
  );
}

/** Most findings weigh nothing and need no copy. */
const weighed = (finding: Finding, weight: Finding['weight']): Finding =>
  weight === finding.weight ? finding : { ...finding, weight };

/**
 * At the tender, what the tender demands of the supplier as a binding statement counts as answered so, whatever was answered. States
 * stay as they are, and a prohibition, certain or possible, is never handled that way.
 */
function tenderView(
  findings: readonly Finding[],
  ground: Ground,
  when: When,
  tier: TierResult,
  end: IsoDate | null,
): View {
  const demanded = new Map<FactId, boolean>();
  for (const clause of ground.useCase.tender.clauses.keys())
    for (const [fact, value] of ground.compiled.demands.get(clause) ?? []) demanded.set(fact, value);
  if (demanded.size === 0)
    return {
      findings: findings.map((finding) => weighed(finding, weightOf(finding, 'tender', end, ground))),
      tierUnsettled: isTierUnsettled(tier),
    };
  const promised = createGround(ground.compiled, ground.useCase, ground.asOf, demanded);
  const asPromised = findingsOf(promised, when);
  return {
    findings: findings.map((finding, index) => {
      const counted = finding.prohibition ? finding : (asPromised[index] ?? finding);
      return weighed(finding, weightOf(counted, 'tender', end, promised));
    }),
    tierUnsettled: isTierUnsettled(tierOf(promised)),
  };
}

/** Each finding with the worst weight that it has at any of the stages looked at. */
function worstFindings(views: readonly View[]): readonly Finding[] {
  const [first, ...rest] = views;
  if (first === undefined) return [];
  if (rest.length === 0) return first.findings;
  return first.findings.map((finding, index) => {
    const weight = rest.reduce<Verdict>(
      (worst, view) => worse(worst, view.findings[index]?.weight ?? 'ready'),
      finding.weight ?? 'ready',
    );
    return weighed(finding, weight === 'ready' ? null : weight);
  });
}

function verdictOf(views: readonly View[], when: When, included: (finding: Finding) => boolean): Verdict {
  const unclear = when.openStart || views.some((view) => view.tierUnsettled);
  let verdict: Verdict = unclear ? 'clarify' : 'ready';
  for (const { findings } of views)
    for (const finding of findings)
      if (finding.weight !== null && included(finding)) verdict = worse(verdict, finding.weight);
  return verdict;
}

function stageAnswer(ground: Ground): Stage | null {
  if (!ground.compiled.facts.has(lifecycle.stage)) return null;
  const answer = ground.answer(lifecycle.stage);
  if (answer.state !== 'given' || answer.given.type !== 'choice') return null;
  const { value } = answer.given;
  return stages.find((stage) => stage === value) ?? null;
}

/** The recorded claims, with what they are worth. */
function judgementsOf(ground: Ground): readonly JudgementUse[] {
  return [...ground.useCase.answers].flatMap(([fact, given]) => {
    if (given.type !== 'judgement' || given.claimed !== true) return [];
    const answer = ground.answer(fact);
    const { reason, role, on, at } = given;
    return [
      {
        fact,
        truth: ground.truth({ kind: 'judged', fact }),
        why: answer.state === 'unknown' ? answer.why : null,
        reason,
        role,
        on,
        at,
      },
    ];
  });
}

/** What the closed screening sets denied, to be read again by whoever signs. */
function denialsOf(ground: Ground): readonly Denial[] {
  return ground.compiled.screens.flatMap((fact) => {
    const answer = ground.answer(fact.id);
    if (answer.state !== 'given' || answer.given.type !== 'set') return [];
    const open = new Set([
      ...(answer.given.value ?? []).map((member) => member.option),
      ...newerMembers(fact.id, ground),
    ]);
    const options = fact.options.map((option) => option.id).filter((id) => !open.has(id));
    return options.length === 0 ? [] : [{ fact: fact.id, options, at: answer.given.at }];
  });
}
