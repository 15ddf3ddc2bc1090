import { known } from '../assess/compile.ts';
import type { Classified, Denial, Finding } from '../model/assessment.ts';
import type { ActRole } from '../model/ids.ts';
import { dayText } from '../text/messages.ts';
import { forTerminal } from './escape.ts';
import { actRoleTitle, cited, daysText, factOf, officeTitle, ruleOf, titleOf, type View } from './view.ts';

/** The verdict in words, and how many duties are waived in it. */
export function verdictTitle(view: View): string {
  const { verdict, waived } = view.assessment;
  return view.say.verdict[verdict] + (waived > 0 ? view.say.verdictWaived(waived) : '');
}

/** Verdict and reasons in one or a few sentences. */
export function resultText(view: View): string {
  const { assessment, say } = view;
  return assessment.verdict === 'ready'
    ? `${verdictTitle(view)} ${say.result.ready(assessment.for)}`
    : `${verdictTitle(view)}: ${reasons(view).join(' ')}`;
}

const said = (when: boolean, text: string): readonly string[] => (when ? [text] : []);

export function reasons(view: View): readonly string[] {
  const { assessment, deciding } = view;
  const { result } = view.say;
  const settled = deciding.length === 0;
  const possible = possibleProhibitions(view).map((finding) =>
    view.say.named(titleOf(view, finding), cited(view, finding.cite)),
  );
  const stops = view.prohibitions.filter(({ basis }) => basis === 'law');
  return [
    ...said(stops.length > 0, result.stop(stops.length)),
    ...said(stops.length < view.prohibitions.length, result.houseStop),
    ...said(possible.length > 0, result.possible(possible)),
    ...said(view.unmet.length > 0, result.unmet(view.unmet.length)),
    ...said(assessment.tierUnsettled && !settled, result.tierOpen(deciding.length)),
    ...said(settled && view.openDuties.length > 0, result.open(view.openDuties.length)),
    ...said(settled && view.gaps.length > 0, result.gap(view.gaps.length)),
    ...said(view.unsecured.length > 0, result.unsecured(view.unsecured.length)),
    ...said(settled && view.clauses.length > 0, result.clauses(view.clauses.length)),
    ...said(assessment.tierUnsettled, result.wait),
    ...said(!assessment.tierUnsettled && assessment.effectiveDay === null, result.startUnknown),
  ];
}

/** Said apart only where the tier does not say it already. */
const isProhibitionPossible = ({ assessment }: View): boolean =>
  assessment.possibleProhibition &&
  assessment.verdict !== 'stop' &&
  !(assessment.tierUnsettled && assessment.tier.highest === 'prohibited');

/** The prohibitions that the result counts as not ruled out. */
export const possibleProhibitions = (view: View): readonly Finding[] =>
  isProhibitionPossible(view)
    ? view.assessment.findings.filter(
        (finding) => finding.prohibition && finding.basis === 'law' && finding.weight === 'clarify',
      )
    : [];

export function tierText(view: View): string {
  const { say, assessment } = view;
  const { lowest, highest, from } = assessment.tier;
  if (lowest !== highest) return say.tierOpen(say.tier[lowest], say.tier[highest]);
  const text = say.tierSettled(say.tier[lowest]);
  const past = from !== null && from.latest !== null && from.latest <= assessment.asOf;
  if (from === null || past) return text;
  const { earliest, latest } = daysText(view, from);
  return `${text} ${say.tierFrom(earliest, latest)}`;
}

export function startText({ say, assessment, language }: View): string {
  const { start, asOf } = assessment;
  if (start === null) return say.startUnknown;
  return (start <= asOf ? say.started : say.plannedStart)(dayText(start, language));
}

/** What gives the tier, at most so many provisions, and what was denied. */
export function whyText(view: View, most: number): string {
  const hits = view.hits.slice(0, most);
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

export function hitText(view: View, hit: Classified): string {
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

/** The judgements that the result rests on, and those that were recorded in vain. */
export const judgementTexts = (view: View): readonly string[] =>
  view.assessment.judgements.map((used) => {
    const claim = factOf(view, used.fact).question[view.language];
    const role = used.role === null ? '' : officeTitle(view, used.role);
    const day = used.on === null ? '' : dayText(used.on, view.language);
    return used.truth === 'true'
      ? view.say.judged(claim, role, day, forTerminal(used.reason ?? ''))
      : view.say.judgedInVain(claim, view.say.why[used.why ?? 'unrecorded']);
  });

/** Where the law itself is uncertain, and the result rests on one reading of it. */
export const uncertainTexts = (view: View): readonly string[] =>
  view.assessment.uncertain.flatMap((rule) => ruleOf(view, rule).note?.[view.language] ?? []);

export function rolesText(view: View): string {
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
