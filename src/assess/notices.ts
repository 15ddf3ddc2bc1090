import type { Assessment, Finding } from '../model/assessment.ts';
import { factsNamed } from '../model/condition.ts';
import { addDays, addMonths, type IsoDate } from '../model/date.ts';
import type { FactId, RuleId } from '../model/ids.ts';
import type { Notice, ReviewDays } from '../model/notice.ts';
import { tiers } from '../model/tier.ts';
import type { Waiver } from '../model/use-case.ts';
import { isValid } from './answers.ts';
import type { Ground } from './ground.ts';

/** So far ahead the end of a waiver is told without being asked for. */
const soon = 30;

/** What the notices rest on besides the file. */
type Standing = Pick<Assessment, 'findings' | 'tier' | 'stage' | 'start' | 'approval'>;

/** What has run out or lies ahead. `within`: so many days are looked ahead; null: only for waivers, thirty. */
export function noticesOf(ground: Ground, standing: Standing, within: number | null): readonly Notice[] {
  const until = within === null ? null : addDays(ground.asOf, within);
  const all = [
    ...waiverNotices(ground, standing.findings, until ?? addDays(ground.asOf, soon)),
    ...reviewNotices(ground, standing, until),
    ...missingFiles(ground, standing.findings),
    ...proofNotices(ground, standing.findings, until),
    ...(until === null ? [] : ahead(ground, standing, until)),
  ];
  const hints = all.filter(({ severity }) => severity === null);
  return [...all.filter(({ severity }) => severity !== null), ...hints.toSorted(byDay)];
}

/** What lies ahead in the order in which it comes, and what is certain first. */
const byDay = (a: Notice, b: Notice): number =>
  a.certain !== b.certain ? (a.certain ? -1 : 1) : (a.on ?? '') < (b.on ?? '') ? -1 : 1;

const notice = (kind: Notice['kind'], severity: Notice['severity'], more: Partial<Notice>): Notice => ({
  kind,
  severity,
  on: null,
  rule: null,
  fact: null,
  event: null,
  text: null,
  certain: true,
  at: null,
  ...more,
});

/** From the as-of day to the end of the time looked ahead. */
const isAhead = (day: IsoDate | null, { asOf }: Ground, until: IsoDate): boolean =>
  day !== null && day >= asOf && day <= until;

function waiverNotices(ground: Ground, findings: readonly Finding[], until: IsoDate): readonly Notice[] {
  return ground.useCase.waivers.flatMap((waiver): Notice[] => {
    const about = { on: waiver.expires, rule: waiver.finding, at: waiver.at };
    if (waiver.expires < ground.asOf) return [notice('waiver-expired', 'advice', about)];
    if (!isNeeded(waiver, findings)) return [notice('waiver-idle', 'minor', { ...about, on: null })];
    return isAhead(waiver.expires, ground, until) ? [notice('waiver-ends', null, about)] : [];
  });
}

/** Over what is met, does not apply or is not chosen it changes nothing; what is open may yet turn out to be unmet. */
const isNeeded = ({ finding }: Waiver, findings: readonly Finding[]): boolean =>
  findings.some(({ rule, state }) => rule === finding && state !== 'met' && state !== 'not-applicable');

/** Days that have not come by the as-of day tell of nothing that has happened. */
const past = (day: IsoDate | null, { asOf }: Ground): IsoDate | null => (day !== null && day <= asOf ? day : null);

/** When the use was last looked at, and when that is due again: by its own record, and by the interval for its tier. */
export function reviewDays(ground: Ground, { tier, start, approval }: Standing): ReviewDays {
  const { review } = ground.useCase;
  const last = past(review?.last ?? null, ground);
  const next = review?.next ?? null;
  // A named day counts. It may not lie further from the last review than the interval; from when else to count, the naming has settled.
  const from = last ?? (next === null ? (past(approval.on, ground) ?? start) : null);
  const months = review?.every ?? monthsFor(ground, tier);
  const counted = from === null || months === null ? null : addMonths(from, months);
  const [due = null] = [next, counted].filter((day) => day !== null).toSorted();
  return { last, due };
}

/** While the tier is unsettled the shortest interval of those that are possible; none named: that of the chosen house rules. */
function monthsFor({ useCase, compiled }: Ground, { lowest, highest }: Standing['tier']): number | null {
  const possible = tiers.slice(tiers.indexOf(lowest), tiers.indexOf(highest) + 1);
  const named = possible.flatMap((tier) => useCase.reviewMonths.get(tier) ?? []);
  const house = compiled.book.packs.flatMap(({ id, review }) =>
    review === null || (compiled.optional.has(id) && !useCase.packs.has(id)) ? [] : review.months,
  );
  const months = named.length > 0 ? named : house;
  return months.length === 0 ? null : Math.min(...months);
}

