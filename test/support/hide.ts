import { parsePeriod } from '../../src/model/date.ts';
import type { Evidence, Given, UseCase } from '../../src/model/use-case.ts';

/** One thing that a file tells and that can be taken away again. */
export type Hiding = (useCase: UseCase) => UseCase;

/** Every single piece of knowledge in a use case: answers, set members, records, confirmations, waivers, clauses, dates. */
export function hidings(useCase: UseCase): readonly Hiding[] {
  return [
    ...[...useCase.answers.keys()].map((fact): Hiding => (current) => ({
      ...current,
      answers: new Map([...current.answers].filter(([id]) => id !== fact)),
    })),
    ...[...useCase.answers].flatMap(([fact, given]) =>
      lessKnown(given).map((weaken): Hiding => (current) => {
        const now = current.answers.get(fact);
        return now === undefined ? current : { ...current, answers: new Map(current.answers).set(fact, weaken(now)) };
      }),
    ),
    ...[...useCase.confirmed.keys()].map((section): Hiding => (current) => ({
      ...current,
      confirmed: new Map([...current.confirmed].filter(([name]) => name !== section)),
    })),
    ...useCase.waivers.map((waiver): Hiding => (current) => ({
      ...current,
      waivers: current.waivers.filter((one) => one !== waiver),
    })),
    ...[...useCase.tender.clauses.keys()].map((clause): Hiding => ({ tender, ...current }) => ({
      ...current,
      tender: {
        // The document in which it stands is gone, so nobody can say any more that anything is missing.
        state: tender.state === 'read' ? 'unreadable' : tender.state,
        clauses: new Map([...tender.clauses].filter(([one]) => one !== clause)),
      },
    })),
    ...(useCase.tender.state === 'not-named'
      ? []
      : [
          (current: UseCase): UseCase => ({ ...current, tender: { ...current.tender, state: 'unreadable' } }),
          (current: UseCase): UseCase => ({ ...current, tender: { state: 'not-named', clauses: new Map() } }),
        ]),
  ];
}

type Weaken = (given: Given) => Given;

/** The ways in which a part of one answer can be forgotten. A closed list is never shortened: that is another answer. */
function lessKnown(given: Given): readonly Weaken[] {
  switch (given.type) {
    case 'set':
      return (given.value ?? []).map(
        ({ option }): Weaken =>
          (now) =>
            now.type === 'set' && now.value !== null
              ? {
                  ...now,
                  value: now.value.map((member) => (member.option === option ? { ...member, sure: false } : member)),
                }
              : now,
      );
    case 'yes-no':
      return given.confirmedOn === null ? [] : [(now) => (now.type === 'yes-no' ? { ...now, confirmedOn: null } : now)];
    case 'measure':
      return [
        ...withoutEvidence(given.evidence),
        (now) => (now.type === 'measure' ? { ...now, planned: null } : now),
        (now) => (now.type === 'measure' ? { ...now, done: null } : now),
      ];
    case 'opinion':
      return [
        ...withoutEvidence(given.evidence),
        (now) => (now.type === 'opinion' ? { ...now, digest: null } : now),
        (now) => (now.type === 'opinion' ? { ...now, by: null } : now),
        (now) => (now.type === 'opinion' ? { ...now, result: null } : now),
      ];
    case 'judgement':
      return [
        ...withoutEvidence(given.evidence),
        (now) => (now.type === 'judgement' ? { ...now, claimed: null } : now),
        (now) => (now.type === 'judgement' ? { ...now, on: null } : now),
        (now) => (now.type === 'judgement' ? { ...now, role: null } : now),
        (now) => (now.type === 'judgement' ? { ...now, reason: null } : now),
      ];
    case 'date':
      return [onlyItsYear];
    case 'choice':
    case 'text':
      return [];
  }
}

const onlyItsYear: Weaken = (now) => {
  if (now.type !== 'date' || now.value === null) return now;
  const period = parsePeriod(now.value.slice(0, 4));
  return period === null ? now : { ...now, value: period.first, until: period.last };
};

const withoutEvidence = (evidence: readonly Evidence[]): readonly Weaken[] =>
  evidence.map(
    (one): Weaken =>
      (now) =>
        now.type === 'measure' || now.type === 'judgement' || now.type === 'opinion'
          ? { ...now, evidence: now.evidence.filter((other) => other !== one) }
          : now,
  );
