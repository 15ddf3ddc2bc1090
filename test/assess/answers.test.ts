import { describe, expect, test } from 'vitest';
import {
  type Answers,
  check,
  claim,
  classifiedAs,
  done,
  findingOf,
  planned,
  questionOn,
  truthOf,
} from './support/act.ts';

const uses = (text: string | null, more: Answers = {}) =>
  check({ 'screening.uses': text, 'bike.kind': null, 'bike.refuses': null, ...more });

describe('a given set answers for all its members', () => {
  test('what it does not name is denied', () => {
    const assessment = check({ 'screening.uses': '[tracks-riders]', 'bike.kind': null, 'bike.refuses': null });
    expect(truthOf(assessment, 'art-2-1')).toBe('false');
    expect(truthOf(assessment, 'art-3-1-d')).toBe('false');
  });

  test('a member with a question mark is unknown, and the rest is still denied', () => {
    const assessment = uses('[rents-bikes?]');
    expect(truthOf(assessment, 'art-2-1')).toBe('unknown');
    expect(truthOf(assessment, 'art-3-1-d')).toBe('false');
    expect(questionOn(assessment, 'screening.uses').why).toBe('member-unsure');
  });

  test('an unsure member leaves open whether there is any; a sure one beside it settles that', () => {
    expect(truthOf(uses('[tracks-riders?]'), 'art-3-2')).toBe('unknown');
    expect(truthOf(uses('[tracks-riders?, rents-bikes]'), 'art-3-2')).toBe('true');
  });

  test('an answer that somebody gives only after the as-of day does not count yet, and the reason says so', () => {
    const assessment = uses('{ value: [tracks-riders], by: Rad GmbH, on: 2030-08-02 }');
    expect(truthOf(assessment, 'art-2-1')).toBe('unknown');
    expect(questionOn(assessment, 'screening.uses').why).toBe('too-early');
    expect(truthOf(uses('{ value: [tracks-riders], by: Rad GmbH, on: 2030-08-01 }'), 'art-2-1')).toBe('false');
  });

  test.each([
    ['nobody answered', null, 'silent'],
    ['the file says unknown', 'unknown', 'said-so'],
    ['it is empty and nobody confirmed that', '[]', 'unconfirmed'],
  ] as const)('it is unknown where %s', (_case, text, why) => {
    const assessment = uses(text);
    expect(truthOf(assessment, 'art-2-1')).toBe('unknown');
    expect(truthOf(assessment, 'art-3-2')).toBe('unknown');
    expect(questionOn(assessment, 'screening.uses').why).toBe(why);
  });

  test('an empty screening set denies everything once somebody confirmed it', () => {
    const assessment = uses('[]', { 'screening.confirmed': '{ by: Amt, on: 2030-08-01 }' });
    expect(truthOf(assessment, 'art-2-1')).toBe('false');
    expect(truthOf(assessment, 'art-3-2')).toBe('false');
  });

  test('a confirmation from after the as-of day does not count yet, and the reason says so', () => {
    const assessment = uses('[]', { 'screening.confirmed': '{ by: Amt, on: 2030-08-02 }' });
    expect(truthOf(assessment, 'art-3-2')).toBe('unknown');
    expect(questionOn(assessment, 'screening.uses').why).toBe('too-early');
  });

  test('a set that needs no confirmation denies everything when it is empty', () => {
    expect(truthOf(check({ 'organisation.brings': '[]', 'screening.uses': '[tracks-riders]' }), 'art-2-1')).toBe(
      'false',
    );
    expect(truthOf(check({ 'organisation.brings': null, 'screening.uses': '[tracks-riders]' }), 'art-2-1')).toBe(
      'unknown',
    );
  });
});

