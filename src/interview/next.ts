import { type CompiledBook, known } from '../assess/compile.ts';
import type { Assessment, OpenQuestion } from '../model/assessment.ts';
import type { Fact } from '../model/fact.ts';
import type { FactId } from '../model/ids.ts';

/** What can still be asked here, and what somebody was asked already and did not know. */
export interface Left {
  readonly fresh: readonly FactId[];
  readonly deferred: readonly FactId[];
}

/** The file says of the deferred that they are not known, or somebody said so in this go: both count alike, before and after a restart. */
export function leftOf({ questions }: Assessment, passed: ReadonlySet<FactId>, compiled: CompiledBook): Left {
  // What only the profile may say is not for this file.
  const here = questions.filter(({ fact }) => known(compiled.facts, fact).scope !== 'profile');
  const isDeferred = ({ fact, why }: OpenQuestion): boolean => passed.has(fact) || why === 'said-so';
  return {
    fresh: here.filter((question) => !isDeferred(question)).map(({ fact }) => fact),
    deferred: here.filter(isDeferred).map(({ fact }) => fact),
  };
}

/** Of what a person at the keyboard can answer, what settles most; then what was not known before; nothing twice in one go. */
export function nextOf({ fresh, deferred }: Left, passed: ReadonlySet<FactId>, compiled: CompiledBook): Fact | null {
  const order = [...fresh, ...deferred.filter((fact) => !passed.has(fact))].map((id) => known(compiled.facts, id));
  // Opinions rest on all other answers, so they come when these are there.
  return order.find(({ type }) => type !== 'opinion') ?? order[0] ?? null;
}
