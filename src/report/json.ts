import type { Answer } from '../model/answer.ts';
import type { Assessment, Classified, Days, Finding, OpenQuestion } from '../model/assessment.ts';
import { known } from '../assess/compile.ts';
import type { Notice } from '../model/notice.ts';
import type { Position } from '../model/position.ts';
import type { Problem } from '../model/problem.ts';
import type { Proof, RuleProof } from '../model/proof.ts';
import { problemText } from '../text/problems.ts';
import { tenderWords } from '../text/tender-words.ts';
import type { Reporter, Run } from './run.ts';
import { neededClauses } from './tender.ts';
import { keyOf } from './view.ts';

/** Grows only within a major version; `kompass schema assessment` prints its JSON Schema. */
export const schemaVersion = '1.1';

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
      return separator + assessmentText(assessment, run);
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

/**
 * One assessment as JSON. Written by hand where much comes again with every use case: a thousand of them are mostly the same
 * citations, which are made into text once.
 */
export function assessmentText(assessment: Assessment, run: Run): string {
  const { tier } = assessment;
  const { id, title, file, purpose, owner, product } = assessment.useCase;
  const proofs = run.show.explain ? `,"proofs":${list(assessment.prove(), ruleProofText)}` : '';
  return (
    `{"useCase":${JSON.stringify({ id, title, file, purpose, owner, product })},` +
    `"profile":${quoted(assessment.profile)},"effectiveDay":${named(assessment.effectiveDay)},` +
    `"stage":${named(assessment.stage)},"for":${named(assessment.for)},` +
    `"verdict":"${assessment.verdict}","lawVerdict":"${assessment.lawVerdict}",` +
    `"tier":{"lowest":"${tier.lowest}","highest":"${tier.highest}","from":${daysText(tier.from)},` +
    `"decisive":${JSON.stringify(tier.decisive)}},"roles":${JSON.stringify(assessment.roles)},` +
    `"classification":${list(assessment.classification, classifiedText)},` +
    `"digest":"${assessment.digest}","approval":${JSON.stringify(assessment.approval)},` +
    `"register":${JSON.stringify(assessment.register)},"tender":${tenderText(assessment, run)},` +
    `"waived":${assessment.waived},` +
    `"review":${JSON.stringify(assessment.review)},"readings":${JSON.stringify(assessment.readings)},` +
    `"notices":${list(assessment.notices, noticeJson)},` +
    `"judgements":${JSON.stringify(assessment.judgements)},"findings":${list(assessment.findings, findingText)},` +
    `"questions":${list(assessment.questions, (question) => questionText(question, run))}` +
    `${optional('since', assessment.since)}${optional('touched', assessment.touched)}${proofs}}`
  );
}

/** What was read of the tender documents, and the clauses that are needed. */
function tenderText(assessment: Assessment, { compiled, language }: Run): string {
  const { tender } = assessment;
  if (tender === null) return 'null';
  const { obstacle } = tenderWords[language];
  return JSON.stringify({
    documents: tender.documents.map(({ file, kind, obstacles, hasText }) => ({
      file,
      kind,
      read: obstacles.length === 0 ? 'whole' : hasText ? 'partly' : 'not',
      obstacles: obstacles.map((one) => ({ ...one, message: obstacle(one) })),
    })),
    clauses: neededClauses(assessment, compiled).map(({ reading, state }) => ({ ...reading, state })),
    strange: tender.strange,
  });
}
/** What is there only where it was asked for. */
const optional = (key: string, value: unknown): string =>
  value === undefined ? '' : `,"${key}":${JSON.stringify(value)}`;

/** Appended piece by piece: joining would copy the whole text at every level. */
function list<T>(items: readonly T[], text: (item: T) => string): string {
  let all = '[';
  for (const item of items) all += all === '[' ? text(item) : `,${text(item)}`;
  return `${all}]`;
}

const constants = new WeakMap<object, string>();

/** The JSON of something that is named again and again and never changed: a part of the rule book, or an answer. */
function constant(part: object): string {
  const found = constants.get(part);
  if (found !== undefined) return found;
  const text = JSON.stringify(part);
  constants.set(part, text);
  return text;
}

const quoted = (text: string | null): string => (text === null ? 'null' : JSON.stringify(text));