describe('a member that was added to the catalogue after the answer', () => {
  const old = { catalogue: '2030-01' };

  test('is unknown, while the members of that time stay denied', () => {
    const assessment = check({}, old);
    expect(truthOf(assessment, 'art-3-1-d')).toBe('unknown');
    expect(truthOf(assessment, 'art-4-1')).toBe('false');
    expect(questionOn(assessment, 'screening.uses').why).toBe('newer-member');
  });

  test('leaves open whether an empty set is empty', () => {
    const empty = {
      'screening.uses': '[]',
      'screening.confirmed': '{ by: Amt, on: 2030-07-01 }',
      'bike.kind': null,
      'bike.refuses': null,
    };
    expect(truthOf(check(empty, old), 'art-3-2')).toBe('unknown');
    expect(truthOf(check(empty), 'art-3-2')).toBe('false');
  });

  test('is denied by who answered the newer version', () => {
    expect(truthOf(check({}, { catalogue: '2030-07' }), 'art-3-1-d')).toBe('false');
  });

  test('is not among what the report repeats as denied', () => {
    expect(check({}, old).denials.map(({ options }) => options)).toEqual([['tracks-riders']]);
  });
});

const two = (converted: string | null, repainted: string | null, brings: string | null) =>
  truthOf(
    check({ 'trike.converted': converted, 'trike.repainted': repainted, 'organisation.brings': brings }),
    'art-9-9',
  );

const soldAgainstOpenDay = (converted: string | null) =>
  truthOf(check({ 'bike.on-market-since': '2030-06-01', 'trike.converted': converted }), 'art-9-8');

describe('plain answers', () => {
  test.each([
    ['cargo', 'true'],
    ['city', 'false'],
    ['unknown', 'unknown'],
    [null, 'unknown'],
  ] as const)('a choice of %s makes the cargo bike %s', (text, expected) => {
    expect(truthOf(check({ 'bike.kind': text }), 'art-9-10')).toBe(expected);
  });

  test.each([
    ['2030-12-31', 'true'],
    ['2031-01-01', 'false'],
    ['unknown', 'unknown'],
    [null, 'unknown'],
  ] as const)('%s lies before 1 January 2031: %s', (text, expected) => {
    expect(truthOf(check({ 'trike.has': '[motor]', 'trike.first-ride': text }), 'art-9-4')).toBe(expected);
  });

  test('a comparison with a day that is open is unknown, unless it comes out alike for all days possible', () => {
    expect(soldAgainstOpenDay('yes')).toBe('true');
    expect(soldAgainstOpenDay('no')).toBe('false');
    expect(soldAgainstOpenDay(null)).toBe('unknown');
    expect(truthOf(check({ 'bike.on-market-since': '2029-12-31', 'trike.converted': null }), 'art-9-8')).toBe('true');
  });

  test.each([
    ['2029', 'no', 'true'],
    ['2029-12', 'no', 'true'],
    ['2030', 'no', 'false'],
    ['2030-01', 'no', 'false'],
    ['2029', 'yes', 'true'],
    ['2029', null, 'true'],
    ['2030-06', null, 'unknown'],
  ] as const)('sold in %s, converted: %s, it was sold before the day: %s', (sold, converted, expected) => {
    expect(truthOf(check({ 'bike.on-market-since': sold, 'trike.converted': converted }), 'art-9-8')).toBe(expected);
  });

  test('at least two of three is settled as soon as two are, whatever the third', () => {
    expect(two('yes', null, '[scooters]')).toBe('true');
    expect(two('no', null, '[]')).toBe('false');
    expect(two('yes', null, '[]')).toBe('unknown');
  });
});

const withBell = (text: string | null, fileExists = true) => check({ 'measures.bell': text }, { fileExists });

const whyBellIsOpen = (text: string | null, fileExists?: boolean) =>
  questionOn(withBell(text, fileExists), 'measures.bell').why;

const stateOfBell = (text: string | null, fileExists?: boolean) =>
  findingOf(withBell(text, fileExists), 'art-5-1').state;

