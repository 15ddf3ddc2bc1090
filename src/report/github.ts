import type { OpenQuestion, Verdict } from '../model/assessment.ts';
import type { Position } from '../model/position.ts';
import { formatWords } from '../text/format-words.ts';
import { forGithub, forGithubProperty, forTerminal } from './escape.ts';
import { judgementTexts, resultText, tierText } from './outcome.ts';
import { type Level, problemSentence, type Result, resultOf, sentencesOf, startOf } from './result.ts';
import type { Reporter, Run } from './run.ts';
import { atStake, decides } from './stake.ts';
import { factOf, keyOf, officeTitle, valuesOf, type View, viewOf } from './view.ts';

/** GitHub shows few annotations of a step: of many questions the first stand for the others. */
const mostQuestions = 5;

/** Log commands of GitHub: the result of each use case, then what weighs in it, never each of the findings that a question folds. */
export const github = (run: Run): Reporter => ({
  begin: () => '',
  each: (assessment) => {
    const view = viewOf(assessment, run.compiled, run.language);
    const findings = [...view.prohibitions, ...view.unmet].flatMap((finding) => resultOf(view, finding) ?? []);
    return [summaryCommand(view), ...findings.map(resultCommand), ...questionCommands(view)].join('');
  },
  end: ({ problems }) =>
    problems
      .map((problem) => {
        const title = `${formatWords[run.language].problem} (${problem.code})`;
        return command('error', problem.at, title, problemSentence(problem, run));
      })
      .join(''),
});

const levels: Record<Level, string> = { error: 'error', warning: 'warning', note: 'notice' };
const levelOfVerdict: Record<Verdict, Level> = {
  ready: 'note',
  clarify: 'warning',
  'not-ready': 'error',
  stop: 'error',
};

function command(level: Level, at: Position, title: string, text: string): string {
  const place =
    at.file === ''
      ? ''
      : `file=${forGithubProperty(forTerminal(at.file))},line=${Math.max(1, at.line)},col=${Math.max(1, at.column)},`;
  return `::${levels[level]} ${place}title=${forGithubProperty(title)}::${forGithub(text)}\n`;
}

function summaryCommand(view: View): string {
  const { verdict, useCase } = view.assessment;
  const { label } = view.say;
  const judgements = judgementTexts(view).map((text) => `${label.judgements}: ${text}`);
  const text = [resultText(view), `${label.tier}: ${tierText(view)}`, ...judgements].join('\n');
  return command(levelOfVerdict[verdict], startOf(view), forTerminal(useCase.title), text);
}

const resultCommand = (result: Result): string =>
  command(result.level, result.at, `${result.title} (${result.id})`, sentencesOf(result).join('\n'));

function questionCommands(view: View): readonly string[] {
  const questions = view.deciding.length > 0 ? view.deciding : view.questions;
  const words = formatWords[view.language];
  const rest = questions.length - mostQuestions;
  return [
    ...questions.slice(0, mostQuestions).map((question) => questionCommand(view, question)),
    ...(rest > 0 ? [command('warning', startOf(view), words.question, words.moreQuestions(rest))] : []),
  ];
}

function questionCommand(view: View, question: OpenQuestion): string {
  const { say, language } = view;
  const fact = factOf(view, question.fact);
  const key = keyOf(fact, question);
  const offices = question.askOf.map((office) => officeTitle(view, office));
  const text = [
    fact.question[language],
    atStake(view, question) ?? decides(view, question),
    say.knownBy(say.listed(offices)),
    say.enter(key, valuesOf(view, fact, question)),
  ].join('\n');
  return command('warning', question.position ?? startOf(view), `${formatWords[language].question} (${key})`, text);
}
