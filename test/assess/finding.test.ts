import { describe, expect, test } from 'vitest';
import type { Doubt, State } from '../../src/model/assessment.ts';
import {
  type Answers,
  act,
  assessed,
  check,
  claim,
  done,
  findingOf,
  planned,
  proofOf,
  useCaseWith,
} from './support/act.ts';

const tracked = { 'screening.uses': '[rents-bikes, tracks-riders]', 'bike.secret': 'yes' };

describe('applicability and satisfaction make the state', () => {
  // art-5-2 applies to lenders that are not a club, and is satisfied by trained staff.
  const applies = { true: 'town', unknown: null, false: 'club' } as const;
  const satisfied = { true: done(), false: 'no', unknown: null } as const;

  test.each<[keyof typeof applies, keyof typeof satisfied, State, Doubt | null]>([
    ['true', 'true', 'met', null],
    ['true', 'false', 'unmet', null],
    ['true', 'unknown', 'open', 'satisfied'],
    ['unknown', 'true', 'met', null],
    ['unknown', 'false', 'open', 'applies'],
    ['unknown', 'unknown', 'open', 'both'],
    ['false', 'true', 'not-applicable', null],
    ['false', 'false', 'not-applicable', null],
    ['false', 'unknown', 'not-applicable', null],
  ])('applies %s, satisfied %s: %s %s', (applicability, satisfaction, state, doubt) => {
    const finding = findingOf(
      check(
        { 'measures.training': satisfied[satisfaction], 'organisation.kind': applies[applicability] },
        { profile: { 'organisation.workshop': 'no' } },
      ),
      'art-5-2',
    );
    expect(finding).toMatchObject({ state, doubt, applies: applicability });
  });
});

describe('a prohibition', () => {
  test('that applies is unmet and never met', () => {
    expect(findingOf(check({ ...tracked, 'judgements.rescue': 'no' }), 'art-4-1')).toMatchObject({
      state: 'unmet',
      code: 'prohibited',
      prohibition: true,
    });
  });

  test('whose exception is unknown is open as "prohibited unless", and asks for the exception', () => {
    expect(findingOf(check(tracked), 'art-4-1')).toMatchObject({
      state: 'open',
      doubt: 'applies',
      code: 'prohibited-unless',
      asks: ['judgements.rescue'],
    });
  });

  test('that is only possible is open without "unless"', () => {
    expect(findingOf(check({ ...tracked, 'bike.secret': null }), 'art-4-1')).toMatchObject({
      state: 'open',
      code: 'prohibited',
      asks: ['bike.secret'],
    });
  });

  test('whose exception is recorded does not apply', () => {
    expect(findingOf(check({ ...tracked, 'judgements.rescue': claim() }), 'art-4-1').state).toBe('not-applicable');
  });
});

const helmets = (changes: Answers = {}, asOf?: string) =>
  findingOf(check({ 'trike.has': '[helmet]', ...changes }, asOf === undefined ? {} : { asOf }), 'art-5-7');

