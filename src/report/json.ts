import type { Assessment, Classified, Finding, OpenQuestion } from '../model/assessment.ts';
import { known } from '../assess/compile.ts';
import type { Problem } from '../model/problem.ts';
import { problemText } from '../text/problems.ts';
import type { Reporter, Run } from './reporter.ts';
import { keyOf } from './view.ts';

/** Grows only within a major version; `kompass schema assessment` prints its JSON Schema. */
export const schemaVersion = '1.0';

/** One JSON object; each assessment is a projection of the assessment on a line of its own. */
export function json(run: Run): Reporter {
  const { packs } = run.compiled.book;
  let first = true;
  return {
    begin: () =>
      `{"schemaVersion":${JSON.stringify(schemaVersion)},"asOf":${JSON.stringify(run.asOf)},` +
      `"packs":${JSON.stringify(packs.map(({ id, version }) => ({ id, version })))},"assessments":[`,
    each: (assessment) => {
      const separator = first ? '\n' : ',\n';
      first = false;
      return separator + JSON.stringify(project(assessment, run));
    },
    end: ({ problems }) =>
      `\n],"problems":${JSON.stringify(problems.map((problem) => projectProblem(problem, run)))}}\n`,
  };
}

export const projectProblem = (problem: Problem, { language }: Pick<Run, 'language'>) => ({
  ...problem.at,
  code: problem.code,
  message: problemText(problem, language),
});

export function project(assessment: Assessment, run: Run): object {
  const { useCase, tier } = assessment;
  return {
    useCase: { id: useCase.id, title: useCase.title, file: useCase.file },
    profile: assessment.profile,
    effectiveDay: assessment.effectiveDay,
    stage: assessment.stage,
    for: assessment.for,
    verdict: assessment.verdict,
    lawVerdict: assessment.lawVerdict,
    tier: { lowest: tier.lowest, highest: tier.highest, from: tier.from, decisive: tier.decisive },
    roles: assessment.roles,
    classification: assessment.classification.map(projectClassified),
    judgements: assessment.judgements,
    findings: assessment.findings.map(projectFinding),
    questions: assessment.questions.map((question) => projectQuestion(question, run)),
    ...(run.show.explain ? { proofs: assessment.prove() } : {}),
  };
}

const projectClassified = (item: Classified) => ({
  rule: item.rule,
  truth: item.truth,
  tier: item.tier,
  cite: item.cite,
  certainty: item.certainty,
  from: item.from,
});

const projectFinding = (finding: Finding) => ({
  rule: finding.rule,
  state: finding.state,
  doubt: finding.doubt,
  code: finding.code,
  severity: finding.severity,
  addressee: finding.addressee,
  owedBy: finding.owedBy,
  due: finding.due,
  basis: finding.basis,
  certainty: finding.certainty,
  from: finding.from,
  until: finding.until,
  cite: finding.cite,
  position: finding.position,
  asks: finding.asks,
  waiver: finding.waiver,
});

const projectQuestion = (question: OpenQuestion, { compiled, language }: Run) => ({
  fact: question.fact,
  key: keyOf(known(compiled.facts, question.fact), question),
  text: known(compiled.facts, question.fact).question[language],
  position: question.position,
  askOf: question.askOf,
  settles: question.settles,
});
