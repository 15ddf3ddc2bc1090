import type { OpenQuestion } from '../../model/assessment.ts';
import type { Fact } from '../../model/fact.ts';
import { atStake, decides } from '../stake.ts';
import { factOf, keyOf, officeTitle, valuesOf } from '../view.ts';
import { below, block, item, type Page } from './page.ts';

/** More than so many questions at once are a first overview: what is asked and what hangs on it, no more. */
const mostInFull = 3;

export function questionBlock(page: Page, heading: string, questions: readonly OpenQuestion[]): readonly string[] {
  const { view, run } = page;
  const full = questions.length <= mostInFull || run.show.verbose;
  const hint = !run.show.verbose && (!full || questions.some(({ fact }) => hasOptions(factOf(view, fact))));
  return block(
    page,
    heading,
    questions,
    (question, mark) => (full ? fullQuestion(page, question, mark) : briefQuestion(page, question, mark)),
    hint ? view.say.choices : '',
  );
}

type WithOptions = Extract<Fact, { readonly options: unknown }>;
const hasOptions = (fact: Fact): fact is WithOptions => fact.type === 'set' || fact.type === 'choice';

/** Something was put on record and does not count: whoever did it would not look for the question here. */
const countsForNothing: ReadonlySet<OpenQuestion['why']> = new Set(['unrecorded', 'stale', 'not-entitled']);

function briefQuestion(page: Page, question: OpenQuestion, mark: string): readonly string[] {
  const { view } = page;
  const fact = factOf(view, question.fact);
  return [
    ...item(page, mark, fact.question[view.language]),
    ...(countsForNothing.has(question.why) ? below(page, view.say.why[question.why]) : []),
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
    ...below(page, say.knownBy(say.listed(offices))),
    ...whatToEnter(page, fact, question),
  ];
}

/** What to write where; with `--verbose` each option in words. */
function whatToEnter(page: Page, fact: Fact, question: OpenQuestion): readonly string[] {
  const { say, language } = page.view;
  const key = keyOf(fact, question);
  if (!page.run.show.verbose || question.why === 'unconfirmed' || !hasOptions(fact))
    return below(page, say.enter(key, valuesOf(page.view, fact, question)));
  return [
    ...below(page, say.enter(key, fact.type === 'set' ? say.values.anyOf : say.values.oneOf)),
    ...fact.options.flatMap((option) => item(page, ' ·', `${option.id}: ${option.text[language]}`)),
  ];
}
