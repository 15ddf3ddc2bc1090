import { describe, expect, test } from 'vitest';
import { askedFacts, check, checkOnly, claim, classifiedAs, findingOf, planned } from './support/act.ts';

const cargo = { 'bike.kind': 'cargo', 'bike.refuses': 'yes' };
const box = { 'trike.has': '[box]', 'trike.carries-children': 'yes' };
const fast = { 'trike.has': '[motor]', 'trike.explodes': 'no', 'trike.fast': 'yes', 'trike.built': 'no' };

describe('the tier is an interval of what the answers allow', () => {
  test('settled: both ends are one, and nothing decides', () => {
    expect(check().tier).toMatchObject({ lowest: 'transparency', highest: 'transparency', decisive: [] });
  });

  test('an open provision raises only the highest end', () => {
    const { tier } = check({ ...cargo, 'bike.refuses': null });
    expect(tier).toMatchObject({ lowest: 'transparency', highest: 'high-risk', decisive: [['bike.refuses']] });
  });

  test('what is open below a tier that is certain decides nothing', () => {
    const { tier } = check({ ...cargo, 'trike.has': '[box]', 'trike.carries-children': null });
    expect(tier).toMatchObject({ lowest: 'high-risk', highest: 'high-risk', decisive: [] });
  });

  test('without any hit the tier is minimal', () => {
    const { tier } = check({
      'screening.uses': '[]',
      'screening.confirmed': '{ by: Amt, on: 2030-07-01 }',
      'bike.kind': null,
      'bike.refuses': null,
    });
    expect(tier).toMatchObject({ lowest: 'minimal', highest: 'minimal', from: null });
  });

  test('each provision that could raise it has the questions to ask next, the worst first', () => {
    const { tier } = check({
      'screening.uses': '[rents-bikes, tracks-riders]',
      'bike.secret': null,
      'bike.kind': null,
      'bike.refuses': null,
    });
    expect(tier.decisive).toEqual([['bike.secret'], ['bike.refuses']]);
  });

  test('two provisions with the same questions make one set', () => {
    expect(check({ 'trike.has': null }).tier.decisive).toEqual([['trike.has']]);
  });
});

describe('what is asked to settle the tier', () => {
  test('while a set is unknown only the set is asked, none of its details', () => {
    expect(new Set(checkOnly({ 'judgements.toy': 'no' }).tier.decisive.flat())).toEqual(
      new Set(['screening.uses', 'organisation.brings', 'trike.has']),
    );
  });

  test('an unsure member opens its details, and the set is asked no more for them', () => {
    const { tier } = check({ 'screening.uses': '[rents-bikes, tracks-riders?]' });
    expect(tier.decisive).toEqual([['bike.secret']]);
  });

  test('an exception is asked only once the rest holds', () => {
    const tracked = { 'screening.uses': '[rents-bikes, tracks-riders]' };
    expect(check({ ...tracked, 'bike.secret': null }).tier.decisive).toEqual([['bike.secret']]);
    expect(check({ ...tracked, 'bike.secret': 'yes' }).tier.decisive).toEqual([['judgements.rescue']]);
  });

  test('what lifts a tier is asked only once the provision is hit', () => {
    expect(check({ ...box, 'trike.carries-children': null }).tier.decisive).toEqual([['trike.carries-children']]);
    expect(check(box).tier.decisive).toEqual([['judgements.short-way']]);
  });
});

describe('duties of several tiers add up', () => {
  test('in the higher tier the duty of the lower one still counts', () => {
    const assessment = check({ ...cargo, 'measures.bell': 'no', 'measures.register': 'no' });
    expect(assessment.tier).toMatchObject({ lowest: 'high-risk', highest: 'high-risk' });
    expect(findingOf(assessment, 'art-5-1').state).toBe('unmet');
    expect(findingOf(assessment, 'art-5-9').state).toBe('unmet');
  });

  test('a prohibited use has the duties of what else it is', () => {
    const assessment = check({
      ...cargo,
      'screening.uses': '[rents-bikes, tracks-riders]',
      'bike.secret': 'yes',
      'judgements.rescue': 'no',
      'measures.register': 'no',
    });
    expect(assessment.tier.lowest).toBe('prohibited');
    expect(findingOf(assessment, 'art-5-9').state).toBe('unmet');
  });
});

const byMaker = (role: string) => claim({ role });

describe('a provision whose tier another one lifts', () => {
  test('is hit and visible, and gives no tier', () => {
    const assessment = check({ ...box, 'judgements.short-way': byMaker('supplier') });
    expect(classifiedAs(assessment, 'art-3-1-b')).toMatchObject({ truth: 'true', lifted: 'true' });
    expect(assessment.tier).toMatchObject({ lowest: 'transparency', highest: 'transparency' });
    expect(findingOf(assessment, 'art-5-9').state).toBe('not-applicable');
  });

  test('keeps its tier when nobody claims the lifting', () => {
    const assessment = check({ ...box, 'judgements.short-way': 'no' });
    expect(classifiedAs(assessment, 'art-3-1-b')).toMatchObject({ truth: 'true', lifted: 'false' });
    expect(assessment.tier).toMatchObject({ lowest: 'high-risk', highest: 'high-risk' });
  });

  test.each([
    ['nobody said', null],
    ['somebody said so who may not judge', byMaker('project-lead')],
    ['it was said without evidence', claim({ role: 'supplier', evidence: null })],
  ])('leaves the tier open while %s', (_case, text) => {
    const assessment = check({ ...box, 'judgements.short-way': text });
    expect(classifiedAs(assessment, 'art-3-1-b')).toMatchObject({ truth: 'true', lifted: 'unknown' });
    expect(assessment.tier).toMatchObject({ lowest: 'transparency', highest: 'high-risk' });
  });
});