/** Ids, days and words of our own hold nothing that JSON escapes. */
const named = (name: string | null): string => (name === null ? 'null' : `"${name}"`);

let lastFile = { name: '', text: '""' };

/** The positions of one assessment are nearly all in one file. */
function fileText(name: string): string {
  if (lastFile.name !== name) lastFile = { name, text: JSON.stringify(name) };
  return lastFile.text;
}

const daysText = (days: Days | null): string =>
  days === null ? 'null' : `{"earliest":${named(days.earliest)},"latest":${named(days.latest)}}`;

const positionText = (at: Position | null): string =>
  at === null ? 'null' : `{"file":${fileText(at.file)},"line":${at.line},"column":${at.column}}`;

const classifiedText = ({ rule, truth, tier, cite, certainty, from }: Classified): string =>
  `{"rule":"${rule}","truth":"${truth}","tier":${named(tier)},"cite":${constant(cite)},` +
  `"certainty":"${certainty}","from":${daysText(from)}}`;

const findingText = (finding: Finding): string =>
  `{"rule":"${finding.rule}","state":"${finding.state}","doubt":${named(finding.doubt)},"code":"${finding.code}",` +
  `"severity":"${finding.severity}","addressee":${named(finding.addressee)},"owedBy":"${finding.owedBy}",` +
  `"due":"${finding.due}","aspect":${named(finding.aspect)},"step":"${finding.step}",` +
  `"condition":${quoted(finding.condition?.text ?? null)},"basis":"${finding.basis}","certainty":"${finding.certainty}",` +
  `"from":${daysText(finding.from)},"until":${named(finding.until)},"cite":${constant(finding.cite)},` +
  `"position":${positionText(finding.position())},"asks":${list(finding.asks, named)},` +
  `"waiver":${JSON.stringify(finding.waiver)}}`;

const noticeJson = ({ kind, severity, on, rule, fact, event, text, certain, at }: Notice): string =>
  `{"kind":"${kind}","severity":${named(severity)},"on":${named(on)},"rule":${named(rule)},"fact":${named(fact)},` +
  `"event":${named(event)},"text":${quoted(text)},"certain":${certain},"position":${positionText(at)}}`;

function questionText(question: OpenQuestion, { compiled, language }: Run): string {
  const fact = known(compiled.facts, question.fact);
  return (
    `{"fact":"${fact.id}","key":${quoted(keyOf(fact, question))},"text":${quoted(fact.question[language])},` +
    `"position":${positionText(question.position)},"askOf":${constant(question.askOf)},` +
    `"settles":${JSON.stringify(question.settles)}}`
  );
}

const ruleProofText = ({ rule, code, truth, when, except, requires }: RuleProof): string =>
  `{"rule":"${rule}","code":${named(code)},"truth":"${truth}","when":${proofText(when)},` +
  `"except":${except === null ? 'null' : proofText(except)},"requires":${requires === null ? 'null' : proofText(requires)}}`;

/** Leaves are parts of the rule book, and many share an answer. */
function proofText(proof: Proof): string {
  const { kind, truth } = proof;
  switch (kind) {
    case 'node':
      return `{"kind":"node","truth":"${truth}","op":"${proof.op}","parts":${list(proof.parts, proofText)}}`;
    case 'rule':
      return `{"kind":"rule","truth":"${truth}","rule":"${proof.rule}"}`;
    case 'clause':
      return (
        `{"kind":"clause","truth":"${truth}","clause":"${proof.clause}","documents":"${proof.documents}",` +
        `"at":${positionText(proof.at)}}`
      );
    case 'derived':
      return `{"kind":"derived","truth":"${truth}","leaf":${constant(proof.leaf)}}`;
    case 'fact':
      return (
        `{"kind":"fact","truth":"${truth}","leaf":${constant(proof.leaf)},"answer":${answerText(proof.answer)},` +
        `"at":${positionText(proof.at)}}`
      );
  }
}

/** What nobody answered is most of a file. */
const answerText = (answer: Answer): string =>
  answer.state === 'closed'
    ? `{"state":"closed","fact":"${answer.fact}"}`
    : answer.state === 'unknown' && answer.given === null
      ? `{"state":"unknown","fact":"${answer.fact}","why":"${answer.why}","given":null}`
      : constant(answer);
