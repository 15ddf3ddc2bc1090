import type { Verdict } from '../../model/assessment.ts';
import { dayText } from '../../text/messages.ts';
import { forTerminal } from '../escape.ts';
import {
  judgementTexts,
  resultText,
  rolesText,
  startText,
  tierText,
  uncertainTexts,
  verdictTitle,
  whyText,
} from '../outcome.ts';
import { labelled, mostItems, type Page, sides, wrap } from './page.ts';

export function head(page: Page): readonly string[] {
  const { view, width, paint } = page;
  const { say, assessment, language } = view;
  const {
    title,
    owner: { unit },
  } = assessment.useCase;
  const start = startText(view);
  const right = unit === null ? start : `${forTerminal(unit)}, ${start}`;
  return [
    ...sides(say.tagline, say.asOf(dayText(assessment.asOf, language)), width, paint.dim),
    ...sides(forTerminal(title), right, width, paint.bold),
  ];
}

export function summary(page: Page): readonly string[] {
  const { view, run } = page;
  const { label } = view.say;
  return [
    ...labelled(page, label.result, resultText(view), verdictPaint(page)),
    ...labelled(page, label.tier, tierText(view)),
    ...labelled(page, label.why, whyText(view, run.show.verbose ? Number.POSITIVE_INFINITY : mostItems)),
    ...labelledAll(page, label.judgements, judgementTexts(view)),
    ...labelled(page, label.roles, rolesText(view)),
    ...labelledAll(page, label.uncertain, uncertainTexts(view)),
  ];
}

const labelledAll = (page: Page, label: string, texts: readonly string[]): readonly string[] =>
  texts.flatMap((text, index) => labelled(page, index === 0 ? label : '', text));

/** The result once more, where the eye is when the report has passed. */
export function foot(page: Page): readonly string[] {
  const { view, width, paint } = page;
  const packs = view.assessment.packs.map(({ id, version }) => `${id} ${version}`).join(', ');
  const result = `${verdictTitle(page.view)} · ${view.say.label.rules}: ${packs}`;
  return [
    ...wrap(result, width).map((line, index) => (index === 0 ? verdictPaint(page)(line) : line)),
    ...wrap(view.say.disclaimer, width).map((line) => paint.dim(line)),
  ];
}

export function quietLine(page: Page): string {
  const { assessment } = page.view;
  const { lowest, highest } = assessment.tier;
  const { tier } = page.view.say;
  const tiers = lowest === highest ? tier[lowest] : `${tier[lowest]} – ${tier[highest]}`;
  return `${forTerminal(assessment.useCase.file)}: ${verdictPaint(page)(verdictTitle(page.view))} · ${tiers}`;
}

function verdictPaint({ view, paint }: Page): (text: string) => string {
  const colours: Record<Verdict, (text: string) => string> = {
    ready: paint.green,
    clarify: paint.yellow,
    'not-ready': paint.yellow,
    stop: paint.red,
  };
  return (text) => colours[view.assessment.verdict](paint.bold(text));
}
