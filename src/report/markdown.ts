import type { Finding, OpenQuestion } from '../model/assessment.ts';
import type { Problem } from '../model/problem.ts';
import { diffWords } from '../text/diff-words.ts';
import { formatWords } from '../text/format-words.ts';
import { dayText, messages } from '../text/messages.ts';
import { forComment, forHtmlInComment, forTerminal } from './escape.ts';
import { judgementTexts, reasons, resultText, tierText, uncertainTexts, verdictTitle, whyText } from './outcome.ts';
import { problemSentence, resultOf, whatOf } from './result.ts';
import type { Reporter, Run } from './run.ts';
import { sentenceOf, worseLines } from './since.ts';
import { atStake, decides } from './stake.ts';
import { daysText, factOf, keyOf, obligationOf, officeTitle, valuesOf, type View, viewOf } from './view.ts';

/** A comment in GitLab and the summary of a job in GitHub hold about a million characters; what is folded is left out first. */
const mostFolded = 600_000;
const mostItems = 10;

/** A job summary or a comment in a merge request: one table over all use cases, then for each what to do, folded. */
export function markdown(run: Run): Reporter {
  const folded: string[] = [];
  let size = 0;
  let leftOut = 0;
  let first = true;
  const row = (cells: readonly string[]): string => {
    const head = first ? tableHead(run) : '';
    first = false;
    return `${head}| ${cells.join(' | ')} |\n`;
  };
  return {
    begin: () => heading(run),
    each: (assessment) => {
      const view = viewOf(assessment, run.compiled, run.language);
      // What nothing changed in stands in the table alone.
      const details = assessment.touched === false ? '' : foldedText(view);
      size += details.length;
      if (size <= mostFolded) folded.push(details);
      else leftOut += 1;
      return row(cellsOf(view));
    },
    end: ({ problems }) =>
      [
        ...problems.map((problem) => row(problemCells(problem, run))),
        ...folded,
        ...(leftOut > 0 ? [`\n${formatWords[run.language].leftOut(leftOut)}\n`] : []),
        `\n${messages[run.language].disclaimer}\n`,
      ].join(''),
  };
}

function heading({ language, asOf }: Run): string {
  const say = messages[language];
  return `## ${say.tagline}\n\n${say.asOf(dayText(asOf, language))}\n\n`;
}

function tableHead({ language }: Run): string {
  const words = formatWords[language];
  const { label } = messages[language];
  return `| ${words.useCase} | ${words.result} | ${label.tier} | ${words.missingColumn} |\n| --- | --- | --- | --- |\n`;
}

/** Nothing of a foreign text is markup, and nothing of it is hidden. */
const safe = (text: string): string => forComment(forTerminal(text));

function cellsOf(view: View): readonly string[] {
  const { assessment, say, language } = view;
  const { lowest, highest } = assessment.tier;
  const tiers = lowest === highest ? say.tier[lowest] : `${say.tier[lowest]} – ${say.tier[highest]}`;
  const missing = assessment.verdict === 'ready' ? formatWords[language].nothingMissing : reasons(view).join(' ');
  return [
    `${safe(assessment.useCase.title)} (${safe(assessment.useCase.file)})`,
    `**${safe(verdictTitle(view))}**`,
    safe(tiers),
    forComment(missing),
  ];
}

function problemCells(problem: Problem, run: Run): readonly string[] {
  const { file, line, column } = problem.at;
  const place = file === '' ? '–' : safe(`${file}:${line}:${column}`);
  return [place, `**${formatWords[run.language].unreadable}**`, '–', forComment(problemSentence(problem, run))];
}

