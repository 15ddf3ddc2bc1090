import { describe, expect, test } from 'vitest';
import { check, checkOnly, claim, done, findingOf, planned } from './support/act.ts';

const secret = { 'screening.uses': '[rents-bikes, tracks-riders]', 'bike.secret': 'yes', 'judgements.rescue': 'no' };
const motor = { 'trike.has': '[motor]', 'trike.explodes': 'no', 'trike.fast': 'no', 'trike.built': 'no' };
const explodes = { ...motor, 'trike.explodes': 'yes' };
const open = { 'lifecycle.end': null };

describe('stop', () => {
  test('where a prohibition applies on the effective day', () => {
    expect(check(secret).verdict).toBe('stop');
  });

  test('where a prohibition without tier applies', () => {
    expect(check({ 'trike.has': '[horn]', 'trike.loud': 'yes' }).verdict).toBe('stop');
  });

  test('at every stage', () => {
    expect(
      (['tender', 'award', 'start', 'operation'] as const).map((stage) => check(secret, { for: stage }).verdict),
    ).toEqual(['stop', 'stop', 'stop', 'stop']);
  });

  test('where a published ban begins during the use, even on a day far ahead', () => {
    expect(check({ ...explodes, 'lifecycle.end': '2031-01-02' }).verdict).toBe('stop');
    expect(check({ ...explodes, ...open }).verdict).toBe('stop');
    expect(check({ ...explodes, 'lifecycle.end': 'unknown' }).verdict).toBe('stop');
  });

  test('not where the ban begins after the planned end', () => {
    const assessment = check({ ...explodes, 'lifecycle.end': '2030-12-31' });
    expect(findingOf(assessment, 'art-4-2').state).toBe('upcoming');
    expect(assessment.verdict).not.toBe('stop');
  });

  test('not where the ban may begin after the planned end, but where each of its days lies before it', () => {
    const tent = { 'trike.has': '[tent]', 'trike.converted': null }; // 2031-01-01 or 2032-01-01
    expect(check({ ...tent, 'lifecycle.end': '2031-06-30' }).verdict).toBe('clarify');
    expect(check({ ...tent, 'lifecycle.end': '2032-06-30' }).verdict).toBe('stop');
    expect(check({ ...tent, 'lifecycle.end': '2030-12-31' }).verdict).toBe('ready');
  });

  test('also where the planned end has passed and the use still runs: a plan that is out of date is no end', () => {
    const running = { 'lifecycle.stage': 'operation', 'lifecycle.start': '2029-09-01', 'lifecycle.end': '2030-06-30' };
    expect(check({ ...explodes, ...running }).verdict).toBe('stop');
  });

  test('not where the ban is not published on the as-of day', () => {
    const early = { 'lifecycle.start': '2029-01-15', ...open };
    expect(check({ ...explodes, ...early }, { asOf: '2029-01-31' }).verdict).not.toBe('stop');
    expect(check({ ...explodes, ...early }, { asOf: '2029-02-01' }).verdict).toBe('stop');
  });

  test('not where the prohibition is only possible', () => {
    expect(check({ ...secret, 'judgements.rescue': null }).verdict).toBe('clarify');
    expect(check({ ...secret, 'bike.secret': null, 'judgements.rescue': null }).verdict).toBe('clarify');
  });
});

describe('not-ready', () => {
  test.each([
    ['a major duty', { 'measures.bell': 'no' }, undefined],
    ['a blocker duty', { 'measures.training': 'no' }, 'operation'],
  ] as const)('where %s that counts is unmet', (_case, changes, stage) => {
    expect(check(changes, stage === undefined ? {} : { for: stage }).verdict).toBe('not-ready');
  });

  test('not where the unmet duty is minor', () => {
    const assessment = check({ 'trike.has': '[stickers]', 'measures.trim': 'no' });
    expect(findingOf(assessment, 'art-5-5').state).toBe('unmet');
    expect(assessment.verdict).toBe('ready');
  });
});

describe('clarify', () => {
  test.each([
    ['a duty that counts is open', { 'measures.bell': null }],
    ['the start is unknown', { 'lifecycle.start': null }],
    [
      'the tier could be above transparency',
      { 'bike.kind': 'cargo', 'bike.refuses': null, 'measures.register': done() },
    ],
    ['the tier could be prohibited', { ...motor, 'trike.explodes': null }],
    ['a duty is open for its date', { 'trike.has': '[roof]', 'measures.trim': 'no' }],
  ])('where %s', (_case, changes) => {
    expect(check(changes).verdict).toBe('clarify');
  });

  test('says whether the tier keeps it from being ready', () => {
    const unsettled = { 'bike.kind': 'cargo', 'bike.refuses': null, 'measures.register': done() };
    expect(check(unsettled)).toMatchObject({ verdict: 'clarify', tierUnsettled: true });
    expect(check({ 'measures.bell': null })).toMatchObject({ verdict: 'clarify', tierUnsettled: false });
  });

  test('of a file that says nothing', () => {
    expect(checkOnly({}).verdict).toBe('clarify');
  });
});

