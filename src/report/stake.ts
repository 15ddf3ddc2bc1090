import type { OpenQuestion } from '../model/assessment.ts';
import { compareTiers } from '../model/tier.ts';
import { cited, ruleOf, type View } from './view.ts';

const bearsOnProvision = (view: View, question: OpenQuestion) =>
  view.assessment.classification.filter((entry) => entry.asks.includes(question.fact));

/** How many provisions and duties are folded under the question. */
export const decides = (view: View, question: OpenQuestion): string =>
  view.say.decides(bearsOnProvision(view, question).length, question.settles.findings);

/** The worst provision that the answer bears on, in words; null: it bears on none that would make the tier worse. */
export function atStake(view: View, question: OpenQuestion): string | null {
  const provisions = bearsOnProvision(view, question);
  const [worst] = provisions
    .flatMap(({ rule, cite, tier }) => (tier === null ? [] : [{ rule, cite, tier }]))
    .filter(({ tier }) => compareTiers(tier, 'minimal') > 0)
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