function foldedText(view: View): string {
  const { say, assessment } = view;
  const { heading: titles } = say;
  const deciding = view.deciding.length > 0;
  const summary = `${forHtmlInComment(assessment.useCase.title)} · ${forHtmlInComment(verdictTitle(view))}`;
  const blocks = [
    `${forComment(resultText(view))}\n`,
    ...told(say.label.tier, [tierText(view)]),
    ...told(say.label.why, [whyText(view, mostItems)]),
    ...told(say.label.judgements, judgementTexts(view)),
    ...told(say.label.uncertain, uncertainTexts(view)),
    listed(view, titles.stop, view.prohibitions, inFull),
    listed(view, titles.work(assessment.for), view.unmet, inFull),
    listed(view, deciding ? titles.deciding : titles.questions, deciding ? view.deciding : view.questions, asked),
    listed(view, titles.gaps, view.gaps, (_, finding) => [whatOf(view, finding), say.gapsNext]),
    listed(view, titles.later, view.unsecured, (_, finding) => [whatOf(view, finding), begins(view, finding)]),
    deciding ? '' : listed(view, titles.clauses, view.clauses, clause),
    listed(view, titles.waived, view.waived, inFull),
    listed(view, titles.dueLater, view.dueLater, (_, finding) => [whatOf(view, finding), say.dueBy(finding.due)]),
    deciding ? '' : listed(view, titles.minor, view.minor, (_, finding) => [whatOf(view, finding)]),
    approval(view),
    sinceText(view),
  ];
  return `\n<details>\n<summary>${summary}</summary>\n\n${blocks.filter((block) => block !== '').join('\n')}\n</details>\n`;
}

/** A paragraph for each text, each with its label. */
const told = (label: string, texts: readonly string[]): readonly string[] =>
  texts.filter((text) => text !== '').map((text) => `${forComment(label)}: ${forComment(text)}\n`);

/** What became worse since a revision, if that was asked. */
function sinceText(view: View): string {
  const { since } = view.assessment;
  if (since === undefined) return '';
  const sentence = sentenceOf(since, since.revision, view);
  if (sentence !== null) return `${forComment(sentence)}\n`;
  const lines = since.state === 'compared' ? worseLines(since.worse, view) : [];
  return listed(view, diffWords[view.language].since.heading(since.revision), lines, (_, line) => [line]);
}

/** A heading and at most ten items, each of a few lines; what else there is, is counted. */
function listed<T>(
  view: View,
  title: string,
  items: readonly T[],
  lines: (view: View, item: T) => readonly string[],
): string {
  if (items.length === 0) return '';
  const { more, all } = view.say;
  const rest = items.length - mostItems;
  return [
    `**${forComment(title)}**\n`,
    ...items.slice(0, mostItems).map((item) => `- ${lines(view, item).map(forComment).join('<br>')}`),
    ...(rest > 0 ? [`- ${forComment(more(rest))} · ${forComment(all)}`] : []),
    '',
  ].join('\n');
}

/** A duty or prohibition with all that is to be done about it. */
function inFull(view: View, finding: Finding): readonly string[] {
  const result = resultOf(view, finding);
  if (result === null) return [];
  const { line } = result.at;
  return [
    whatOf(view, finding),
    result.advice.join(' '),
    `${result.weight} · ${view.say.lines(line, line)} · ${result.id}`,
  ];
}

/** A clause by the id under which it is looked for. */
function clause(view: View, finding: Finding): readonly string[] {
  const rule = obligationOf(view, finding);
  const id = rule.kind === 'clause' ? rule.clause : rule.id;
  return [`${whatOf(view, finding)} · ${id}`];
}

function begins(view: View, { from }: Finding): string {
  const { earliest, latest } = daysText(view, from ?? { earliest: null, latest: null });
  return view.say.tierFrom(earliest, latest);
}

function asked(view: View, question: OpenQuestion): readonly string[] {
  const { say, language } = view;
  const fact = factOf(view, question.fact);
  return [
    fact.question[language],
    atStake(view, question) ?? decides(view, question),
    say.knownBy(say.listed(question.askOf.map((office) => officeTitle(view, office)))),
    say.enter(keyOf(fact, question), valuesOf(view, fact, question)),
  ];
}

/** Approval and register entry rest on the result, so they stand beside it. */
function approval({ say, assessment, language, compiled }: View): string {
  const { state, by, on } = assessment.approval;
  const office = compiled.book.offices.find(({ id }) => id === by)?.title[language] ?? '';
  const text = say.approval[state](office, on === null ? '' : dayText(on, language));
  return `${forComment(say.label.approval)}: ${forComment(text)} ${forComment(say.digest(assessment.digest))}\n`;
}
