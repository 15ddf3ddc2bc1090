import { known } from '../../assess/compile.ts';
import type { Classified, Denial, Verdict } from '../../model/assessment.ts';
import type { ActRole } from '../../model/ids.ts';
import { dayText } from '../../text/messages.ts';
import { forTerminal } from '../escape.ts';
import { resultText, tierText, verdictTitle } from '../outcome.ts';
import { actRoleTitle, cited, factOf, officeTitle, ruleOf, type View } from '../view.ts';
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
  const { label } = page.view.say;
  return [
    ...labelled(page, label.result, resultText(page.view), verdictPaint(page)),
    ...labelled(page, label.tier, tierText(page.view)),
    ...labelled(page, label.why, whyText(page)),
    ...judgementLines(page),
    ...labelled(page, label.roles, rolesText(page)),
    ...uncertainLines(page),
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

function whyText({ view, run }: Page): string {
  const hits = run.show.verbose ? view.hits : view.hits.slice(0, mostItems);
  const rest = view.hits.length - hits.length;
  return [
    ...(hits.length === 0 ? noHitText(view) : hits.map((hit) => hitText(view, hit))),
    ...(rest > 0 ? [`${view.say.more(rest)}.`] : []),
    ...denialText(view),
  ].join(' ');
}

/** While the tier is open the questions below say why; that nothing is found yet is no reason. */
const noHitText = ({ assessment, say }: View): readonly string[] =>
  assessment.tier.lowest === assessment.tier.highest ? [say.noHit] : [];

function hitText(view: View, hit: Classified): string {
  const title = ruleOf(view, hit.rule).title[view.language];
  const cite = cited(view, hit.cite);
  if (hit.unless) return view.say.hitUnless(title, cite);
  return hit.lifted === 'true' ? view.say.hitLifted(title, cite) : view.say.hit(title, cite);
}

/** What the closed sets denied carries the result, so it is repeated in words, to be read again. */
function denialText(view: View): readonly string[] {
  const { denials } = view.assessment;
  if (denials.length === 0) return [];
  const lines = denials.map((denial) => denial.at.line);
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  // In the order of the file, where they are to be read again.
  const denied = denials
    .toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column)
    .map((denial) => deniedText(view, denial))
    .filter((text) => text !== '');
  return [view.say.denied(view.say.lines(first, last), view.say.listed(denied))];
}

function deniedText(view: View, { fact, options }: Denial): string {
  const set = factOf(view, fact);
  if (set.type !== 'set' || set.confirm === null) return '';
  return (options.length === set.options.length ? set.confirm.none : set.confirm.rest)[view.language];
}

function judgementLines(page: Page): readonly string[] {
  const { view } = page;
  return view.assessment.judgements.flatMap((used, index) => {
    const claim = factOf(view, used.fact).question[view.language];
    const role = used.role === null ? '' : officeTitle(view, used.role);
    const day = used.on === null ? '' : dayText(used.on, view.language);
    const text =
      used.truth === 'true'
        ? view.say.judged(claim, role, day, forTerminal(used.reason ?? ''))
        : view.say.judgedInVain(claim, view.say.why[used.why ?? 'unrecorded']);
    return labelled(page, index === 0 ? view.say.label.judgements : '', text);
  });
}

/** Where the law itself is uncertain, and the result rests on one reading of it. */
function uncertainLines(page: Page): readonly string[] {
  const { view } = page;
  const notes = view.assessment.uncertain.flatMap((rule) => ruleOf(view, rule).note?.[view.language] ?? []);
  return notes.flatMap((note, index) => labelled(page, index === 0 ? view.say.label.uncertain : '', note));
}

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