describe('a measure', () => {
  const inFile = '{ done: yes, evidence: { file: bell.pdf, on: 2030-05-01, by: Amt } }';

  test('counts with valid evidence, from the day that the evidence is dated', () => {
    expect(stateOfBell(done('2030-08-01'))).toBe('met');
    expect(stateOfBell(done('2030-08-02'))).toBe('open');
    expect(whyBellIsOpen(done('2030-08-02'))).toBe('too-early');
  });

  test('is not believed without evidence, and not denied either', () => {
    expect(stateOfBell('yes')).toBe('open');
    expect(whyBellIsOpen('yes')).toBe('unrecorded');
  });

  test('is not proven by a file that is not there', () => {
    expect(stateOfBell(inFile)).toBe('met');
    expect(stateOfBell(inFile, false)).toBe('open');
    expect(whyBellIsOpen(inFile, false)).toBe('unrecorded');
  });

  test('is proven by one valid document among others', () => {
    const documents =
      '[{ file: a.pdf, on: 2030-05-01, by: Amt }, { link: "https://example.org/b", on: 2030-05-01, by: Amt }]';
    expect(stateOfBell(`{ done: yes, evidence: ${documents} }`, false)).toBe('met');
  });

  test('is unmet only where it is denied', () => {
    expect(stateOfBell('no')).toBe('unmet');
    expect(stateOfBell(null)).toBe('open');
    expect(stateOfBell('unknown')).toBe('open');
  });

  test('that is only planned is not done and not denied', () => {
    expect(stateOfBell(planned('2030-08-15'))).toBe('open');
  });

  test('that is planned and denied for today is unmet today', () => {
    expect(stateOfBell('{ done: no, planned: { by: Amt, on: 2030-08-15 } }')).toBe('unmet');
  });
});

const tracked = (text: string) =>
  check({ 'screening.uses': '[rents-bikes, tracks-riders]', 'bike.secret': 'yes', 'judgements.rescue': text });

const toy = (text: string | null, fileExists = true) => check({ 'judgements.toy': text }, { fileExists });

const truthOfToy = (text: string | null, fileExists?: boolean) => truthOf(toy(text, fileExists), 'art-1-2');

describe('a judgement', () => {
  test('counts with claim, reason, an entitled role, a day that has come and evidence', () => {
    expect(truthOfToy(claim())).toBe('true');
    expect(truthOfToy(claim({ on: '2030-08-01' }))).toBe('true');
  });

  test('that nobody claims it is a plain answer and needs no record', () => {
    expect(truthOfToy('no')).toBe('false');
    expect(truthOfToy('{ claimed: no }')).toBe('false');
  });

  test('a bare yes is a claim without record', () => {
    expect(truthOfToy('yes')).toBe('unknown');
    expect(questionOn(toy('yes'), 'judgements.toy').why).toBe('unrecorded');
  });

  test.each([
    ['without a reason', claim({ reason: null }), 'unrecorded'],
    ['without a role', claim({ role: null }), 'unrecorded'],
    ['without a day', claim({ on: null }), 'unrecorded'],
    ['without evidence', claim({ evidence: null }), 'unrecorded'],
    ['by a role that may not judge', claim({ role: 'project-lead' }), 'not-entitled'],
    ['of tomorrow', claim({ on: '2030-08-02' }), 'too-early'],
    [
      'with evidence of tomorrow alone',
      claim({ evidence: '{ link: "https://example.org/o", on: 2030-08-02, by: Rechtsamt }' }),
      'unrecorded',
    ],
  ] as const)('%s stays unknown', (_case, text, why) => {
    const assessment = toy(text);
    expect(truthOf(assessment, 'art-1-2')).toBe('unknown');
    expect(questionOn(assessment, 'judgements.toy').why).toBe(why);
  });

  test('whose document is not there stays unknown', () => {
    const text = claim({ evidence: '{ file: opinion.pdf, on: 2030-05-01, by: Rechtsamt }' });
    expect(truthOfToy(text)).toBe('true');
    expect(truthOfToy(text, false)).toBe('unknown');
  });

  test('needs no evidence where the catalogue says that it is optional, but all the rest', () => {
    expect(findingOf(tracked(claim({ evidence: null })), 'art-4-1').state).toBe('not-applicable');
    expect(findingOf(tracked(claim({ evidence: null, reason: null })), 'art-4-1').state).toBe('open');
  });
});

const unchanged = (text: string, asOf = '2030-08-01') =>
  truthOf(check({ 'bike.unchanged': text }, { asOf }), 'art-9-7');

const repainted = (text: string | null, asOf = '2030-08-01') =>
  truthOf(check({ 'trike.repainted': text }, { asOf }), 'art-9-6');

// The period begins on 1 January 2029, and an answer counts for twelve months.
const confirmedOn = (value: 'yes' | 'no', on: string) => `{ value: ${value}, confirmed-on: ${on} }`;

