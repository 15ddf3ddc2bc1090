import type { CompiledBook } from '../assess/compile.ts';
import { known } from '../assess/compile.ts';
import type { Assessment, Classified, Days, Finding, OpenQuestion } from '../model/assessment.ts';
import { factsNamed } from '../model/condition.ts';
import type { Fact } from '../model/fact.ts';
import type { FactId, RuleId } from '../model/ids.ts';
import type { Language } from '../model/language.ts';
import type { Clause, Duty, GapRule, Prohibition, Rule } from '../model/rule.ts';
import type { Citation } from '../model/source.ts';
import { isDueBy } from '../model/stage.ts';
import { compareTiers } from '../model/tier.ts';
import { citationText } from '../text/citation.ts';
import { dayText, type Messages, messages } from '../text/messages.ts';
import { forTerminal } from './escape.ts';

/** One assessment with its book, ready to be put into words of one language. Shared by all reports that people read. */
export interface View {
  readonly assessment: Assessment;
  readonly compiled: CompiledBook;
  readonly language: Language;
  readonly say: Messages;
  /** Provisions that give or could give the tier, worst first. */
  readonly hits: readonly Classified[];
  /** All but prohibitions and missing chapters. */
  readonly duties: readonly Finding[];
  readonly prohibitions: readonly Finding[];
  readonly unmet: readonly Finding[];
  readonly openDuties: readonly Finding[];
  readonly unsecured: readonly Finding[];
  /** Clauses that are not found in the tender documents yet, and not known to be missing there. */
  readonly clauses: readonly Finding[];
  /** Not done yet, and due by a later stage than the one looked at. */
  readonly dueLater: readonly Finding[];
  /** Due by now and not done, and without weight for the verdict. */
  readonly minor: readonly Finding[];
  readonly gaps: readonly Finding[];
  readonly waived: readonly Finding[];
  readonly met: readonly Finding[];
  readonly open: readonly Finding[];
  /** What others owe and what does not bear on the verdict is listed apart. */
  readonly others: readonly Finding[];
  readonly deciding: readonly OpenQuestion[];
  readonly questions: readonly OpenQuestion[];
}

export function viewOf(assessment: Assessment, compiled: CompiledBook, language: Language): View {
  const { findings } = assessment;
  const duties = findings.filter((finding) => !finding.prohibition && !isGap(finding, compiled));
  const gaps = findings.filter((finding) => isGap(finding, compiled) && finding.weight !== null);
  const unclear = duties.filter((finding) => finding.weight === 'clarify');
  const asked = assessment.questions;
  return {
    assessment,
    compiled,
    language,
    say: messages[language],
    hits: assessment.classification
      .filter((item) => item.tier !== null && item.tier !== 'out-of-scope' && isHit(item))
      .toSorted((a, b) => compareTiers(b.tier ?? 'minimal', a.tier ?? 'minimal')),
    duties,
    prohibitions: findings.filter((finding) => finding.prohibition && (finding.weight === 'stop' || isBroken(finding))),
    unmet: bySeverity(duties.filter((finding) => finding.weight === 'not-ready' || isBroken(finding))),
    openDuties: bySeverity(unclear.filter((finding) => finding.state === 'open' && !isClause(finding))),
    unsecured: unclear.filter((finding) => finding.state === 'upcoming' && !isClause(finding)),
    clauses: bySeverity(unclear.filter((finding) => finding.state !== 'unmet' && isClause(finding))),
    dueLater: duties.filter((finding) => isDueLater(finding, assessment)),
    minor: bySeverity(duties.filter((finding) => isMinor(finding, assessment))),
    gaps,
    waived: duties.filter((finding) => finding.state === 'waived'),
    open: findings.filter((finding) => finding.state === 'open'),
    met: duties.filter((finding) => finding.state === 'met' && finding.owedBy !== 'other'),
    others: duties.filter((finding) => finding.owedBy === 'other' && finding.applies === 'true'),
    deciding: asked.filter((question) => question.settles.tier),
    questions: asked.filter((question) => !question.settles.tier && question.settles.verdict),
  };
}

/** A house rule weighs less than the law; that it is certainly not kept is said all the same. */
const isBroken = ({ state, weight }: Finding): boolean => state === 'unmet' && weight !== null;

/** Ours, certain, not done, and without weight for the verdict: due later, or minor. */
const isLeft = ({ state, applies, owedBy, weight }: Finding): boolean =>
  (state === 'unmet' || state === 'open') && applies === 'true' && owedBy !== 'other' && weight === null;

const isDueLater = (finding: Finding, { for: stage }: Assessment): boolean =>
  isLeft(finding) && stage !== null && !isDueBy(finding.due, stage);

export const isMinor = (finding: Finding, { for: stage }: Assessment): boolean =>
  isLeft(finding) && (stage === null || isDueBy(finding.due, stage));

const isClause = ({ code }: Finding): boolean => code === 'clause';

const isGap = (finding: Finding, compiled: CompiledBook): boolean => !compiled.rules.has(finding.rule);

/** A provision that is hit, or would be but for an exception that nobody has settled. */
const isHit = (item: Classified): boolean => item.truth === 'true' || item.unless;

