import { type Assessment, verdicts } from '../model/assessment.ts';
import type { IsoDate } from '../model/date.ts';
import type { Fact } from '../model/fact.ts';
import type { FactId } from '../model/ids.ts';
import { lifecycle } from '../model/lifecycle.ts';
import type { CheckStage } from '../model/stage.ts';
import { compareTiers, tiers } from '../model/tier.ts';
import type { Given, UseCase } from '../model/use-case.ts';
import { assess } from './assess.ts';
import { type CompiledBook, known } from './compile.ts';

export const directions = ['tier-lower', 'tier-higher', 'verdict-better', 'verdict-worse'] as const;
export type Direction = (typeof directions)[number];

/** One answer that would be otherwise, as `KEY=VALUE` says it. */
export interface OtherAnswer {
  readonly fact: FactId;
  readonly value: string;
  /** It is unknown so far; else it would have to be, or to be done, differently. */
  readonly open: boolean;
}

/** Each a set of answers that brings the change, and of which none can be left out. */
export type WouldChange = Readonly<Record<Direction, readonly (readonly OtherAnswer[])[]>>;

interface Setting {
  readonly compiled: CompiledBook;
  readonly asOf: IsoDate;
  readonly stage: CheckStage | null;
  /** The use case with these answers (`KEY=VALUE`); null: they contradict each other. */
  readonly suppose: (pairs: readonly string[]) => UseCase | null;
}

/** More answers than that are no hint any more; `explain verdict` lists them all. */
const mostSteps = 12;
/** So many options of a long list are tried. */
const mostOptions = 30;

/**
 * What would lower or raise the tier, or make the verdict better or worse. First each answer alone; where none is enough, one set is
 * built up step by step and stripped of what it does not need.
 */
export function wouldChange(useCase: UseCase, now: Assessment, setting: Setting): WouldChange {
  const singles = candidates(useCase, now, setting.compiled);
  const tried = singles.flatMap((answer) => {
    const after = look([answer], setting);
    return after === null ? [] : [{ answer, after }];
  });
  const found = (direction: Direction, distance: Distance | null): readonly (readonly OtherAnswer[])[] => {
    const alone = tried.filter(({ after }) => reached(direction, now, after)).map(({ answer }) => [answer]);
    if (alone.length > 0 || distance === null) return alone;
    const all = (here: Assessment) => candidates(useCase, here, setting.compiled);
    // What is still open or can be done comes before a use that is another one.
    const open = (here: Assessment) => all(here).filter((answer) => answer.open || isWork(answer, setting.compiled));
    const set = builtUp(direction, distance, open, now, setting) ?? builtUp(direction, distance, all, now, setting);
    return set === null ? [] : [set];
  };
  return {
    'tier-lower': found('tier-lower', toLowerTier),
    'tier-higher': found('tier-higher', null),
    'verdict-better': found('verdict-better', toVerdict),
    'verdict-worse': found('verdict-worse', null),
  };
}

/** Something that is done or given, not what the use is. */
function isWork({ fact }: OtherAnswer, compiled: CompiledBook): boolean {
  const { type } = known(compiled.facts, fact);
  return type === 'measure' || type === 'opinion';
}

function reached(direction: Direction, now: Assessment, after: Assessment): boolean {
  switch (direction) {
    case 'tier-lower':
      return compareTiers(after.tier.highest, now.tier.highest) < 0;
    case 'tier-higher':
      return compareTiers(after.tier.lowest, now.tier.lowest) > 0;
    case 'verdict-better':
      return verdicts.indexOf(after.verdict) < verdicts.indexOf(now.verdict);
    case 'verdict-worse':
      return verdicts.indexOf(after.verdict) > verdicts.indexOf(now.verdict);
  }
}

function look(answers: readonly OtherAnswer[], { compiled, asOf, stage, suppose }: Setting): Assessment | null {
  const supposed = suppose(answers.map(({ fact, value }) => `${fact}=${value}`));
  return supposed === null ? null : assess(supposed, compiled, asOf, stage);
}

/** How far away a change is. */
type Distance = (assessment: Assessment) => number;

/** To a better verdict: what weighs as much as it does, then everything that weighs or is open. */
const toVerdict: Distance = ({ verdict, findings, questions, tier }) => {
  const heavy = findings.filter(({ weight }) => weight === verdict).length;
  const weighing = findings.filter(({ weight }) => weight !== null).length;
  const open = questions.filter(({ settles }) => settles.verdict).length + (tier.lowest === tier.highest ? 0 : 1);
  return verdicts.indexOf(verdict) * 1e6 + heavy * 1e3 + weighing + open / 1e3;
};