describe('what begins after the effective day', () => {
  test('is upcoming with its day, whether it is denied or open', () => {
    const from = { earliest: '2032-01-01', latest: '2032-01-01' };
    expect(helmets({ 'measures.helmets': 'no' })).toMatchObject({ state: 'upcoming', from });
    expect(helmets()).toMatchObject({ state: 'upcoming', from });
  });

  test('is met where it is done already', () => {
    expect(helmets({ 'measures.helmets': done() }).state).toBe('met');
  });

  test('holds once the as-of day has come to it', () => {
    expect(helmets({ 'measures.helmets': 'no' }, '2031-12-31').state).toBe('upcoming');
    expect(helmets({ 'measures.helmets': 'no' }, '2032-01-01').state).toBe('unmet');
  });

  test('holds where the start is planned for its day or later', () => {
    const end = { 'lifecycle.end': '2035-01-01', 'measures.helmets': 'no' };
    expect(helmets({ ...end, 'lifecycle.start': '2031-12-31' }).state).toBe('upcoming');
    expect(helmets({ ...end, 'lifecycle.start': '2032-01-01' }).state).toBe('unmet');
  });

  test('is open for its date while the start is unknown, never upcoming, and asks for the start', () => {
    expect(helmets({ 'lifecycle.start': null, 'measures.helmets': 'no' })).toMatchObject({
      state: 'open',
      doubt: 'date',
      asks: ['lifecycle.start'],
    });
    const assessment = check({ 'trike.has': '[helmet, awning]', 'lifecycle.start': 'unknown' });
    expect(assessment.findings.map(({ state }) => state)).not.toContain('upcoming');
  });

  test('a ban is upcoming too, and open while the start is unknown', () => {
    const explodes = { 'trike.has': '[motor]', 'trike.explodes': 'yes', 'trike.fast': 'no', 'trike.built': 'no' };
    expect(findingOf(check(explodes), 'art-4-2').state).toBe('upcoming');
    expect(findingOf(check({ ...explodes, 'lifecycle.start': null }), 'art-4-2')).toMatchObject({
      state: 'open',
      doubt: 'date',
    });
  });
});

describe('the effective day', () => {
  test('is the later of as-of day and planned start', () => {
    expect(check({ 'lifecycle.start': '2030-09-01' }).effectiveDay).toBe('2030-09-01');
    expect(check({ 'lifecycle.start': '2029-09-01' }).effectiveDay).toBe('2030-08-01');
  });

  test('is unknown while the start is', () => {
    expect(check({ 'lifecycle.start': null })).toMatchObject({ effectiveDay: null, start: null });
    expect(check({ 'lifecycle.start': 'unknown' })).toMatchObject({ effectiveDay: null, start: null });
  });
});

const bell = (changes: Answers) => findingOf(check({ 'measures.bell': 'no', ...changes }), 'art-5-1');

const sidecar = (converted: string | null) =>
  findingOf(check({ 'trike.has': '[sidecar]', 'measures.trim': 'no', 'trike.converted': converted }), 'art-6-3');

const awning = (changes: Answers = {}) =>
  findingOf(check({ 'trike.has': '[awning]', 'measures.trim': 'no', ...changes }), 'art-6-2');

const roof = (changes: Answers = {}) =>
  findingOf(check({ 'trike.has': '[roof]', 'measures.trim': 'no', ...changes }), 'art-6-1');

describe('a date that depends on facts', () => {
  test('is in force only if all days that are possible have come, else open for its date', () => {
    expect(roof({ 'trike.converted': 'yes' }).state).toBe('unmet');
    expect(roof({ 'trike.converted': 'no' }).state).toBe('upcoming');
    expect(roof()).toMatchObject({
      state: 'open',
      doubt: 'date',
      from: { earliest: '2030-01-01', latest: '2032-01-01' },
      asks: ['trike.converted'],
    });
  });

  test('asks first whether the duty applies where that is open as well', () => {
    expect(roof({ 'trike.has': '[roof?]' })).toMatchObject({ state: 'open', asks: ['trike.has'] });
  });

  test('is upcoming only if none of the days has come', () => {
    expect(awning()).toMatchObject({
      state: 'upcoming',
      from: { earliest: '2031-01-01', latest: '2032-01-01' },
    });
  });

  test('may be a day that never comes', () => {
    expect(sidecar('yes').state).toBe('not-applicable');
    expect(sidecar('no').state).toBe('unmet');
    expect(sidecar(null)).toMatchObject({
      state: 'open',
      doubt: 'date',
      from: { earliest: '2030-01-01', latest: null },
      asks: ['trike.converted'],
    });
  });

  test('goes with the age of the model and the answer about the period since then', () => {
    const old = { 'bike.on-market-since': '2028-12-31' };
    const unchanged = { 'bike.unchanged': '{ value: yes, confirmed-on: 2030-05-01 }' };
    expect(bell({ ...old, ...unchanged })).toMatchObject({ state: 'upcoming', from: { earliest: '2033-01-01' } });
    expect(bell({ ...old, 'bike.unchanged': null })).toMatchObject({
      state: 'open',
      doubt: 'date',
      asks: ['bike.unchanged'],
    });
    expect(bell({ ...unchanged, 'bike.on-market-since': '2029-01-01' }).state).toBe('unmet');
  });

  test('leaves a duty met that is satisfied on any day', () => {
    expect(roof({ 'measures.trim': done() }).state).toBe('met');
  });
});

