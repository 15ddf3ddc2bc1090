import { type IsoDate, laterOf } from '../model/date.ts';
import type { FactId } from '../model/ids.ts';
import { lifecycle } from '../model/lifecycle.ts';
import type { When } from './finding.ts';
import type { Ground } from './ground.ts';

/** From when to when a use is planned, as seen from the as-of day. */
export interface Lifetime {
  readonly start: IsoDate | null;
  /** The planned end of use or of the contract; null: none. One that has passed says only that the plan is out of date. */
  readonly end: IsoDate | null;
  readonly when: When;
}

export function lifetimeOf(ground: Ground): Lifetime {
  const start = dateAnswer(lifecycle.start, ground);
  const when: When = {
    effective: start === null ? ground.asOf : laterOf(ground.asOf, start),
    openStart: start === null,
  };
  const end = dateAnswer(lifecycle.end, ground);
  return { start, end: end === null || end < when.effective ? null : end, when };
}

function dateAnswer(fact: FactId, ground: Ground): IsoDate | null {
  if (!ground.compiled.facts.has(fact)) return null;
  const answer = ground.answer(fact);
  if (answer.state !== 'given' || answer.given.type !== 'date') return null;
  return answer.given.value === answer.given.until ? answer.given.value : null;
}