describe('ready', () => {
  test('where everything is answered and done', () => {
    expect(check()).toMatchObject({ verdict: 'ready', lawVerdict: 'ready', waived: 0 });
  });

  test('where the tier is open but cannot be above transparency', () => {
    const assessment = check({ 'judgements.toy': null });
    expect(assessment.tier).toMatchObject({ lowest: 'out-of-scope', highest: 'transparency' });
    expect(assessment.verdict).toBe('ready');
  });

  test('with what does not count open', () => {
    expect(check({ 'trike.has': '[stickers]' }).verdict).toBe('ready');
  });
});

test('the worst counts: a stop beside unmet and open duties is a stop', () => {
  expect(check({ ...secret, 'measures.bell': 'no', 'lifecycle.start': null }).verdict).toBe('stop');
  expect(check({ 'measures.bell': 'no', 'lifecycle.start': null }).verdict).toBe('not-ready');
});

describe('stages', () => {
  const untrained = { 'measures.training': 'no' }; // due for operation

  test('what is due later is listed with its own state and does not count', () => {
    const assessment = check(untrained);
    expect(assessment.for).toBe('start');
    expect(findingOf(assessment, 'art-5-2')).toMatchObject({ state: 'unmet', due: 'operation', weight: null });
    expect(assessment.verdict).toBe('ready');
  });

  test('what was due before still counts', () => {
    const noSeal = { 'trike.has': '[seal]', 'bike.brakes-tested': 'no' };
    expect(check(noSeal, { for: 'tender' }).verdict).toBe('not-ready');
    expect(check(noSeal, { for: 'start' }).verdict).toBe('not-ready');
  });

  test.each([
    ['idea', 'tender', 'ready'],
    ['tender', 'award', 'ready'],
    ['award', 'start', 'ready'],
    ['start', 'operation', 'not-ready'],
    ['operation', 'operation', 'not-ready'],
  ] as const)('in the stage %s the check is for %s: %s', (stage, forStage, verdict) => {
    expect(check({ ...untrained, 'lifecycle.stage': stage })).toMatchObject({ stage, for: forStage, verdict });
  });

  test('--for names the stage instead', () => {
    expect(check(untrained, { for: 'operation' })).toMatchObject({
      stage: 'award',
      for: 'operation',
      verdict: 'not-ready',
    });
    expect(check({ 'measures.bell': 'no' }, { for: 'tender' })).toMatchObject({ for: 'tender', verdict: 'ready' });
  });

  test('of an unknown stage the worst verdict of all counts', () => {
    for (const stage of [null, 'unknown']) {
      expect(check({ ...untrained, 'lifecycle.stage': stage })).toMatchObject({
        stage: null,
        for: null,
        verdict: 'not-ready',
      });
      expect(check({ 'measures.bell': 'no', 'lifecycle.stage': stage }).verdict).toBe('not-ready');
      expect(check({ 'lifecycle.stage': stage }).verdict).toBe('ready');
    }
  });

  test('of an unknown stage each finding has its worst weight', () => {
    const assessment = check({ ...untrained, 'lifecycle.stage': null });
    expect(findingOf(assessment, 'art-5-2').weight).toBe('not-ready');
    expect(findingOf(assessment, 'art-5-1').weight).toBeNull();
  });

  test('of an unknown stage a missing clause of the tender counts as well', () => {
    const helmets = { 'trike.has': '[helmet]', 'measures.helmets': planned('2031-06-01'), ...open };
    expect(check(helmets, { for: 'start' }).verdict).toBe('ready');
    expect(check({ ...helmets, 'lifecycle.stage': null }).verdict).toBe('clarify');
    expect(check({ ...helmets, 'lifecycle.stage': null, 'procurement.clauses': '[K-BIKE-05-03]' }).verdict).toBe(
      'ready',
    );
  });
});

const awning = (on: string) => check({ 'trike.has': '[awning]', 'measures.trim': planned(on), ...open }).verdict; // 2031 or 2032