const lamp = (changes: Answers = {}, asOf?: string) =>
  findingOf(
    check({ 'trike.has': '[lamp]', 'measures.trim': 'no', ...changes }, asOf === undefined ? {} : { asOf }),
    'art-5-8',
  );

describe('a duty with a last day', () => {
  test('holds on its last day and no longer', () => {
    expect(lamp({ 'lifecycle.start': '2030-08-31' })).toMatchObject({ state: 'unmet', until: '2030-08-31' });
    expect(lamp({ 'lifecycle.start': '2030-09-01' }).state).toBe('not-applicable');
  });

  test('is open while it is unknown whether the use begins before that day', () => {
    expect(lamp({ 'lifecycle.start': null })).toMatchObject({
      state: 'open',
      doubt: 'date',
      asks: ['lifecycle.start'],
    });
  });

  test('has no last day while the act that sets it is not published', () => {
    const start = { 'lifecycle.start': '2030-09-01' };
    expect(lamp(start, '2029-01-31')).toMatchObject({ state: 'unmet', until: null });
    expect(lamp(start, '2029-02-01')).toMatchObject({ state: 'not-applicable', until: '2030-08-31' });
  });
});

describe('what a finding tells', () => {
  test('severity, addressee, stage, aspect, basis, certainty and citation are those of its rule', () => {
    expect(findingOf(check({ 'trike.has': '[flag]', 'measures.trim': 'no' }), 'art-5-6')).toMatchObject({
      code: 'duty',
      severity: 'blocker',
      addressee: 'lender',
      due: 'start',
      aspect: 'governance',
      basis: 'policy',
      certainty: 'disputed',
      cite: [{ act: 'bike-act', at: 'Art. 5(3)' }],
    });
  });

  test('an uncertain law is shown so and counts like any other', () => {
    const disputed = findingOf(check({ 'trike.has': '[flag]', 'measures.trim': 'no' }), 'art-5-6');
    expect(disputed).toMatchObject({ certainty: 'disputed', state: 'unmet' });
  });

  test('a chapter that is not modelled is open where it could apply, for its addressee, as a blocker', () => {
    const fast = { 'trike.has': '[motor]', 'trike.explodes': 'no', 'trike.fast': 'yes', 'judgements.test-track': 'no' };
    expect(findingOf(check({ ...fast, 'trike.built': 'yes' }), 'not-modelled')).toMatchObject({
      state: 'open',
      code: 'crash-test',
      severity: 'blocker',
      addressee: 'maker',
      owedBy: 'us',
    });
    expect(findingOf(check({ ...fast, 'trike.built': null }), 'not-modelled').state).toBe('open');
    expect(findingOf(check({ ...fast, 'trike.built': 'no' }), 'not-modelled').state).toBe('not-applicable');
    expect(findingOf(check(), 'not-modelled').state).toBe('not-applicable');
  });

  test('asks only for what could settle it', () => {
    const half = { 'measures.training': done(), 'bike.brakes-tested': null };
    expect(findingOf(check(half), 'art-5-2').asks).toEqual(['bike.brakes-tested']);
    expect(findingOf(check({ ...half, 'measures.training': 'no' }), 'art-5-2').asks).toEqual([]);
  });

  test('whether it applies is asked before whether it is done', () => {
    const motors = check({
      'screening.uses': null,
      'organisation.brings': '[]',
      'measures.bell': null,
      'bike.kind': null,
      'bike.refuses': null,
    });
    expect(findingOf(motors, 'art-5-1')).toMatchObject({ doubt: 'both', asks: ['screening.uses'] });
  });
});