function reviewNotices(ground: Ground, standing: Standing, until: IsoDate | null): readonly Notice[] {
  const { useCase, asOf } = ground;
  const { start, stage } = standing;
  const isRunning = stage === 'operation' || stage === 'start' || (start !== null && start <= asOf);
  const { due } = reviewDays(ground, standing);
  if (!isRunning && useCase.review === null) return [];
  const at = useCase.review?.at ?? null;
  const own = [
    ...(due === null ? [notice('review-undated', 'advice', { at })] : []),
    ...(due !== null && due < asOf ? [notice('review-overdue', 'minor', { on: due, at })] : []),
    ...(due !== null && until !== null && isAhead(due, ground, until)
      ? [notice('review-due', null, { on: due, at })]
      : []),
  ];
  return isRunning ? [...own, ...eventNotices(ground, standing)] : own;
}

/** What happened since the use was last looked at makes a review due. */
function eventNotices(ground: Ground, standing: Standing): readonly Notice[] {
  const { useCase } = ground;
  if (useCase.events === null)
    return useCase.review === null ? [] : [notice('events-unstated', 'advice', { at: useCase.review.at })];
  const seen = reviewDays(ground, standing).last ?? past(standing.approval.on, ground);
  return useCase.events
    .filter(({ on }) => on <= ground.asOf && (seen === null || on > seen))
    .map(({ on, text, kind, at }) => notice('event-after-review', 'minor', { on, text, event: kind, at }));
}

/** Files that are named as evidence and are not there, each once, where what they were to prove is open for want of it. */
function missingFiles(ground: Ground, findings: readonly Finding[]): readonly Notice[] {
  const files = new Map<string, Notice>();
  for (const [fact, rule] of neededFacts(ground, findings)) {
    const given = ground.useCase.answers.get(fact);
    if (given?.type !== 'measure' && given?.type !== 'opinion') continue;
    if (ground.answer(fact).state !== 'unknown') continue;
    for (const { source, at } of given.evidence) {
      if (source.kind === 'link' || source.exists) continue;
      const key = `${at.file}\n${source.path}`;
      if (!files.has(key)) files.set(key, notice('evidence-not-found', 'minor', { text: source.path, rule, fact, at }));
    }
  }
  return [...files.values()];
}

/** Documents and opinions on which a duty of this use rests, and which no longer count or soon will not. */
function proofNotices(ground: Ground, findings: readonly Finding[], until: IsoDate | null): readonly Notice[] {
  return [...neededFacts(ground, findings)].flatMap(([fact, rule]): readonly Notice[] => {
    const known = ground.compiled.facts.get(fact);
    const given = ground.useCase.answers.get(fact);
    if (known?.type === 'measure' && given?.type === 'measure' && known.review !== null && given.done === true) {
      const dated = given.evidence.filter((evidence) => isValid(evidence, ground.asOf));
      const [last] = dated.toSorted((a, b) => (a.on < b.on ? 1 : -1));
      if (last === undefined) return [];
      const on = addMonths(last.on, known.review);
      return lapsing('evidence', { on, rule, fact, at: last.at }, ground, until);
    }
    if (known?.type !== 'opinion' || given?.type !== 'opinion' || given.on === null) return [];
    const answer = ground.answer(fact);
    const about = { rule, fact, at: given.at };
    if (answer.state === 'unknown' && answer.why === 'stale')
      return [notice('opinion-stale', 'minor', { ...about, on: given.on })];
    const counts = answer.state === 'given' || (answer.state === 'unknown' && answer.why === 'expired');
    if (known.review === null || !counts || given.result === 'refused') return [];
    return lapsing('opinion', { ...about, on: addMonths(given.on, known.review) }, ground, until);
  });
}

function lapsing(
  what: 'evidence' | 'opinion',
  about: Partial<Notice> & { readonly on: IsoDate },
  ground: Ground,
  until: IsoDate | null,
): readonly Notice[] {
  if (about.on < ground.asOf) return [notice(`${what}-expired`, 'minor', about)];
  return until !== null && isAhead(about.on, ground, until) ? [notice(`${what}-ends`, null, about)] : [];
}

/** What duties ask for that apply or may apply, each with the first of them. */
function neededFacts({ compiled }: Ground, findings: readonly Finding[]): ReadonlyMap<FactId, RuleId> {
  const facts = new Map<FactId, RuleId>();
  for (const { rule: id, state } of findings) {
    const rule = state === 'not-applicable' ? undefined : compiled.rules.get(id);
    if (rule?.kind !== 'duty') continue;
    for (const fact of factsNamed(rule.requires)) if (!facts.has(fact)) facts.set(fact, id);
  }
  return facts;
}

/** Approvals that end and law that begins. */
function ahead(ground: Ground, { findings }: Standing, until: IsoDate): readonly Notice[] {
  const { approval } = ground.useCase;
  const ends = approval?.until ?? null;
  const approvals = isAhead(ends, ground, until)
    ? [notice('approval-ends', null, { on: ends, at: approval?.at ?? null })]
    : [];
  const laws = findings
    .filter(({ state, owedBy, condition, from }) => {
      const counts = state !== 'not-applicable' && owedBy !== 'other' && condition === null;
      return counts && from?.earliest !== ground.asOf && isAhead(from?.earliest ?? null, ground, until);
    })
    .map(({ rule, from, applies }) =>
      notice('law-begins', null, { on: from?.earliest ?? null, rule, certain: applies === 'true' }),
    );
  return [...approvals, ...laws];
}
