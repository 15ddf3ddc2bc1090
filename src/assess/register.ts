import type { Assessment, Finding } from '../model/assessment.ts';
import { factsNamed } from '../model/condition.ts';
import type { IsoDate } from '../model/date.ts';
import type { FactId, RuleId } from '../model/ids.ts';
import { lifecycle, staffTraining, tellingPeople } from '../model/lifecycle.ts';
import type { RegisterOpinion, RegisterRow, RegisterTally, RegisterWork } from '../model/register.ts';
import type { Aspect } from '../model/rule.ts';
import type { Truth } from '../model/truth.ts';
import type { UseCase } from '../model/use-case.ts';
import { assess } from './assess.ts';
import type { CompiledBook } from './compile.ts';
import { createGround, type Ground } from './ground.ts';
import { dueItems, type Needed } from './register-due.ts';

/** A hundred years: everything that lies ahead. */
const all = 36_500;

/** One use case as a register keeps it. Pure, as `assess` is. */
export function registerRow(useCase: UseCase, compiled: CompiledBook, asOf: IsoDate): RegisterRow {
  const assessment = assess(useCase, compiled, asOf, null, all);
  const ground = createGround(compiled, useCase, asOf);
  const { findings, review, notices, questions } = assessment;
  const { id, title, purpose, file, owner, product } = assessment.useCase;
  const needed = neededBy(findings, compiled);
  return {
    id,
    title,
    purpose,
    file,
    owner,
    product,
    profile: assessment.profile,
    organisation: useCase.organisation,
    digest: assessment.digest,
    stage: assessment.stage,
    for: assessment.for,
    start: assessment.start,
    end: endOf(useCase),
    tier: { lowest: assessment.tier.lowest, highest: assessment.tier.highest, from: assessment.tier.from },
    verdict: assessment.verdict,
    lawVerdict: assessment.lawVerdict,
    possibleProhibition: assessment.possibleProhibition,
    waived: assessment.waived,
    work: workOf(findings),
    questions: {
      tier: questions.filter(({ settles }) => settles.tier).length,
      verdict: questions.filter(({ settles }) => !settles.tier && settles.verdict).length,
    },
    opinions: opinionsOf(ground, needed),
    approval: { ...assessment.approval, until: useCase.approval?.until ?? null },
    register: assessment.register,
    review: { ...review, isOverdue: notices.some(({ kind }) => kind === 'review-overdue') },
    waivers: waiversOf(useCase, findings),
    notices: notices
      .filter(({ severity }) => severity !== null)
      .map(({ kind, severity, on, rule, fact, event, text }) => ({ kind, severity, on, rule, fact, event, text })),
    events: useCase.events?.filter(({ on }) => on <= asOf).map(({ on, kind, text }) => ({ on, kind, text })) ?? null,
    readings: useCase.readings?.map(({ on, what, value, by, aspect }) => ({ on, what, value, by, aspect })) ?? null,
    aspects: talliesOf(findings, compiled),
    due: dueItems(assessment, ground, needed),
    training: {
      literacy: measureTruth(staffTraining.literacy, ground),
      programme: measureTruth(staffTraining.programme, ground),
    },
    informing: informingOf(findings, compiled),
  };
}

function neededBy(findings: readonly Finding[], compiled: CompiledBook): Needed {
  const needed = new Map<FactId, Finding[]>();
  for (const finding of findings) {
    const rule = finding.state === 'not-applicable' ? undefined : compiled.rules.get(finding.rule);
    if (rule?.kind !== 'duty' || finding.condition !== null) continue;
    for (const fact of factsNamed(rule.requires)) needed.set(fact, [...(needed.get(fact) ?? []), finding]);
  }
  return needed;
}

/** Unlike the end by which an assessment weighs, also one that has passed. */
function endOf({ answers }: UseCase): IsoDate | null {
  const end = answers.get(lifecycle.end);
  return end?.type === 'date' && end.value === end.until ? end.value : null;
}

function workOf(findings: readonly Finding[]): RegisterWork {
  const rules = (includes: (finding: Finding) => boolean): readonly RuleId[] =>
    findings.filter(({ weight }) => weight !== null).flatMap((finding) => (includes(finding) ? [finding.rule] : []));
  return {
    stop: rules(({ weight }) => weight === 'stop'),
    possible: rules(({ prohibition, weight }) => prohibition && weight === 'clarify'),
    unmet: rules(({ prohibition, state }) => !prohibition && state === 'unmet'),
    open: rules(({ prohibition, state }) => !prohibition && state === 'open'),
    unsecured: rules(({ prohibition, state }) => !prohibition && state === 'upcoming'),
  };
}

const worstFirst = ['unmet', 'open', 'upcoming', 'waived', 'met'] as const;

/** The opinions that were given, and those that are demanded or may be. */
const opinionsOf = (ground: Ground, needed: Needed): readonly RegisterOpinion[] =>
  ground.compiled.book.facts.flatMap((fact): readonly RegisterOpinion[] => {
    const [office] = fact.type === 'opinion' ? fact.givenBy : [];
    if (office === undefined) return [];
    const given = ground.useCase.answers.get(fact.id);
    const demands = needed.get(fact.id) ?? [];
    const duty = worstFirst.find((state) => demands.some((finding) => finding.state === state)) ?? null;
    const about = { fact: fact.id, office, duty };
    if (given?.type !== 'opinion')
      return duty === null ? [] : [{ ...about, result: null, by: null, on: null, why: 'silent' }];
    const answer = ground.answer(fact.id);
    const { result, by, on } = given;
    return [{ ...about, result, by, on, why: answer.state === 'unknown' ? answer.why : null }];
  });

function waiversOf({ waivers }: UseCase, findings: readonly Finding[]): RegisterRow['waivers'] {
  return waivers.map((own) => {
    const { finding: rule, reason, measures, approvedBy, approvedOn, expires } = own;
    const counts = findings.some(({ state, waiver }) => state === 'waived' && waiver === own);
    return { rule, reason, measures, approvedBy, approvedOn, expires, counts };
  });
}

function talliesOf(findings: readonly Finding[], { rules }: CompiledBook): RegisterRow['aspects'] {
  const ours = findings.filter(
    ({ prohibition, rule, owedBy }) => !prohibition && owedBy !== 'other' && rules.has(rule),
  );
  const tally = (aspect: Aspect): RegisterTally => {
    const own = ours.filter((finding) => finding.aspect === aspect);
    const count = (state: Finding['state']): number => own.filter((finding) => finding.state === state).length;
    return { met: count('met'), waived: count('waived'), unmet: count('unmet'), open: count('open') };
  };
  return {
    responsibility: tally('responsibility'),
    'non-discrimination': tally('non-discrimination'),
    transparency: tally('transparency'),
    'data-protection': tally('data-protection'),
    'sensible-secure-use': tally('sensible-secure-use'),
    training: tally('training'),
    governance: tally('governance'),
  };
}

const measureTruth = (fact: FactId, ground: Ground): Truth | null =>
  ground.compiled.facts.has(fact) ? ground.truth({ kind: 'measure', fact }) : null;

const informingOf = (findings: Assessment['findings'], { rules }: CompiledBook): RegisterRow['informing'] =>
  findings.flatMap(({ rule: id, state, basis, condition, owedBy }) => {
    const rule = rules.get(id);
    if (state === 'not-applicable' || owedBy === 'other' || condition !== null) return [];
    if (basis !== 'law' || rule?.kind !== 'duty') return [];
    return factsNamed(rule.requires).some((fact) => tellingPeople.has(fact)) ? [{ rule: id, state }] : [];
  });