const positionOf = (changes: Answers, rule: string) => {
  const useCase = useCaseWith(changes);
  const places = [...useCase.answers].map(([fact, { at }]) => ({ fact, at }));
  const position = findingOf(assessed(useCase), rule).position();
  return places.find(({ at }) => at.line === position?.line && at.file === position.file)?.fact ?? null;
};

describe('the position of a finding', () => {
  test('is that of the measure that was denied', () => {
    expect(positionOf({ 'measures.bell': 'no' }, 'art-5-1')).toBe('measures.bell');
  });

  test('of a prohibition is that of the answer that hits', () => {
    expect(positionOf({ ...tracked, 'judgements.rescue': 'no' }, 'art-4-1')).toBe('bike.secret');
  });

  test('points at the answer that decides, not at one beside it', () => {
    expect(positionOf({ 'measures.training': done(), 'bike.brakes-tested': 'no' }, 'art-5-2')).toBe(
      'bike.brakes-tested',
    );
  });

  test('is that of the doubt where it is open whether the duty applies', () => {
    expect(positionOf({ 'trike.has': '[stickers?]', 'measures.trim': 'no' }, 'art-5-5')).toBe('trike.has');
  });

  test('of what a closed set has denied is that of the set', () => {
    expect(positionOf({}, 'art-4-2')).toBe('trike.has');
  });

  test('is missing where nothing was answered', () => {
    expect(positionOf({ 'trike.has': null }, 'art-4-2')).toBeNull();
  });
});

describe('proofs', () => {
  test('each rule of the book has one', () => {
    expect(
      check()
        .prove()
        .map(({ rule }) => rule),
    ).toEqual(act.book.rules.map(({ id }) => id));
  });

  test('lead down to the answer and where it stands', () => {
    const useCase = useCaseWith({ ...tracked, 'judgements.rescue': 'no' });
    const [answer] = [...useCase.answers].filter(([fact]) => fact === 'bike.secret').map(([, given]) => given);
    expect(proofOf(assessed(useCase), 'art-4-1')).toMatchObject({
      truth: 'true',
      when: { kind: 'fact', truth: 'true', answer: { state: 'given', given: answer }, at: answer?.at },
      except: { kind: 'fact', truth: 'false' },
      requires: null,
    });
  });

  test('say that a closed set has answered, and where it stands', () => {
    const useCase = useCaseWith();
    const [set] = [...useCase.answers].filter(([fact]) => fact === 'trike.has').map(([, given]) => given);
    expect(proofOf(assessed(useCase), 'art-4-2').when).toMatchObject({
      kind: 'fact',
      truth: 'false',
      answer: { state: 'closed' },
      at: set?.at,
    });
  });

  test('of a duty show what it requires, with the truth of each part', () => {
    const half = check({ 'measures.training': 'no', 'bike.brakes-tested': null });
    expect(proofOf(half, 'art-5-2').requires).toMatchObject({
      kind: 'node',
      op: 'all',
      truth: 'false',
      parts: [{ truth: 'false' }, { truth: 'unknown' }],
    });
  });

  test('agree with the truths in the classification', () => {
    const assessment = check({ ...tracked, 'trike.has': '[box, motor]', 'trike.fast': 'yes' });
    const proofs = new Map(assessment.prove().map(({ rule, truth }) => [rule, truth]));
    expect(assessment.classification.map(({ rule }) => proofs.get(rule))).toEqual(
      assessment.classification.map(({ truth }) => truth),
    );
  });
});

test('a plan for later does not make a duty that holds today met', () => {
  expect(findingOf(check({ 'measures.bell': planned('2030-08-20') }), 'art-5-1').state).toBe('open');
});
