import { known } from '../../assess/compile.ts';
import { possibleWords } from '../../text/possible-words.ts';
import { possibleProhibitions } from '../outcome.ts';
import { cited, keyOf, titleOf } from '../view.ts';
import { below, block, item, type Page } from './page.ts';

/** What the result counts as not ruled out is named, each with the question that decides it. */
export function possibleBlock(page: Page): readonly string[] {
  const { view } = page;
  const { compiled, language, assessment, say } = view;
  const words = possibleWords[language];
  const possible = possibleProhibitions(view);
  const lines = block(page, words.heading, possible, (finding, mark) => {
    const [first, ...rest] = assessment.questions.filter(({ fact }) => finding.asks.includes(fact));
    const cite = cited(view, finding.cite);
    const title = item(page, mark, cite === '' ? titleOf(view, finding) : `${titleOf(view, finding)} (${cite})`);
    if (first === undefined) return title;
    const fact = known(compiled.facts, first.fact);
    return [
      ...title,
      ...below(page, words.decidedBy(fact.question[language], rest.length)),
      ...below(page, say.enterKey(keyOf(fact, first))),
    ];
  });
  // Where only an exception is missing the prohibition holds until it is shown: that is more than a question.
  const isMere = possible.length > 0 && possible.every(({ code }) => code !== 'prohibited-unless');
  return [...lines, ...(isMere ? below(page, words.note) : [])];
}