describe('a hit whose exception is unknown', () => {
  test('is told as "high-risk unless"', () => {
    const assessment = check(fast);
    expect(classifiedAs(assessment, 'art-3-1-c')).toMatchObject({
      truth: 'unknown',
      unless: true,
      asks: ['judgements.test-track'],
    });
    expect(assessment.tier).toMatchObject({ lowest: 'transparency', highest: 'high-risk' });
  });

  test('is not told so where the hit itself is open, or the exception is settled', () => {
    expect(classifiedAs(check({ ...fast, 'trike.fast': null }), 'art-3-1-c').unless).toBe(false);
    expect(classifiedAs(check({ ...fast, 'judgements.test-track': 'no' }), 'art-3-1-c')).toMatchObject({
      truth: 'true',
      unless: false,
    });
    expect(classifiedAs(check({ ...fast, 'judgements.test-track': claim() }), 'art-3-1-c')).toMatchObject({
      truth: 'false',
      unless: false,
    });
  });
});

test('a use that the law does not permit is a prohibition of its own and leaves the tier as it is', () => {
  const assessment = check({ 'trike.has': '[horn]', 'trike.loud': 'yes' });
  expect(findingOf(assessment, 'art-4-3').state).toBe('unmet');
  expect(assessment.tier).toMatchObject({ lowest: 'transparency', highest: 'transparency' });
});

describe('the days from which the tier counts', () => {
  test('are one day when no answer can change it', () => {
    expect(check(cargo).tier.from).toEqual({ earliest: '2030-07-01', latest: '2030-07-01' });
  });

  test('are all that are possible while the age of the model is open', () => {
    expect(check({ ...cargo, 'bike.on-market-since': null }).tier.from).toEqual({
      earliest: '2030-07-01',
      latest: '2033-01-01',
    });
  });

  test('come with the first of several provisions that give it', () => {
    // The basket gives the same tier from 2032 on.
    expect(check({ ...cargo, 'trike.has': '[basket]' }).tier.from).toEqual({
      earliest: '2030-07-01',
      latest: '2030-07-01',
    });
  });

  test('may lie ahead, and the tier is not lower for that', () => {
    const explodes = { 'trike.has': '[motor]', 'trike.explodes': 'yes', 'trike.fast': 'no', 'trike.built': 'no' };
    expect(check(explodes).tier).toMatchObject({
      lowest: 'prohibited',
      highest: 'prohibited',
      from: { earliest: '2031-01-01', latest: '2031-01-01' },
    });
    const old = { 'bike.on-market-since': '2028-05-01', 'bike.unchanged': '{ value: yes, confirmed-on: 2030-05-01 }' };
    expect(check({ ...cargo, ...old }).tier).toMatchObject({
      lowest: 'high-risk',
      from: { earliest: '2033-01-01', latest: '2033-01-01' },
    });
  });

  test('of an open tier are those of what could raise it', () => {
    const { tier } = check({ 'trike.has': '[motor]', 'trike.explodes': null, 'trike.fast': 'no', 'trike.built': 'no' });
    expect(tier).toMatchObject({
      lowest: 'transparency',
      highest: 'prohibited',
      from: { earliest: '2031-01-01', latest: '2031-01-01' },
    });
  });
});

const fromOf = (asOf: string) => findingOf(check({}, { asOf }), 'art-5-1').from;

describe('an act that is not published by the as-of day', () => {
  const explodes = {
    'trike.has': '[motor, helmet]',
    'trike.explodes': 'yes',
    'trike.fast': 'no',
    'trike.built': 'no',
    'measures.helmets': planned('2031-01-01'),
    'lifecycle.start': '2029-01-20',
  };

  test('is not known: no tier, no prohibition, no duty', () => {
    const before = check(explodes, { asOf: '2029-01-31' });
    expect(before.tier.highest).toBe('transparency');
    expect(before.classification.map(({ rule }) => rule)).not.toContain('bike-act.art-4-2');
    expect(before.findings.map(({ rule }) => rule)).not.toContain('bike-act.art-4-2');
    expect(before.findings.map(({ rule }) => rule)).not.toContain('bike-act.art-5-7');
  });

  test('is known from the day of publication on, long before it applies', () => {
    const after = check(explodes, { asOf: '2029-02-01' });
    expect(after.tier.lowest).toBe('prohibited');
    expect(findingOf(after, 'art-4-2').state).toBe('upcoming');
    expect(findingOf(after, 'art-5-7').state).toBe('upcoming');
  });

  test('gives no tier that a duty could rest on', () => {
    const basket = { 'trike.has': '[basket]', 'measures.register': 'no', 'lifecycle.start': '2029-01-20' };
    expect(findingOf(check(basket, { asOf: '2029-01-31' }), 'art-5-9').state).toBe('not-applicable');
    expect(findingOf(check(basket, { asOf: '2029-02-01' }), 'art-5-9').state).toBe('upcoming');
  });

  test('moves a day only once it is published', () => {
    expect(fromOf('2029-01-31')).toEqual({ earliest: '2029-07-01', latest: '2029-07-01' });
    expect(fromOf('2029-02-01')).toEqual({ earliest: '2030-07-01', latest: '2030-07-01' });
  });
});

test('a detail is not asked where its set has denied it', () => {
  expect(askedFacts(check({ 'bike.on-market-since': null }))).not.toContain('bike.secret');
});
