import type { Finding } from '../model/assessment.ts';
import type { Position } from '../model/position.ts';
import type { Problem } from '../model/problem.ts';
import { isDueBy } from '../model/stage.ts';
import { formatWords } from '../text/format-words.ts';
import { dayText } from '../text/messages.ts';
import { problemText } from '../text/problems.ts';
import { forTerminal } from './escape.ts';
import type { Run } from './run.ts';
import { cited, daysText, factOf, keyOf, obligationOf, officeTitle, titleOf, type View, weightText } from './view.ts';

/** How a finding stands, for programs that know only failed and passed. What is not applicable is no result. */
export type Standing =
  | 'forbidden'
  | 'forbidden-unless'
  | 'perhaps-forbidden'
  | 'missing'
  | 'open'
  | 'unchecked'
  | 'upcoming'
  | 'later'
  | 'others'
  | 'waived'
  | 'met';

export type Level = 'error' | 'warning' | 'note';

/** One finding as the formats for other programs tell it. */
export interface Result {
  readonly finding: Finding;
  /** The rule, and of a chapter that is not modelled its name too. */
  readonly id: string;
  readonly standing: Standing;
  readonly level: Level;
  readonly at: Position;
  readonly title: string;
  /** The title with its citation. */
  readonly what: string;
  /** How it stands, as a whole sentence. */
  readonly headline: string;
  /** What to do, what proves it, what is asked, as whole sentences. */
  readonly advice: readonly string[];
  /** Who acts, law or house rule, how grave. */
  readonly weight: string;
}

/** All that is said of a result. */
export const sentencesOf = ({ headline, advice, weight }: Result): readonly string[] => [
  headline,
  ...advice,
  `(${weight})`,
];

/** All findings that apply or could, in the order of the rules. */
export const resultsOf = (view: View): readonly Result[] =>
  view.assessment.findings.flatMap((finding) => resultOf(view, finding) ?? []);

export function resultOf(view: View, finding: Finding): Result | null {
  const standing = standingOf(view, finding);
  if (standing === null) return null;
  return {
    finding,
    id: resultId(view, finding),
    standing,
    level: levelOf(finding, standing),
    at: finding.position() ?? startOf(view),
    title: titleOf(view, finding),
    what: whatOf(view, finding),
    headline: headlineOf(view, finding, standing),
    advice: adviceOf(view, finding, standing),
    weight: weightText(view, finding),
  };
}

/** What makes one result of a use case this one and no other: never the line, which moves. */
export const identityOf = (view: View, { id, finding }: Result): readonly string[] => [
  view.assessment.useCase.file,
  id,
  finding.code,
  finding.condition?.fact ?? '',
  finding.condition?.text ?? '',
];

export const startOf = ({ assessment }: Pick<View, 'assessment'>): Position => ({
  file: assessment.useCase.file,
  line: 1,
  column: 1,
});

/** The sentence on what is wrong with a file, safe to be shown. */
export const problemSentence = (problem: Problem, { language }: Pick<Run, 'language'>): string =>
  forTerminal(problemText(problem, language));

/** The chapters that are not modelled share one rule id. */
const resultId = ({ compiled }: View, { rule, code }: Finding): string =>
  compiled.rules.has(rule) ? rule : `${rule}/${code}`;

function standingOf(view: View, finding: Finding): Standing | null {
  const { state, prohibition, owedBy } = finding;
  switch (state) {
    case 'not-applicable':
      return null;
    case 'met':
    case 'waived':
    case 'upcoming':
      return state;
    case 'unmet':
    case 'open':
      if (prohibition) return forbiddenOf(finding);
      if (owedBy === 'other') return 'others';
      if (isDueLater(view, finding)) return 'later';
      if (state === 'unmet') return 'missing';
      return view.compiled.rules.has(finding.rule) ? 'open' : 'unchecked';
  }
}

const forbiddenOf = ({ state, code }: Finding): Standing => {
  if (state === 'unmet') return 'forbidden';
  return code === 'prohibited-unless' ? 'forbidden-unless' : 'perhaps-forbidden';
};

/** Later work is no failure. */
const isDueLater = ({ assessment }: View, { weight, due }: Finding): boolean =>
  weight === null && assessment.for !== null && !isDueBy(due, assessment.for);

const levelOfSeverity = { blocker: 'error', major: 'error', minor: 'warning', advice: 'note' } as const;

function levelOf({ severity, weight }: Finding, standing: Standing): Level {
  switch (standing) {
    case 'forbidden':
    case 'forbidden-unless':
      return 'error';
    case 'missing':
      return levelOfSeverity[severity];
    case 'perhaps-forbidden':
    case 'open':
    case 'unchecked':
      return weight === null ? 'note' : 'warning';
    case 'upcoming':
    case 'later':
    case 'others':
    case 'waived':
    case 'met':
      return 'note';
  }
}

