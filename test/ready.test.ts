import { describe, expect, test } from 'vitest';
import { assess } from '../src/assess/assess.ts';
import { factsNamed } from '../src/model/condition.ts';
import type { Finding } from '../src/model/assessment.ts';
import type { FactId } from '../src/model/ids.ts';
import { isDueBy } from '../src/model/stage.ts';
import type { UseCase } from '../src/model/use-case.ts';
import { digestOf } from '../src/read/digest.ts';
import { type Fixture, fixtures } from './support/fixtures.ts';
import { loadRules } from './support/rules.ts';

const { compiled } = loadRules('rules');
const ready = fixtures(compiled).filter(({ expected }) => expected.verdict === 'ready');
const named = ready.map((fixture) => [fixture.useCase.id, fixture] as const);

const assessed = (useCase: UseCase, { asOf, expected }: Fixture, stage = expected.for) =>
  assess(useCase, compiled, asOf, stage);

/** The file without some of its answers, as it would be read: opinions about other answers are stale. */
function without(useCase: UseCase, gone: (fact: FactId) => boolean): UseCase {
  const answers = new Map([...useCase.answers].filter(([fact]) => !gone(fact)));
  const isSame = digestOf(useCase.catalogue, answers) === digestOf(useCase.catalogue, useCase.answers);
  return { ...useCase, answers, digest: isSame ? useCase.digest : 'another' };
}

/** What a reader can see: the result, and what stands on each line. */
function seen(useCase: UseCase, fixture: Fixture): string {
  const { verdict, tier, roles, start, end, stage, findings, questions, judgements } = assessed(useCase, fixture);
  const lines = findings.map(({ rule, condition, state, owedBy, from }) => [
    rule,
    condition?.text,
    state,
    owedBy,
    from,
  ]);
  const asked = questions.map(({ fact }) => fact);
  return JSON.stringify([verdict, tier, roles, start, end, stage, lines, asked, judgements.map(({ fact }) => fact)]);
}

/** A duty of the law that weighs and that nothing but this measure can satisfy. */
function hangsOn({ rule: id, state, severity, basis, owedBy }: Finding, fact: FactId): boolean {
  const rule = compiled.rules.get(id);
  const isOnlyWay = rule?.kind === 'duty' && rule.requires.kind === 'measure' && rule.requires.fact === fact;
  const weighs = basis === 'law' && owedBy === 'us' && (severity === 'blocker' || severity === 'major');
  return isOnlyWay && weighs && state === 'met';
}

const closing: ReadonlySet<string> = new Set([
  'screening.practices',
  'screening.areas',
  'screening.outputs',
  'lifecycle.start',
]);

/** What only duties demand that are due after the tender. */
const demanded = compiled.book.rules.flatMap((rule) =>
  rule.kind === 'duty' ? factsNamed(rule.requires).map((fact) => ({ fact, due: rule.due })) : [],
);
function comesAfterTender(fact: FactId): boolean {
  const duties = demanded.filter((one) => one.fact === fact);
  return duties.length > 0 && duties.every(({ due }) => !isDueBy(due, 'tender'));
}

test('ten use cases are complete down to evidence and come out ready', () => {
  expect(ready.length).toBeGreaterThanOrEqual(10);
});

describe.each(named)('%s', (_, fixture) => {
  const { useCase } = fixture;

  test('is not the same once any answer, measure or opinion is taken out', () => {
    const whole = seen(useCase, fixture);
    const isUnnoticed = (fact: FactId): boolean =>
      seen(
        without(useCase, (other) => other === fact),
        fixture,
      ) === whole;
    // What the profile says for other uses is of no matter here.
    const own = [...useCase.answers].filter(([, { at }]) => at.file === fixture.file).map(([fact]) => fact);
    expect(own.length).toBeGreaterThan(12);
    expect(own.filter(isUnnoticed)).toEqual([]);
  });

  test('is not ready once its start, a closed set or the only proof of a duty that weighs is taken out', () => {
    const { findings } = assessed(useCase, fixture);
    const weighing = [...useCase.answers.keys()].filter(
      (fact) => closing.has(fact) || findings.some((finding) => hangsOn(finding, fact)),
    );
    expect(weighing.length).toBeGreaterThan(5);
    const isReady = (fact: FactId): boolean =>
      assessed(
        without(useCase, (other) => other === fact),
        fixture,
      ).verdict === 'ready';
    expect(weighing.filter(isReady)).toEqual([]);
  });
});

const planned = named.filter(([, fixture]) => {
  const { start } = assessed(fixture.useCase, fixture);
  return start !== null && start > fixture.asOf;
});

describe('a use case that is still ahead', () => {
  test('there are at least five of them', () => {
    expect(planned.length).toBeGreaterThanOrEqual(5);
  });

  test.each(planned)('passes the tender without what comes later, and does not start without it: %s', (_, fixture) => {
    const { useCase } = fixture;
    const atTender = without(useCase, (fact) => {
      const given = useCase.answers.get(fact);
      const isWork = (given?.type === 'measure' && given.done === true) || given?.type === 'opinion';
      return isWork && comesAfterTender(fact);
    });
    expect(assessed(atTender, fixture, 'tender').verdict).toBe('ready');
    expect(assessed(atTender, fixture, 'start').verdict).not.toBe('ready');
  });
});
