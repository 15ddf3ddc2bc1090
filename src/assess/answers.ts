import type { Answer, UnknownReason } from '../model/answer.ts';
import { addMonths, type IsoDate } from '../model/date.ts';
import type { Fact } from '../model/fact.ts';
import type { FactId } from '../model/ids.ts';
import type { Truth } from '../model/truth.ts';
import type { Evidence, Given, UseCase } from '../model/use-case.ts';

type GivenOf<Type extends Given['type']> = Extract<Given, { type: Type }>;

/** Evidence counts from its date on, and for so many months where it ages; a file must exist where it is said to be. */
export const isValid = (evidence: Evidence, asOf: IsoDate, review: number | null = null): boolean =>
  evidence.on <= asOf &&
  (evidence.source.kind === 'link' || evidence.source.exists) &&
  !isExpired(evidence.on, asOf, review);

const isExpired = (on: IsoDate, asOf: IsoDate, review: number | null): boolean =>
  review !== null && addMonths(on, review) < asOf;

/** Why `given` does not settle its fact on this day, or null when it does. */
function whyUnknown(fact: Fact, given: Given, useCase: UseCase, asOf: IsoDate): UnknownReason | null {
  // What somebody is to say only later is not known yet.
  if (given.source !== null && given.source.on > asOf) return 'too-early';
  switch (given.type) {
    case 'yes-no':
    case 'choice':
    case 'date':
    case 'text':
      return given.value === null ? 'said-so' : null;
    case 'set':
      return whySetUnknown(fact, given, useCase, asOf);
    case 'measure':
      return whyMeasureUnknown(fact, given, asOf);
    case 'judgement':
      return whyJudgementUnknown(fact, given, asOf);
    case 'opinion':
      return whyOpinionUnknown(fact, given, useCase, asOf);
  }
}

function whySetUnknown(fact: Fact, given: GivenOf<'set'>, useCase: UseCase, asOf: IsoDate): UnknownReason | null {
  if (given.value === null) return 'said-so';
  if (fact.type !== 'set' || !fact.confirm || given.value.length > 0) return null;
  const confirmed = useCase.confirmed.get(sectionOf(fact.id));
  if (confirmed === undefined) return 'unconfirmed';
  return confirmed.on <= asOf ? null : 'too-early';
}

function whyMeasureUnknown(fact: Fact, given: GivenOf<'measure'>, asOf: IsoDate): UnknownReason | null {
  if (given.done === null) return given.planned === null ? 'said-so' : 'too-early';
  const review = fact.type === 'measure' ? fact.review : null;
  if (!given.done || given.evidence.some((evidence) => isValid(evidence, asOf, review))) return null;
  if (given.evidence.some((evidence) => isValid(evidence, asOf))) return 'expired';
  return given.evidence.some((evidence) => evidence.on > asOf) ? 'too-early' : 'unrecorded';
}

/** An opinion counts as long as the answers that it rests on are those in the file; a refusal needs neither digest nor evidence. */
function whyOpinionUnknown(
  fact: Fact,
  given: GivenOf<'opinion'>,
  useCase: UseCase,
  asOf: IsoDate,
): UnknownReason | null {
  if (given.result === null) return 'said-so';
  if (fact.type !== 'opinion' || given.by === null || given.on === null) return 'unrecorded';
  if (!fact.givenBy.includes(given.by)) return 'not-entitled';
  if (given.on > asOf) return 'too-early';
  if (given.result === 'refused') return null;
  if (!given.evidence.some((evidence) => isValid(evidence, asOf))) return 'unrecorded';
  if (given.digest !== useCase.digest) return 'stale';
  return isExpired(given.on, asOf, fact.review) ? 'expired' : null;
}

function whyJudgementUnknown(fact: Fact, given: GivenOf<'judgement'>, asOf: IsoDate): UnknownReason | null {
  if (given.claimed === null) return 'said-so';
  if (!given.claimed) return null;
  if (fact.type !== 'judgement' || given.reason === null || given.role === null || given.on === null)
    return 'unrecorded';
  if (!fact.judgedBy.includes(given.role)) return 'not-entitled';
  if (given.on > asOf) return 'too-early';
  const proven = given.evidence.some((evidence) => isValid(evidence, asOf));
  return proven || fact.evidence === 'optional' ? null : 'unrecorded';
}

const sectionOf = (fact: FactId): string => fact.slice(0, fact.indexOf('.'));

/** Of these a closed set says nothing: no day, no words, and not that nothing is done. */
const stayUnknown: ReadonlySet<Fact['type']> = new Set(['date', 'text', 'measure', 'opinion']);

/** The answer to `fact`; `gateOf` tells the truth of its gate (`true` where it has none), and is asked only where nobody answered. */
export function answerTo(fact: Fact, gateOf: (fact: Fact) => Truth, useCase: UseCase, asOf: IsoDate): Answer {
  const given = useCase.answers.get(fact.id);
  if (given !== undefined) {
    const why = whyUnknown(fact, given, useCase, asOf);
    return why === null ? { state: 'given', fact: fact.id, given } : { state: 'unknown', fact: fact.id, why, given };
  }
  if (!stayUnknown.has(fact.type) && gateOf(fact) === 'false') return { state: 'closed', fact: fact.id };
  return { state: 'unknown', fact: fact.id, why: 'silent', given: null };
}