const severities = ['blocker', 'major', 'minor', 'advice'];
const bySeverity = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));

/** How many duties of one step or aspect are done, missing and open; what others owe and what is still ahead is not counted. */
export interface Tally {
  readonly met: number;
  readonly unmet: number;
  readonly open: number;
}

export function tally(view: View, includes: (finding: Finding) => boolean): Tally {
  const counted = view.duties.filter((finding) => finding.owedBy !== 'other' && includes(finding));
  const count = (state: Finding['state']) => counted.filter((finding) => finding.state === state).length;
  return { met: count('met') + count('waived'), unmet: count('unmet'), open: count('open') };
}

/** What a finding is about: the title of its rule, or what an opinion demands. */
export function titleOf(view: View, finding: Finding): string {
  const { condition } = finding;
  if (condition === null) return obligationOf(view, finding).title[view.language];
  const fact = factOf(view, condition.fact);
  const [office = ''] = fact.type === 'opinion' ? fact.givenBy : [];
  return view.say.condition(officeTitle(view, office), forTerminal(condition.text));
}

/** Who acts: whoever usually knows the answer that the duty waits for; others where they owe it. What an opinion demands is ours to do. */
export function actorOf(view: View, finding: Finding): string {
  if (finding.condition !== null) return view.say.owedBy.us;
  const rule = view.compiled.rules.get(finding.rule);
  if (finding.owedBy === 'other' || rule?.kind !== 'duty') return view.say.owedBy[finding.owedBy];
  const [fact] = factsNamed(rule.requires);
  const [office] = fact === undefined ? [] : factOf(view, fact).answeredBy;
  return office === undefined || office === 'project-lead' ? view.say.owedBy.us : officeTitle(view, office);
}

/** Who acts, law or house rule, how grave, and whether the law is uncertain. */
export function weightText(view: View, finding: Finding): string {
  const { say } = view;
  const doubt = finding.certainty === 'settled' ? '' : ` · ${say.uncertain}`;
  const kind = finding.basis === 'law' ? say.law : say.policy;
  const raised = view.compiled.raised.has(finding.rule) ? ` ${say.raised}` : '';
  return `${actorOf(view, finding)} · ${kind} · ${say.severity[finding.severity]}${raised}${doubt}`;
}

/** Whether only the organisation's profile can satisfy it, so that it is missing once and for all uses. */
export function isOrganisational(compiled: CompiledBook, finding: Finding): boolean {
  const rule = compiled.rules.get(finding.rule);
  if (rule?.kind !== 'duty' || finding.condition !== null) return false;
  const facts = factsNamed(rule.requires);
  return facts.length > 0 && facts.every((fact) => known(compiled.facts, fact).scope === 'profile');
}

export const factOf = (view: View, fact: FactId): Fact => known(view.compiled.facts, fact);
export const ruleOf = (view: View, rule: RuleId): Rule => known(view.compiled.rules, rule);

export function obligationOf(view: Pick<View, 'compiled'>, finding: Finding): Prohibition | Duty | Clause | GapRule {
  const rule = view.compiled.obligations.find(
    (candidate) => candidate.id === finding.rule && (candidate.kind !== 'gap' || candidate.code === finding.code),
  );
  if (rule === undefined) throw new Error(`A finding of ${finding.rule} has no rule.`);
  return rule;
}

/** The first citation in words; the others stand in the machine formats and in the rule. */
export function cited(view: View, cite: readonly Citation[]): string {
  const [first] = cite;
  return first === undefined ? '' : citationText(first, known(view.compiled.sources, first.act), view.language);
}

export const officeTitle = (view: View, id: string): string =>
  view.compiled.book.offices.find((office) => office.id === id)?.title[view.language] ?? id;

export const actRoleTitle = (view: View, id: string): string =>
  view.compiled.book.actRoles.find((role) => role.id === id)?.title[view.language] ?? id;

export function daysText(view: View, days: Days): { earliest: string | null; latest: string | null } {
  const text = (day: Days['earliest']) => (day === null ? null : dayText(day, view.language));
  return { earliest: text(days.earliest), latest: text(days.latest) };
}

/** What may be written as the answer, in the words of the file. */
export function valuesOf(view: View, fact: Fact, question: OpenQuestion): string {
  const { values } = view.say;
  switch (fact.type) {
    case 'yes-no':
      return 'yes | no';
    case 'choice':
      return fact.options.map((option) => option.id).join(' | ');
    case 'set':
      return question.why === 'unconfirmed'
        ? values.confirm
        : `${values.anyOf} ${fact.options.map((option) => option.id).join(', ')}`;
    case 'date':
      return fact.rough ? values.period : values.day;
    case 'text':
      return values.text;
    case 'measure':
      return values.measure;
    case 'judgement':
      return values.judgement;
    case 'opinion':
      return values.opinion;
  }
}

/** The key under which the answer is entered; an empty screening set lacks only its confirmation. */
export const keyOf = (fact: Fact, question: OpenQuestion): string =>
  question.why === 'unconfirmed' ? `${fact.id.slice(0, fact.id.indexOf('.'))}.confirmed` : fact.id;