/** To a lower tier: the provisions that give the highest one or may give it. */
const toLowerTier: Distance = ({ tier, classification }) => {
  const giving = classification.filter(
    (one) => one.tier === tier.highest && one.truth !== 'false' && one.lifted !== 'true',
  );
  const missing = new Set(giving.flatMap(({ asks }) => asks));
  return tiers.indexOf(tier.highest) * 1e6 + giving.length * 1e3 + missing.size;
};

/** The step that helps most comes first; then whatever is not needed goes. Null: not within so many steps. */
function builtUp(
  direction: Direction,
  distance: Distance,
  candidatesOf: (here: Assessment) => readonly OtherAnswer[],
  now: Assessment,
  setting: Setting,
): readonly OtherAnswer[] | null {
  let answers: readonly OtherAnswer[] = [];
  let here = now;
  for (let step = 0; step < mostSteps && !reached(direction, now, here); step += 1) {
    let best: { readonly answers: readonly OtherAnswer[]; readonly after: Assessment } | null = null;
    const taken = new Set(answers.map(({ fact }) => fact));
    // What opens up on the way is asked for as well.
    for (const answer of candidatesOf(here)) {
      if (taken.has(answer.fact)) continue;
      const next = [...answers, answer];
      const after = look(next, setting);
      if (after !== null && distance(after) < distance(best?.after ?? here)) best = { answers: next, after };
    }
    if (best === null) return null;
    ({ answers, after: here } = best);
  }
  if (!reached(direction, now, here)) return null;
  return answers.reduce<readonly OtherAnswer[]>((kept, answer) => {
    const less = kept.filter((other) => other !== answer);
    const after = look(less, setting);
    return after !== null && reached(direction, now, after) ? less : kept;
  }, answers);
}

/** Every other answer to what is open, and to what the file itself says. */
function candidates(useCase: UseCase, { questions }: Assessment, compiled: CompiledBook): readonly OtherAnswer[] {
  const open = new Set(questions.map(({ fact }) => fact));
  const asked = questions
    .filter(isOfTheUse)
    .flatMap(({ fact }) => valuesOf(known(compiled.facts, fact)).map((value) => ({ fact, value, open: true })));
  const answered = [...useCase.answers].flatMap(([fact, given]): OtherAnswer[] => {
    if (open.has(fact) || !isOfTheUse({ fact })) return [];
    const others = otherValues(known(compiled.facts, fact), given);
    return others.map((value) => ({ fact, value, open: false }));
  });
  return [...asked, ...answered];
}

/** Where the project stands says nothing about the use: looking from another stage is no change of it. */
const isOfTheUse = ({ fact }: { readonly fact: FactId }): boolean => fact !== lifecycle.stage;

function valuesOf(fact: Fact): readonly string[] {
  switch (fact.type) {
    case 'yes-no':
    case 'measure':
    case 'judgement':
      return ['yes', 'no'];
    case 'opinion':
      return ['agreed', 'refused'];
    case 'choice':
      return fact.options.slice(0, mostOptions).map(({ id }) => id);
    case 'set':
      return ['[]', ...fact.options.slice(0, mostOptions).map(({ id }) => id)];
    case 'date':
    case 'text':
      return [];
  }
}

/** Of a set each member is taken away, and each other put to it. */
function otherValues(fact: Fact, given: Given): readonly string[] {
  switch (given.type) {
    case 'yes-no':
      return given.value === null ? valuesOf(fact) : [given.value ? 'no' : 'yes'];
    case 'measure':
      return given.done === true ? ['no'] : ['yes'];
    case 'judgement':
      return given.claimed === true ? ['no'] : ['yes'];
    case 'opinion':
      return given.result === 'refused' ? ['agreed'] : ['refused'];
    case 'choice':
      return valuesOf(fact).filter((value) => value !== given.value);
    case 'set': {
      const members = (given.value ?? []).map(({ option }) => String(option));
      const less = members.map((member) => members.filter((other) => other !== member));
      const more = fact.type === 'set' ? fact.options.map(({ id }) => String(id)) : [];
      return [...less, ...more.filter((option) => !members.includes(option)).map((option) => [...members, option])].map(
        (options) => (options.length === 0 ? '[]' : options.join(',')),
      );
    }
    case 'date':
    case 'text':
      return [];
  }
}
