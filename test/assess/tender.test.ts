import { describe, expect, test } from 'vitest';
import { fails } from '../../src/cli/gate.ts';
import { type Answers, check, findingOf } from './support/act.ts';

const tender = { 'lifecycle.stage': 'idea' };
const seal = { ...tender, 'trike.has': '[seal]' };
const motor = { ...tender, 'trike.has': '[motor]', 'trike.explodes': 'no', 'trike.fast': 'no', 'trike.built': 'no' };
const clause = (id: string): Answers => ({ 'procurement.clauses': `[${id}]` });

describe('what the tender demands of the supplier as a binding statement', () => {
  test.each([
    ['open', null, 'open'],
    ['said to be unknown', 'unknown', 'open'],
    ['answered otherwise already', 'no', 'unmet'],
  ] as const)('counts as answered so while it is %s, and the state stays', (_case, text, state) => {
    const assessment = check({ ...seal, 'bike.brakes-tested': text, ...clause('K-BIKE-05-02') });
    expect(assessment.for).toBe('tender');
    expect(assessment.verdict).toBe('ready');
    expect(findingOf(assessment, 'art-5-4')).toMatchObject({ state, weight: null });
  });

  test('counts as it was answered without the clause, or with another', () => {
    for (const other of [{}, clause('K-BIKE-05-01')]) {
      expect(check({ ...seal, 'bike.brakes-tested': null, ...other }).verdict).toBe('clarify');
      expect(check({ ...seal, 'bike.brakes-tested': 'no', ...other }).verdict).toBe('not-ready');
    }
  });

  test('has to be answered at the award', () => {
    const demanded = { ...seal, ...clause('K-BIKE-05-02'), 'lifecycle.stage': 'tender' };
    expect(check({ ...demanded, 'bike.brakes-tested': null })).toMatchObject({ for: 'award', verdict: 'clarify' });
    expect(check({ ...demanded, 'bike.brakes-tested': 'no' }).verdict).toBe('not-ready');
    expect(check({ ...demanded, 'bike.brakes-tested': 'yes' }).verdict).toBe('ready');
  });

  test('counts at the award even where the stage is unknown', () => {
    const demanded = { ...seal, ...clause('K-BIKE-05-02'), 'lifecycle.stage': null };
    expect(check({ ...demanded, 'bike.brakes-tested': null }).verdict).toBe('clarify');
  });

  test('does not make the gate fail as a duty that is open', () => {
    const assessment = check({ ...seal, 'bike.brakes-tested': null, ...clause('K-BIKE-05-02') });
    expect(fails(assessment, 'clarify')).toBe(false);
    expect(fails(assessment, 'not-ready')).toBe(false);
  });
});

describe('the tier at the tender', () => {
  test('may be open for a supplier fact that is demanded', () => {
    const assessment = check({ ...motor, 'trike.fast': null, ...clause('K-BIKE-03-01') });
    expect(assessment.tier).toMatchObject({ lowest: 'transparency', highest: 'high-risk' });
    expect(assessment).toMatchObject({ verdict: 'ready', tierUnsettled: false });
  });

  test('may not be open without the demand', () => {
    expect(check({ ...motor, 'trike.fast': null })).toMatchObject({ verdict: 'clarify', tierUnsettled: true });
  });

  test('may not be open for another reason', () => {
    const cargo = { 'bike.kind': 'cargo', 'bike.refuses': null };
    expect(check({ ...motor, ...cargo, 'trike.fast': null, ...clause('K-BIKE-03-01') }).verdict).toBe('clarify');
  });

  test('has to be settled at the award', () => {
    const demanded = { ...motor, 'trike.fast': null, ...clause('K-BIKE-03-01') };
    expect(check(demanded, { for: 'award' })).toMatchObject({ verdict: 'clarify', tierUnsettled: true });
  });
});

describe('a prohibition is never handled by a clause', () => {
  test('where it is certain', () => {
    const assessment = check({ ...motor, 'trike.explodes': 'yes', ...clause('K-BIKE-04-02') });
    expect(findingOf(assessment, 'art-4-2').state).toBe('upcoming');
    expect(assessment.verdict).toBe('stop');
  });

  test('where it is possible: the gate fails at every level', () => {
    const assessment = check({ ...motor, 'trike.explodes': null, ...clause('K-BIKE-04-02') });
    expect(assessment.verdict).toBe('clarify');
    expect((['clarify', 'not-ready', 'stop'] as const).map((level) => fails(assessment, level))).toEqual([
      true,
      true,
      true,
    ]);
  });
});
