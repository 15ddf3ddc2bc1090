import type { Finding, OpenQuestion } from '../../model/assessment.ts';
import { possibleWords } from '../../text/possible-words.ts';
import { possibleProhibitions } from '../outcome.ts';
import { cited, factOf, keyOf, titleOf } from '../view.ts';
import { below, block, item, mostItems, type Page, wrap } from './page.ts';

/** What the result counts as not ruled out is named, with the questions that decide; one that decides several is told once. */
export function possibleBlock(page: Page): readonly string[] {
  const { view } = page;
  const words = possibleWords[view.language];
  const possible = possibleProhibitions(view);
  const asked = new Map(possible.map((finding) => [finding, questionsOf(page, finding)]));
  const shown = page.run.show.verbose ? possible : possible.slice(0, mostItems);
  let same = 0;
  const lines = block(page, words.heading, possible, (finding, mark) => {
    const cite = cited(view, finding.cite);
    const title = item(page, mark, cite === '' ? titleOf(view, finding) : `${titleOf(view, finding)} (${cite})`);
    const questions = asked.get(finding) ?? [];
    const next = shown[shown.indexOf(finding) + 1];
    same += 1;
    if (next !== undefined && nameOf(questions) === nameOf(asked.get(next) ?? [])) return title;
    const count = same;
    same = 0;
    return [...title, ...whatDecides(page, count, questions)];
  });
  // Where only an exception is missing the prohibition holds until it is shown: that is more than a question.
  const isMere = possible.length > 0 && possible.every(({ code }) => code !== 'prohibited-unless');
  // At the margin: it speaks of all that are listed.
  return [...lines, ...(isMere ? wrap(words.note(possible.length), page.width) : [])];
}

const questionsOf = ({ view }: Page, { asks }: Finding): readonly OpenQuestion[] =>
  view.assessment.questions.filter(({ fact }) => asks.includes(fact));

const nameOf = (questions: readonly OpenQuestion[]): string => questions.map(({ fact }) => fact).join(' ');

function whatDecides(page: Page, count: number, [first, ...rest]: readonly OpenQuestion[]): readonly string[] {
  if (first === undefined) return [];
  const { view } = page;
  const fact = factOf(view, first.fact);
  const words = possibleWords[view.language];
  return [
    ...below(page, words.decidedBy(count, fact.question[view.language], rest.length)),
    ...below(page, view.say.enterKey(keyOf(fact, first))),
  ];
}
