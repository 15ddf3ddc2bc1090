import { known } from '../../assess/compile.ts';
import type { Verdict } from '../../model/assessment.ts';
import type { ActRole } from '../../model/ids.ts';
import { dayText } from '../../text/messages.ts';
import { forTerminal } from '../escape.ts';
import { judgementTexts, resultText, tierText, uncertainTexts, verdictTitle, whyText } from '../outcome.ts';
import { actRoleTitle, type View } from '../view.ts';
import { labelled, mostItems, type Page, sides, wrap } from './page.ts';

export function head(page: Page): readonly string[] {
  const { view, width, paint } = page;
  const { say, assessment, language } = view;
  const { title, unit } = assessment.useCase;
  const start = startText(page);
  const right = unit === null ? start : `${forTerminal(unit)}, ${start}`;
  return [
    ...sides(say.tagline, say.asOf(dayText(assessment.asOf, language)), width, paint.dim),
    ...sides(forTerminal(title), right, width, paint.bold),
  ];
}

function startText({ view: { say, assessment, language } }: Page): string {
  const { start, asOf } = assessment;
  if (start === null) return say.startUnknown;
  return (start <= asOf ? say.started : say.plannedStart)(dayText(start, language));
}

export function summary(page: Page): readonly string[] {
  const { view, run } = page;
  const { label } = view.say;
  return [
    ...labelled(page, label.result, resultText(view), verdictPaint(page)),
    ...labelled(page, label.tier, tierText(view)),
    ...labelled(page, label.why, whyText(view, run.show.verbose ? Infinity : mostItems)),
    ...labelledAll(page, label.judgements, judgementTexts(view)),
    ...labelled(page, label.roles, rolesText(page)),
    ...labelledAll(page, label.uncertain, uncertainTexts(view)),
  ];
}

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

/** The label beside the first of the texts. */
const labelledAll = (page: Page, label: string, texts: readonly string[]): readonly string[] =>
  texts.flatMap((text, index) => labelled(page, index === 0 ? label : '', text));

function rolesText({ view }: Page): string {
  const { say, assessment } = view;
  const roles = assessment.roles.filter(({ role }) => isInForce(view, role));
  const titles = (truth: string) =>
    roles.filter((role) => role.truth === truth).map((role) => actRoleTitle(view, role.role));
  const ours = titles('true');
  const maybe = titles('unknown');
  // Nothing is known of any role: the question stands below, the list would be noise.
  if (maybe.length === roles.length) return '';
  const theirs = new Set(view.others.flatMap(({ addressee }) => (addressee === null ? [] : [addressee])));
  return [
    ...(ours.length > 0 ? [say.us(say.listed(ours))] : maybe.length === 0 ? [say.noRole] : []),
    ...(theirs.size > 0 ? [say.others(say.listed(Array.from(theirs, (role) => actRoleTitle(view, role))))] : []),
    ...(maybe.length > 0 ? [say.maybe(say.listed(maybe))] : []),
  ].join(' ');
}

/** Outside an act nobody has a role in it. */
function isInForce({ assessment, compiled }: View, role: ActRole): boolean {
  if (assessment.tier.highest !== 'out-of-scope') return true;
  const acts = new Set(compiled.scopes.map(({ pack }) => pack));
  return known(compiled.roles, role).some(({ pack }) => !acts.has(pack));
}
