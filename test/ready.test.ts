import { describe, expect, test } from 'vitest';
import { assess } from '../src/assess/assess.ts';
import { factsNamed } from '../src/model/condition.ts';
import type { FactId } from '../src/model/ids.ts';
import { isDueBy } from '../src/model/stage.ts';
import type { UseCase } from '../src/model/use-case.ts';
import { type Fixture, fixtures } from './support/fixtures.ts';
import { loadRules } from './support/rules.ts';

const { compiled } = loadRules('rules');
const ready = fixtures(compiled).filter(({ expected }) => expected.verdict === 'ready');
const named = ready.map((fixture) => [fixture.useCase.id, fixture] as const);

const verdictOf = (useCase: UseCase, { asOf, expected }: Fixture, stage = expected.for) =>
  assess(useCase, compiled, asOf, stage).verdict;

/** The digest stays: an opinion that has become stale would notice everything. */
function without(useCase: UseCase, gone: (fact: FactId) => boolean): UseCase {
  return { ...useCase, answers: new Map([...useCase.answers].filter(([fact]) => !gone(fact))) };
}

/** What only duties demand that are due after the tender. */
const demanded = compiled.book.rules.flatMap((rule) =>
  rule.kind === 'duty' ? factsNamed(rule.requires).map((fact) => ({ fact, due: rule.due })) : [],
);
function isLater(fact: FactId, stage: 'tender'): boolean {
  const duties = demanded.filter((one) => one.fact === fact);
  return duties.length > 0 && duties.every(({ due }) => !isDueBy(due, stage));
}

test('ten use cases are complete down to evidence and come out ready', () => {
  expect(ready.length).toBeGreaterThanOrEqual(10);
});

describe.each(named)('%s', (_, fixture) => {
  const { useCase } = fixture;

  test('is not ready once any answer, measure or opinion is taken out', () => {
    const unnoticed = [...useCase.answers.keys()].filter(
      (fact) =>
        verdictOf(
          without(useCase, (other) => other === fact),
          fixture,
        ) === 'ready',
    );
    expect(unnoticed).toEqual([]);
  });

  test('passes the tender without what comes later, and does not start without it', () => {
    const atTender = without(useCase, (fact) => {
      const given = useCase.answers.get(fact);
      return (given?.type === 'measure' || given?.type === 'opinion') && isLater(fact, 'tender');
    });
    expect(verdictOf(atTender, fixture, 'tender')).toBe('ready');
    expect(verdictOf(atTender, fixture, 'start')).not.toBe('ready');
  });
});