describe('an answer about a period', () => {
  test('counts when it was confirmed within the period', () => {
    expect(repainted(confirmedOn('yes', '2030-01-10'))).toBe('true');
    expect(repainted(confirmedOn('no', '2030-01-10'))).toBe('false');
  });

  test('counts for the months of the rule to the day, and not longer', () => {
    expect(repainted(confirmedOn('no', '2029-08-01'))).toBe('false');
    expect(repainted(confirmedOn('no', '2029-07-31'))).toBe('unknown');
  });

  test('"unchanged since then" is no longer true when it was said too long ago', () => {
    expect(unchanged(confirmedOn('yes', '2029-08-01'))).toBe('true');
    expect(unchanged(confirmedOn('yes', '2029-07-31'))).toBe('unknown');
  });

  test.each([
    ['without the day of confirmation', 'no'],
    ['confirmed before the period began', confirmedOn('no', '2028-12-31')],
    ['confirmed after the as-of day', confirmedOn('no', '2030-08-02')],
    ['that is unknown', 'unknown'],
    ['that nobody gave', null],
  ])('%s is unknown', (_case, text) => {
    expect(repainted(text)).toBe('unknown');
  });

  test('counts from the first day of the period', () => {
    expect(repainted(confirmedOn('no', '2029-01-01'), '2029-06-01')).toBe('false');
  });

  test('is unknown while the period has not begun', () => {
    expect(repainted(confirmedOn('no', '2028-12-01'), '2028-12-31')).toBe('unknown');
    expect(unchanged(confirmedOn('yes', '2028-12-01'), '2028-12-31')).toBe('unknown');
  });

  test('says why it is asked again', () => {
    const old = { 'bike.on-market-since': '2028-05-01', 'measures.bell': 'no' };
    const asked = (text: string) => questionOn(check({ ...old, 'bike.unchanged': text }), 'bike.unchanged').why;
    expect(asked('yes')).toBe('undated');
    expect(asked(confirmedOn('yes', '2029-03-01'))).toBe('expired');
    expect(asked(confirmedOn('yes', '2030-08-02'))).toBe('too-early');
    expect(asked('unknown')).toBe('said-so');
  });
});

describe('behind a gate that a closed set has shut', () => {
  // trike.has is empty: no motor, no box.
  const shut = check();

  test('a yes-no question is answered no', () => {
    expect(truthOf(shut, 'art-4-2')).toBe('false');
  });

  test('a choice has none of its options', () => {
    const noBikes = check({ 'screening.uses': '[tracks-riders]', 'bike.kind': null, 'bike.refuses': null });
    expect(truthOf(noBikes, 'art-9-10')).toBe('false');
  });

  test('a set has no member', () => {
    expect(truthOf(shut, 'art-9-5')).toBe('false');
    expect(truthOf(check({ 'trike.has': '[motor]', 'trike.extras': '[]' }), 'art-9-5')).toBe('false');
    expect(truthOf(check({ 'trike.has': '[motor]' }), 'art-9-5')).toBe('unknown');
  });

  test('a judgement is not claimed', () => {
    expect(truthOf(shut, 'art-3-3')).toBe('false');
  });

  test('a date stays unknown: a closed set names no day', () => {
    expect(truthOf(shut, 'art-9-4')).toBe('unknown');
  });

  test('a measure stays unknown: a closed set does not say that nothing is done', () => {
    expect(findingOf(check({ 'trike.has': '[wheels]' }), 'art-6-4').state).toBe('open');
    expect(findingOf(check({ 'trike.has': '[wheels]', 'measures.lock': done() }), 'art-6-4').state).toBe('met');
  });

  test('closing goes on through the gates behind it', () => {
    // No box: nobody is carried, so nobody claims a short way.
    expect(classifiedAs(shut, 'art-3-1-b')).toMatchObject({ truth: 'false', asks: [] });
  });

  test('a detail that is answered counts although its set is unknown', () => {
    const answered = check({ 'trike.has': null, 'trike.loud': 'yes' });
    expect(findingOf(answered, 'art-4-3').state).toBe('unmet');
  });

  test('while the gate is unknown, nothing behind it is settled', () => {
    const open = check({ 'trike.has': null });
    expect(truthOf(open, 'art-4-2')).toBe('unknown');
    expect(truthOf(open, 'art-9-5')).toBe('unknown');
    expect(truthOf(open, 'art-3-3')).toBe('unknown');
  });
});
