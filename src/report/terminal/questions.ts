import type { OpenQuestion } from '../../model/assessment.ts';
import { compareTiers } from '../../model/tier.ts';
import { cited, factOf, keyOf, listed, officeTitle, ruleOf, valuesOf, type View } from '../view.ts';
import { below, block, item, type Page } from './page.ts';

/** More than so many questions at once are a first overview: what is asked and what hangs on it, no more. */
const mostInFull = 3;

export function questionBlock(page: Page, heading: string, questions: readonly OpenQuestion[]): readonly string[] {
  const { view, run } = page;
  if (questions.length <= mostInFull || run.show.verbose)
    return block(page, heading, questions, (question, mark) => fullQuestion(page, question, mark));
  return [
    ...block(page, heading, questions, (question, mark) => briefQuestion(page, question, mark)),
    `    ${view.say.choices}`,
  ];
}

function briefQuestion(page: Page, question: OpenQuestion, mark: string): readonly string[] {
  const { view } = page;
  const fact = factOf(view, question.fact);
  return [
    ...item(page, mark, fact.question[view.language]),
    ...below(page, view.say.enterKey(keyOf(fact, question)), decides(view, question)),
  ];
}

function fullQuestion(page: Page, question: OpenQuestion, mark: string): readonly string[] {
  const { view } = page;
  const { say, language } = view;
  const fact = factOf(view, question.fact);
  const offices = question.askOf.map((office) => officeTitle(view, office));
  return [
    ...item(page, mark, fact.question[language]),
    ...(question.why === 'silent' ? [] : below(page, say.why[question.why])),
    ...below(page, atStake(view, question) ?? decides(view, question)),
    ...below(page, say.knownBy(listed(offices, language))),
    ...below(page, say.enter(keyOf(fact, question), valuesOf(view, fact, question))),
  ];
}

const bearsOnProvision = (view: View, question: OpenQuestion) =>
  view.assessment.classification.filter((entry) => entry.asks.includes(question.fact));

/** How many provisions and duties are folded under the question. */
const decides = (view: View, question: OpenQuestion): string =>
  view.say.decides(bearsOnProvision(view, question).length, question.settles.findings);

/** The worst provision that the answer bears on, in words; null: it bears on no tier. */
function atStake(view: View, question: OpenQuestion): string | null {
  const provisions = bearsOnProvision(view, question);
  const [worst] = provisions
    .flatMap((entry) => (entry.tier === null ? [] : [{ ...entry, tier: entry.tier }]))
    .toSorted((a, b) => compareTiers(b.tier, a.tier));
  if (worst === undefined) return null;
  return view.say.atStake(
    view.say.tier[worst.tier],
    ruleOf(view, worst.rule).title[view.language],
    cited(view, worst.cite),
    provisions.length - 1,
    question.settles.findings,
  );
}