function adviceOf(view: View, finding: Finding, standing: Standing): readonly string[] {
  return [
    ...(standing === 'met' || standing === 'others' ? [] : whatToDo(view, finding)),
    ...(standing === 'waived' ? waiverText(view, finding) : []),
    ...(standing === 'missing' ? lapsedWaiver(view, finding) : []),
    ...(finding.state === 'open' ? asked(view, finding) : []),
    ...(standing === 'upcoming' ? unsecured(view, finding) : []),
    ...(finding.state === 'unmet' || finding.state === 'open' ? weightless(view, finding) : []),
  ];
}

/** A later duty is secured by a plan; a clause only by standing in the tender documents. */
const unsecured = ({ language }: View, { weight, code }: Finding): readonly string[] =>
  weight === null || code === 'clause' ? [] : [formatWords[language].unsecured];

const weightless = ({ language }: View, { weight }: Finding): readonly string[] =>
  weight === null ? [formatWords[language].weightless] : [];

/** The title with its citation. */
export function whatOf(view: View, finding: Finding): string {
  const cite = cited(view, finding.cite);
  const title = titleOf(view, finding);
  return cite === '' ? title : `${title} (${cite})`;
}

function headlineOf(view: View, finding: Finding, standing: Standing): string {
  const { say, language } = view;
  const words = formatWords[language];
  const what = whatOf(view, finding);
  switch (standing) {
    case 'forbidden':
      return words.forbidden(what);
    case 'forbidden-unless':
      return words.forbiddenUnless(what);
    case 'perhaps-forbidden':
      return words.perhapsForbidden(what);
    case 'open':
      return words.open[finding.doubt ?? 'both'](what);
    case 'upcoming': {
      const { earliest, latest } = daysText(view, finding.from ?? { earliest: null, latest: null });
      return `${words.upcoming(what)} ${say.tierFrom(earliest, latest)}`;
    }
    case 'later':
      return words.later(what, say.dueBy(finding.due));
    case 'waived':
      return words.waived(
        what,
        finding.waiver === null ? '' : say.waivedUntil(dayText(finding.waiver.expires, language)),
      );
    case 'missing':
    case 'unchecked':
    case 'others':
    case 'met':
      return words[standing](what);
  }
}

/** The rule's own words on what to do and what proves it, and what is uncertain about it. */
function whatToDo(view: View, finding: Finding): readonly string[] {
  const { say, language } = view;
  if (finding.condition !== null) return [say.conditionToDo];
  const rule = obligationOf(view, finding);
  return [
    rule.kind === 'gap' ? say.gapsNext : rule.toDo[language],
    ...(rule.kind === 'clause' ? [formatWords[language].clause(rule.clause)] : []),
    ...('evidence' in rule ? [say.evidence(rule.evidence[language])] : []),
    ...(rule.note === null ? [] : [rule.note[language]]),
  ];
}

function waiverText(view: View, { waiver }: Finding): readonly string[] {
  if (waiver === null) return [];
  const role = officeTitle(view, waiver.approvedBy.role);
  return [view.say.waiver(role, forTerminal(waiver.reason), forTerminal(waiver.measures))];
}

/** A waiver that was recorded and does not count. */
function lapsedWaiver({ say, language }: View, { waiver }: Finding): readonly string[] {
  if (waiver === null) return [];
  return [say.waiverLapsed(dayText(waiver.approvedOn, language), dayText(waiver.expires, language))];
}

/** More than so many questions in one message nobody reads. */
const mostAsked = 2;

/** What is asked of a finding, as whole sentences. */
export function asked(view: View, finding: Finding): readonly string[] {
  const words = formatWords[view.language];
  const rest = finding.asks.length - mostAsked;
  return [
    ...finding.asks.slice(0, mostAsked).map((id) => {
      const fact = factOf(view, id);
      const question = view.assessment.questions.find((one) => one.fact === id);
      return words.ask(fact.question[view.language], question === undefined ? id : keyOf(fact, question));
    }),
    ...(rest > 0 ? [words.moreAsked(rest)] : []),
  ];
}

/** Entries by the file they are about, in the order in which the files come: answers may stand in the profile too. */
export function byFile<T extends { readonly at: Position }>(entries: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const files = new Map<string, T[]>();
  for (const entry of entries) {
    const found = files.get(entry.at.file) ?? [];
    found.push(entry);
    files.set(entry.at.file, found);
  }
  return files;
}