describe('a duty that begins during the use has to be secured', () => {
  const helmets = { 'trike.has': '[helmet]', 'lifecycle.end': '2032-12-31' }; // from 2032-01-01
  const verdictOf = (
    changes: Parameters<typeof check>[0],
    stage: 'tender' | 'award' | 'start' | 'operation' = 'start',
  ) => check({ ...helmets, ...changes }, { for: stage }).verdict;

  test('by a plan dated before its day', () => {
    expect(verdictOf({})).toBe('clarify');
    expect(verdictOf({ 'measures.helmets': 'no' })).toBe('clarify');
    expect(verdictOf({ 'measures.helmets': planned('2031-12-31') })).toBe('ready');
    expect(verdictOf({ 'measures.helmets': planned('2032-01-01') })).toBe('clarify');
    expect(verdictOf({ 'measures.helmets': '{ done: no, planned: { by: Amt, on: 2031-12-31 } }' })).toBe('ready');
  });

  test('an unknown end is no end', () => {
    expect(verdictOf({ 'lifecycle.end': null })).toBe('clarify');
    expect(verdictOf({ 'lifecycle.end': 'unknown' })).toBe('clarify');
  });

  test('a duty that begins after the planned end stays upcoming and needs no securing', () => {
    const before = check({ ...helmets, 'lifecycle.end': '2031-12-31' });
    expect(findingOf(before, 'art-5-7')).toMatchObject({ state: 'upcoming', weight: null });
    expect(before.verdict).toBe('ready');
  });

  test('at tender and award also by the clause that the rule names', () => {
    const plan = { 'measures.helmets': planned('2031-06-01') };
    const clause = { ...plan, 'procurement.clauses': '[K-BIKE-05-03]' };
    expect((['tender', 'award', 'start', 'operation'] as const).map((stage) => verdictOf(plan, stage))).toEqual([
      'clarify',
      'clarify',
      'ready',
      'ready',
    ]);
    expect((['tender', 'award'] as const).map((stage) => verdictOf(clause, stage))).toEqual(['ready', 'ready']);
    expect(verdictOf({ 'procurement.clauses': '[K-BIKE-05-03]' }, 'tender')).toBe('clarify');
    expect(verdictOf({ ...plan, 'procurement.clauses': '[K-BIKE-05-01]' }, 'tender')).toBe('clarify');
  });

  test('by a plan before the earliest of the days possible', () => {
    expect(awning('2030-12-31')).toBe('ready');
    expect(awning('2031-06-01')).toBe('clarify');
  });

  test('where every measure of several is planned or done', () => {
    // Of an old model the duties begin in 2033; this one needs trained staff and tested brakes.
    const old = {
      'bike.on-market-since': '2028-01-01',
      'bike.unchanged': '{ value: yes, confirmed-on: 2030-05-01 }',
      'measures.training': planned('2031-01-01'),
      ...open,
    };
    expect(check({ ...old, 'bike.brakes-tested': 'yes' }).verdict).toBe('ready');
    expect(check({ ...old, 'bike.brakes-tested': 'no' }).verdict).toBe('clarify');
    expect(check({ ...old, 'bike.brakes-tested': null }).verdict).toBe('clarify');
  });

  test('also while it is open since when it applies, at a stage by which it is not due', () => {
    const roof = { 'trike.has': '[roof]', 'measures.trim': 'no' };
    expect(check(roof, { for: 'tender' }).verdict).toBe('clarify');
    expect(findingOf(check(roof, { for: 'tender' }), 'art-6-1').state).toBe('open');
  });

  test('also while it is open whether it applies', () => {
    const unsure = { 'trike.has': '[helmet?]', 'lifecycle.end': '2032-12-31' };
    expect(check(unsure).verdict).toBe('clarify');
    expect(check({ ...unsure, 'measures.helmets': planned('2031-06-01') }).verdict).toBe('ready');
  });
});

describe('what others owe', () => {
  const lockless = { ...motor, 'measures.lock': 'no' };

  test('is listed as theirs and does not count', () => {
    const assessment = check(lockless);
    expect(findingOf(assessment, 'art-5-3')).toMatchObject({ state: 'unmet', owedBy: 'other', weight: null });
    expect(assessment.verdict).toBe('ready');
  });

  test('counts like ours while it is unclear who owes it', () => {
    const assessment = check({ ...lockless, 'trike.built': null });
    expect(findingOf(assessment, 'art-5-3')).toMatchObject({ owedBy: 'unclear', weight: 'not-ready' });
    expect(assessment.verdict).toBe('not-ready');
  });

  test('counts where we have that role as well', () => {
    expect(check({ ...lockless, 'trike.built': 'yes' }).verdict).toBe('not-ready');
  });
});

describe('policy', () => {
  const flag = { 'trike.has': '[flag]', 'trike.ugly': 'no', 'measures.trim': 'no' };

  test('counts at most as clarify, and the verdict of the law stands beside it', () => {
    expect(check(flag)).toMatchObject({ verdict: 'clarify', lawVerdict: 'ready' });
    expect(findingOf(check(flag), 'art-5-6')).toMatchObject({ state: 'unmet', weight: 'clarify' });
  });

  test('never stops, even as a prohibition', () => {
    const ugly = check({ ...flag, 'trike.ugly': 'yes', 'measures.trim': done() });
    expect(findingOf(ugly, 'art-4-4').state).toBe('unmet');
    expect(ugly).toMatchObject({ verdict: 'clarify', lawVerdict: 'ready' });
  });

  test('does not soften what the law says', () => {
    expect(check({ ...flag, 'measures.bell': 'no' })).toMatchObject({ verdict: 'not-ready', lawVerdict: 'not-ready' });
  });

  test('leaves the verdict of the law unclear where the law is', () => {
    expect(check({ ...flag, 'lifecycle.start': null })).toMatchObject({ verdict: 'clarify', lawVerdict: 'clarify' });
  });
});

test('out of scope by a recorded judgement, a use is ready although it would be prohibited', () => {
  expect(check({ ...secret, 'judgements.toy': claim() }).verdict).toBe('ready');
});
