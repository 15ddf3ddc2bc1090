import type { FactId } from '../model/ids.ts';
import type { Given, UseCase } from '../model/use-case.ts';

/** One thing that two versions of a use case tell otherwise. */
export interface Edit {
  /** The key in the file: `screening.areas`, `screening.confirmed`, `procurement.clauses`, `waivers` … */
  readonly key: string;
  /** The answer, where it is one; null: not answered. Of anything else both are null. */
  readonly fact: FactId | null;
  readonly before: Given | null;
  readonly after: Given | null;
  /** A use case with this one thing as it is in the earlier or later version. */
  readonly back: (useCase: UseCase) => UseCase;
  readonly on: (useCase: UseCase) => UseCase;
}

/** Everything that bears on an assessment and differs. Notes, positions, and the order in lists do not. */
export function editsBetween(before: UseCase, after: UseCase): readonly Edit[] {
  const facts = [...new Set([...before.answers.keys(), ...after.answers.keys()])];
  const sections = [...new Set([...before.confirmed.keys(), ...after.confirmed.keys()])];
  return [
    ...facts.flatMap((fact) => answerEdit(fact, before, after)),
    ...sections.flatMap((section) =>
      partEdit(
        `${section}.confirmed`,
        before,
        after,
        ({ confirmed }) => plain(confirmed.get(section)),
        (to, from) => ({
          ...to,
          confirmed: withEntry(to.confirmed, section, from.confirmed.get(section)),
        }),
      ),
    ),
    ...partEdit(
      'procurement.clauses',
      before,
      after,
      ({ tender }) => plain([tender.state, [...tender.clauses.keys()].toSorted()]),
      (to, { tender }) => ({ ...to, tender }),
    ),
    ...partEdit(
      'waivers',
      before,
      after,
      ({ waivers }) => plain(waivers),
      (to, { waivers }) => ({ ...to, waivers }),
    ),
    ...partEdit(
      'approval',
      before,
      after,
      ({ approval }) => plain(approval),
      (to, { approval }) => ({ ...to, approval }),
    ),
    ...partEdit(
      'register',
      before,
      after,
      ({ register }) => plain(register),
      (to, { register }) => ({ ...to, register }),
    ),
    ...partEdit(
      'packs',
      before,
      after,
      ({ packs }) => plain([...packs].toSorted()),
      (to, { packs }) => ({ ...to, packs }),
    ),
    // Opinions rest on the check code, so each change of an answer can take them away.
    ...partEdit(
      'digest',
      before,
      after,
      ({ digest }) => digest,
      (to, { digest }) => ({ ...to, digest }),
    ),
    ...partEdit(
      'catalogue',
      before,
      after,
      ({ catalogue }) => catalogue,
      (to, { catalogue }) => ({ ...to, catalogue }),
    ),
  ];
}

function answerEdit(fact: FactId, before: UseCase, after: UseCase): readonly Edit[] {
  const [old, now] = [before.answers.get(fact) ?? null, after.answers.get(fact) ?? null];
  if (content(old) === content(now)) return [];
  const put = (useCase: UseCase, given: Given | null): UseCase => ({
    ...useCase,
    answers: withEntry(useCase.answers, fact, given ?? undefined),
  });
  return [{ key: fact, fact, before: old, after: now, back: (to) => put(to, old), on: (to) => put(to, now) }];
}

/** Who gave an answer does not change it. */
const content = (given: Given | null): string => plain(given === null ? null : { ...given, source: null });

function partEdit(
  key: string,
  before: UseCase,
  after: UseCase,
  part: (useCase: UseCase) => string,
  put: (to: UseCase, from: UseCase) => UseCase,
): readonly Edit[] {
  return part(before) === part(after)
    ? []
    : [
        {
          key,
          fact: null,
          before: null,
          after: null,
          back: (to) => put(to, before),
          on: (to) => put(to, after),
        },
      ];
}

/** The use case with these questions not answered. */
export function without(useCase: UseCase, facts: readonly FactId[]): UseCase {
  const gone = new Set(facts);
  return { ...useCase, answers: new Map([...useCase.answers].filter(([fact]) => !gone.has(fact))) };
}

function withEntry<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value | undefined): Map<Key, Value> {
  const copy = new Map(map);
  if (value === undefined) copy.delete(key);
  else copy.set(key, value);
  return copy;
}

const leftOut = new Set(['at', 'note']);

/** As text to compare, without places and notes; the members of a set have no order. */
export const plain = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) => {
    if (leftOut.has(key)) return undefined;
    return Array.isArray(part) && part.every(isMember) ? part.toSorted(byOption) : part;
  }) ?? '';

interface Member {
  readonly option: string;
}
const isMember = (part: unknown): part is Member =>
  typeof part === 'object' && part !== null && 'option' in part && typeof part.option === 'string';
const byOption = (a: Member, b: Member): number => (a.option < b.option ? -1 : 1);
